import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { useFalseDates, useTrueDates } from './falseDates';
import { letter } from './letters';
import { ALL_NUMBERS } from './persons';
import { withTransport } from './sending';
import { cold, failureOf, refillRetries, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const references = (count: number) => Array.from({ length: count }, (_, at) => ({ eksternReferanse: `sak-${at}` }));
const find = (count = 1, session = world.session()) =>
  world.run('svarut', 'findByReference', references(count), session);
const tokens = () => world.asked('maskinporten', 'token');

describe('a token', () => {
  it('is asked for once by a hundred lines that come cold', async () => {
    const outcomes = await find(100, world.session(cold(world)));
    expect(verdictsOf(outcomes)).toEqual(Array(100).fill('ok'));
    expect(await tokens()).toBe(1);
  });

  it('is asked for once by a hundred executions that come cold at the same time', async () => {
    const pasted = cold(world);
    const runs = await Promise.all(Array.from({ length: 100 }, () => find(1, world.session(pasted))));
    expect(runs.flatMap(verdictsOf)).toEqual(Array(100).fill('ok'));
    expect(await tokens()).toBe(1);
  });

  it('is asked for twice by a hundred executions that need one of two scopes', async () => {
    const pasted = cold(world);
    const runs = Array.from({ length: 100 }, (_, at) =>
      at % 2 === 0
        ? find(1, world.session(pasted))
        : world.run('krr', 'lookUpContactInfo', [{ foedselsnummer: ALL_NUMBERS[0] }], world.session(pasted)),
    );
    expect((await Promise.all(runs)).flatMap(verdictsOf)).toEqual(Array(100).fill('ok'));
    expect(await tokens()).toBe(2);
  });

  it('is asked for once per scope by fifty executions at once', async () => {
    const pasted = cold(world);
    const runs = Array.from({ length: 50 }, (_, at) => {
      const input = { foedselsnummer: ALL_NUMBERS[at % 12] };
      const kinds = [
        () => world.run('folkeregister', 'getPerson', [input], world.session(pasted)),
        () => find(1, world.session(pasted)),
        () => world.run('krr', 'lookUpContactInfo', [input], world.session(pasted)),
        () => world.run('krr', 'lookUpContactInfo', [{ ...input, includeMailbox: false }], world.session(pasted)),
      ];
      return kinds[at % 4]!();
    });
    expect(new Set((await Promise.all(runs)).flatMap(verdictsOf))).toEqual(new Set(['ok']));
    const scopes = world.exchanges
      .filter(({ request }) => request.url.endsWith('/token'))
      .map(({ response }) => JSON.parse(new TextDecoder().decode(response?.body)).scope);
    expect(scopes.sort()).toEqual([
      'krr:global/kontaktinformasjon.read',
      'krr:global/kontaktinformasjon.read krr:global/digitalpost.read',
      'ks:fiks',
    ]);
  });

  describe('of 119 seconds', () => {
    beforeEach(useFalseDates);
    afterEach(useTrueDates);

    it('is used for 95 of them and renewed before the service would refuse it', async () => {
      const session = world.session(cold(world));
      const start = Date.now();
      for (const [second, count] of [
        [0, 1],
        [60, 1],
        [95, 1],
        [96, 2],
        [190, 2],
        [192, 3],
      ] as const) {
        jest.setSystemTime(start + second * 1000);
        expect([second, verdictsOf(await find(1, session)), await tokens()]).toEqual([second, ['ok'], count]);
      }
      expect(world.exchanges.every(({ response }) => response?.status === 200)).toBe(true);
    });

    it('that expires among a hundred lines is renewed once, and no line notices', async () => {
      const start = Date.now();
      let asked = 0;
      const session = withTransport(world.session(cold(world)), (transport) => async (request) => {
        if (!request.url.endsWith('/token') && (asked += 1) === 50) jest.setSystemTime(start + 100_000);
        return transport(request);
      });
      expect(verdictsOf(await find(100, session))).toEqual(Array(100).fill('ok'));
      expect([asked, await tokens()]).toEqual([100, 2]);
    });
  });

  describe('of a client whose key is exchanged', () => {
    const KEY_ID = 'kommune-2026';
    const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const register = (key: KeyObject, clientId?: string): Promise<string> => {
      const { kty, n, e } = key.export({ format: 'jwk' });
      const { organisation } = world.sandbox.credentials.maskinporten;
      return world.register({ clientId, organisation, keys: [{ kid: KEY_ID, publicJwk: { kty, n, e } }] });
    };
    const findWith = (key: KeyObject, clientId: string) =>
      find(1, world.session({ maskinporten: { clientId, keyId: KEY_ID, privateKey: pem(key) } }));

    it('is asked for anew at once, although the key id is the same', async () => {
      const [before, after] = [newKey(), newKey()];
      const clientId = await register(before);
      expect(verdictsOf(await findWith(before, clientId))).toEqual(['ok']);
      await register(after, clientId);
      expect(verdictsOf(await findWith(after, clientId))).toEqual(['ok']);
      expect(await tokens()).toBe(2);
    });

    it('is not taken for that of a key that was never registered', async () => {
      const registered = newKey();
      const clientId = await register(registered);
      expect(verdictsOf(await findWith(registered, clientId))).toEqual(['ok']);
      expect(failureOf((await findWith(newKey(), clientId))[0])).toMatchObject({ serviceCode: 'MP-124' });
    });
  });

  it('that is no longer accepted is renewed once, and the line goes on', async () => {
    await find();
    await world.reset();
    await world.order({ service: 'svarut', kind: 'status', status: 401 });
    expect(verdictsOf(await find())).toEqual(['ok']);
    expect([await tokens(), await world.asked('svarut')]).toEqual([1, 2]);
  });

  it('that is never accepted is renewed once and no more', async () => {
    await world.order({ service: 'svarut', kind: 'status', status: 401, times: 9 });
    const [outcome] = await find();
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_UNAUTHORIZED', status: 401, service: 'svarut' });
    expect(await world.asked('svarut')).toBe(2);
  });

  it('that is refused in the middle of a send costs no second letter', async () => {
    await world.order({ service: 'svarut', operation: 'sendPerson', kind: 'status', status: 401 });
    expect(verdictsOf(await world.run('svarut', 'sendToPerson', [letter('sak-2026-17')]))).toEqual(['ok']);
    expect(await world.ledger()).toHaveLength(1);
  });

  it('of a sandbox that was restarted is renewed once for fifty lines that all met the refusal', async () => {
    const before = await World.start();
    const { port } = new URL(before.sandbox.url);
    const session = before.session();
    await find(1, session);
    await before.sandbox.close();
    const after = await World.start(Number(port));
    try {
      const outcomes = await before.run('svarut', 'findByReference', references(50), session);
      expect(verdictsOf(outcomes)).toEqual(Array(50).fill('ok'));
      expect(await after.asked('maskinporten', 'token')).toBe(1);
    } finally {
      await before.close();
      await after.close();
    }
  });
});

describe('Maskinporten in trouble', () => {
  const fail = async (fault: object) => {
    await world.order({ service: 'maskinporten', kind: 'status', ...fault });
    return find(3, world.session(cold(world)));
  };

  it.each([
    ['two answers of 503', { status: 503, times: 2 }],
    ['two answers of 429', { status: 429, times: 2 }],
    ['two web pages from a gateway', { kind: 'html', times: 2 }],
    ['a web page with status 200', { kind: 'html', status: 200 }],
    ['a connection cut before the grant was read', { kind: 'drop', times: 2 }],
    ['a connection cut after the grant was used', { kind: 'dropAfter', times: 2 }],
  ])('is asked again with a new grant after %s', async (_name, fault) => {
    expect(verdictsOf(await fail(fault))).toEqual(['ok', 'ok', 'ok']);
    const grants = world.exchanges
      .filter(({ request }) => request.url.endsWith('/token'))
      .map(({ request }) => request.body);
    expect(new Set(grants).size).toBe(grants.length);
    expect(grants.length).toBeGreaterThan(1);
  });

  it.each([
    ['ERR_SERVICE_FAILURE', { status: 503, times: 3 }],
    ['ERR_THROTTLED', { status: 429, times: 3 }],
    ['ERR_UNEXPECTED_ANSWER', { kind: 'html', status: 200, times: 3 }],
    ['ERR_CONNECTION_LOST', { kind: 'drop', times: 3 }],
  ])('is given up after three tries with %s, for every line', async (code, fault) => {
    const outcomes = await fail(fault);
    expect(verdictsOf(outcomes)).toEqual([code, code, code]);
    expect(failureOf(outcomes[0])).toMatchObject({ service: 'maskinporten', retryable: true });
    expect(await tokens()).toBe(3);
  });

  it('is waited for as long as it asks', async () => {
    expect(verdictsOf(await fail({ status: 429, headers: { 'retry-after': '3' } }))).toEqual(['ok', 'ok', 'ok']);
    expect(world.waits).toEqual([3000]);
  });

  it('does not make a letter be sent, or be given up for unknown', async () => {
    await refillRetries(world, 'svarut');
    await world.order({ service: 'maskinporten', kind: 'status', status: 503, times: 3 });
    const [outcome] = await world.run('svarut', 'sendToPerson', [letter('sak-2026-17')], world.session(cold(world)));
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_SERVICE_FAILURE', service: 'maskinporten' });
    expect(await world.ledger()).toEqual([]);
  });
});
