/** Who is let in: asked of every endpoint there is, and not of one for each service. */
import type { Answer, Caller } from './caller';
import { ANY_ID, askRoute, startWithRoutes, type Route } from './routes';

/** Open to everyone, or to a browser with a login of its own. */
const OPEN = ['GET /svarut/forsendelse/publickey/hent', 'GET /svarut/forsendelse/{forsendelseId}/{number}'];

let caller: Caller;
let routes: readonly Route[];
beforeAll(async () => ({ caller, routes } = await startWithRoutes()));
afterAll(() => caller.close());

const at = (prefix: string): readonly Route[] =>
  routes.filter(({ method, path }) => path.startsWith(prefix) && !OPEN.includes(`${method} ${path}`));

const ask = (route: Route, headers?: Record<string, string>): Promise<Answer> => askRoute(caller, route, headers);

/** The routes that do not answer with this status, which should be none. */
const otherThan = async (status: number, asked: readonly Route[], headers?: Record<string, string>) => {
  expect(asked.length).toBeGreaterThan(0);
  const answers = await Promise.all(asked.map(async (route) => ({ route, answer: await ask(route, headers) })));
  return answers
    .filter(({ answer }) => answer.status !== status)
    .map(({ route, answer }) => `${route.method} ${route.path}: ${answer.status}`);
};

const PLACES = ['/fiks/', '/svarut/', '/krr/', '/skatteetaten/'];
const OF_FIKS = ['/fiks/', '/svarut/'];

describe('every endpoint below', () => {
  it.each(PLACES)('%s refuses a caller without a token', async (place) => {
    expect(await otherThan(401, at(place))).toEqual([]);
  });

  it.each(PLACES)('%s refuses a token that Maskinporten did not sign', async (place) => {
    expect(await otherThan(401, at(place), { authorization: `Bearer ${await caller.grant()}` })).toEqual([]);
  });

  it.each(PLACES)('%s refuses a token that was changed', async (place) => {
    const [header, , signature] = (await caller.token()).split('.');
    const [, payload] = (await caller.grant()).split('.');
    const authorization = `Bearer ${[header, payload, signature].join('.')}`;
    expect(await otherThan(401, at(place), { authorization })).toEqual([]);
  });

  it.each(OF_FIKS)('%s refuses a token without an integration', async (place) => {
    const { authorization = '' } = await caller.fiksHeaders();
    expect(await otherThan(401, at(place), { authorization })).toEqual([]);
  });

  it.each(OF_FIKS)('%s refuses a call without IntegrasjonId, or without IntegrasjonPassord', async (place) => {
    const { IntegrasjonId = '', IntegrasjonPassord = '', authorization = '' } = await caller.fiksHeaders();
    expect(await otherThan(401, at(place), { authorization, IntegrasjonPassord })).toEqual([]);
    expect(await otherThan(401, at(place), { authorization, IntegrasjonId })).toEqual([]);
  });

  it.each(OF_FIKS)('%s refuses a wrong password, and an unknown integration', async (place) => {
    const headers = await caller.fiksHeaders();
    expect(await otherThan(401, at(place), { ...headers, IntegrasjonPassord: 'wrong' })).toEqual([]);
    expect(await otherThan(401, at(place), { ...headers, IntegrasjonId: ANY_ID })).toEqual([]);
  });

  it.each(OF_FIKS)('%s refuses a token of another organisation than that of the integration', async (place) => {
    const { claims, header } = caller.grantOf('another organisation');
    const { body } = await caller.askForToken(await caller.grant({ claims, header }));
    const headers = { ...(await caller.fiksHeaders()), authorization: `Bearer ${body.access_token}` };
    expect(await otherThan(401, at(place), headers)).toEqual([]);
    expect((await caller.lastRequest()).reason).toContain('the integration belongs to');
  });

  it.each(OF_FIKS)('%s refuses a token that has expired', async (place) => {
    await caller.postJson('/admin/settings', { tokenLifetimeSeconds: 1 });
    const headers = await caller.fiksHeaders();
    await caller.call('/admin/reset', { method: 'POST' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await otherThan(401, at(place), headers)).toEqual([]);
    expect((await caller.lastRequest()).reason).toBe('the access token has expired');
  });

  it.each(OF_FIKS)('%s refuses in the error object of the platform', async (place) => {
    for (const route of at(place)) {
      const { body } = await ask(route);
      expect(body).toMatchObject({ status: 401, errorId: expect.any(String), message: expect.any(String) });
    }
  });

  it.each(OF_FIKS)('%s refuses a token without ks:fiks', async (place) => {
    const headers = await caller.fiksHeaders({ scope: 'krr:global/digitalpost.read' });
    expect(await otherThan(401, at(place), headers)).toEqual([]);
  });

  it('/krr/ refuses a token without a scope of KRR', async () => {
    expect(
      await otherThan(403, at('/krr/'), { authorization: `Bearer ${await caller.token({ scope: 'ks:fiks' })}` }),
    ).toEqual([]);
  });

  it('/skatteetaten/ refuses a token of another scope', async () => {
    const authorization = `Bearer ${await caller.token({ scope: 'ks:fiks' })}`;
    expect(await otherThan(403, at('/skatteetaten/'), { authorization })).toEqual([]);
  });

  it.each(OF_FIKS)('%s refuses a role, organisation or account of somebody else', async (place) => {
    const headers = await caller.fiksHeaders();
    const theirs = at(place).filter(({ path }) => /{(?:rolleId|fiksOrgId|kontoId)}/.test(path));
    expect(await otherThan(403, theirs, headers)).toEqual([]);
  });

  it('is written down with who was refused and why', async () => {
    await otherThan(401, at('/'));
    const { body } = await caller.call('/admin/requests');
    for (const one of body.slice(-5))
      expect(one).toMatchObject({ verdict: 'refused', reason: expect.stringMatching(/./) });
  });
});
