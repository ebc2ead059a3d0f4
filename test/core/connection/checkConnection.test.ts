import { SignJWT } from 'jose';
import { checkConnection } from '../../../src/connection/checkConnection';
import type { ConnectionPlan } from '../../../src/connection/plan';
import type { ConnectionReport, Step } from '../../../src/connection/report';
import { folkeregisterConnection } from '../../../src/folkeregister/connection';
import { krrConnection, krrThroughFiks } from '../../../src/krr/connection';
import { svarutConnection } from '../../../src/svarut/connection';
import { credentialOf, fakeWorld, fiksCredential, sessionIn, type Reply, type Route, type World } from '../fakePorts';

const ALL: readonly ConnectionPlan[] = [folkeregisterConnection, krrConnection, svarutConnection];
const OTHER = '5e5e5e5e-0000-4000-8000-000000000005';

const tokenFor = async (claims: Record<string, unknown>): Promise<Reply> => ({
  json: {
    access_token: await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32)),
    expires_in: 119,
  },
});
const municipality = { consumer: { authority: 'iso6523-actorid-upis', ID: '0192:310475025' } };

/** Every host answers; probes find what they ask for. */
const healthy: Route = ({ url }) => {
  if (url.endsWith('/sekvensnummer')) return { json: 40015 };
  if (url.includes('/metadata?')) return { json: { forsendelser: [] } };
  return { status: 404 };
};
const worldWith = (route: Route, token: Route = () => tokenFor({ ...municipality, scope: 'ks:fiks' })): World =>
  fakeWorld(route, { token });

const of = (report: ConnectionReport, step: Step['step']): Step[] => report.steps.filter((one) => one.step === step);
const statuses = (steps: readonly Step[]): string[] => steps.map(({ status }) => status);

test('where everything works, every step says what it found', async () => {
  const world = worldWith(healthy);
  const report = await checkConnection(sessionIn(world), ALL);
  expect(report).toMatchObject({
    ok: true,
    summary: 'All 10 steps passed.',
    key: { type: 'RSA', bits: 2048, publicJwk: { kty: 'RSA', use: 'sig', kid: 'kommune-2026' } },
    tokens: [
      { organisation: '310475025', scope: 'ks:fiks', lifetimeSeconds: 119 },
      { organisation: '310475025', scope: 'ks:fiks', lifetimeSeconds: 119 },
    ],
  });
  expect(of(report, 'network').map(({ host }) => host)).toEqual([
    'test.maskinporten.no',
    'api.fiks.test.ks.no',
    'test.kontaktregisteret.no',
    'test.svarut.ks.no',
  ]);
  expect(of(report, 'integration')).toHaveLength(1);
  expect(of(report, 'access').map(({ message }) => message)).toEqual([
    'The integration may use the Folkeregister role of the credential.',
    'The integration may use the SvarUt account of the credential.',
  ]);
});

test('nothing of the key or the token is in the report', async () => {
  const world = worldWith(healthy);
  const text = JSON.stringify(await checkConnection(sessionIn(world), ALL));
  expect(text).not.toMatch(/eyJ|PRIVATE|"d"|integration-password|a secret of many/);
});

test('each named role and account is tried once, also when it is the default too', async () => {
  const fiks = {
    ...fiksCredential,
    roles: [
      { name: 'Barnevern', rolleId: OTHER, purpose: '', parts: [] },
      { name: 'Innbygger', rolleId: fiksCredential.rolleId, purpose: '', parts: [] },
    ],
    accounts: [{ name: 'Byggesak', kontoId: OTHER }],
  };
  const report = await checkConnection(sessionIn(worldWith(healthy), { fiks }), ALL);
  expect(of(report, 'access').map(({ message }) => message)).toEqual([
    'The integration may use the Folkeregister role Barnevern.',
    'The integration may use the Folkeregister role Innbygger.',
    'The integration may use the SvarUt account of the credential.',
    'The integration may use the SvarUt account Byggesak.',
  ]);
});

test('without a key that can be read, no token is asked for and the rest is not tried', async () => {
  const world = worldWith(healthy);
  const maskinporten = credentialOf({ privateKey: 'not a key' });
  const report = await checkConnection(sessionIn(world, { maskinporten }), ALL);
  expect(statuses(of(report, 'key'))).toEqual(['failed']);
  expect(statuses([...of(report, 'token'), ...of(report, 'access')])).toEqual(['skipped', 'skipped', 'skipped']);
  expect(world.tokenRequests).toEqual([]);
  expect(report.ok).toBe(false);
  expect(report.summary).toMatch(/^1 of \d+ steps failed\. First: .+\. .+\.$/);
});

test('a refused token says what to change, and the network steps stand', async () => {
  const refused = () => ({
    status: 400,
    json: { error: 'invalid_grant', error_description: 'MP-110 Invalid JWT claim aud' },
  });
  const report = await checkConnection(sessionIn(worldWith(healthy, refused)), [folkeregisterConnection]);
  expect(statuses(of(report, 'network'))).toEqual(['passed', 'passed']);
  expect(of(report, 'token')).toEqual([
    expect.objectContaining({ status: 'failed', action: 'Check the environment in the Maskinporten credential.' }),
  ]);
});

