/** What the client asks KS about municipalities, by KS' own description. */
import { SERVICES } from '../../src/core';
import { World, type Stored } from '../integration/world';
import { Contract, type SeenRequest } from './openapi';
import { describeContract, readSpec } from './specs';

const SINCE = { fraDato: '2010-01-01' };

const ASKED: readonly (readonly [operation: string, input: Stored])[] = [
  ['listMunicipalityEventTypes', {}],
  ['countMunicipalityEvents', { ...SINCE, kommunenummer: '4601' }],
  ['countMunicipalityEvents', { ...SINCE, hendelsestype: 'DOED', kommunenummer: '4601' }],
  ['listMunicipalityEvents', { ...SINCE, kommunenumre: '4601, 4699' }],
  ['listMunicipalityEvents', { ...SINCE, hendelsestype: 'FOEDT', kommunenumre: ['4601'], bornFrom: '2015-01-01' }],
  ['listMunicipalityEvents', { ...SINCE, kommunenumre: ['4601'], bornFrom: '1980-01-01', bornTo: '1990-12-31' }],
  ['listMunicipalityEvents', { ...SINCE, kommunenumre: ['4601'], bornTo: '1990-12-31' }],
  ['createMunicipalityEventRole', { changesAccess: true }],
  ['deleteMunicipalityEventRole', { changesAccess: true }],
];

describeContract('what the client asks KS about municipalities', () => {
  let world: World;
  let contract: Contract;
  beforeAll(async () => {
    contract = new Contract();
    world = await World.start();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  const requestsOf = async (operation: string, input: Stored): Promise<SeenRequest[]> => {
    await world.run('folkeregister', operation, [input]);
    return world.exchanges.flatMap(({ request: { method, url, body } }) => {
      const path = new URL(url).pathname.replace(/^\/fiks/, '');
      if (!path.startsWith('/folkeregister')) return [];
      return [{ method, path, json: body === undefined ? undefined : JSON.parse(String(body)) }];
    });
  };

  it.each(ASKED)('%s with %j', async (operation, input) => {
    const requests = await requestsOf(operation, input);
    expect(requests).toHaveLength(1);
    for (const request of requests) contract.expectRequest('municipalityEvents', request);
    const declared = SERVICES.folkeregister.operations.find(({ name }) => name === operation)?.endpoints;
    const { fiksOrgId } = world.sandbox.credentials.fiks;
    const called = requests.map(({ method, path }) => `${method} ${path.replace(fiksOrgId, '{fiksOrgId}')}`);
    expect(called).toEqual(declared);
  });

  it('every endpoint has an operation', () => {
    const published = Object.entries(readSpec('municipalityEvents').paths as Record<string, object>).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const own = SERVICES.folkeregister.operations.flatMap(({ endpoints = [] }) => endpoints);
    expect(own).toEqual(expect.arrayContaining(published));
  });
});
