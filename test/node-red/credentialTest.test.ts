import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Message, type Properties } from './bench';
import { startForwardProxy } from './forwardProxy';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

/** What Node-RED's editor has where a secret is stored. */
const STORED = '__PWRD__';

const press = async (path: string, form: Properties): Promise<Message> => {
  const response = await (helper.request().post(path) as any).send(form);
  expect(response.status).toBe(200);
  return response.body as Message;
};
const pressMaskinporten = (form: Properties) => press('/norsk-kommune/maskinporten/test', form);
const pressFiks = (form: Properties) => press('/norsk-kommune/fiks/test', form);

const client = (): Properties => {
  const { organisation: _organisation, ...form } = sandbox.get().credentials.maskinporten;
  return { id: 'notDeployed', ...form };
};
const integration = (): Properties => ({ id: 'notDeployed', ...sandbox.get().credentials.fiks });

const requests = async () => (await sandbox.ledger()).requests;

beforeEach(() => loadBench(sandbox.get(), 'krr'));

describe('the test of a Maskinporten client', () => {
  test('passes with the right key and names the scope', async () => {
    expect(await pressMaskinporten(client())).toEqual({ ok: true, detail: 'ks:fiks' });
  });

  test('passes with a PEM of several lines', async () => {
    const key = createPrivateKey({ key: JSON.parse(String(client().privateKey)), format: 'jwk' });
    const privateKey = key.export({ type: 'pkcs8', format: 'pem' });
    expect(await pressMaskinporten({ ...client(), privateKey })).toEqual({ ok: true, detail: 'ks:fiks' });
  });

  test('says that a key is the wrong one, and shows nothing of it', async () => {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey = String(key.export({ type: 'pkcs8', format: 'pem' }));
    const answer = await pressMaskinporten({ ...client(), privateKey });
    expect(answer).toEqual({
      ok: false,
      message: expect.stringContaining('does not belong to the key id'),
      action: expect.any(String),
    });
    expect(JSON.stringify(answer)).not.toContain(privateKey.split('\n')[1]);
  });

  test.each(['pem', 'jwk'] as const)('says that a key is the public half, and asks nobody (%s)', async (format) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey =
      format === 'jwk'
        ? JSON.stringify(publicKey.export({ format }))
        : String(publicKey.export({ type: 'spki', format }));
    expect(await pressMaskinporten({ ...client(), privateKey })).toMatchObject({
      ok: false,
      message: expect.stringContaining('public half'),
    });
    expect(await requests()).toHaveLength(0);
  });

  test('says which client is unknown', async () => {
    const clientId = '00000000-0000-4000-8000-000000000000';
    expect(await pressMaskinporten({ ...client(), clientId })).toMatchObject({
      ok: false,
      message: expect.stringContaining('client id'),
    });
  });

  test('says that nothing listens at the address', async () => {
    expect(await pressMaskinporten({ ...client(), sandboxUrl: 'http://127.0.0.1:9' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('could not be reached'),
    });
  });

  test.each([[{}], [{ environment: 'elsewhere' }], [[]]])('answers a form such as %j', async (form) => {
    expect(await pressMaskinporten(form as Properties)).toMatchObject({ ok: false, message: expect.any(String) });
  });
});

describe('a stored key', () => {
  const stored = (): Properties => ({ ...client(), id: 'client', privateKey: STORED });
  let foreign: Server;
  let seen: string[];
  const foreignUrl = (): string => `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;

  beforeEach(async () => {
    seen = [];
    foreign = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(foreign, 'listening');
  });
  afterEach(async () => {
    foreign.close();
    foreign.closeAllConnections();
    await once(foreign, 'close');
  });

  const expectNothingSent = async (form: Properties): Promise<void> => {
    expect(await pressMaskinporten(form)).toMatchObject({ ok: false, message: expect.any(String) });
    expect(seen).toEqual([]);
    expect(await requests()).toHaveLength(0);
  };

  test('is tested with the stored address', async () => {
    expect(await pressMaskinporten(stored())).toEqual({ ok: true, detail: 'ks:fiks' });
  });

  test('is tested with a stored address that comes from the environment', async () => {
    process.env.NORSK_KOMMUNE_TEST_SANDBOX = sandbox.get().url;
    try {
      await helper.unload();
      const sandboxUrl = '${NORSK_KOMMUNE_TEST_SANDBOX}';
      await loadBench(sandbox.get(), 'krr', {}, { maskinporten: { sandboxUrl } });
      expect(await pressMaskinporten({ ...stored(), sandboxUrl })).toEqual({ ok: true, detail: 'ks:fiks' });
    } finally {
      delete process.env.NORSK_KOMMUNE_TEST_SANDBOX;
    }
  });

  test('is never sent to another address', () => expectNothingSent({ ...stored(), sandboxUrl: foreignUrl() }));

  test('is never used in another environment', () => expectNothingSent({ ...stored(), environment: 'test' }));

  test('is never used when the form leaves out where', async () => {
    const { sandboxUrl: _sandboxUrl, ...form } = stored();
    await expectNothingSent(form);
  });

  test('is never used when the address hides in a list', () =>
    expectNothingSent({ ...stored(), sandboxUrl: [foreignUrl()] }));

  test('is never used for a node that is not deployed', () =>
    expectNothingSent({ ...stored(), id: 'notDeployed', sandboxUrl: foreignUrl() }));

  test.each(['integration', 'node', 'constructor', '__proto__'])('is not found under the id %p', (id) =>
    expectNothingSent({ ...stored(), id }),
  );

  test('goes where the node goes, through its proxy', async () => {
    const proxy = await startForwardProxy();
    try {
      await helper.unload();
      const others = [{ id: 'proxy', type: 'http proxy', name: '', url: proxy.url, noproxy: [] }];
      await loadBench(sandbox.get(), 'krr', {}, { others, maskinporten: { proxy: 'proxy' } });
      expect(await pressMaskinporten({ ...stored(), proxy: 'proxy' })).toMatchObject({ ok: true });
      expect(proxy.passed).toHaveLength(1);
    } finally {
      await proxy.close();
    }
  });
});

describe('the test of a Fiks integration', () => {
  test('passes when the form is right', async () => {
    expect(await pressFiks(integration())).toEqual({ ok: true, detail: '' });
  });

  test('passes with the stored password', async () => {
    const form = { ...integration(), id: 'integration', integrationPassword: STORED, referenceSecret: STORED };
    expect(await pressFiks(form)).toEqual({ ok: true, detail: '' });
  });

  test.each([
    ['integrationId', 'integration id'],
    ['integrationPassword', 'password'],
  ])('says that %s is missing', async (name, words) => {
    expect(await pressFiks({ ...integration(), [name]: '' })).toMatchObject({
      ok: false,
      message: expect.stringContaining(words),
    });
  });

  test('says that a role id is not one', async () => {
    expect(await pressFiks({ ...integration(), rolleId: 'c74d' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('role id'),
    });
  });

  test('shows nothing of the password', async () => {
    const answer = await pressFiks({ ...integration(), rolleId: 'c74d' });
    expect(JSON.stringify(answer)).not.toContain(sandbox.get().credentials.fiks.integrationPassword);
  });
});
