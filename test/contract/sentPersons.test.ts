/**
 * What the client asks Folkeregisteret, on both ways, by the two published descriptions, and by what the operations say of
 * themselves.
 */
import { SERVICES } from '../../src/core';
import { PART_NAMES } from '../../src/folkeregister/parts';
import { ALL_NUMBERS, NOBODY, numberOf, personaNamed, SURVIVOR } from '../integration/persons';
import { World, type Stored } from '../integration/world';
import { Contract, type SeenRequest } from './openapi';
import { describeContract, readSpec, type Published } from './specs';

const VERSION = (personaNamed('ordinary-resident') as unknown as { persondokument: string }).persondokument;
const OTHER_VERSION = (personaNamed('deceased') as unknown as { persondokument: string }).persondokument;
const JOB = '1231d76c-5c1b-4f0e-9a3d-2b7f8e6a4c10';
const EVENT = '348f272f118ec08f36d9995336d904ca';
const OTHER_EVENT = 'e2fe537ac14a87e7a0549395bb50e2ad';

type Asked = readonly [operation: string, inputs: readonly Stored[]];

const people = (numbers: readonly string[], settings: Stored = {}): Stored[] =>
  numbers.map((foedselsnummer) => ({ foedselsnummer, ...settings }));

const KNOWN = {
  navn: 'Rask Fyrlykt',
  foedselsdato: '1985-04-12',
  adressenavn: 'Tenkeveien',
  husnummer: '14B',
  postnummer: '5003',
  opplysningsgrunnlag: 'historisk',
};

/** Everyone it is about is looked up: several, one or nobody. */
const EXTRACT = { extract: 'wholeCountry', includePersons: true };

const CRITERIA = {
  bostedskommunenummer: '4601',
  oppholdskommunenummer: '0301',
  personstatustyper: ['bosatt', 'aktiv', 'utflyttet', 'doed', 'inaktiv'],
  foedselsaarFraOgMed: 1980,
  foedselsaarTilOgMed: 1990,
  kjoenn: 'kvinne',
  sivilstandstype: 'gift',
  statsborgerskap: 'NOR',
  doedsaarFraOgMed: 2020,
  doedsaarTilOgMed: 2024,
};

/** Every way to ask, with every field that changes what is sent. */
const ALWAYS: readonly Asked[] = [
  ['getPerson', people([SURVIVOR])],
  ['getPerson', people(ALL_NUMBERS)],
  ['getPerson', people([...ALL_NUMBERS, NOBODY], { recheckUnknown: true })],
  ['getPerson', people([SURVIVOR], { parts: ['bostedsadresse'], historikk: true, output: 'selected' })],
  ['getPerson', people([SURVIVOR], { parts: ['person-basis'], output: 'raw' })],
  ['getPerson', people([SURVIVOR], { output: 'xml' })],
  ['getManyPersons', [{ foedselsnumre: ALL_NUMBERS }]],
  ['getManyPersons', [{ foedselsnumre: [SURVIVOR] }]],
  ['findExactPerson', [KNOWN]],
  ['findExactPerson', [{ navn: 'Rask Fyrlykt', identifikasjonsnummer: numberOf('ordinary-resident'), output: 'xml' }]],
  [
    'searchPersons',
    [
      {
        ...KNOWN,
        kjoenn: 'kvinne',
        foedselsaarFraOgMed: 1980,
        foedselsaarTilOgMed: 1990,
        kommunenummer: '4601',
        fylkesnummer: '46',
        inkluderOppholdsadresse: true,
        inkluderDoede: true,
        soekFonetisk: true,
        includePersons: true,
      },
    ],
  ],
  ['searchPersons', [{ kommunenummer: '4601', includePersons: true, limit: 10_000 }]],
  ['getLatestEventNumber', [{}]],
  ['readEventFeed', [{ fromNumber: 40_012, etag: '"0c1d"' }]],
  ['getContract', [{}]],
  ['getContract', [{ contract: 'feed' }]],
  ['listResidents', [EXTRACT]],
  ['listResidents', [{ ...EXTRACT, personstatustyper: ['inaktiv'] }]],
  ['listResidents', [{ ...EXTRACT, personstatustyper: ['doed'], foedselsaarFraOgMed: 2020 }]],
  ['listResidents', [{ extract: 'job', goOnFrom: `${JOB}/3/7` }]],
  ['orderExtract', [CRITERIA]],
  ['orderExtract', [{ ...CRITERIA, extract: 'oppholdskommune' }]],
  ['getExtractBatch', [{ jobId: JOB, batchNumber: 3 }]],
];

