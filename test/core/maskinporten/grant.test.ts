import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { requestToken, signGrant } from '../../../src/maskinporten/grant';
import { broken, credentialOf, fakeWorld, inTurn, START, testKey, thrownBy } from '../fakePorts';

const iat = Math.floor(START / 1000);

describe('a grant', () => {
  test('has RS256 and the key id in its header, and nothing else', async () => {
    expect(decodeProtectedHeader(await signGrant(credentialOf(), 'ks:fiks', START))).toEqual({
      alg: 'RS256',
      kid: 'kommune-2026',
    });
  });

  test('claims who asks, for what, from whom and for 100 seconds, and nothing else', async () => {
    const credential = credentialOf();
    const claims = decodeJwt(await signGrant(credential, 'ks:fiks', START + 999));
    expect(claims).toEqual({
      iss: credential.clientId,
      scope: 'ks:fiks',
      aud: 'https://test.maskinporten.no/',
      iat,
      exp: iat + 100,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  test.each([
    [{ environment: 'test' }, 'https://test.maskinporten.no/'],
    [{ environment: 'production' }, 'https://maskinporten.no/'],
    [{ environment: 'sandbox', sandboxUrl: 'http://127.0.0.1:8440' }, 'http://127.0.0.1:8440/maskinporten/'],
  ] as const)('is meant for the issuer of its environment, with the slash: %o', async (changes, audience) => {
    expect(decodeJwt(await signGrant(credentialOf(changes), 'ks:fiks', START)).aud).toBe(audience);
  });

  test('is signed with the private key', async () => {
    const grant = await signGrant(credentialOf(), 'ks:fiks', START);
    const { payload } = await jwtVerify(grant, createPublicKey(testKey()), { currentDate: new Date(START) });
    expect(payload.scope).toBe('ks:fiks');
    const [header, claims] = grant.split('.');
    const forged = `${header}.${Buffer.from(JSON.stringify({ ...decodeJwt(grant), scope: 'other' })).toString('base64url')}.${grant.split('.')[2]}`;
    expect(claims).toBeDefined();
    await expect(jwtVerify(forged, createPublicKey(testKey()), { currentDate: new Date(START) })).rejects.toThrow(
      'signature',
    );
  });

  test('has an id of its own each time', async () => {
    const credential = credentialOf();
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => decodeJwt(await signGrant(credential, 'ks:fiks', START)).jti),
    );
    expect(new Set(ids).size).toBe(20);
  });
});

describe('asking for a token', () => {
  test('is one form sent to the token endpoint of the environment', async () => {
    const world = fakeWorld(inTurn());
    const token = await requestToken(world.ports, credentialOf(), 'ks:fiks');
    expect(token).toEqual({ value: 'token-1', lifetimeS: 599 });
    const [request] = world.tokenRequests;
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://test.maskinporten.no/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const form = new URLSearchParams(String(request?.body));
    expect([...form.keys()]).toEqual(['grant_type', 'assertion']);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(decodeJwt(form.get('assertion') ?? '').scope).toBe('ks:fiks');
  });

  test('sends an assertion once only: nothing repeats it on the way', async () => {
    const world = fakeWorld(inTurn(), { token: () => ({ status: 503 }) });
    expect((await thrownBy(() => requestToken(world.ports, credentialOf(), 'ks:fiks'))).code).toBe(
      'ERR_SERVICE_FAILURE',
    );
    expect(world.tokenRequests).toHaveLength(1);
  });

  test.each([
    [{ json: { access_token: 'x' } }],
    [{ json: { access_token: '', expires_in: 100 } }],
    [{ json: { access_token: 'x', expires_in: 0 } }],
    [{ json: { access_token: 'x', expires_in: '100' } }],
    [{ text: '<html>' }],
  ])('does not take %j for a token', async (reply) => {
    const world = fakeWorld(inTurn(), { token: () => reply });
    expect((await thrownBy(() => requestToken(world.ports, credentialOf(), 'ks:fiks'))).code).toBe(
      'ERR_UNEXPECTED_ANSWER',
    );
  });

  test('with a key that cannot be read asks nobody', async () => {
    const world = fakeWorld(inTurn());
    expect((await thrownBy(() => requestToken(world.ports, credentialOf({ privateKey: 'x' }), 'ks:fiks'))).code).toBe(
      'ERR_KEY_UNREADABLE',
    );
    expect(world.tokenRequests).toHaveLength(0);
  });

  test('that reaches nobody says so', async () => {
    const world = fakeWorld(inTurn(), { token: () => broken('ENOTFOUND') });
    expect(await thrownBy(() => requestToken(world.ports, credentialOf(), 'ks:fiks'))).toMatchObject({
      code: 'ERR_UNREACHABLE',
      details: { service: 'maskinporten' },
    });
  });
});
