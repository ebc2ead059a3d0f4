import { getGlobalDispatcher } from 'undici';
import { loadBench, useNodeRed, type Message, type Setup } from './bench';
import { startForwardProxy, type ForwardProxy } from './forwardProxy';
import { letterTo, PDF } from './letter';
import { ORDINARY } from './persons';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();
let proxy: ForwardProxy;

const VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'];
const { env } = process;

beforeEach(async () => {
  proxy = await startForwardProxy();
  process.env = Object.fromEntries(Object.entries(env).filter(([name]) => !VARIABLES.includes(name)));
});
afterEach(async () => {
  process.env = env;
  await proxy.close();
});

const lookUp = async (setup: Setup = {}): Promise<Message> => {
  const bench = await loadBench(sandbox.get(), 'krr', {}, setup);
  const { messages } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  return messages[0]!.payload as Message;
};

const throughNode = (node: object, secrets?: object): Setup => ({
  maskinporten: { proxy: 'proxy' },
  others: [{ id: 'proxy', type: 'http proxy', name: '', noproxy: [], url: proxy.url, ...node }],
  secrets: { proxy: { ...secrets } },
});

const hostsPassed = (): string[] => [...new Set(proxy.passed.map(({ host }) => host))];
const sandboxHost = (): string => new URL(sandbox.get().url).host;

test('without a proxy the services are called directly', async () => {
  expect(await lookUp()).toHaveProperty('canBeNotified', true);
  expect(proxy.passed).toHaveLength(0);
});

describe('the environment', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])('%s is honoured', async (name) => {
    process.env[name] = proxy.url;
    expect(await lookUp()).toHaveProperty('canBeNotified', true);
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });

  test('NO_PROXY is honoured', async () => {
    process.env.HTTP_PROXY = proxy.url;
    process.env.NO_PROXY = 'example.com,127.0.0.1';
    expect(await lookUp()).toHaveProperty('canBeNotified', true);
    expect(proxy.passed).toHaveLength(0);
  });
});

// The sandbox speaks no TLS, so nothing comes of these calls; where they went is what is asked.
describe('for addresses with https', () => {
  const askOverTls = async (setup: Setup = {}): Promise<void> => {
    const url = sandbox.get().url.replace('http:', 'https:');
    const bench = await loadBench(sandbox.get(), 'krr', {}, { ...setup, url });
    await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  };

  test.each(['HTTPS_PROXY', 'https_proxy'])('%s is honoured', async (name) => {
    process.env[name] = proxy.url;
    await askOverTls();
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });

  test('an http proxy node is honoured', async () => {
    await askOverTls(throughNode({}));
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });
});

describe('an http proxy node', () => {
  test('is honoured', async () => {
    expect(await lookUp(throughNode({}))).toHaveProperty('canBeNotified', true);
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });

  test('comes before the environment', async () => {
    process.env.HTTP_PROXY = 'http://127.0.0.1:9';
    expect(await lookUp(throughNode({}))).toHaveProperty('canBeNotified', true);
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });

  test('is told its user name and password', async () => {
    await lookUp(throughNode({}, { username: 'kari', password: 'hemmelig' }));
    expect(proxy.passed[0]!.authorization).toBe(`Basic ${Buffer.from('kari:hemmelig').toString('base64')}`);
  });

  test.each([
    ['by address', '127.0.0.1', '127.0.0.1'],
    ['by name', 'localhost', 'localhost'],
    ['by domain', '.localhost', 'sandbox.localhost'],
    ['by domain with a star', '*.localhost', 'sandbox.localhost'],
  ])('leaves out the hosts it lists %s', async (_how, listed, host) => {
    const { port } = new URL(sandbox.get().url);
    const bench = await loadBench(
      sandbox.get(),
      'krr',
      {},
      {
        ...throughNode({ noproxy: [listed] }),
        url: `http://${host}:${port}`,
      },
    );
    await bench.receive({ payload: [{ foedselsnummer: ORDINARY }] });
    expect(proxy.passed).toHaveLength(0);
  });

  test('is used for hosts that only end like one it lists', async () => {
    await lookUp(throughNode({ noproxy: ['7.0.0.1'] }));
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });

  test('carries whole letters', async () => {
    const bench = await loadBench(sandbox.get(), 'svarut', {}, throughNode({}));
    const { messages } = await bench.receive({ payload: letterTo(), documents: PDF });
    expect(messages[0]!.payload).toMatchObject({ outcome: 'sent' });
    expect(hostsPassed()).toEqual([sandboxHost()]);
  });

  test('that is down is a clear error', async () => {
    const bench = await loadBench(sandbox.get(), 'krr', {}, throughNode({ url: 'http://127.0.0.1:9' }));
    const { caught } = await bench.receive({ payload: { foedselsnummer: ORDINARY } });
    expect(caught[0]!.error.code).toBe('ERR_UNREACHABLE');
  });

  test('without an address is as none', async () => {
    expect(await lookUp(throughNode({ url: '' }))).toHaveProperty('canBeNotified', true);
    expect(proxy.passed).toHaveLength(0);
  });
});

test('nothing is changed for the rest of the process', async () => {
  const shared = getGlobalDispatcher();
  process.env.HTTP_PROXY = proxy.url;
  await lookUp();
  expect(getGlobalDispatcher()).toBe(shared);
});