const WITH_LEGAL_BASIS: readonly Asked[] = [
  ...ALWAYS,
  ['getPerson', people(ALL_NUMBERS.slice(0, 2), { parts: PART_NAMES, output: 'raw' })],
  ['findExactPerson', [{ ...KNOWN, soekFonetisk: true }]],
  [
    'findExactPerson',
    [
      {
        navn: 'A B',
        utenlandskpersonidentifikasjon: 'POL-1',
        legitimasjonsdokument: 'POL-2',
        dufNummer: '201904123456',
      },
    ],
  ],
  ['getHistoricalVersion', [{ persondokument: VERSION }]],
  ['getHistoricalVersion', [{ persondokument: VERSION }, { persondokument: OTHER_VERSION }]],
  ['listResidents', [{ extract: 'complete', includePersons: true, limit: 1 }]],
  ['listResidents', [{ extract: 'complete', includePersons: true }]],
  ['orderExtract', [{ extract: 'complete', feedsekvensnr: 40_012 }]],
  ['orderExtract', [{ extract: 'complete' }]],
  ['getEvent', [{ hendelsesdokument: EVENT }]],
  ['getEvent', [{ hendelsesdokument: EVENT }, { hendelsesdokument: OTHER_EVENT }]],
  ['getContract', [{ contract: 'events' }]],
];

const WITHOUT_LEGAL_BASIS: readonly Asked[] = [
  ...ALWAYS,
  ['getPerson', people([SURVIVOR], { parts: ['relasjon-utvidet'] })],
];

interface Way {
  readonly name: string;
  readonly description: Published;
  readonly settings: (world: World) => Stored;
  /** What stands before the description's own paths. */
  readonly root: RegExp;
  readonly prefix: string;
  readonly asked: readonly Asked[];
}

const FIKS = /^\/fiks\/folkeregister\/api\/v1\/[\da-f-]{36}/;
const roleIn = (world: World, name: string): Stored => ({
  rolleId: world.sandbox.credentials.roles.find((one) => one.name === name)!.rolleId,
});

const WAYS: readonly Way[] = [
  {
    name: 'through Fiks with legal basis',
    description: 'withLegalBasis',
    settings: (world) => roleIn(world, 'full'),
    root: FIKS,
    prefix: '',
    asked: WITH_LEGAL_BASIS,
  },
  {
    name: 'through Fiks without legal basis',
    description: 'withoutLegalBasis',
    settings: (world) => roleIn(world, 'without-legal-basis'),
    root: FIKS,
    prefix: '/offentligutenhjemmel',
    // Fiks does not say what a role stands for, so its collective name stands for all.
    asked: ALWAYS,
  },
  {
    name: 'at Skatteetaten with legal basis',
    description: 'withLegalBasis',
    settings: () => ({ route: 'skatteetaten', rettighetspakke: 'offentligmedhjemmel' }),
    root: /^\/skatteetaten\/folkeregisteret\/offentlig-med-hjemmel\/api/,
    prefix: '',
    asked: WITH_LEGAL_BASIS,
  },
  {
    name: 'at Skatteetaten without legal basis',
    description: 'withoutLegalBasis',
    settings: () => ({ route: 'skatteetaten', rettighetspakke: 'offentligutenhjemmel' }),
    root: /^\/skatteetaten\/folkeregisteret\/api\/offentligutenhjemmel/,
    prefix: '/offentligutenhjemmel',
    asked: [...WITHOUT_LEGAL_BASIS, ['findExactPerson', [{ ...KNOWN, soekFonetisk: true }]]],
  },
];

