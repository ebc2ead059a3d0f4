/**
 * The rule of the check buttons: a stored secret is used only where its configuration, as deployed, would use it. Whoever
 * can open the editor must not be able to send it elsewhere.
 */
import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Properties } from './bench';
import { useForeignServer } from './foreignServer';
import { startForwardProxy } from './forwardProxy';
import { clientIn, integrationIn, outline, pressFiks, pressMaskinporten, STORED, type CheckAnswer } from './pressing';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();
const foreign = useForeignServer();

const requests = async () => (await sandbox.ledger()).requests;

const expectNothingSent = async (answer: CheckAnswer): Promise<void> => {
  expect(outline(answer)).toEqual(['form failed']);
  expect(foreign.seen()).toEqual([]);
  expect(await requests()).toHaveLength(0);
};

beforeEach(() => loadBench(sandbox.get(), 'folkeregister'));

describe('a stored key', () => {
  const form = (changes: Properties = {}): Properties =>
    clientIn(sandbox.get(), { id: 'client', privateKey: STORED, ...changes });

  test('is used with the stored address', async () => {
    expect(await pressMaskinporten(form())).toMatchObject({ ok: true });
  });

  test('is used with a stored address that comes from the environment', async () => {
    process.env.NORSK_KOMMUNE_TEST_SANDBOX = sandbox.get().url;
    try {
      await helper.unload();
      const sandboxUrl = '${NORSK_KOMMUNE_TEST_SANDBOX}';
      await loadBench(sandbox.get(), 'krr', {}, { maskinporten: { sandboxUrl } });
      expect(await pressMaskinporten(form({ sandboxUrl }))).toMatchObject({ ok: true });
    } finally {
      delete process.env.NORSK_KOMMUNE_TEST_SANDBOX;
    }
  });

  test.each([
    ['another sandbox', () => ({ sandboxUrl: foreign.url() })],
    ['another environment', () => ({ environment: 'test' })],
    ['another token URL', () => ({ tokenUrl: `${foreign.url()}/token` })],
    ['another issuer', () => ({ issuer: foreign.url() })],
    [
      'another issuer and environment',
      () => ({ environment: 'custom', issuer: foreign.url(), tokenUrl: `${foreign.url()}/token` }),
    ],
    ['another proxy', () => ({ proxy: 'elsewhere' })],
    ['an address that hides in a list', () => ({ sandboxUrl: [foreign.url()] })],
    ['no address at all', () => ({ sandboxUrl: undefined })],
    ['the id of nothing that is deployed', () => ({ id: 'notDeployed' })],
  ])('is never used with %s', async (_what, changes) => {
    await expectNothingSent(await pressMaskinporten(form(changes())));
  });

  test.each(['integration', 'node', 'constructor', '__proto__'])('is not found under the id %p', async (id) => {
    await expectNothingSent(await pressMaskinporten(form({ id })));
  });

  test('goes where the node goes, through its proxy', async () => {
    const proxy = await startForwardProxy();
    try {
      await helper.unload();
      const others = [{ id: 'proxy', type: 'http proxy', name: '', url: proxy.url, noproxy: [] }];
      await loadBench(sandbox.get(), 'krr', {}, { others, maskinporten: { proxy: 'proxy' } });
      expect(await pressMaskinporten(form({ proxy: 'proxy' }))).toMatchObject({ ok: true });
      expect(new Set(proxy.passed.map(({ host }) => host))).toEqual(new Set([new URL(sandbox.get().url).host]));
    } finally {
      await proxy.close();
    }
  });
});

test('a stored passphrase is no more for elsewhere than a stored key', async () => {
  const form = clientIn(sandbox.get(), { id: 'client', passphrase: STORED, sandboxUrl: foreign.url() });
  await expectNothingSent(await pressMaskinporten(form));
});

describe('a stored password', () => {
  const form = (changes: Properties = {}): Properties =>
    integrationIn(sandbox.get(), { id: 'integration', integrationPassword: STORED, ...changes });

  test('goes with the deployed Maskinporten configuration to the deployed address', async () => {
    expect(await pressFiks(form())).toMatchObject({ ok: true });
  });

  test.each([
    ['a sandbox', () => ({ environment: 'sandbox', sandboxUrl: foreign.url() })],
    ['an issuer', () => ({ environment: 'custom', issuer: foreign.url(), tokenUrl: foreign.url() })],
  ])('does not follow %s that the form names', async (_what, changes) => {
    await expectNothingSent(await pressFiks(form(changes())));
  });

  test('does not follow a Maskinporten configuration that the form brings along', async () => {
    const maskinporten = clientIn(sandbox.get(), { sandboxUrl: foreign.url() });
    await expectNothingSent(await pressFiks(form({ maskinporten })));
  });

  test.each(['client', 'node', 'constructor', '__proto__'])('is not found under the id %p', async (id) => {
    await expectNothingSent(await pressFiks(form({ id })));
  });
});

test('a typed password goes to the deployed address too, whatever else the form says', async () => {
  const form = integrationIn(sandbox.get(), { environment: 'sandbox', sandboxUrl: foreign.url() });
  expect(await pressFiks(form)).toMatchObject({ ok: true });
  expect(foreign.seen()).toEqual([]);
});
