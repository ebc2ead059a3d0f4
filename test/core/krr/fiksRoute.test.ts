import { decodeJwt } from 'jose';
import { krrOperations } from '../../../src/krr/operations';
import { runOperation } from '../../../src/operations/run';
import {
  failureOf,
  fakeWorld,
  fiksCredential,
  INTEGRATION,
  inTurn,
  jsonOf,
  refillRetries,
  ROLE,
  sessionIn,
  valueOf,
  type Reply,
  type Route,
  type World,
} from '../fakePorts';
import { someNumbers } from '../numbers';

const BARNEVERN = '4d4d4d4d-0000-4000-8000-000000000004';
const [a = '', b = '', c = ''] = someNumbers(3);

beforeEach(() => refillRetries('krr'));

const run = (name: string, world: World, numbers: readonly string[], settings: object = {}, changes: object = {}) =>
  runOperation(
    krrOperations.find((one) => one.name === name)!,
    sessionIn(world, changes),
    numbers.map((foedselsnummer) => ({ values: { foedselsnummer, route: 'fiks', ...settings } })),
    { rules: { realPersons: false } },
  );
const lookUp = (world: World, numbers: readonly string[], settings = {}, changes = {}) =>
  run('lookUpContactInfo', world, numbers, settings, changes);
const check = (world: World, numbers: readonly string[], settings = {}) =>
  run('checkNotificationRules', world, numbers, settings);

const wire = (fnr: string, more: Record<string, unknown> = {}) => ({
  fnr,
  status: 'AKTIV',
  reservert: false,
  kanVarsles: true,
  epost: {
    adresse: 'a@example.no',
    sistOppdatert: '2016-06-10T21:00:01+02:00',
    sistVerifisert: '2026-06-10T19:00:01Z',
  },
  tlf: { nummer: '99999999', sistOppdatert: '2016-06-10T21:00:01.000+02:00' },
  ...more,
});
const about = (request: Parameters<Route>[0]): string => (jsonOf(request) as { fnr: string }).fnr;
const answering =
  (more: Record<string, unknown> = {}): Route =>
  (request) => ({ json: wire(about(request), more) });
const NOBODY: Reply = { status: 404, json: { status: 404, message: 'Ingen treff' } };

