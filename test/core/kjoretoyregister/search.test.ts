import {
  failureOf,
  fakeWorld,
  inTurn,
  ORGANISATION,
  refillRetries,
  valueOf,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { plateAt, run, vehicle } from './vehicles';

beforeEach(() => refillRetries('kjoretoyregister'));

const MIRROR = `https://api.fiks.test.ks.no/kjoretoyregister/api/${ORGANISATION}/rest/distribusjon/kjoretoy/v2.0`;
const PERSON = '14837810141';

const queryOf = (world: World, nth = 0): Record<string, string> =>
  Object.fromEntries(new URL(world.requests[nth]?.url ?? '').searchParams);

const hits = (vehicles: readonly object[], total = vehicles.length, more: object = {}): Reply => ({
  json: {
    responskoder: [],
    antallITreffliste: vehicles.length,
    antallTreffTotalt: total,
    kjoretoyresponser: vehicles.map((kjoretoy) => ({ kjoretoy, responskoder: [] })),
    ...more,
  },
});

/** A register with so many hits, that gives at most `cap` at a time and counts its rows from 1. */
const register =
  (count: number, cap = 1000, make: (row: number) => object = (row) => vehicle(plateAt(row))): Route =>
  ({ url }) => {
    const { fra, antall } = Object.fromEntries(new URL(url).searchParams);
    const first = Number(fra) - 1;
    const rows = Array.from({ length: Math.min(Number(antall), cap, count - first) }, (_, at) => first + at);
    return rows.length > 0 ? hits(rows.map(make), count) : { status: 204 };
  };

const search = async (name: string, world: World, input: Record<string, unknown>) =>
  (await run(name, world, [input]))[0];
const kuidsOf = (value: Record<string, unknown>): string[] =>
  (value.vehicles as { kuid: string }[]).map(({ kuid }) => kuid);
const kuids = (count: number): string[] => Array.from({ length: count }, (_, at) => `99${10_000 + at}`);

describe('each search asks for what it is named after, with its filters', () => {
  test.each<[string, Record<string, unknown>, string, Record<string, string>]>([
    ['searchByOwnerName', { navn: ' Varm Tekopp ' }, 'eiernavn', { navn: 'Varm Tekopp' }],
    [
      'searchByOwnerName',
      {
        navn: 'Åse Ø',
        eiertype: 'PERSON',
        fodselsdato: '1978-03-14T00:00:00.000+01:00',
        postnummer: '0150',
        poststed: 'Oslo',
        fylke: 'Troms og Finnmark',
      },
      'eiernavn',
      {
        navn: 'Åse Ø',
        erPerson: 'true',
        fodselsdato: '1978-03-14',
        postnummer: '0150',
        poststed: 'Oslo',
        fylke: 'Troms og Finnmark',
      },
    ],
    ['searchByOwnerName', { navn: 'AS', eiertype: 'ORGANISASJON' }, 'eiernavn', { navn: 'AS', erPerson: 'false' }],
    [
      'searchByFoedselsnummer',
      { foedselsnummer: PERSON, ekskluderVraketUtfort: true },
      'fodselsnummer',
      { fodselsnummer: PERSON, ekskluderVraketUtfort: 'true' },
    ],
    [
      'searchByOrganisasjonsnummer',
      { organisasjonsnummer: '310 048 208' },
      'organisasjonsnummer',
      { organisasjonsnummer: '310048208' },
    ],
    ['searchByKundeId', { kundeId: 990000001 }, 'kundeid', { kundeid: '990000001' }],
    ['searchByKjennemerke', { kjennemerkePattern: 'dn 0010?' }, 'kjennemerke', { kjennemerke: 'DN0010?' }],
    [
      'searchByUnderstellsnummer',
      { understellsnummerPattern: 'synt*', merkekode: '0065' },
      'understellsnummer',
      { understellsnummer: 'SYNT*', merkekode: '0065' },
    ],
  ])('%s %j', async (name, input, resource, query) => {
    const world = fakeWorld(inTurn(hits([])));
    await search(name, world, input);
    const [request] = world.requests;
    expect(request?.method).toBe('GET');
    expect(request?.url.split('?')[0]).toBe(`${MIRROR}/sok/${resource}`);
    expect(queryOf(world)).toEqual({ ...query, fra: '1', antall: '50' });
  });

  test('unknown characters are encoded, for a bare ? begins nothing', async () => {
    const world = fakeWorld(inTurn(hits([])));
    await search('searchByKjennemerke', world, { kjennemerkePattern: 'ÆØ1?' });
    expect(world.requests[0]?.url).toContain('kjennemerke=%C3%86%C3%981%3F&');
  });
});

describe('what is found', () => {
  test('is a list with its total, simplified as a look-up is', async () => {
    const world = fakeWorld(inTurn(hits([vehicle(plateAt(1))], 1)));
    const value = valueOf(await search('searchByOwnerName', world, { navn: 'Tekopp', includeOwner: true }));
    expect(value).toMatchObject({
      vehicles: [{ kjennemerke: 'DN 10001', euControl: { state: 'ok' }, owner: { name: 'VARM TEKOPP' } }],
      total: 1,
      unavailable: 0,
      responskoder: [],
    });
    expect(JSON.stringify(value)).not.toContain('Veien');
  });

  test.each<[string, Reply]>([
    ['204', { status: 204 }],
    ['an empty list', hits([])],
  ])('is nothing where the register answers %s, and that is no error', async (_how, reply) => {
    expect(valueOf(await search('searchByOwnerName', fakeWorld(inTurn(reply)), { navn: 'Finnes Ikke' }))).toEqual({
      vehicles: [],
      total: 0,
      unavailable: 0,
      responskoder: [],
    });
  });

  test('counts hits without a vehicle, and passes the codes on', async () => {
    const kjoretoyresponser = [
      { kjoretoy: vehicle(plateAt(1)), responskoder: [] },
      { responskoder: [{ kode: 'OPPLYSNINGER_UTILGJENGELIG', beskrivelse: 'x' }] },
    ];
    const more = { kjoretoyresponser, responskoder: [{ kode: 'FREG_UTILGJENGELIG' }, { kode: 'VARM TEKOPP' }] };
    expect(
      valueOf(await search('searchByOwnerName', fakeWorld(inTurn(hits([], 2, more))), { navn: 'Tekopp' })),
    ).toMatchObject({
      vehicles: [{ kuid: '9910001' }],
      total: 2,
      unavailable: 1,
      responskoder: ['FREG_UTILGJENGELIG', 'OPPLYSNINGER_UTILGJENGELIG'],
    });
  });

  test.each<[string, unknown]>([
    ['an object that says nothing', { message: 'OK' }],
    ['a list of something else', ['something else']],
  ])('is not nothing where the register answers %s', async (_what, json) => {
    const outcome = await search('searchByOwnerName', fakeWorld(inTurn({ json })), { navn: 'Tekopp' });
    expect(failureOf(outcome).code).toBe('ERR_UNEXPECTED_ANSWER');
  });

  test('is not nothing where a system behind the register failed', async () => {
    const failing = hits([], 0, { responskoder: [{ kode: 'TJENESTE_IKKE_TILGJENGELIG' }] });
    expect(failureOf(await search('searchByOwnerName', fakeWorld(inTurn(failing)), { navn: 'Tekopp' }))).toMatchObject({
      code: 'ERR_SERVICE_FAILURE',
      details: { serviceCode: 'TJENESTE_IKKE_TILGJENGELIG' },
    });
  });
});

describe('pages', () => {
  const input = { organisasjonsnummer: '310048208' };
  const pagesOf = (world: World) =>
    world.requests.map((_request, nth) => {
      const { fra, antall } = queryOf(world, nth);
      return [Number(fra), Number(antall)];
    });

  test.each([
    [500, 1000, 5],
    [500, 50, 10],
    [500, 33, 16],
    [99, 1000, 1],
    [100, 1000, 1],
    [101, 1000, 2],
  ])(
    'of %i hits, at most %i at a time, are fetched without a gap or a repeat in %i calls',
    async (count, cap, calls) => {
      const world = fakeWorld(register(count, cap));
      const value = valueOf(await search('searchByOrganisasjonsnummer', world, { ...input, returnAll: true }));
      expect(kuidsOf(value)).toEqual(kuids(count));
      expect(value.total).toBe(count);
      expect(world.requests).toHaveLength(calls);
    },
  );

  test.each([
    [{}, 50, [[1, 50]]],
    [
      { limit: 120 },
      120,
      [
        [1, 100],
        [101, 20],
      ],
    ],
    [{ limit: 2 }, 2, [[1, 2]]],
  ])('are no more than the limit needs: %j', async (settings, count, pages) => {
    const world = fakeWorld(register(500));
    const value = valueOf(await search('searchByOrganisasjonsnummer', world, { ...input, ...settings }));
    expect(kuidsOf(value)).toEqual(kuids(count));
    expect(value.total).toBe(500);
    expect(pagesOf(world)).toEqual(pages);
  });

  test('end at ten thousand, and the total tells that there is more', async () => {
    const bare = (row: number) => ({ kjoretoyId: { kuid: String(row) } });
    const world = fakeWorld(register(12_000, 1000, bare));
    const value = valueOf(await search('searchByOrganisasjonsnummer', world, { ...input, returnAll: true }));
    expect([kuidsOf(value).length, value.total, world.requests.length]).toEqual([10_000, 12_000, 100]);
  });

  test('go on where the register tells no total, until one is empty', async () => {
    const unknown: Route = async (request, nth) => {
      const reply = (await register(250)(request, nth)) as Reply;
      const { antallTreffTotalt: _total, ...json } = (reply.json ?? {}) as Record<string, unknown>;
      return reply.status === 204 ? reply : { json };
    };
    const world = fakeWorld(unknown);
    const value = valueOf(await search('searchByOrganisasjonsnummer', world, { ...input, returnAll: true }));
    expect([kuidsOf(value), value.total]).toEqual([kuids(250), 250]);
    expect(pagesOf(world).map(([fra]) => fra)).toEqual([1, 101, 201, 251]);
  });

  test('that come again are an error, and no list with a gap', async () => {
    const world = fakeWorld(() =>
      hits(
        Array.from({ length: 100 }, (_, at) => vehicle(plateAt(at))),
        300,
      ),
    );
    const outcome = await search('searchByOrganisasjonsnummer', world, { ...input, returnAll: true });
    expect(failureOf(outcome).code).toBe('ERR_UNEXPECTED_ANSWER');
    expect(world.requests).toHaveLength(2);
  });

  test('between which a vehicle has moved show it once', async () => {
    const first = [0, 1, 2].map((at) => vehicle(plateAt(at)));
    const second = [2, 3].map((at) => vehicle(plateAt(at)));
    const world = fakeWorld(inTurn(hits(first, 5), hits(second, 5)));
    const value = valueOf(await search('searchByOrganisasjonsnummer', world, { ...input, returnAll: true }));
    expect(kuidsOf(value)).toEqual(kuids(4));
  });

  test('fail whole where one fails: half a list looks like a whole one', async () => {
    const route: Route = (request, nth) => (nth === 2 ? { status: 403 } : register(300)(request, nth));
    const outcome = await search('searchByOrganisasjonsnummer', fakeWorld(route), { ...input, returnAll: true });
    expect(failureOf(outcome).code).toBe('ERR_FORBIDDEN');
  });
});

describe('a search that cannot be made is sent nowhere', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['searchByOwnerName', { navn: '' }, 'ERR_INVALID_INPUT', 'navn'],
    ['searchByOwnerName', { navn: 'x', fodselsdato: '1978' }, 'ERR_INVALID_INPUT', 'fodselsdato'],
    ['searchByOwnerName', { navn: 'x', fodselsdato: '14.03.1978' }, 'ERR_INVALID_INPUT', 'fodselsdato'],
    ['searchByFoedselsnummer', { foedselsnummer: '310048208' }, 'ERR_INVALID_IDENTIFIER', 'foedselsnummer'],
    ['searchByFoedselsnummer', { foedselsnummer: '02013299997' }, 'ERR_REAL_IDENTIFIER', 'foedselsnummer'],
    ['searchByOrganisasjonsnummer', { organisasjonsnummer: PERSON }, 'ERR_INVALID_IDENTIFIER', 'organisasjonsnummer'],
    ['searchByKjennemerke', { kjennemerkePattern: '????' }, 'ERR_INVALID_IDENTIFIER', 'kjennemerkePattern'],
    [
      'searchByUnderstellsnummer',
      { understellsnummerPattern: '*' },
      'ERR_INVALID_IDENTIFIER',
      'understellsnummerPattern',
    ],
    ['searchByUnderstellsnummer', { understellsnummerPattern: 'A', limit: 0 }, 'ERR_INVALID_INPUT', 'limit'],
    ['searchByUnderstellsnummer', { understellsnummerPattern: 'A', limit: 2.9 }, 'ERR_INVALID_INPUT', 'limit'],
  ])('%s %j', async (name, input, code, field) => {
    const world = fakeWorld(register(1));
    expect(failureOf(await search(name, world, input))).toMatchObject({ code, details: { field } });
    expect(world.requests).toEqual([]);
  });

  test('and one for an organisation as if it were a person says which it is', async () => {
    const outcome = await search('searchByFoedselsnummer', fakeWorld(register(1)), { foedselsnummer: '310048208' });
    expect(failureOf(outcome).message).toBe(
      '"National Identity Number" is an organisation number, where a person is asked for.',
    );
  });
});
