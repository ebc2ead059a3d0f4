import {
  failureOf,
  fakeWorld,
  fiksCredential,
  INTEGRATION,
  inTurn,
  jsonOf,
  ORGANISATION,
  refillRetries,
  valueOf,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { plateAt, run, vehicle } from './vehicles';

beforeEach(() => refillRetries('kjoretoyregister'));

interface Question {
  readonly kjennemerke?: string;
  readonly kuid?: string;
  readonly dtg?: string;
}

const MIRROR = `https://api.fiks.test.ks.no/kjoretoyregister/api/${ORGANISATION}/rest/distribusjon/kjoretoy/v2.0`;
const questionsIn = (world: World, nth = 0): Question[] => jsonOf(world.requests[nth]) as Question[];

/** Answers as the register's next version does. */
const knowing: Route = (request) => ({
  json: {
    gjenstaendeKvote: 4944,
    responser: (jsonOf(request) as Question[]).map((question) => ({
      request: question,
      kjoretoydata: vehicle(question.kjennemerke ?? `DN${question.kuid?.slice(2) ?? ''}`),
    })),
  },
});
const answering = (json: unknown): Route => inTurn({ json });

const plates = (world: World, written: readonly unknown[], settings: object = {}) =>
  run(
    'lookUpByKjennemerke',
    world,
    written.map((kjennemerke) => ({ kjennemerke, ...settings })),
  );

describe('looking up by plate', () => {
  test('is one POST for all, each plate once and in the spelling the register compares', async () => {
    const world = fakeWorld(knowing);
    const outcomes = await plates(world, ['dn 10001', 'DN-10002', 'DN10001']);
    expect(world.requests).toHaveLength(1);
    expect(world.requests[0]).toMatchObject({
      method: 'POST',
      url: `${MIRROR}/bulk/kjennemerke`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: 'Bearer token-1',
        IntegrasjonId: INTEGRATION,
        IntegrasjonPassord: 'integration-password',
      },
    });
    expect(questionsIn(world)).toEqual([{ kjennemerke: 'DN10001' }, { kjennemerke: 'DN10002' }]);
    expect(outcomes.map((outcome) => valueOf(outcome).kjennemerke)).toEqual(['DN 10001', 'DN 10002', 'DN 10001']);
  });

  test('tells how much is left of the quota, where the register does', async () => {
    expect(valueOf((await plates(fakeWorld(knowing), ['DN10001']))[0]).quotaLeft).toBe(4944);
    const silent = answering({ responser: [{ kjoretoydata: vehicle(plateAt(1)) }] });
    expect(valueOf((await plates(fakeWorld(silent), ['DN10001']))[0]).quotaLeft).toBeNull();
  });

  test('is a hundred to a call, in order, and each gets its own', async () => {
    const written = Array.from({ length: 250 }, (_, at) => plateAt(at));
    const world = fakeWorld(knowing);
    const outcomes = await plates(world, written);
    expect(world.requests.map((_request, nth) => questionsIn(world, nth).length)).toEqual([100, 100, 50]);
    expect(outcomes.map((outcome) => String(valueOf(outcome).kjennemerke).replace(' ', ''))).toEqual(written);
  });

  test('sends different moments in one call, a date as the beginning of the day in Norway', async () => {
    const world = fakeWorld(knowing);
    const inputs = [
      { kjennemerke: 'DN10001', dtg: '2020-06-01' },
      { kjennemerke: 'DN10001', dtg: '2018-11-15T23:00:00.000+01:00' },
      { kjennemerke: 'DN10001' },
      { kjennemerke: 'DN10001', dtg: new Date('2020-05-31T22:00:00Z') },
    ];
    const outcomes = await run('lookUpByKjennemerke', world, inputs);
    expect(world.requests).toHaveLength(1);
    expect(questionsIn(world)).toEqual([
      { kjennemerke: 'DN10001', dtg: '2020-06-01T00:00:00.000+02:00' },
      { kjennemerke: 'DN10001', dtg: '2018-11-15T23:00:00.000+01:00' },
      { kjennemerke: 'DN10001' },
    ]);
    expect(outcomes.map((outcome) => (valueOf(outcome).euControl as { state: string }).state)).toEqual([
      'notApplicable',
      'notApplicable',
      'ok',
      'notApplicable',
    ]);
  });

  test('asks for the organisation the node names', async () => {
    const other = '5e5e5e5e-0000-4000-8000-000000000005';
    const world = fakeWorld(knowing);
    await plates(world, ['DN10001'], { fiksOrgId: other });
    expect(world.requests[0]?.url).toBe(`${MIRROR.replace(ORGANISATION, other)}/bulk/kjennemerke`);
  });

  test('asks nothing without an organisation, and says where it is filled in', async () => {
    const world = fakeWorld(knowing);
    const none = { fiks: { ...fiksCredential, fiksOrgId: '' } };
    const [outcome] = await run('lookUpByKjennemerke', world, [{ kjennemerke: 'DN10001' }], none);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_CREDENTIAL_INCOMPLETE', details: { field: 'fiksOrgId' } });
    expect(world.requests).toEqual([]);
  });

  test.each([
    [{ kjennemerke: 'DN0010?' }, 'ERR_INVALID_IDENTIFIER', 'kjennemerke'],
    [{ kjennemerke: 'https://x.no' }, 'ERR_INVALID_IDENTIFIER', 'kjennemerke'],
    [{ kjennemerke: '' }, 'ERR_INVALID_INPUT', 'kjennemerke'],
    [{ kjennemerke: 'DN10001', dtg: 'not-a-date' }, 'ERR_INVALID_INPUT', 'dtg'],
    [{ kjennemerke: 'DN10001', dtg: '15.11.2018' }, 'ERR_INVALID_INPUT', 'dtg'],
    [{ kjennemerke: 'DN10001', fiksOrgId: 'kommunen' }, 'ERR_INVALID_IDENTIFIER', 'fiksOrgId'],
  ])('%j is sent nowhere, and its neighbour is', async (input, code, field) => {
    const world = fakeWorld(knowing);
    const outcomes = await run('lookUpByKjennemerke', world, [input, { kjennemerke: 'DN10002' }]);
    expect(failureOf(outcomes[0])).toMatchObject({ code, details: { field } });
    expect(valueOf(outcomes[1]).kjennemerke).toBe('DN 10002');
    expect(questionsIn(world)).toEqual([{ kjennemerke: 'DN10002' }]);
  });
});