describeContract('what the client asks Folkeregisteret', () => {
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
      `${contract.requests} questions about persons were checked against the published descriptions.\n`,
    );
  });

  const requestsOf = async ({ root, settings }: Way, [operation, inputs]: Asked): Promise<SeenRequest[]> => {
    await world.reset();
    await world.run(
      'folkeregister',
      operation,
      inputs.map((input) => ({ ...input, ...settings(world) })),
    );
    return world.exchanges.flatMap(({ request: { method, url, body, headers } }) => {
      const path = url.slice(world.sandbox.url.length);
      if (!root.test(path)) return [];
      // A body that is not marked so is read as XML.
      if (body !== undefined) expect(headers['content-type']).toBe('application/json');
      return [
        { method, path: path.replace(root, ''), json: body === undefined ? undefined : JSON.parse(String(body)) },
      ];
    });
  };

  /** As an operation says what it calls. */
  const endpointOf = ({ method, path }: SeenRequest): string => {
    const [whole = ''] = path.split('?');
    const named = whole
      .replace(/(\/personer)\/\d{11}$/, '$1/{personidentifikator}')
      .replace(/(\/arkiv)\/[\da-f]{32}$/, '$1/{dokumentidentifikator}')
      .replace(/(\/hendelser)\/[\da-f]{32}$/, '$1/{hendelsesidentifikator}')
      .replace(/(\/uttrekk)\/[\da-f-]{36}\/batch\/\d+$/, '$1/{jobbid}/batch/{batchnr}');
    return `${method} ${named}`;
  };

  describe.each(WAYS)('$name', (way) => {
    it.each(way.asked)('%s with %j', async (...asked) => {
      const requests = await requestsOf(way, asked);
      expect(requests.length).toBeGreaterThan(0);
      for (const request of requests)
        contract.expectRequest(way.description, { ...request, path: way.prefix + request.path });
    });

    it('no call ever lacks its parts, but for those that have none', async () => {
      for (const asked of way.asked) {
        for (const { path } of await requestsOf(way, asked))
          if (!/\/(?:soek|xsd|feedxsd)\b|\/(?:hendelser|uttrekk)\//.test(path)) expect(path).toMatch(/[?&]part=/);
      }
    });
  });

  const [throughFiks] = WAYS as [Way];
  const operations = SERVICES.folkeregister.operations.filter(({ name }) =>
    throughFiks.asked.some(([operation]) => operation === name),
  );

  it.each(operations.map((operation) => [operation.name, operation.endpoints] as const))(
    '%s calls what it says, and nothing else: %j',
    async (name, endpoints) => {
      const called = new Set<string>();
      for (const asked of throughFiks.asked) {
        if (asked[0] !== name) continue;
        for (const request of await requestsOf(throughFiks, asked)) called.add(endpointOf(request));
      }
      expect([...called].sort()).toEqual([...(endpoints ?? [])].sort());
    },
  );

  it('every endpoint about persons, events and extracts, and every contract, that is published has an operation', () => {
    const published = (name: Published, prefix: string) =>
      Object.entries(readSpec(name).paths as Record<string, object>).flatMap(([path, methods]) =>
        /\/(?:personer|hendelser|uttrekk)\//.test(path)
          ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(prefix, '')}`)
          : [],
      );
    const own = new Set(operations.flatMap(({ endpoints = [] }) => endpoints));
    expect([...own]).toEqual(expect.arrayContaining(published('withLegalBasis', '')));
    expect([...own]).toEqual(expect.arrayContaining(published('withoutLegalBasis', '/offentligutenhjemmel')));
  });

  it('names only parts a person has, but for the one that is newer than the descriptions', () => {
    const newer = ['rettsligHandleevne'];
    const properties = contract.propertiesOf('withLegalBasis', '.Folkeregisterperson');
    expect(PART_NAMES.filter((part) => !properties.includes(part))).toEqual(newer);
    expect([...properties].sort()).toEqual(PART_NAMES.filter((part) => !newer.includes(part)).sort());
  });

  it('a misspelt parameter would be found out', () => {
    const path = '/v1/personer/soek?navn=x&kommune=4601';
    expect(() => contract.expectRequest('withLegalBasis', { method: 'GET', path })).toThrow('kommune');
    const phonetic = '/offentligutenhjemmel/v1/personer/entydigsoek?navn=x&soekFonetisk=true';
    expect(() => contract.expectRequest('withoutLegalBasis', { method: 'GET', path: phonetic })).toThrow(
      'soekFonetisk',
    );
  });
});
