/** Tokens grow older as the clock is moved forward. */
import { Caller } from './caller';
import { lookupPath } from './letters';
import { RegisterCaller } from './folkeregisterCaller';
import { VehicleCaller } from './kjoretoy';

const LIFETIME_S = 119;
const NUMBER = '12848539668';
const DIRECT = 'folkeregister:deling/offentligmedhjemmel';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
});
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
afterAll(() => caller.close());

const advance = (advanceSeconds: number) => caller.postJson('/admin/clock', { advanceSeconds });

type Headers = Record<string, string>;

const person = (headers: Headers) =>
  caller.call(`/fiks/folkeregister/api/v1/${caller.credentials.fiks.rolleId}/v1/personer/${NUMBER}?part=navn`, {
    headers,
  });

const SERVICES: readonly (readonly [string, (headers: Headers) => Promise<{ status: number }>])[] = [
  ['Folkeregister', person],
  ['KRR', (headers) => caller.postJson('/krr/rest/v2/personer', { personidentifikatorer: [NUMBER] }, headers)],
  [
    'KRR through Fiks',
    (headers) =>
      caller.postJson(
        `/fiks/register/api/v1/ks/${caller.credentials.fiks.rolleId}/krr/person`,
        { fnr: NUMBER },
        headers,
      ),
  ],
  [
    'Kjøretøyregister',
    (headers) => new VehicleCaller(caller, headers).search('kjennemerke', { kjennemerke: 'DN00101' }),
  ],
  ['SvarUt', (headers) => caller.call(lookupPath(caller, '', 'sak'), { headers })],
];

describe('a token', () => {
  it.each(SERVICES)('of %s is too old when the clock was moved past its lifetime, and no sooner', async (_, ask) => {
    const headers = await caller.fiksHeaders();
    await advance(LIFETIME_S - 30);
    expect((await ask(headers)).status).toBe(200);
    await advance(30);
    expect((await ask(headers)).status).toBe(401);
    expect((await caller.lastRequest()).reason).toBe('the access token has expired');
    expect((await ask(await caller.fiksHeaders())).status).toBe(200);
  });

  it('of Folkeregister without Fiks is too old then as well', async () => {
    const authorization = `Bearer ${await caller.token({ scope: DIRECT })}`;
    const path = `/skatteetaten/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/${NUMBER}`;
    const before = await caller.call(path, { headers: { authorization } });
    await advance(LIFETIME_S);
    expect([before.status, (await caller.call(path, { headers: { authorization } })).status]).toEqual([200, 401]);
  });

  it('that was issued after the clock was moved is as old as what came after', async () => {
    await advance(86_400);
    const headers = await caller.fiksHeaders();
    await advance(60);
    expect((await person(headers)).status).toBe(200);
    await advance(60);
    expect((await person(headers)).status).toBe(401);
  });

  it('does not live faster by the speed of the clock', async () => {
    const headers = await caller.fiksHeaders();
    await caller.postJson('/admin/clock', { speed: 1_000_000 });
    expect((await person(headers)).status).toBe(200);
    const { body } = await caller.call('/admin/clock');
    expect(body.elapsedSeconds).toBeGreaterThan(LIFETIME_S);
  });

  it('is as young as before when everything goes back to the start', async () => {
    const headers = await caller.fiksHeaders();
    await advance(LIFETIME_S);
    await caller.call('/admin/reset', { method: 'POST' });
    expect((await person(headers)).status).toBe(200);
    await advance(LIFETIME_S);
    expect((await person(headers)).status).toBe(401);
  });

  it('lives in real time alone when the setting says so', async () => {
    await caller.postJson('/admin/settings', { tokensAge: false });
    const headers = await caller.fiksHeaders();
    await advance(86_400);
    expect((await person(headers)).status).toBe(200);
  });
});

it('a sandbox may be started in which no token ages', async () => {
  const register = await RegisterCaller.start({ settings: { tokensAge: false } });
  await register.advance(86_400);
  expect((await register.get(`/personer/${NUMBER}?part=navn`)).status).toBe(200);
  await register.close();
});
