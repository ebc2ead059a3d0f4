/** What the sandbox answers about those it did not invent one by one: generated ones, and data of one's own. */
import { ORGANISATION, DATA, MOTHER, PERSONS } from '../sandbox/ownData';
import { itemsIn, VehicleCaller } from '../sandbox/kjoretoy';
import { answered, answering, personsPath } from './answering';
import { describeContract } from './specs';

const EVERYTHING =
  'part=person-basis&part=identitetsgrunnlag-utvidet&part=relasjon-utvidet&part=historikk&somBestilt=true';
const GENERATED = 600;

describeContract('what the sandbox answers', () => {
  const setUp = answering('answers about generated persons and data of one’s own', { data: DATA, persons: GENERATED });

  const others = async (): Promise<string[]> => {
    const { body } = await setUp().caller.call('/admin/persons?from=0&limit=1000');
    return body
      .filter(({ slug }: any) => /^(?:own|generated)-/.test(slug))
      .map(({ foedselsEllerDNummer }: any) => foedselsEllerDNummer);
  };

  it.each([
    ['full', 'withLegalBasis', '/v1/personer/bulkoppslag', EVERYTHING],
    ['without-legal-basis', 'withoutLegalBasis', '/offentligutenhjemmel/v1/personer/bulkoppslag', 'part=historikk'],
  ] as const)('about persons to the role %s', async (role, description, path, query) => {
    const { caller, headers, contract } = setUp();
    const numbers = await others();
    expect(numbers.length).toBe(GENERATED + PERSONS.length);
    const asked = { foedselsEllerDNummer: numbers };
    const answer = await caller.postJson(`${personsPath(caller, role)}/bulkoppslag?${query}`, asked, headers);
    contract.expectAnswer(description, path, 'post', 200, answered(answer));
  });

  it('about their contact information through Fiks', async () => {
    const { caller, headers, contract } = setUp();
    const path = `/fiks/register/api/v1/ks/${caller.credentials.fiks.rolleId}/krr/person`;
    const statuses = new Set<number>();
    for (const fnr of (await others()).slice(0, 40)) {
      const { status, body } = await caller.postJson(path, { fnr }, headers);
      statuses.add(status);
      contract.expectAnswer('krr', '/register/api/v1/ks/{rolleId}/krr/person', 'post', status, body);
    }
    expect(statuses).toEqual(new Set([200, 404]));
  });

  it.each([
    ['fodselsnummer', MOTHER],
    ['organisasjonsnummer', ORGANISATION],
  ])('about vehicles of one’s own, by %s', async (by, number) => {
    const { caller, headers, contract } = setUp();
    const body = answered(await new VehicleCaller(caller, headers).search(by, { [by]: number }));
    expect(itemsIn(body)).toHaveLength(1);
    contract.expectAnswer('vehicleSearch', `/rest/distribusjon/kjoretoy/v2.0/sok/${by}`, 'get', 200, body);
  });
});
