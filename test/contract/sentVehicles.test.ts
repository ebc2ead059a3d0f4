/** What the client asks the vehicle register, by the published descriptions, and by what the operations say of themselves. */
import { SERVICES } from '../../src/core';
import { VEHICLE_EXPECTATIONS } from '../vehicleExpectations';
import { World, type Stored } from '../integration/world';
import { Contract, type SeenRequest } from './openapi';
import { describeContract, readSpec, type Published } from './specs';

const ROOT = '/fiks/kjoretoyregister/api';
const MIRROR = /^\/[\da-f-]{36}(?=\/rest\/)/;
const SERVICE_PATH = '/rest/distribusjon/kjoretoy/v2.0';

/** Searches with every filter they have. */
const FILTERED: readonly (readonly [operation: string, input: Stored])[] = [
  [
    'searchByOwnerName',
    {
      navn: 'Varm Tekopp & Sønner/æ?',
      eiertype: 'PERSON',
      fodselsdato: '1978-03-14',
      postnummer: '0150',
      poststed: 'Oslo',
      fylke: 'Oslo',
    },
  ],
  ['searchByOrganisasjonsnummer', { organisasjonsnummer: '312220105', limit: 120, ekskluderVraketUtfort: true }],
  ['searchByFoedselsnummer', { foedselsnummer: '14837810141', ekskluderVraketUtfort: true }],
  ['searchByKundeId', { kundeId: '990000001', ekskluderVraketUtfort: true }],
  ['searchByKjennemerke', { kjennemerkePattern: 'ÆØ1?', ekskluderVraketUtfort: true }],
  ['searchByUnderstellsnummer', { understellsnummerPattern: '*1/2*', merkekode: '0065', ekskluderVraketUtfort: true }],
  [
    'searchCustomers',
    {
      navn: 'Tekopp',
      eiertype: 'PERSON',
      fonetisk: true,
      kjonn: 'K',
      fodselsdato: '1978',
      kommune: 'Oslo',
      fylke: 'Oslo',
    },
  ],
  ['searchCustomers', { fornavn: 'Varm', mellomnavn: 'X', etternavn: 'Tekopp', postnummer: '1', poststed: 'x' }],
  ['listVehiclesOfOrganisation', { organisasjonsnummer: '312220105', limit: 120 }],
];

const ASKED = [
  ...VEHICLE_EXPECTATIONS.map(({ operation, input }) => [operation, input] as const),
  ...FILTERED,
] as const;

describeContract('what the client asks the vehicle register', () => {
  let world: World;
  let contract: Contract;
  beforeAll(async () => {
    contract = new Contract();
    world = await World.start();
  });
  beforeEach(() => world.reset());
  afterAll(async () => {
    await world.close();
    process.stdout.write(
      `${contract.requests} questions about vehicles were checked against the published descriptions.\n`,
    );
  });

  const requestsOf = async (operation: string, input: Stored): Promise<SeenRequest[]> => {
    await world.run('kjoretoyregister', operation, [input]);
    return world.exchanges.flatMap(({ request: { method, url, body } }) => {
      const path = url.slice(world.sandbox.url.length);
      if (!path.startsWith(ROOT)) return [];
      return [{ method, path: path.slice(ROOT.length), json: typeof body === 'string' ? JSON.parse(body) : undefined }];
    });
  };

  /** As an operation says what it calls. */
  const endpointOf = ({ method, path }: SeenRequest): string => {
    const [whole = ''] = path.split('?');
    const named = whole
      .replace(MIRROR, '')
      .replace(SERVICE_PATH, '')
      .replace(/\/ks\/[\da-f-]{36}/, '/ks/{fiksOrgId}')
      .replace(/(\/bulk\/understellsnummer)\/[^/]+$/, '$1/{understellsnummer}');
    return `${method} ${named}`;
  };

  const check = (request: SeenRequest): void => {
    if (request.path.startsWith('/v1/ks/'))
      contract.expectRequest('vehicleFiks', { ...request, path: `/kjoretoyregister/api${request.path}` });
    // Of the look-ups of this version no description is published.
    else if (request.path.includes('/sok/'))
      contract.expectRequest('vehicleSearch', { ...request, path: request.path.replace(MIRROR, '') });
  };

  it.each(ASKED)('%s with %j', async (operation, input) => {
    for (const request of await requestsOf(operation, input)) check(request);
  });

  const operations = SERVICES.kjoretoyregister.operations.filter(({ name }) => name !== 'checkConnection');

  it.each(operations.map((operation) => [operation.name, operation.endpoints] as const))(
    '%s calls what it says, and nothing else: %j',
    async (name, endpoints) => {
      const called = new Set<string>();
      for (const [operation, input] of ASKED) {
        if (operation !== name) continue;
        for (const request of await requestsOf(operation, input)) called.add(endpointOf(request));
      }
      expect([...called]).toEqual(endpoints);
    },
  );

  it('every endpoint that is published has an operation, and so have the three look-ups of which none is', () => {
    const published = (name: Published) => Object.keys(readSpec(name).paths);
    expect(operations.flatMap(({ endpoints = [] }) => endpoints).sort()).toEqual(
      [
        'POST /bulk/kjennemerke',
        'POST /bulk/kuid',
        'GET /bulk/understellsnummer/{understellsnummer}',
        ...published('vehicleSearch').map((path) => `GET ${path.replace(SERVICE_PATH, '')}`),
        ...published('vehicleFiks').map((path) => `POST ${path.replace('/kjoretoyregister/api', '')}`),
      ].sort(),
    );
  });

  it('pages go on from the row before, from 1 in one service and from 0 in the other', async () => {
    const pages = async (operation: string) =>
      (await requestsOf(operation, { organisasjonsnummer: '312220105', limit: 120 })).map(({ path, json }) => {
        const query = (json ?? Object.fromEntries(new URLSearchParams(path.split('?')[1]))) as any;
        return [Number(query.fra), Number(query.antall)];
      });
    expect(await pages('searchByOrganisasjonsnummer')).toEqual([
      [1, 100],
      [101, 20],
    ]);
    await world.reset();
    expect(await pages('listVehiclesOfOrganisation')).toEqual([
      [0, 100],
      [100, 20],
    ]);
  });

  it('a misspelt parameter would be found out', () => {
    const path = `${SERVICE_PATH}/sok/eiernavn?navn=x&eiertype=PERSON`;
    expect(() => contract.expectRequest('vehicleSearch', { method: 'GET', path })).toThrow('eiertype');
    expect(() => contract.expectRequest('vehicleSearch', { method: 'GET', path: path.split('?')[0]! })).toThrow('navn');
  });
});