test('looking up by kuid asks for kuids, written as numbers or as text', async () => {
  const world = fakeWorld(knowing);
  const outcomes = await run('lookUpByKuid', world, [{ kuid: '9910001' }, { kuid: 9910002, dtg: '2020-06-01' }]);
  expect(world.requests.map(({ url }) => url)).toEqual([`${MIRROR}/bulk/kuid`]);
  expect(questionsIn(world)).toEqual([{ kuid: '9910001' }, { kuid: '9910002', dtg: '2020-06-01T00:00:00.000+02:00' }]);
  expect(outcomes.map((outcome) => valueOf(outcome).kuid)).toEqual(['9910001', '9910002']);
});

describe('the register refusing', () => {
  test.each([
    ['OPPLYSNINGER_UTILGJENGELIG', 'ERR_VEHICLE_WITHHELD', /manually/],
    ['KJENNEMERKE_UKJENT', 'ERR_VEHICLE_NOT_FOUND', /moved to another vehicle/],
    ['KJENNEMERKE_IKKE_FUNNET', 'ERR_VEHICLE_NOT_FOUND', /./],
    ['UGYLDIG_KJENNEMERKE', 'ERR_INVALID_IDENTIFIER', /Correct it/],
    ['KJENNEMERKE_UGYLDIG', 'ERR_INVALID_IDENTIFIER', /Correct it/],
    ['UGYLDIG_DTG', 'ERR_INVALID_INPUT', /moment/],
    ['INGEN_TILGANG', 'ERR_FORBIDDEN', /KS/],
    ['TEKNISK_FEIL', 'ERR_SERVICE_FAILURE', /api-kjoretoy@vegvesen\.no/],
    ['NOE_HELT_NYTT', 'ERR_REFUSED', /api-kjoretoy@vegvesen\.no/],
  ])('one plate with %s is the error of that one alone: %s', async (feilmelding, code, action) => {
    const responser = [
      { request: { kjennemerke: 'DN10001' }, feilmelding },
      { request: { kjennemerke: 'DN10002' }, kjoretoydata: vehicle('DN10002') },
    ];
    const outcomes = await plates(fakeWorld(answering({ responser })), ['DN10001', 'DN10002']);
    const error = failureOf(outcomes[0]);
    expect(error).toMatchObject({ code, details: { service: 'kjoretoyregister', serviceCode: feilmelding } });
    expect(error.action).toMatch(action);
    expect(outcomes[1]?.ok).toBe(true);
  });

  test('in words that are no code does not repeat them', async () => {
    const feilmelding = 'Kjøretøyet til VARM TEKOPP finnes ikke';
    const error = failureOf((await plates(fakeWorld(answering([{ feilmelding }])), ['DN10001']))[0]);
    expect(error).toMatchObject({ code: 'ERR_REFUSED', details: { serviceCode: undefined } });
    expect(JSON.stringify([error.message, error.action, error.details])).not.toContain('TEKOPP');
  });

  test('all at once speaks for each', async () => {
    const body = { feilmelding: 'TJENESTE_IKKE_TILGJENGELIG' };
    const outcomes = await plates(fakeWorld(answering(body)), ['DN10001', 'DN10002']);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(['ERR_SERVICE_FAILURE', 'ERR_SERVICE_FAILURE']);
  });

  test('with nothing at all (204) means that it knows none of them', async () => {
    const outcomes = await plates(
      fakeWorld(() => ({ status: 204 })),
      ['DN10001', 'DN10002'],
    );
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual([
      'ERR_VEHICLE_NOT_FOUND',
      'ERR_VEHICLE_NOT_FOUND',
    ]);
  });

  test.each<[string, unknown]>([
    ['a list that is too short', { responser: [] }],
    ['an answer about another', [{ request: { kjennemerke: 'DN10009' }, kjoretoydata: vehicle('DN10009') }]],
    ['an element that says nothing', { responser: [{ request: { kjennemerke: 'DN10001' } }] }],
    ['a text', '"OK"'],
  ])('to be understood (%s) is an error, and no other vehicle', async (_what, body) => {
    expect(failureOf((await plates(fakeWorld(answering(body)), ['DN10001']))[0]).code).toBe('ERR_UNEXPECTED_ANSWER');
  });
});

