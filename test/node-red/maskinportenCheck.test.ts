import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Properties } from './bench';
import { clientIn, outline, pressMaskinporten, wrongIn } from './pressing';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const form = (changes: Properties = {}): Properties => clientIn(sandbox.get(), changes);
const check = (changes: Properties = {}) => pressMaskinporten(form(changes));

/** The sandbox's own client of that description. */
const clientThat = (description: string): Properties => {
  const client = sandbox.get().credentials.clients.find((one) => one.description.includes(description));
  if (!client) throw new Error(`The sandbox has no client that "${description}".`);
  return { clientId: client.clientId, keyId: client.keyId };
};

const pem = (): string => {
  const key = createPrivateKey({ key: JSON.parse(String(form().privateKey)), format: 'jwk' });
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
};

const tokenRequests = async () => (await sandbox.ledger()).requests.filter(({ service }) => service === 'maskinporten');

const ALL_PASSED = ['network passed', 'key passed', 'token passed'];

beforeEach(() => loadBench(sandbox.get(), 'krr'));

describe('a client that works', () => {
  test('passes every step, and a token is fetched for each scope the services need', async () => {
    const answer = await check();
    expect(outline(answer)).toEqual(ALL_PASSED);
    expect(answer.steps.map(({ message }) => message).join(' ')).toMatch(/with ks:fiks .* with krr:global/);
  });

  test('shows its public key and no other part of it', async () => {
    const { key } = await check();
    const { kty, n, e, kid } = JSON.parse(String(form().privateKey));
    expect(key?.publicJwk).toEqual({ kty, use: 'sig', alg: 'RS256', kid, n, e });
  });

  test.each([
    ['a PEM of several lines', () => ({ privateKey: pem() })],
    ['a PEM whose line breaks became blanks', () => ({ privateKey: pem().replaceAll('\n', ' ') })],
    [
      'a PKCS#12 file as base64 with its passphrase',
      () => {
        const { clientId, privateKey, passphrase } = sandbox.get().credentials.certificateClient;
        return { clientId, privateKey, passphrase, keyId: '' };
      },
    ],
  ])('passes with %s', async (_what, changes) => {
    expect(outline(await check(changes()))).toEqual(ALL_PASSED);
  });

  test.each(['keyId', 'privateKey', 'clientId', 'consumerOrg'])(
    'tells nothing of an environment variable that is named as %s and was not deployed so',
    async (field) => {
      process.env.NORSK_KOMMUNE_TEST_CANARY = 'canary-of-the-environment';
      try {
        const answer = await check({ [field]: '${NORSK_KOMMUNE_TEST_CANARY}' });
        expect(answer).toMatchObject({ ok: false, steps: [{ status: 'failed' }] });
        expect(JSON.stringify(answer)).not.toContain('canary');
      } finally {
        delete process.env.NORSK_KOMMUNE_TEST_CANARY;
      }
    },
  );

  test('is only warned of a scope it does not have, which is named', async () => {
    const answer = await check(clientThat('Has only ks:fiks'));
    expect(outline(answer)).toEqual([...ALL_PASSED, 'token warning']);
    expect(answer.ok).toBe(true);
    expect(answer.steps.find(({ status }) => status === 'warning')?.message).toContain('krr:global');
  });

  test('keeps its expert fields out of it while they are folded away', async () => {
    const changes = { extraScopes: 'nobody:has/this', authorizationDetails: 'no JSON' };
    expect(outline(await check({ ...changes, expert: false }))).toEqual(ALL_PASSED);
    expect((await check({ ...changes, expert: true })).ok).toBe(false);
  });
});

describe('a client that does not work', () => {
  test('because the key is another shows nothing of it', async () => {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey = String(key.export({ type: 'pkcs8', format: 'pem' }));
    const answer = await check({ privateKey });
    expect(wrongIn(answer)).toEqual([expect.stringContaining('does not belong to the key id')]);
    expect(JSON.stringify(answer)).not.toContain(privateKey.split('\n')[1]);
  });

  test.each(['pem', 'jwk'] as const)('because the key is the public half asks for no token (%s)', async (format) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey =
      format === 'jwk'
        ? JSON.stringify(publicKey.export({ format }))
        : String(publicKey.export({ type: 'spki', format }));
    const answer = await check({ privateKey });
    expect(outline(answer)).toEqual(['network passed', 'key failed', 'token skipped']);
    expect(await tokenRequests()).toHaveLength(0);
  });

  test('because the passphrase is wrong says so at the key', async () => {
    const { clientId, privateKey } = sandbox.get().credentials.certificateClient;
    const answer = await check({ clientId, privateKey, passphrase: 'another', keyId: '' });
    expect(outline(answer)).toEqual(['network passed', 'key failed', 'token skipped']);
    expect(wrongIn(answer)[0]).toContain('passphrase');
  });

  test('because it is unknown says so once, however many scopes were asked for', async () => {
    const answer = await check({ clientId: '00000000-0000-4000-8000-000000000000' });
    expect(wrongIn(answer)).toEqual([expect.stringContaining('client id')]);
  });

  test('because it has none of the scopes names each', async () => {
    const wrong = wrongIn(await check(clientThat('Was made for ID-porten')));
    expect(wrong).toEqual([expect.stringContaining('ks:fiks'), expect.stringContaining('krr:global')]);
  });

  test('because nothing listens at the address says so for the host', async () => {
    const answer = await check({ sandboxUrl: 'http://127.0.0.1:9' });
    expect(outline(answer)).toEqual(['network failed', 'key passed', 'token failed']);
    expect(wrongIn(answer)[0]).toContain('127.0.0.1:9');
  });

  test.each([
    ['ver2.maskinporten.no', { environment: 'custom', issuer: 'https://ver2.maskinporten.no/', tokenUrl: '' }],
    ['an address with a user', { sandboxUrl: 'http://somebody:secret@127.0.0.1:1' }],
  ])('because its address is %s is not even tried', async (_what, changes) => {
    const answer = await check(changes);
    expect(outline(answer)).toEqual(['form failed']);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('because the proxy is no address is not even tried', async () => {
    await helper.unload();
    const others = [{ id: 'proxy', type: 'http proxy', name: '', url: 'no address', noproxy: [] }];
    await loadBench(sandbox.get(), 'krr', {}, { others });
    expect(wrongIn(await check({ proxy: 'proxy' }))).toEqual([expect.stringContaining('proxy')]);
  });
});

test.each([[{}], [{ environment: 'elsewhere' }], [[]]])('a form such as %j gets an answer', async (sent) => {
  expect(outline(await pressMaskinporten(sent as Properties))).toEqual(['form failed']);
});