describe('through Fiks Register', () => {
  test('each person is asked for alone, by the role, with the integration and no scope of KRR', async () => {
    const world = fakeWorld(answering());
    await lookUp(world, [a, b, a]);
    expect(world.requests.map((request) => [request.method, request.url, jsonOf(request)])).toEqual(
      [a, b].map((fnr) => ['POST', `https://api.fiks.test.ks.no/register/api/v1/ks/${ROLE}/krr/person`, { fnr }]),
    );
    expect(world.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer token-1',
      IntegrasjonId: INTEGRATION,
      IntegrasjonPassord: fiksCredential.integrationPassword,
    });
    const assertion = new URLSearchParams(String(world.tokenRequests[0]?.body)).get('assertion') ?? '';
    expect(decodeJwt(assertion).scope).toBe('ks:fiks');
  });

  test('the role can be chosen by its name in the credential', async () => {
    const world = fakeWorld(answering());
    const fiks = { ...fiksCredential, roles: [{ name: 'Barnevern', rolleId: BARNEVERN, purpose: '', parts: [] }] };
    await lookUp(world, [a], { rolleId: 'barnevern' }, { fiks });
    expect(world.requests[0]?.url).toContain(`/ks/${BARNEVERN}/krr/person`);
  });

  test('a person is shown as by the other route, with null for what this one does not tell', async () => {
    const [outcome] = await lookUp(fakeWorld(answering()), [a]);
    expect(valueOf(outcome)).toEqual({
      foedselsnummer: a,
      hasDigitalMailbox: null,
      reserved: false,
      language: null,
      languageForTemplate: 'nb',
      krrStatus: 'AKTIV',
      varslingsstatus: 'KAN_VARSLES',
      email: {
        address: 'a@example.no',
        lastUpdated: '2016-06-10T21:00:01+02:00',
        lastUpdatedRaw: '2016-06-10T21:00:01+02:00',
        lastVerified: '2026-06-10T21:00:01+02:00',
        lastVerifiedRaw: '2026-06-10T19:00:01Z',
        shared: null,
      },
      mobile: {
        address: '99999999',
        e164: '+4799999999',
        lastUpdated: '2016-06-10T21:00:01+02:00',
        lastUpdatedRaw: '2016-06-10T21:00:01.000+02:00',
        lastVerified: null,
        lastVerifiedRaw: null,
        shared: null,
      },
      mailbox: null,
    });
  });

  test('the rule is the same', async () => {
    expect(valueOf((await check(fakeWorld(answering()), [a]))[0])).toMatchObject({
      canBeNotified: true,
      channels: ['email'],
      email: { fresh: true, shared: null },
      mobile: { fresh: false },
    });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ reservert: true }, 'RESERVERT'],
    [{ reservert: null }, 'UKJENT_RESERVASJON'],
    [{ kanVarsles: false }, 'KAN_IKKE_VARSLES'],
    [{ kanVarsles: false, epost: null, tlf: null }, 'KAN_IKKE_VARSLES'],
    [{ kanVarsles: undefined }, 'KAN_VARSLES'],
    [{ status: 'SLETTET' }, 'SLETTET'],
    [{ status: 'Aktiv' }, 'KAN_VARSLES'],
    [{ status: undefined }, 'KAN_VARSLES'],
    [{ status: 'NOE_NYTT' }, 'UKJENT_STATUS'],
    [{ epost: { adresse: 'a@example.no' }, tlf: undefined }, 'MANGLER_DATO'],
    [{ epost: undefined }, 'UTLOEPT'],
  ])('%j is %s', async (more, reason) => {
    expect(valueOf((await check(fakeWorld(answering(more)), [a]))[0]).reason).toBe(reason);
  });

  test.each([[undefined], [null], [{}], [{ adresse: '', nummer: '' }], [{ adresse: ' ', nummer: null }]])(
    'an e-mail and a telephone that are %j are none',
    async (none) => {
      const [outcome] = await lookUp(fakeWorld(answering({ epost: none, tlf: none })), [a]);
      expect(valueOf(outcome)).toMatchObject({ email: null, mobile: null });
      const [verdict] = await check(fakeWorld(answering({ epost: none, tlf: none })), [a]);
      expect(valueOf(verdict)).toMatchObject({ reason: 'INGEN_ADRESSE', notification: 'paperOnly' });
    },
  );

  test('who is not found is not registered, and the others are answered', async () => {
    const world = fakeWorld((request) => (about(request) === b ? NOBODY : { json: wire(about(request)) }));
    const values = (await lookUp(world, [a, b, c])).map(valueOf);
    expect(values.map(({ foedselsnummer, krrStatus }) => [foedselsnummer, krrStatus])).toEqual([
      [a, 'AKTIV'],
      [b, 'IKKE_REGISTRERT'],
      [c, 'AKTIV'],
    ]);
    expect(values[1]).toMatchObject({ hasDigitalMailbox: null });
  });

  test('a page that is not found is not taken for a person who is not', async () => {
    const [outcome] = await lookUp(
      fakeWorld(() => ({ status: 404, text: '<html>' })),
      [a],
    );
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_NOT_FOUND', details: { service: 'krr', status: 404 } });
  });

  test.each<[string, object]>([
    ['another number', { fnr: c }],
    ['no number', { fnr: undefined }],
    ['a text for a reservation', { reservert: 'NEI' }],
    ['a text for an e-mail', { epost: 'a@example.no' }],
  ])('an answer with %s is the error of that person alone', async (_what, more) => {
    const world = fakeWorld((request) => ({
      json: { ...wire(about(request)), ...(about(request) === a ? more : {}) },
    }));
    const outcomes = await lookUp(world, [a, b]);
    expect(failureOf(outcomes[0]).code).toBe('ERR_UNEXPECTED_ANSWER');
    expect(outcomes[1]?.ok).toBe(true);
  });

  test('a number Fiks refuses is the error of that person alone', async () => {
    const outcomes = await lookUp(fakeWorld(inTurn({ status: 400 }, { json: wire(b) })), [a, b]);
    expect([failureOf(outcomes[0]).code, outcomes[1]?.ok]).toEqual(['ERR_REFUSED', true]);
  });

  test.each<[Reply, string, number]>([
    [{ status: 401, json: { message: 'Autentisering feilet for integrasjon' } }, 'ERR_UNAUTHORIZED', 1],
    [{ status: 403 }, 'ERR_FORBIDDEN', 1],
    [{ status: 404, text: 'no such page' }, 'ERR_NOT_FOUND', 1],
    [{ status: 500 }, 'ERR_SERVICE_FAILURE', 2],
    [{ status: 503 }, 'ERR_SERVICE_FAILURE', 3],
    [{ status: 200, text: '<html>' }, 'ERR_UNEXPECTED_ANSWER', 1],
  ])('what is wrong for all (%j) is asked about once and told to all', async (reply, code, calls) => {
    const world = fakeWorld(() => reply);
    const outcomes = await check(world, [a, b, c]);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual([code, code, code]);
    expect(world.requests).toHaveLength(calls);
  });

  test('a role that does not open KRR is named as what to mend', async () => {
    const [outcome] = await lookUp(
      fakeWorld(() => ({ status: 403 })),
      [a],
    );
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_FORBIDDEN', action: expect.stringContaining('role') });
  });

  test('a node without a Fiks integration says so, and asks nobody', async () => {
    const world = fakeWorld(inTurn());
    const outcomes = await lookUp(world, [a, b], {}, { fiks: undefined });
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(Array(2).fill('ERR_CREDENTIAL_INCOMPLETE'));
    expect([world.requests, world.tokenRequests]).toEqual([[], []]);
  });
});

test('the route of each input is its own', async () => {
  const world = fakeWorld((request) =>
    request.url.includes('kontaktregisteret') ? { json: { personer: [] } } : { json: wire(about(request)) },
  );
  const outcomes = await runOperation(
    krrOperations.find(({ name }) => name === 'lookUpContactInfo')!,
    sessionIn(world),
    ['digdir', 'fiks'].map((route) => ({ values: { foedselsnummer: a, route } })),
    { rules: { realPersons: false } },
  );
  expect(outcomes.map((outcome) => valueOf(outcome).krrStatus)).toEqual(['IKKE_REGISTRERT', 'AKTIV']);
});