describe('a register that takes fewer at once', () => {
  const taking =
    (most: number): Route =>
    (request, nth) => {
      const questions = jsonOf(request) as Question[];
      return questions.length > most ? { status: 400, json: { responskoder: [] } } : knowing(request, nth);
    };
  const written = Array.from({ length: 100 }, (_, at) => plateAt(at));

  test('is asked in smaller calls, and everything is answered in order', async () => {
    const world = fakeWorld(taking(26));
    const outcomes = await plates(world, written);
    expect(outcomes.map((outcome) => String(valueOf(outcome).kjennemerke).replace(' ', ''))).toEqual(written);
    expect(world.requests.map((_request, nth) => questionsIn(world, nth).length)).toEqual([
      100, 50, 25, 25, 50, 25, 25,
    ]);
  });

  test('keeps what it has answered when it fails for the rest', async () => {
    const world = fakeWorld((request, nth) => (nth > 4 ? { status: 403 } : taking(26)(request, nth)));
    const outcomes = await plates(world, written);
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.code))).toEqual([
      ...Array.from({ length: 50 }, () => 'ok'),
      ...Array.from({ length: 50 }, () => 'ERR_FORBIDDEN'),
    ]);
  });

  test('is asked no more once the quota is spent, also not for the other half', async () => {
    const world = fakeWorld((request, nth) => (nth > 1 ? { status: 422 } : taking(26)(request, nth)));
    const outcomes = await plates(world, written);
    expect(new Set(outcomes.map((outcome) => failureOf(outcome).code))).toEqual(new Set(['ERR_QUOTA_SPENT']));
    expect(world.requests.map((_request, nth) => questionsIn(world, nth).length)).toEqual([100, 50]);
  });

  test('is not asked for ever: what it refuses in a small call it refuses', async () => {
    const world = fakeWorld(taking(0));
    const outcomes = await plates(world, written);
    expect(new Set(outcomes.map((outcome) => failureOf(outcome).code))).toEqual(new Set(['ERR_REFUSED']));
    expect(world.requests.map((_request, nth) => questionsIn(world, nth).length)).toEqual([
      100, 50, 25, 25, 50, 25, 25,
    ]);
  });
});

