import { randomUUID } from 'node:crypto';
import { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const TOKEN_REFUSED = 'Klarte ikke å validere access_token';
const INTEGRATION_REFUSED = 'Autentisering feilet for integrasjon med id ';

const services = [
  [
    'Folkeregister',
    () => `/fiks/folkeregister/api/v1/${caller.credentials.fiks.rolleId}/v1/personer/12848539668?part=navn`,
  ],
  [
    'Kjøretøyregister',
    () =>
      `/fiks/kjoretoyregister/api/${caller.credentials.fiks.fiksOrgId}/rest/distribusjon/kjoretoy/v2.0/sok/kjennemerke?kjennemerke=DN00101`,
  ],
  ['SvarUt', () => `/svarut/api/v2/kontoer/${caller.credentials.fiks.kontoId}/forsendelser?eksternRef=sak`],
] as const;

const OPENED_BY: Readonly<Record<string, readonly string[]>> = {
  'registers-only': ['Folkeregister', 'Kjøretøyregister'],
  'letters-only': ['SvarUt'],
  'no-rights': [],
};

describe.each(services)('%s', (service, path) => {
  const get = (headers: Record<string, string>) => caller.call(path(), { headers });

  it('answers a caller with a token, an integration and its password', async () => {
    expect((await get(await caller.fiksHeaders())).status).toBe(200);
  });

  it('refuses in the error object of the platform', async () => {
    const { status, body } = await get({});
    expect(status).toBe(401);
    expect(body).toEqual({
      timestamp: expect.any(Number),
      status: 401,
      error: 'Unauthorized',
      errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      path: path().split('?')[0],
      message: TOKEN_REFUSED,
    });
  });

  it('refuses a token from somewhere else', async () => {
    const headers = { ...(await caller.fiksHeaders()), authorization: `Bearer ${await caller.grant()}` };
    expect(await get(headers)).toMatchObject({ status: 401, body: { message: TOKEN_REFUSED } });
  });

  it('refuses a token without ks:fiks', async () => {
    const headers = await caller.fiksHeaders({ scope: 'krr:global/digitalpost.read' });
    expect(await get(headers)).toMatchObject({ status: 401, body: { message: TOKEN_REFUSED } });
  });

  it('takes a token that was asked for with resource, or refuses it by a setting', async () => {
    const headers = await caller.fiksHeaders({ scope: 'ks:fiks', resource: ['https://api.fiks.test.ks.no'] });
    expect((await get(headers)).status).toBe(200);
    await caller.postJson('/admin/settings', { fiksResource: 'refused' });
    expect(await get(headers)).toMatchObject({ status: 401, body: { message: TOKEN_REFUSED } });
    expect((await get(await caller.fiksHeaders())).status).toBe(200);
  });

  it('refuses a token that has expired', async () => {
    await caller.postJson('/admin/settings', { tokenLifetimeSeconds: 1 });
    const headers = await caller.fiksHeaders();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await get(headers)).toMatchObject({ status: 401, body: { message: TOKEN_REFUSED } });
    expect((await caller.lastRequest()).reason).toBe('the access token has expired');
  });

  it.each(['IntegrasjonId', 'IntegrasjonPassord'])('refuses a call without %s', async (name) => {
    const { [name]: _left, ...headers } = await caller.fiksHeaders();
    const { status, body } = await get(headers);
    expect(status).toBe(401);
    expect(body.message).toContain(INTEGRATION_REFUSED);
    expect((await caller.lastRequest()).reason).toContain(name);
  });

  it.each([
    ['a wrong password', { IntegrasjonPassord: 'wrong' }],
    ['an unknown integration', { IntegrasjonId: randomUUID() }],
  ])('refuses %s without telling what is wrong', async (_what, changes) => {
    const headers: Record<string, string> = { ...(await caller.fiksHeaders()), ...changes };
    const { status, body } = await get(headers);
    expect(status).toBe(401);
    expect(body.message).toBe(`${INTEGRATION_REFUSED}${headers.IntegrasjonId}`);
  });

  it.each(['registers-only', 'letters-only', 'no-rights'])(
    'opens to the integration %s what it has rights on',
    async (name) => {
      const integration = caller.credentials.integrations.find((one) => one.name === name)!;
      const headers = {
        ...(await caller.fiksHeaders()),
        IntegrasjonId: integration.integrationId,
        IntegrasjonPassord: integration.integrationPassword,
      };
      const opens = OPENED_BY[name]!.includes(service);
      const { status, body } = await get(headers);
      expect([status, body.message]).toEqual(opens ? [200, undefined] : [403, 'Mangler tilgang']);
      expect((await get({ ...headers, IntegrasjonPassord: caller.credentials.fiks.integrationPassword })).status).toBe(
        401,
      );
    },
  );

  it('refuses a token that belongs to another organisation than the integration', async () => {
    const other = caller.credentials.clients.find(({ description }) => description.includes('another organisation'))!;
    const headers = await caller.fiksHeaders({ iss: other.clientId, scope: 'ks:fiks' });
    const { status, body } = await get(headers);
    expect(status).toBe(401);
    expect(body.message).toContain(INTEGRATION_REFUSED);
    expect((await caller.lastRequest()).reason).toContain(other.organisation);
  });

  it.each([
    ['string', '{"melding":"Klarte ikke å validere access_token"}'],
    ['object', { melding: TOKEN_REFUSED }],
  ])('can send errorJson as %s', async (errorJson, expected) => {
    await caller.postJson('/admin/settings', { errorJson });
    expect((await get({})).body.errorJson).toEqual(expected);
  });
});
