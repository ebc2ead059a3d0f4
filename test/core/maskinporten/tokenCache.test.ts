import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { MaskinportenCredential } from '../../../src/maskinporten/credential';
import { dropToken, tokenFor } from '../../../src/maskinporten/tokenCache';
import { broken, credentialOf, fakeWorld, inTurn, testKey, thrownBy, type Route, type World } from '../fakePorts';

const lasting =
  (seconds: number): Route =>
  (_request, nth) => ({ json: { access_token: `token-${nth}`, expires_in: seconds } });
const worldWith = (token: Route): World => fakeWorld(inTurn(), { token });

describe('many who want the same token', () => {
  test('cost one request, however many come at once', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    const tokens = await Promise.all(Array.from({ length: 100 }, () => tokenFor(world.ports, credential, 'ks:fiks')));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(world.tokenRequests).toHaveLength(1);
  });

  test('all hear of the same failure, and the next one asks anew', async () => {
    let up = false;
    const world = worldWith((_request, nth) =>
      up
        ? { json: { access_token: `token-${nth}`, expires_in: 599 } }
        : { status: 400, json: { error: 'invalid_grant', error_description: 'MP-124 Invalid JWT signature' } },
    );
    const credential = credentialOf();
    const failures = await Promise.all(
      Array.from({ length: 10 }, () => thrownBy(() => tokenFor(world.ports, credential, 'ks:fiks'))),
    );
    expect(failures.map(({ code }) => code)).toEqual(Array(10).fill('ERR_TOKEN_REFUSED'));
    expect(world.tokenRequests).toHaveLength(1);
    up = true;
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-2');
  });
});

describe('a token that is kept', () => {
  test.each([
    [599, 569],
    [119, 95.2],
    [10, 8],
    [1, 0.8],
  ])('for %i seconds is used for %d of them', async (lifetime, used) => {
    const world = worldWith(lasting(lifetime));
    const credential = credentialOf();
    await tokenFor(world.ports, credential, 'ks:fiks');
    world.clock.ms += used * 1000 - 1;
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-1');
    world.clock.ms += 1;
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-2');
  });

  test('is of one scope only', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-1');
    expect(await tokenFor(world.ports, credential, 'krr:global/kontaktinformasjon.read')).toBe('token-2');
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-1');
    const scopes = world.tokenRequests.map(
      (request) => decodeJwt(new URLSearchParams(String(request.body)).get('assertion') ?? '').scope,
    );
    expect(scopes).toEqual(['ks:fiks', 'krr:global/kontaktinformasjon.read']);
  });

  test('is the same one, in whatever order its scopes are named', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    await tokenFor(world.ports, credential, 'a:read b:read');
    await tokenFor(world.ports, credential, 'b:read a:read');
    expect(world.tokenRequests).toHaveLength(1);
  });

  const base = credentialOf();
  test.each<[string, Partial<MaskinportenCredential>]>([
    ['environment', { environment: 'production' }],
    ['client', { clientId: randomUUID() }],
    ['key id', { keyId: 'another' }],
    ['key', { privateKey: `${testKey()}\n` }],
    ['sandbox', { environment: 'sandbox', sandboxUrl: 'http://127.0.0.1:1' }],
    ['passphrase', { passphrase: 'another' }],
    ['customer', { consumerOrg: '310475025' }],
    ['resource', { resource: 'https://api.example/' }],
    ['scope added', { extraScopes: ['example:read'] }],
    ['system user', { authorizationDetails: [{ type: 'urn:altinn:systemuser' }] }],
  ])('is never used with another %s', async (_what, changes) => {
    const world = worldWith(lasting(599));
    const credential = { ...base, clientId: randomUUID() };
    const one = await tokenFor(world.ports, credential, 'ks:fiks');
    expect(await tokenFor(world.ports, { ...credential, ...changes }, 'ks:fiks')).not.toBe(one);
    expect(world.tokenRequests).toHaveLength(2);
  });
});

describe('a token that a service refused', () => {
  test('is fetched anew', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    await dropToken(credential, 'ks:fiks', await tokenFor(world.ports, credential, 'ks:fiks'));
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-2');
  });

  test('does not take along the one that has already replaced it', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    const old = await tokenFor(world.ports, credential, 'ks:fiks');
    await dropToken(credential, 'ks:fiks', old);
    await tokenFor(world.ports, credential, 'ks:fiks');
    await dropToken(credential, 'ks:fiks', old);
    expect(await tokenFor(world.ports, credential, 'ks:fiks')).toBe('token-2');
    expect(world.tokenRequests).toHaveLength(2);
  });

  test('does not take along the tokens of other scopes', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    const other = await tokenFor(world.ports, credential, 'krr');
    await dropToken(credential, 'ks:fiks', other);
    await dropToken(credential, 'ks:fiks', await tokenFor(world.ports, credential, 'ks:fiks'));
    expect(await tokenFor(world.ports, credential, 'krr')).toBe(other);
  });

  test('may be dropped by many at once, at the cost of one new request', async () => {
    const world = worldWith(lasting(599));
    const credential = credentialOf();
    const old = await tokenFor(world.ports, credential, 'ks:fiks');
    const renew = async (): Promise<string> => {
      await dropToken(credential, 'ks:fiks', old);
      return tokenFor(world.ports, credential, 'ks:fiks');
    };
    expect(new Set(await Promise.all(Array.from({ length: 20 }, renew)))).toEqual(new Set(['token-2']));
    expect(world.tokenRequests).toHaveLength(2);
  });
});

describe('a token that cannot be had at once', () => {
  test('is asked for again by one for all who wait for it', async () => {
    const world = worldWith((_request, nth) =>
      nth === 1
        ? { status: 503 }
        : nth === 2
          ? broken('ECONNRESET')
          : { json: { access_token: 'at-last', expires_in: 100 } },
    );
    const credential = credentialOf();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenFor(world.ports, credential, 'ks:fiks')));
    expect(new Set(tokens)).toEqual(new Set(['at-last']));
    expect([world.tokenRequests.length, world.sleeps]).toEqual([3, [50, 100]]);
  });

  test('is asked for no more often than a grant is tried, and the next one asks anew', async () => {
    const world = worldWith(() => ({ status: 503 }));
    const credential = credentialOf();
    const failures = await Promise.all(
      Array.from({ length: 20 }, () => thrownBy(() => tokenFor(world.ports, credential, 'ks:fiks'))),
    );
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['ERR_SERVICE_FAILURE']));
    expect(world.tokenRequests).toHaveLength(3);
    await thrownBy(() => tokenFor(world.ports, credential, 'ks:fiks'));
    expect(world.tokenRequests).toHaveLength(6);
  });
});