describe('looking up by chassis number', () => {
  const find = (route: Route, understellsnummer: unknown = 'SYNTDN10001', world = fakeWorld(route)) =>
    run('lookUpByUnderstellsnummer', world, [{ understellsnummer }]).then(([outcome]) => ({ outcome, world }));
  const inner = (...kjoretoydataListe: unknown[]) => ({
    responser: [{ request: { understellsnummer: 'SYNTDN10001' }, kjoretoydataListe }],
  });

  test('is a GET with the number as one piece of the address', async () => {
    const { world } = await find(answering(inner({ kjoretoydata: vehicle(plateAt(1)) })), 'ab/12 ø');
    expect(world.requests[0]).toMatchObject({
      method: 'GET',
      url: `${MIRROR}/bulk/understellsnummer/AB%2F12%20%C3%98`,
    });
    expect(world.requests[0]?.body).toBeUndefined();
    expect(world.requests[0]?.headers).not.toHaveProperty('content-type');
  });

  test.each<[string, unknown]>([
    ['in a list within a list', inner({ kjoretoydata: vehicle(plateAt(1)) }, { kjoretoydata: vehicle(plateAt(2)) })],
    [
      'as a search has them',
      { kjoretoyresponser: [{ kjoretoy: vehicle(plateAt(1)) }, { kjoretoy: vehicle(plateAt(2)) }] },
    ],
  ])('gives a list, also of vehicles that share it (%s)', async (_how, body) => {
    const { vehicles, total, unavailable } = valueOf((await find(answering(body))).outcome);
    expect((vehicles as { kuid: string }[]).map(({ kuid }) => kuid)).toEqual(['9910001', '9910002']);
    expect({ total, unavailable }).toEqual({ total: 2, unavailable: 0 });
  });

  test('counts those that are withheld, and says why', async () => {
    const body = inner({ kjoretoydata: vehicle(plateAt(1)) }, { feilmelding: 'OPPLYSNINGER_UTILGJENGELIG' });
    expect(valueOf((await find(answering(body))).outcome)).toMatchObject({
      vehicles: [{ kuid: '9910001' }],
      total: 2,
      unavailable: 1,
      responskoder: ['OPPLYSNINGER_UTILGJENGELIG'],
    });
  });

  test.each<[string, Reply, string]>([
    ['nobody has it', { json: { responser: [{ feilmelding: 'UNDERSTELLSNUMMER_UKJENT' }] } }, 'ERR_VEHICLE_NOT_FOUND'],
    ['the list is empty', { json: inner() }, 'ERR_VEHICLE_NOT_FOUND'],
    ['there is no answer', { status: 204 }, 'ERR_VEHICLE_NOT_FOUND'],
    ['all are withheld', { json: inner({ feilmelding: 'OPPLYSNINGER_UTILGJENGELIG' }) }, 'ERR_VEHICLE_WITHHELD'],
    ['a system failed', { json: { responskoder: [{ kode: 'TEKNISK_FEIL' }] } }, 'ERR_SERVICE_FAILURE'],
  ])('fails where %s', async (_why, reply, code) => {
    expect(failureOf((await find(inTurn(reply))).outcome).code).toBe(code);
  });

  test.each(['..', 'SYNT*', 'x'.repeat(20)])('does not send %p', async (written) => {
    const { outcome, world } = await find(knowing, written);
    expect(failureOf(outcome).code).toBe('ERR_INVALID_IDENTIFIER');
    expect(world.requests).toEqual([]);
  });
});
