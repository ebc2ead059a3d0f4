import { presentError } from '../../../src/http/redact';
import { kjoretoyregisterConnection } from '../../../src/kjoretoyregister/connection';
import type { Outcome } from '../../../src/operations/operation';
import { actingFor, type Session } from '../../../src/session';
import {
  failureOf,
  fakeWorld,
  fiksCredential,
  jsonOf,
  refillRetries,
  sessionIn,
  START,
  thrownBy,
  type Reply,
} from '../fakePorts';
import { run, runIn } from './vehicles';

beforeEach(() => refillRetries('kjoretoyregister'));

const SVVGUID = 'b3b1f1d2-0c4e-4a53-9d0a-2f6f2f0f9a11';
const ERROR_ID = 'ee2ed64d-de8b-45f9-b9c6-3363d662d93b';
const PERSON = '14837810141';

const refused = async (reply: Reply) => {
  const world = fakeWorld(() => reply);
  const [outcome] = await run('searchByFoedselsnummer', world, [{ foedselsnummer: PERSON }]);
  return { error: presentError(failureOf(outcome)), calls: world.requests.length };
};

describe('a spent quota', () => {
  const spent: Reply = { status: 422, text: 'Kvoten er brukt opp', headers: { 'retry-after': '50400' } };

  test('is told as such, with when to come back, and is never tried again', async () => {
    const { error, calls } = await refused(spent);
    expect(calls).toBe(1);
    expect(error).toEqual({
      code: 'ERR_QUOTA_SPENT',
      kind: 'system',
      retryable: false,
      service: 'kjoretoyregister',
      status: 422,
      retryAfter: '2026-11-20T23:00:00.000Z',
      message: 'The vehicle register gives no more vehicles today: the daily quota is spent.',
      action: expect.stringContaining('after midnight'),
    });
    expect(Date.parse(error.retryAfter ?? '') - START).toBe(50_400_000);
  });

  test.each<Record<string, string>>([{}, { 'retry-after': 'etter midnatt' }])(
    'may come without a readable time: %j',
    async (headers) => {
      const { error } = await refused({ ...spent, headers });
      expect([error.code, 'retryAfter' in error]).toEqual(['ERR_QUOTA_SPENT', false]);
    },
  );

  test('ends a look-up of many for all, after one call', async () => {
    const world = fakeWorld(() => spent);
    const outcomes = await run('lookUpByKjennemerke', world, [{ kjennemerke: 'DN10001' }, { kjennemerke: 'DN10002' }]);
    expect(outcomes.map((outcome) => failureOf(outcome).code)).toEqual(['ERR_QUOTA_SPENT', 'ERR_QUOTA_SPENT']);
    expect(world.requests).toHaveLength(1);
  });

  describe('in an execution', () => {
    const find = (session: Session, fiksOrgId?: string): Promise<Outcome[]> =>
      runIn(session, 'lookUpByUnderstellsnummer', [{ understellsnummer: 'SYNT1', fiksOrgId }]);
    const errorOf = async (outcomes: Promise<Outcome[]>) => failureOf((await outcomes)[0]);

    test('is told once: the rest get the same refusal unasked, whoever the token is for', async () => {
      const world = fakeWorld(() => spent);
      const session = sessionIn(world);
      const first = await errorOf(find(session));
      expect(await errorOf(find(actingFor(session, '310475025')))).toBe(first);
      expect(await errorOf(runIn(session, 'searchCustomers', [{ navn: 'Tekopp' }]))).toBe(first);
      expect(world.requests).toHaveLength(1);
    });

    test('keeps none from asking for an organisation that has vehicles left', async () => {
      const other = '5e5e5e5e-0000-4000-8000-000000000005';
      const world = fakeWorld(({ url }) => (url.includes(other) ? { status: 204 } : spent));
      const session = sessionIn(world);
      expect(await errorOf(find(session))).toMatchObject({ code: 'ERR_QUOTA_SPENT' });
      expect(await errorOf(find(session, other))).toMatchObject({ code: 'ERR_VEHICLE_NOT_FOUND' });
    });

    test('is not remembered in the next', async () => {
      const world = fakeWorld((_request, nth) => (nth === 1 ? spent : { status: 204 }));
      expect(await errorOf(find(sessionIn(world)))).toMatchObject({ code: 'ERR_QUOTA_SPENT' });
      expect(await errorOf(find(sessionIn(world)))).toMatchObject({ code: 'ERR_VEHICLE_NOT_FOUND' });
    });
  });
});

