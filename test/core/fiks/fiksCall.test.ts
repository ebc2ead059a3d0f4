import { decodeJwt } from 'jose';
import { fiksCall, fiksRefusal } from '../../../src/fiks/fiksCall';
import {
  answer,
  credentialOf,
  fakeWorld,
  fiksCredential,
  INTEGRATION,
  inTurn,
  sessionIn,
  thrownBy,
} from '../fakePorts';

const call = {
  service: 'svarut',
  method: 'GET',
  url: 'https://svarut.example/x',
  headers: { 'x-own': '1' },
  timeoutMs: 1_000,
  retry: 'never',
} as const;

test('a Fiks call carries the token for ks:fiks, the integration and its password', async () => {
  const world = fakeWorld(inTurn({ status: 200 }));
  await fiksCall(sessionIn(world), call);
  expect(world.requests[0]?.headers).toEqual({
    accept: 'application/json',
    'x-own': '1',
    authorization: 'Bearer token-1',
    IntegrasjonId: INTEGRATION,
    IntegrasjonPassord: fiksCredential.integrationPassword,
  });
  expect(decodeJwt(new URLSearchParams(String(world.tokenRequests[0]?.body)).get('assertion') ?? '').scope).toBe(
    'ks:fiks',
  );
});

test('without a Fiks credential nothing is asked of anyone', async () => {
  const world = fakeWorld(inTurn());
  expect((await thrownBy(() => fiksCall(sessionIn(world, { fiks: undefined }), call))).code).toBe(
    'ERR_CREDENTIAL_INCOMPLETE',
  );
  expect([world.requests, world.tokenRequests]).toEqual([[], []]);
});

describe('a refusal by Fiks', () => {
  const forbidden = { message: 'Not this role.', action: 'Choose another.' };

  test('of the integration is told apart from a refusal of the token', () => {
    const integration = fiksRefusal(
      'svarut',
      answer({ status: 401, json: { message: 'Ugyldig integrasjon' } }),
      forbidden,
    );
    const token = fiksRefusal('svarut', answer({ status: 401, json: { message: 'Invalid token' } }), forbidden);
    expect([integration.code, token.code]).toEqual(['ERR_UNAUTHORIZED', 'ERR_UNAUTHORIZED']);
    expect(integration.message).toContain('integration');
    expect(token.message).toContain('token');
  });

  test('with 403 says what the service says of it', () => {
    expect(
      fiksRefusal(
        'svarut',
        answer({ status: 403, json: { errorId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2' } }),
        forbidden,
      ),
    ).toMatchObject({
      code: 'ERR_FORBIDDEN',
      message: 'Not this role.',
      action: 'Choose another.',
      details: { supportReference: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2' },
    });
  });

  test('never repeats what Fiks wrote', () => {
    const error = fiksRefusal(
      'folkeregister',
      answer({ status: 400, json: { message: 'Person KARI 12848539668', path: '/personer/12848539668' } }),
      forbidden,
    );
    expect(JSON.stringify([error.message, error.action, error.details])).not.toMatch(/KARI|12848539668/);
  });
});

describe('a sandbox', () => {
  const inSandbox = (integrationId: string) => {
    const world = fakeWorld(() => ({ json: {} }));
    const session = sessionIn(world, {
      maskinporten: credentialOf({ environment: 'sandbox', sandboxUrl: 'http://127.0.0.1:8440' }),
      fiks: { ...fiksCredential, integrationId },
    });
    return { world, ask: () => fiksCall(session, call) };
  };

  test('never gets the password of an integration that is not its own, nor is asked for a token', async () => {
    const { world, ask } = inSandbox(INTEGRATION);
    expect(await thrownBy(ask)).toMatchObject({
      code: 'ERR_CREDENTIAL_INCOMPLETE',
      details: { field: 'integrationId' },
    });
    expect([...world.requests, ...world.tokenRequests]).toEqual([]);
  });

  test('gets that of its own', async () => {
    const { world, ask } = inSandbox('44A7B17E-D521-4BA0-8636-6320ed52994f');
    await ask();
    expect(world.requests).toHaveLength(1);
  });
});

test('a refused integration is not tried again with a new token', async () => {
  const world = fakeWorld(() => ({ status: 401, json: { message: 'Autentisering feilet for integrasjon med id x' } }));
  expect((await fiksCall(sessionIn(world), call)).status).toBe(401);
  expect([world.requests.length, world.tokenRequests.length]).toEqual([1, 1]);
});
