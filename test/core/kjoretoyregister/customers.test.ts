import {
  failureOf,
  fakeWorld,
  inTurn,
  ORGANISATION,
  refillRetries,
  valueOf,
  type Reply,
  type World,
} from '../fakePorts';
import { enhet, person, run } from './vehicles';

beforeEach(() => refillRetries('kjoretoyregister'));

const URL_OF_SEARCH = `https://api.fiks.test.ks.no/kjoretoyregister/api/${ORGANISATION}/rest/distribusjon/kjoretoy/v2.0/sok/kunde`;

const hits = (kunder: unknown, antallTreffTotalt?: number): Reply => ({
  json: { responskoder: [], antallTreffTotalt, kunder },
});
const search = async (world: World, input: Record<string, unknown>) =>
  (await run('searchCustomers', world, [input]))[0];
const queryOf = (world: World) => Object.fromEntries(new URL(world.requests[0]?.url ?? '').searchParams);

describe('searching for customers', () => {
  test.each<[Record<string, unknown>, Record<string, string>]>([
    [{ navn: 'Tekopp' }, { navn: 'Tekopp', eiertype: 'BEGGE' }],
    [
      { navn: 'Tekopp', eiertype: 'PERSON', fonetisk: true, kjonn: 'K', fodselsdato: '1978', kommune: 'Indre Østfold' },
      {
        navn: 'Tekopp',
        eiertype: 'PERSON',
        fonetisk: 'true',
        kjonn: 'K',
        fodselsdato: '1978',
        kommune: 'Indre Østfold',
      },
    ],
    [
      { fornavn: 'Varm', mellomnavn: 'X', etternavn: 'Tekopp', fodselsdato: '1978-03-14' },
      { fornavn: 'Varm', mellomnavn: 'X', etternavn: 'Tekopp', fodselsdato: '1978-03-14', eiertype: 'BEGGE' },
    ],
    [
      { navn: 'AS', eiertype: 'ORGANISASJON', postnummer: '0661', poststed: 'Oslo', fylke: 'Oslo' },
      { navn: 'AS', eiertype: 'ORGANISASJON', postnummer: '0661', poststed: 'Oslo', fylke: 'Oslo' },
    ],
  ])('with %j asks for that, and for no pages', async (input, query) => {
    const world = fakeWorld(inTurn(hits([])));
    await search(world, input);
    expect(world.requests[0]?.url.split('?')[0]).toBe(URL_OF_SEARCH);
    expect(queryOf(world)).toEqual(query);
  });

  test('gives who, how many vehicles and the id to search for them by, and no address', async () => {
    const kunder = [
      { personEnhet: person('TEKOPP'), antallKjoretoy: 2 },
      { personEnhet: enhet('AS') },
      { personEnhet: person('LAMPE', { erUnntattOffentlighet: true }), antallKjoretoy: 1 },
    ];
    const value = valueOf(await search(fakeWorld(inTurn(hits(kunder, 7))), { navn: 'x' }));
    expect(value).toEqual({
      total: 7,
      unavailable: 0,
      customers: [
        {
          type: 'person',
          name: 'VARM TEKOPP',
          foedselsnummer: '14837810141',
          foedselsdato: '1978-03-14',
          kundeId: '990000001',
          unverified: false,
          vehicleCount: 2,
          handleManually: false,
        },
        {
          type: 'organisation',
          name: 'AS',
          organisasjonsnummer: '310048208',
          kundeId: '990000101',
          unverified: false,
          vehicleCount: null,
          handleManually: false,
        },
        expect.objectContaining({ name: 'VARM LAMPE', handleManually: true }),
      ],
    });
    expect(JSON.stringify(value)).not.toMatch(/Veien|Eksempelgata|BERGEN|erUnntatt/);
  });

  test('gives addresses to an author who asks for protected ones, and still flags them', async () => {
    const kunder = [{ personEnhet: person('LAMPE', { erUnntattOffentlighet: true }) }];
    const input = { navn: 'x', includeProtectedAddresses: true };
    expect(valueOf(await search(fakeWorld(inTurn(hits(kunder))), input))).toMatchObject({
      customers: [{ address: { adresselinje1: 'Veien til LAMPE' }, handleManually: true }],
      total: 1,
    });
  });

  test.each<[string, Reply]>([
    ['nothing', { status: 204 }],
    ['no customers', hits([], 0)],
    ['no list, and no hits', hits(undefined, 0)],
  ])('gives none for %s', async (_what, reply) => {
    expect(valueOf(await search(fakeWorld(inTurn(reply)), { navn: 'x' }))).toEqual({
      customers: [],
      unavailable: 0,
      total: 0,
    });
  });

  test('counts the hits that say nothing of who it is', async () => {
    const kunder = [null, { personEnhet: person('TEKOPP') }, { antallKjoretoy: 3 }, { personEnhet: 'LAMPE' }];
    expect(valueOf(await search(fakeWorld(inTurn(hits(kunder))), { navn: 'x' }))).toMatchObject({
      customers: [{ name: 'VARM TEKOPP' }],
      unavailable: 3,
      total: 4,
    });
  });

  test('is no empty list where a system behind the register failed', async () => {
    const reply = { json: { responskoder: [{ kode: 'TEKNISK_FEIL' }], kunder: [] } };
    expect(failureOf(await search(fakeWorld(inTurn(reply)), { navn: 'x' }))).toMatchObject({
      code: 'ERR_SERVICE_FAILURE',
    });
  });

  test.each<[string, Reply]>([
    ['an object that says nothing', { json: {} }],
    ['a list of something else', { json: ['something else'] }],
    ['customers that are nobody', hits([null, {}, { personEnhet: 'TEKOPP' }], 3)],
  ])('is no empty list for %s', async (_what, reply) => {
    expect(failureOf(await search(fakeWorld(inTurn(reply)), { navn: 'x' }))).toMatchObject({
      code: 'ERR_UNEXPECTED_ANSWER',
    });
  });

  test.each([
    ['1985-11-02', '1985-11-02'],
    ['1985-11-01T23:00:00.000Z', '1985-11-02'],
    ['1985-07-01T22:00:00.000Z', '1985-07-02'],
    ['1985-11-02T00:00:00.000+01:00', '1985-11-02'],
    ['1985-11-02T00:00', '1985-11-02'],
    ['1985', '1985'],
  ])('with %s as the date of birth asks for %s', async (fodselsdato, asked) => {
    const world = fakeWorld(inTurn(hits([])));
    await search(world, { navn: 'x', fodselsdato });
    expect(queryOf(world)).toMatchObject({ fodselsdato: asked });
  });

  test.each<[Record<string, unknown>, string]>([
    [{}, 'navn'],
    [{ navn: 'Tekopp', etternavn: 'Tekopp' }, 'navn'],
    [{ etternavn: 'Tekopp', fonetisk: true }, 'fonetisk'],
    [{ navn: 'Tekopp', kjonn: 'K' }, 'kjonn'],
    [{ navn: 'AS', eiertype: 'ORGANISASJON', kjonn: 'M' }, 'kjonn'],
    [{ navn: 'Tekopp', fodselsdato: '1778' }, 'fodselsdato'],
    [{ navn: 'Tekopp', fodselsdato: '1985-11-02garbage' }, 'fodselsdato'],
    [{ navn: 'Tekopp', fodselsdato: '1985-13-02' }, 'fodselsdato'],
    [{ navn: 'Tekopp', eiertype: 'ALLE' }, 'eiertype'],
  ])('with %j is sent nowhere', async (input, field) => {
    const world = fakeWorld(inTurn());
    expect(failureOf(await search(world, input))).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field } });
    expect(world.requests).toEqual([]);
  });
});
