import {
  failureOf,
  fakeWorld,
  inTurn,
  jsonOf,
  ORGANISATION,
  refillRetries,
  valueOf,
  type Route,
  type World,
} from '../fakePorts';
import { run } from './vehicles';

beforeEach(() => refillRetries('kjoretoyregister'));

const KS = `https://api.fiks.test.ks.no/kjoretoyregister/api/v1/ks/${ORGANISATION}`;
const PERSON = '14837810141';
const NUMBER = '310048208';

const car = (at: number) => ({
  kjennemerke: `DN ${10_000 + at}`,
  eierskap: { eier: { organisasjon: { organisasjonsnummer: NUMBER, organisasjonsnavn: 'AS' }, fra: '2023-02-14' } },
  registrering: { status: 'REGISTRERT' },
});

/** A service with so many vehicles, that counts its rows from 0 and tells no total. */
const fleet =
  (count: number): Route =>
  (request) => {
    const { fra, antall } = jsonOf(request) as { fra: number; antall: number };
    const rows = Array.from({ length: Math.max(0, Math.min(antall, count - fra)) }, (_, at) => car(fra + at));
    return { json: { organisasjonsnummer: NUMBER, kjoretoy: rows } };
  };

const list = async (name: string, world: World, input: Record<string, unknown>) => (await run(name, world, [input]))[0];
const platesOf = (value: Record<string, unknown>) =>
  (value.vehicles as { kjennemerke: string }[]).map(({ kjennemerke }) => kjennemerke);
const plates = (count: number) => Array.from({ length: count }, (_, at) => car(at).kjennemerke);

describe('the vehicles of a person', () => {
  test('are asked for with the number in the body, and in no address', async () => {
    const world = fakeWorld(inTurn({ json: { fnr: PERSON, kjoretoy: [car(1), car(2)] } }));
    const value = valueOf(await list('listVehiclesOfPerson', world, { foedselsnummer: PERSON }));
    expect([platesOf(value), value.total]).toEqual([['DN 10001', 'DN 10002'], 2]);
    expect(world.requests[0]).toMatchObject({
      method: 'POST',
      url: `${KS}/person`,
      headers: { 'content-type': 'application/json' },
    });
    expect(jsonOf(world.requests[0])).toEqual({ fnr: PERSON });
    expect(JSON.stringify(value)).not.toContain(PERSON);
  });

  test.each([{ json: { fnr: PERSON, kjoretoy: [] } }, { status: 204 }])('may be none: %j', async (reply) => {
    const outcome = await list('listVehiclesOfPerson', fakeWorld(inTurn(reply)), { foedselsnummer: PERSON });
    expect(valueOf(outcome)).toEqual({ vehicles: [], total: 0 });
  });

  test('are told of one by one: what cannot be read of one leaves the others', async () => {
    const kjoretoy = [car(1), null, { ...car(2), tekniskeData: 'x' }];
    const outcome = await list('listVehiclesOfPerson', fakeWorld(inTurn({ json: { fnr: PERSON, kjoretoy } })), {
      foedselsnummer: PERSON,
    });
    expect(platesOf(valueOf(outcome))).toEqual(['DN 10001', null, 'DN 10002']);
  });

  test('are not in an answer of another shape', async () => {
    const outcome = await list('listVehiclesOfPerson', fakeWorld(inTurn({ json: { fnr: PERSON } })), {
      foedselsnummer: PERSON,
    });
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_UNEXPECTED_ANSWER' });
  });
});

describe('the vehicles of an organisation', () => {
  const all = { organisasjonsnummer: NUMBER, returnAll: true };

  test.each([
    [500, 6],
    [99, 1],
    [100, 2],
    [0, 1],
  ])('are fetched page by page without a gap or a repeat: %i in %i calls', async (count, calls) => {
    const world = fakeWorld(fleet(count));
    const value = valueOf(await list('listVehiclesOfOrganisation', world, all));
    expect([platesOf(value), value.total]).toEqual([plates(count), count]);
    expect(world.requests).toHaveLength(calls);
    expect(jsonOf(world.requests[0])).toEqual({ organisasjonsnummer: NUMBER, fra: 0, antall: 100 });
  });

  test('are no more than the limit, and then nobody knows how many there are', async () => {
    const world = fakeWorld(fleet(500));
    const value = valueOf(await list('listVehiclesOfOrganisation', world, { organisasjonsnummer: NUMBER }));
    expect([platesOf(value), value.total]).toEqual([plates(50), null]);
    expect(world.requests.map(jsonOf)).toEqual([{ organisasjonsnummer: NUMBER, fra: 0, antall: 50 }]);
  });

  test('show who owns them where that is asked for: a leased one belongs to another', async () => {
    const input = { organisasjonsnummer: NUMBER, includeOwner: true };
    expect(valueOf(await list('listVehiclesOfOrganisation', fakeWorld(fleet(1)), input))).toMatchObject({
      vehicles: [{ owner: { type: 'organisation', name: 'AS', organisasjonsnummer: NUMBER, since: '2023-02-14' } }],
    });
  });
});
