/** Fact sheet maskinporten §2, §3, §4 and §9: what is left of the rules of a grant, the edges of them, and their order. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Caller, GRANT_TYPE } from './caller';
import { expectRefusal } from './expectRefusal';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));
afterAll(() => caller.close());

const now = () => Math.floor(Date.now() / 1000);
const SCOPE = 'ks:fiks';

const statusOf = async (claims: object): Promise<number> =>
  (await caller.askForToken(await caller.grant({ claims: { ...claims } }))).status;

describe('a grant is accepted when', () => {
  it.each<[string, () => object]>([
    ['it was issued nine seconds ago', () => ({ iat: now() - 9, exp: now() + 60 })],
    ['it is issued eight seconds ahead', () => ({ iat: now() + 8, exp: now() + 60 })],
    ['it lives for exactly two minutes', () => ({ iat: now(), exp: now() + 120 })],
    ['it has claims nobody knows', () => ({ somethingElse: true })],
    ['it asks for several scopes', () => ({ scope: 'ks:fiks krr:global/digitalpost.read' })],
  ])('%s', async (_what, claims) => {
    expect(await statusOf(claims())).toBe(200);
  });
});

describe('a grant is refused when its', () => {
  it.each<[string, () => object, RegExp]>([
    ['iat is missing', () => ({ iat: undefined }), /Invalid parameter value/],
    ['exp is missing', () => ({ exp: undefined }), /Invalid parameter value/],
    ['iat is a text', () => ({ iat: String(now()) }), /Invalid parameter value/],
    ['exp has passed', () => ({ iat: now() - 5, exp: now() - 1 }), /JWT is expired/],
    ['iat is eleven seconds old', () => ({ iat: now() - 12, exp: now() + 60 }), /JWT is expired/],
    ['aud is missing', () => ({ aud: undefined }), /Invalid JWT claim aud/],
    ['iss is missing', () => ({ iss: undefined }), /Client not found/],
  ])('%s', async (_what, claims, text) => {
    expect(await caller.askForToken(await caller.grant({ claims: { ...claims() } }))).toMatchObject({
      status: 400,
      body: { error_description: expect.stringMatching(text) },
    });
  });

  it('claims are not all documented, by a setting', async () => {
    await caller.postJson('/admin/settings', { unknownClaims: 'refused' });
    expect(await caller.askForToken(await caller.grant({ claims: { somethingElse: true } }))).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: expect.stringMatching(/Invalid parameter value/) },
    });
    expect(await statusOf({ resource: ['https://api.example'], pid: '12848539668' })).toBe(200);
  });

  it('signature is missing', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { clientId } = caller.credentials.maskinporten;
    const bare = `${part({ alg: 'none' })}.${part({ iss: clientId, aud: `${caller.url}/maskinporten/` })}.`;
    await expectRefusal(caller, bare, 400, 'invalid_request', /Invalid parameter value/);
  });
});

describe('the checks of a grant', () => {
  /** Wrong in every way that is checked, in the order they are checked. Mending one shows the next. */
  const WRONG: readonly (readonly [mended: string, text: RegExp])[] = [
    ['iss', /Client not found/],
    ['kid', /Unknown key identifier/],
    ['signature', /Invalid JWT signature/],
    ['aud', /Invalid JWT claim aud/],
    ['exp', /JWT is expired/],
    ['jti', /Grant is used before/],
    ['scope', /Invalid scopes for client/],
  ];

  it('come in the order of the fact sheet: client, key, signature, audience, times, first use, scopes', async () => {
    const jti = randomUUID();
    await caller.token({ jti });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const broken: Record<string, object> = {
      iss: { claims: { iss: randomUUID() } },
      kid: { header: { kid: 'nobody' } },
      signature: { privateKey: JSON.stringify(privateKey.export({ format: 'jwk' })) },
      aud: { claims: { aud: 'https://elsewhere.example.com/' } },
      exp: { claims: { iat: now() - 60, exp: now() - 1 } },
      jti: { claims: { jti } },
      scope: { claims: { scope: 'ks:fisk' } },
    };
    for (const [at, [, text]] of WRONG.entries()) {
      const changes: any = { claims: {}, header: {} };
      for (const [name] of WRONG.slice(at)) {
        const { claims, header, ...rest } = broken[name] as any;
        Object.assign(changes.claims, claims);
        Object.assign(changes.header, header);
        Object.assign(changes, rest);
      }
      const { body } = await caller.askForToken(await caller.grant(changes));
      expect(body.error_description).toMatch(text);
    }
  });

  it('leave a jti unused when an earlier one fails', async () => {
    const jti = randomUUID();
    expect(await statusOf({ jti, aud: 'https://elsewhere.example.com/' })).toBe(400);
    expect(await statusOf({ jti })).toBe(200);
  });
});

describe('a token', () => {
  it('has the claims of the real one, and a key that is published', async () => {
    const { body } = await caller.askForToken(await caller.grant({ claims: { scope: SCOPE } }));
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type']);
    expect(body.scope).toBe(SCOPE);
    const claims = decodeJwt(body.access_token);
    expect(Object.keys(claims).sort()).toEqual(
      ['aud', 'client_amr', 'client_id', 'consumer', 'exp', 'iat', 'iss', 'jti', 'scope', 'token_type'].sort(),
    );
    expect(claims.exp! - claims.iat!).toBe(body.expires_in);
    const { kid, alg } = decodeProtectedHeader(body.access_token);
    const { keys } = (await caller.call('/maskinporten/jwk')).body;
    expect([alg, keys.map((key: any) => key.kid)]).toEqual(['RS256', [kid]]);
  });

  it('is bound to a person by pid', async () => {
    expect(decodeJwt(await caller.token({ pid: '12848539668' })).pid).toBe('12848539668');
    expect(decodeJwt(await caller.token())).not.toHaveProperty('pid');
  });

  it('lives as long as the setting says', async () => {
    await caller.postJson('/admin/settings', { tokenLifetimeSeconds: 7 });
    const { body } = await caller.askForToken(await caller.grant());
    expect(body.expires_in).toBe(7);
  });

  it('is not to be stored on the way', async () => {
    const { headers } = await caller.askForToken(await caller.grant());
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('Maskinporten', () => {
  it('can be out of order once, and wants a new grant no more than the old', async () => {
    await caller.postJson('/admin/faults', { service: 'maskinporten', kind: 'status', status: 503 });
    const first = await caller.askForToken(await caller.grant());
    expect(first).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    expect(await statusOf({})).toBe(200);
  });

  it('reads its form and nothing else', async () => {
    const assertion = await caller.grant();
    const body = JSON.stringify({ grant_type: GRANT_TYPE, assertion });
    expect((await caller.call('/maskinporten/token', { method: 'POST', body })).status).toBe(415);
  });
});
