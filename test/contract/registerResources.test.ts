/** The list of resources that the documents and the tests of both hosts go by, against what is published. */
import { RESOURCES } from '../../scripts/docs/registerResources.mts';
import { describeContract, readSpec, type Published } from './specs';

const endpointsOf = (name: Published): readonly string[] =>
  Object.entries(readSpec(name).paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/offentligutenhjemmel', '')}`),
  );

const listed = (...of: readonly string[]): string[] =>
  RESOURCES.flatMap((resource) => (of.includes(resource.of) ? [resource.endpoint] : [])).sort();

describeContract("the list of the register's resources", () => {
  it('has those of the package with legal basis, and no other', () => {
    expect(listed('everyPackage', 'legalBasis')).toEqual([...endpointsOf('withLegalBasis')].sort());
  });

  it('knows which of them every package has', () => {
    expect(listed('everyPackage')).toEqual([...endpointsOf('withoutLegalBasis')].sort());
  });

  it("has those of KS' own services, and no other", () => {
    expect(listed('ks')).toEqual([...endpointsOf('oppvekst'), ...endpointsOf('municipalityEvents')].sort());
  });
});
