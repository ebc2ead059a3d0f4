import { presentError } from '../../../src/http/redact';
import { authorizedCall } from '../../../src/maskinporten/authorizedCall';
import { broken, fakeWorld, inTurn, refillRetries, sessionIn, testKey, thrownBy, type Reply } from '../fakePorts';

const call = {
  service: 'krr',
  method: 'POST',
  url: 'https://krr.example/persons',
  headers: { 'content-type': 'application/json' },
  body: '{}',
  timeoutMs: 1_000,
  retry: 'read',
} as const;

test('a call carries the token and asks for JSON', async () => {
  const world = fakeWorld(inTurn({ status: 200 }));
  await authorizedCall(sessionIn(world), 'ks:fiks', call);
  expect(world.requests[0]).toMatchObject({
    ...call,
    headers: { authorization: 'Bearer token-1', accept: 'application/json', 'content-type': 'application/json' },
  });
});

test('a refused token is replaced once, and the call repeated with the new one', async () => {
  const world = fakeWorld(inTurn({ status: 401 }, { status: 200, text: 'yes' }));
  expect((await authorizedCall(sessionIn(world), 'ks:fiks', call)).status).toBe(200);
  expect(world.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a second refusal is the answer', async () => {
  const world = fakeWorld(inTurn({ status: 401 }, { status: 401 }));
  expect((await authorizedCall(sessionIn(world), 'ks:fiks', call)).status).toBe(401);
  expect(world.requests).toHaveLength(2);
  expect(world.tokenRequests).toHaveLength(2);
});

test.each([400, 403, 404, 422])('status %i leaves the token alone', async (status) => {
  const world = fakeWorld(inTurn({ status }, { status: 200 }));
  const session = sessionIn(world);
  await authorizedCall(session, 'ks:fiks', call);
  await authorizedCall(session, 'ks:fiks', call);
  expect(world.tokenRequests).toHaveLength(1);
});

test('the signal of the run reaches the transport', async () => {
  const { signal } = new AbortController();
  const world = fakeWorld(inTurn({ status: 200 }));
  await authorizedCall(sessionIn(world, { signal }), 'ks:fiks', call);
  expect(world.requests[0]?.signal).toBe(signal);
});

describe('the key, the assertion and the token', () => {
  const TOKEN = 'canary-token-0123456789abcdef';
  const secrets = (assertions: string[]): string[] => [
    TOKEN,
    ...assertions,
    ...testKey()
      .split('\n')
      .filter((line) => line.length > 40 && !line.startsWith('-')),
  ];

  const services: [string, Reply | Error][] = [
    [
      'a refusal that quotes the header',
      { status: 403, json: { error: `Bearer ${TOKEN}`, errorId: `Bearer ${TOKEN}`, message: TOKEN } },
    ],
    ['a connection that breaks', broken('ECONNRESET')],
    [
      'an error that holds the request',
      Object.assign(new Error(`failed with ${TOKEN}`), { config: { headers: { authorization: TOKEN } } }),
    ],
  ];

  test.each(services)('are in no error after %s', async (_what, reply) => {
    await refillRetries('krr');
    const world = fakeWorld(() => reply, { token: () => ({ json: { access_token: TOKEN, expires_in: 100 } }) });
    const shown: string[] = [];
    try {
      const { readAnswer, refusal, isSuccess } = await import('../../../src/http/answer');
      const { krrAnswer } = await import('../../../src/krr/model');
      const response = await authorizedCall(sessionIn(world), 'ks:fiks', call);
      if (!isSuccess(response)) throw refusal('krr', response);
      readAnswer('krr', krrAnswer, response);
    } catch (error) {
      shown.push(JSON.stringify(presentError(error)));
    }
    expect(shown).toHaveLength(1);
    const assertions = world.tokenRequests.map(
      (request) => new URLSearchParams(String(request.body)).get('assertion') ?? '',
    );
    for (const secret of secrets(assertions)) expect(shown[0]).not.toContain(secret);
  });

  test.each<[string, (assertion: string) => Reply | Error]>([
    [
      'quotes the assertion in its text',
      (assertion) => ({
        status: 400,
        json: { error: 'invalid_grant', error_description: `Invalid assertion ${assertion}` },
      }),
    ],
    [
      'quotes the assertion as its code',
      (assertion) => ({ status: 503, json: { error: assertion.slice(0, 80), errorId: assertion.slice(-80) } }),
    ],
    ['answers with a page', (assertion) => ({ status: 403, text: `<html>${assertion}</html>` })],
    ['cannot be reached', (assertion) => Object.assign(broken('ECONNREFUSED'), { config: { data: assertion } })],
    ['gives something that is no token', (assertion) => ({ json: { access_token: [assertion], expires_in: 1 } })],
  ])('are in no error when Maskinporten %s', async (_what, reply) => {
    const assertions: string[] = [];
    const world = fakeWorld(inTurn(), {
      token: (request) => {
        const assertion = new URLSearchParams(String(request.body)).get('assertion') ?? '';
        assertions.push(assertion);
        return reply(assertion);
      },
    });
    const shown = JSON.stringify(presentError(await thrownBy(() => authorizedCall(sessionIn(world), 'ks:fiks', call))));
    expect(assertions.length).toBeGreaterThan(0);
    for (const secret of secrets(assertions.flatMap((assertion) => assertion.split('.'))))
      expect(shown).not.toContain(secret);
  });
});

test('a run that is stopped while a token is fetched does not wait for it', async () => {
  const controller = new AbortController();
  const world = fakeWorld(inTurn(), {
    token: async () => {
      controller.abort();
      return await new Promise<never>(() => undefined);
    },
  });
  const session = sessionIn(world, { signal: controller.signal });
  expect((await thrownBy(() => authorizedCall(session, 'some:scope', call))).code).toBe('ERR_CANCELLED');
  expect(world.requests).toEqual([]);
});
