import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { MaskinportenCredential } from '../../../src/maskinporten/credential';
import { requestToken, signGrant } from '../../../src/maskinporten/grant';
import { readSigningKey } from '../../../src/maskinporten/keys/signingKey';
import {
  broken,
  credentialOf,
  fakeWorld,
  inTurn,
  START,
  testKey,
  thrownBy,
  type Reply,
  type World,
} from '../fakePorts';

const grantOf = (credential: MaskinportenCredential, scope: string, nowMs: number): Promise<string> =>
  signGrant(credential, readSigningKey(credential, nowMs), scope, nowMs);

const iat = Math.floor(START / 1000);

describe('a grant', () => {
  test('has RS256 and the key id in its header, and nothing else', async () => {
    expect(decodeProtectedHeader(await grantOf(credentialOf(), 'ks:fiks', START))).toEqual({
      alg: 'RS256',
      kid: 'kommune-2026',
    });
  });

  test('claims who asks, for what, from whom and for 100 seconds, and nothing else', async () => {
    const credential = credentialOf();
    const claims = decodeJwt(await grantOf(credential, 'ks:fiks', START + 999));
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
    [{ environment: 'custom', issuer: 'https://issuer.example/path' }, 'https://issuer.example/path'],
  ] as const)('is meant for the issuer of its environment, with the slash: %o', async (changes, audience) => {
    expect(decodeJwt(await grantOf(credentialOf(changes), 'ks:fiks', START)).aud).toBe(audience);
  });

  test('claims what the credential adds, and its scopes once each', async () => {
    const credential = credentialOf({
      consumerOrg: '310475025',
      resource: 'https://api.example/',
      extraScopes: ['example:read', 'ks:fiks'],
      authorizationDetails: [{ type: 'urn:altinn:systemuser' }],
    });
    expect(decodeJwt(await grantOf(credential, 'ks:fiks', START))).toMatchObject({
      scope: 'ks:fiks example:read',
      consumer_org: '310475025',
      resource: ['https://api.example/'],
      authorization_details: [{ type: 'urn:altinn:systemuser' }],
    });
  });

  test('is signed with the private key', async () => {
    const grant = await grantOf(credentialOf(), 'ks:fiks', START);
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
      Array.from({ length: 20 }, async () => decodeJwt(await grantOf(credential, 'ks:fiks', START)).jti),
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
    expect(
      (await thrownBy(() => requestToken(world.ports, credentialOf({ privateKey: 'not a key' }), 'ks:fiks'))).code,
    ).toBe('ERR_KEY_FORMAT');
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

describe('asking again', () => {
  const GIVEN: Reply = { json: { access_token: 'at-last', expires_in: 100 } };
  const worldWith = (...replies: (Reply | Error)[]): World => fakeWorld(inTurn(), { token: inTurn(...replies) });
  const ask = (world: World) => requestToken(world.ports, credentialOf(), 'ks:fiks');
  const idsOf = ({ tokenRequests }: World) =>
    tokenRequests.map(({ body }) => decodeJwt(new URLSearchParams(String(body)).get('assertion') ?? '').jti);

  test('is done with a new assertion each time, since one that was used is refused', async () => {
    const world = worldWith({ status: 503 }, broken('ECONNRESET'), GIVEN);
    expect(await ask(world)).toEqual({ value: 'at-last', lifetimeS: 100 });
    expect([idsOf(world).length, new Set(idsOf(world)).size]).toEqual([3, 3]);
    expect(world.sleeps).toEqual([50, 100]);
  });

  test('is done with an assertion of that moment, which a long wait has not made too old', async () => {
    const world = worldWith({ status: 503, headers: { 'retry-after': '60' } }, GIVEN);
    await ask(world);
    const issued = world.tokenRequests.map(
      ({ body }) => decodeJwt(new URLSearchParams(String(body)).get('assertion') ?? '').iat,
    );
    expect(issued).toEqual([iat, iat + 60]);
  });

  test.each<[string, Reply | Error]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['502', { status: 502, text: '<html>' }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['a success that is no token', { text: '<html>' }],
    ['a broken connection', broken('ECONNRESET')],
    ['a time-out', broken('ETIMEDOUT')],
    ['a connection that was never made', broken('ECONNREFUSED')],
  ])('is done after %s', async (_what, reply) => {
    const world = worldWith(reply, GIVEN);
    expect((await ask(world)).value).toBe('at-last');
    expect(world.tokenRequests).toHaveLength(2);
  });

  test.each([429, 503])('waits as long as Maskinporten asks with %i', async (status) => {
    const world = worldWith({ status, headers: { 'retry-after': '3' } }, GIVEN);
    await ask(world);
    expect(world.sleeps).toEqual([3_000]);
  });

  test('waits no longer than a minute, whatever Maskinporten asks', async () => {
    const world = worldWith({ status: 503, headers: { 'retry-after': '3600' } }, GIVEN);
    await ask(world);
    expect(world.sleeps).toEqual([60_000]);
  });

  test('is given up after three tries, with what the last one came to', async () => {
    const world = worldWith(broken('ECONNRESET'), { status: 429 }, { status: 503 });
    expect((await thrownBy(() => ask(world))).code).toBe('ERR_SERVICE_FAILURE');
    expect([world.tokenRequests.length, world.sleeps.length]).toEqual([3, 2]);
  });

  test.each([
    ['MP-200', 'invalid_scope'],
    ['MP-124', 'invalid_grant'],
  ])('is not done when Maskinporten has refused with %s', async (error_description, error) => {
    const world = worldWith({ status: 400, json: { error, error_description } });
    expect((await thrownBy(() => ask(world))).code).toBe('ERR_TOKEN_REFUSED');
    expect([world.tokenRequests.length, world.sleeps]).toEqual([1, []]);
  });

  test('is not done when the key cannot be read', async () => {
    const world = worldWith(GIVEN);
    await thrownBy(() => requestToken(world.ports, credentialOf({ privateKey: 'not a key' }), 'ks:fiks'));
    expect([world.tokenRequests.length, world.sleeps]).toEqual([0, []]);
  });
});