test('an integration that Fiks does not know is told with the organisation of the token', async () => {
  const route: Route = (request) =>
    request.headers.IntegrasjonId === undefined
      ? {}
      : { status: 401, json: { message: `Autentisering feilet for integrasjon med id x` } };
  const report = await checkConnection(sessionIn(worldWith(route)), [folkeregisterConnection]);
  expect(of(report, 'integration')).toEqual([expect.objectContaining({ status: 'failed' })]);
  expect(of(report, 'integration')[0]?.message).toContain('The token belongs to organisation 310475025.');
  expect(statuses(of(report, 'access'))).toEqual(['skipped']);
});

test('a role that the integration may not use is not taken for a wrong integration', async () => {
  const route: Route = (request) =>
    request.url.endsWith('/sekvensnummer')
      ? { status: 403, json: { message: 'Mangler tilgang', errorId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2' } }
      : healthy(request, 1);
  const report = await checkConnection(sessionIn(worldWith(route)), [folkeregisterConnection, svarutConnection]);
  expect(statuses(of(report, 'integration'))).toEqual(['passed']);
  expect(of(report, 'access').map(({ status }) => status)).toEqual(['failed', 'passed']);
  expect(of(report, 'access')[0]?.message).toMatch(/^About the Folkeregister role of the credential: /);
});

test('a credential that names no role and no account is told that nothing was tried', async () => {
  const fiks = { ...fiksCredential, rolleId: '', kontoId: '' };
  const report = await checkConnection(sessionIn(worldWith(healthy), { fiks }), [folkeregisterConnection]);
  expect(of(report, 'integration')).toEqual([expect.objectContaining({ status: 'skipped' })]);
});

test('a token that cannot be read is described by what was asked and how long it lasts', async () => {
  const opaque: Route = () => ({ json: { access_token: 'opaque', expires_in: 60 } });
  const report = await checkConnection(sessionIn(worldWith(healthy, opaque)), [krrConnection]);
  expect(report.tokens).toEqual([{ scope: 'krr:global/kontaktinformasjon.read', lifetimeSeconds: 60 }]);
});

test('a supplier is told beside the customer', async () => {
  const supplier = { supplier: { ID: '0192:312497107' } };
  const report = await checkConnection(
    sessionIn(worldWith(healthy, () => tokenFor({ ...municipality, ...supplier }))),
    [krrConnection],
  );
  expect(of(report, 'token')[0]?.message).toContain('for organisation 310475025, asked for by 312497107');
});

test('a clock that had to be corrected is a warning, and the check goes on', async () => {
  const token: Route = async (_request, nth) =>
    nth === 1
      ? {
          status: 400,
          json: { error: 'invalid_grant', error_description: 'JWT is expired' },
          headers: { date: new Date(Date.now() + 3_600_000).toUTCString() },
        }
      : tokenFor(municipality);
  const report = await checkConnection(sessionIn(worldWith(healthy, token)), [krrConnection]);
  expect(statuses(of(report, 'token'))).toEqual(['warning', 'passed']);
  expect(report).toMatchObject({ ok: true, summary: expect.stringContaining('1 with a warning') as string });
});

test('a way through Fiks without a Fiks integration is a fault of the set-up', async () => {
  const report = await checkConnection(sessionIn(worldWith(healthy), { fiks: undefined }), [folkeregisterConnection]);
  expect(of(report, 'integration')).toEqual([expect.objectContaining({ status: 'failed' })]);
  expect(of(report, 'access')).toEqual([]);
});

describe('KRR through Fiks', () => {
  test.each([
    ['nobody has the number', { status: 404, json: { message: 'Ingen treff' } }, 'passed'],
    ['the number is refused', { status: 400, json: { message: 'Ugyldig' } }, 'passed'],
    [
      'the role does not open KRR',
      { status: 403, json: { message: 'Mangler tilgang', errorId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2' } },
      'failed',
    ],
  ])('where %s, the access step is what it should be', async (_what, reply, status) => {
    const route: Route = ({ url }) => (url.endsWith('/krr/person') ? reply : {});
    const world = worldWith(route);
    const report = await checkConnection(sessionIn(world), [krrThroughFiks(undefined)]);
    expect(of(report, 'access').map((step) => step.status)).toEqual([status]);
    expect(of(report, 'network').map(({ host }) => host)).toEqual(['test.maskinporten.no', 'api.fiks.test.ks.no']);
  });
});

test.each([
  [403, 'a firewall'],
  [404, 'a gateway'],
])('a page with %i, from %s in front of Fiks, is not taken for an answer from Fiks', async (status) => {
  const route: Route = ({ url }) => (url.endsWith('/sekvensnummer') ? { status, text: '<html>' } : {});
  const report = await checkConnection(sessionIn(worldWith(route)), [folkeregisterConnection]);
  expect(of(report, 'integration')).toEqual([]);
  expect(statuses(of(report, 'access'))).toEqual(['failed']);
});