describe('a failure of Statens vegvesen', () => {
  test.each<[string, Reply]>([
    ['in the body', { status: 500, json: { feilmelding: 'TEKNISK_FEIL', svvguid: SVVGUID } }],
    ['in the body, with a capital', { status: 500, json: { feilmelding: 'TEKNISK_FEIL', Svvguid: SVVGUID } }],
    ['in a header', { status: 500, json: { feilmelding: 'TEKNISK_FEIL' }, headers: { svvguid: SVVGUID } }],
  ])('keeps the svvguid (%s), and says where to send it', async (_where, reply) => {
    const { error } = await refused(reply);
    expect(error).toMatchObject({
      code: 'ERR_SERVICE_FAILURE',
      serviceCode: 'TEKNISK_FEIL',
      supportReference: SVVGUID,
      action: expect.stringContaining('api-kjoretoy@vegvesen.no'),
    });
  });

  test.each([
    [400, /^Check the values/],
    [403, /^Check the Fiks organisation id/],
    [429, /^Run it again later/],
    [500, /^Run it again later/],
  ])('with status %i adds where to send it to what else is to be done', async (status, advice) => {
    const { error } = await refused({ status, json: { svvguid: SVVGUID } });
    expect(error.action).toMatch(advice);
    expect(error.action).toContain('api-kjoretoy@vegvesen.no');
    expect(/again/.test(error.action)).toBe(error.retryable);
  });

  test('is not what Fiks says of itself', async () => {
    const { error } = await refused({ status: 500, json: { errorId: ERROR_ID, message: 'x', status: 500 } });
    expect(error).toMatchObject({ supportReference: ERROR_ID });
    expect(error.action).not.toContain('vegvesen');
  });

  test.each([7, '', 'x y', PERSON])('has no svvguid in %j', async (svvguid) => {
    const { error } = await refused({ status: 500, json: { svvguid } });
    expect(error.supportReference ?? '[number]').toBe('[number]');
  });
});

describe('a refusal', () => {
  test.each<[Reply, string, number]>([
    [{ status: 400, json: { responskoder: [{ kode: 'UGYLDIG_PARAMETER' }] } }, 'ERR_REFUSED', 1],
    [{ status: 401 }, 'ERR_UNAUTHORIZED', 2],
    [{ status: 403, json: { errorId: ERROR_ID } }, 'ERR_FORBIDDEN', 1],
    [{ status: 404 }, 'ERR_NOT_FOUND', 1],
    [{ status: 429 }, 'ERR_THROTTLED', 3],
    [{ status: 502, text: '<html>' }, 'ERR_SERVICE_FAILURE', 3],
    [{ status: 200, text: '<html>' }, 'ERR_UNEXPECTED_ANSWER', 1],
    [{ status: 302 }, 'ERR_UNEXPECTED_ANSWER', 1],
  ])('with %j is %s after %i calls', async (reply, code, calls) => {
    expect(await refused(reply)).toMatchObject({ error: { code, service: 'kjoretoyregister' }, calls });
  });

  test('passes on the code of a parameter error', async () => {
    const { error } = await refused({ status: 400, json: { responskoder: [{ kode: 'UGYLDIG_PARAMETER' }] } });
    expect(error.serviceCode).toBe('UGYLDIG_PARAMETER');
  });

  test('without access says where it is given', async () => {
    const { error } = await refused({ status: 403 });
    expect(error.action).toMatch(/Fiks organisation id.*Fiks Konfigurasjon/);
  });

  test('never repeats the number, which stands in the address of a search', async () => {
    const quoting = {
      message: `GET /sok/fodselsnummer?fodselsnummer=${PERSON}`,
      feilmelding: PERSON,
      path: `/sok/fodselsnummer?fodselsnummer=${PERSON}`,
      responskoder: [{ kode: PERSON, beskrivelse: PERSON }],
    };
    for (const status of [200, 302, 400, 401, 403, 404, 422, 429, 500]) {
      await refillRetries('kjoretoyregister');
      const { error } = await refused({ status, json: quoting, headers: { location: quoting.path } });
      expect(JSON.stringify(error)).not.toMatch(/\d{11}|fodselsnummer=|api\.fiks/);
    }
  });
});

describe('the check of the connection', () => {
  const probesIn = (world: ReturnType<typeof fakeWorld>, changes = {}) =>
    kjoretoyregisterConnection.probes?.(sessionIn(world, changes)) ?? [];

  test('asks about a vehicle that nobody has', async () => {
    const world = fakeWorld(() => ({ json: { responser: [{ request: { kuid: '0' }, feilmelding: 'KUID_UKJENT' }] } }));
    const [probe, ...more] = probesIn(world);
    await probe?.run(sessionIn(world));
    expect(more).toEqual([]);
    expect(jsonOf(world.requests[0])).toEqual([{ kuid: '0' }]);
  });

  test('is content with a register that refuses the id itself', async () => {
    const world = fakeWorld(() => ({ status: 400, json: { responskoder: [{ kode: 'UGYLDIG_KUID' }] } }));
    const [probe] = probesIn(world);
    await expect(probe?.run(sessionIn(world))).resolves.toBeUndefined();
    expect(world.requests).toHaveLength(1);
  });

  test('shows that the integration has no access', async () => {
    const world = fakeWorld(() => ({ status: 403 }));
    const [probe] = probesIn(world);
    expect(await thrownBy(() => probe?.run(sessionIn(world)))).toMatchObject({ code: 'ERR_FORBIDDEN' });
  });

  test('asks nothing for a credential that is not for vehicles', () => {
    const none = { fiks: { ...fiksCredential, fiksOrgId: '' } };
    expect(
      probesIn(
        fakeWorld(() => ({})),
        none,
      ),
    ).toEqual([]);
  });
});
