import { setImmediate as tick } from 'node:timers/promises';
import helper from 'node-red-node-test-helper';
import { loadBench, useNodeRed, type Bench } from './bench';
import { letterTo, PDF } from './letter';
import { ORDINARY } from './persons';
import { startSilentServer, type SilentServer } from './silentServer';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();
let server: SilentServer;

/** A node whose request is under way and will never be answered. */
const waiting = async (
  service: 'krr' | 'svarut',
  message: Record<string, unknown>,
  answering: Parameters<typeof startSilentServer>[0] = ['tokens', 'lookUpsOfLetters'],
): Promise<Bench> => {
  server = await startSilentServer(answering);
  const bench = await loadBench(sandbox.get(), service, {}, { url: server.url });
  bench.node.receive(message);
  await server.asked;
  return bench;
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await tick();
};

// If the node still waits, its test has failed; the others need not wait with it.
afterEach(() => server.close());

describe.each([
  ['a look-up', 'krr', { payload: { foedselsnummer: ORDINARY } }],
  ['a list', 'krr', { payload: [{ foedselsnummer: ORDINARY }] }],
  ['a letter', 'svarut', { payload: letterTo(), documents: PDF }],
] as const)('while %s is under way', (_what, service, message) => {
  test('closing the node hangs up and does not wait', async () => {
    const bench = await waiting(service, message);
    await bench.node.close(false);
    await server.leftAlone;
  });

  test('stopping the flows closes the node and its configuration and does not wait', async () => {
    await waiting(service, message);
    await helper.unload();
    await server.leftAlone;
  });

  test('a changed node can be deployed, and the old one leaves no status on it', async () => {
    const bench = await waiting(service, message);
    await bench.redeploy({ name: 'changed' });
    await server.leftAlone;
    await turns(50);
    expect(bench.received().statuses.at(-1)).toBe('');
  });
});

describe('while a token is under way', () => {
  test('stopping the flows closes the node and its configuration and does not wait', async () => {
    await waiting('krr', { payload: { foedselsnummer: ORDINARY } }, []);
    await helper.unload();
    await server.leftAlone;
  });
});

test('a single item that was cut off goes to Catch as cancelled', async () => {
  const bench = await waiting('krr', { payload: { foedselsnummer: ORDINARY } });
  await bench.node.close(false);
  await server.leftAlone;
  await turns(50);
  expect(bench.received().caught).toMatchObject([{ error: { code: 'ERR_CANCELLED' } }]);
});

test.each([
  ['before it was sent goes to Catch as cancelled', ['tokens'], 'ERR_CANCELLED'],
  ['while it was sent is of unknown outcome', ['tokens', 'lookUpsOfLetters'], 'ERR_LETTER_OUTCOME_UNKNOWN'],
] as const)('a letter that was cut off %s', async (_when, answering, code) => {
  const bench = await waiting('svarut', { payload: letterTo(), documents: PDF }, answering);
  await bench.node.close(false);
  await server.leftAlone;
  await turns(50);
  expect(bench.received()).toMatchObject({ messages: [], caught: [{ error: { code } }] });
});

test('a node that has been closed and opened again works', async () => {
  server = await startSilentServer([]);
  const bench = await loadBench(sandbox.get(), 'krr');
  await bench.receive({ payload: { foedselsnummer: ORDINARY } });
  await bench.redeploy({ name: 'changed' });
  const out: unknown[] = [];
  helper.getNode('out').on('input', (message) => void out.push(message));
  const arrived = new Promise((resolve) => helper.getNode('completed').on('input', resolve));
  helper.getNode('node').receive({ payload: { foedselsnummer: ORDINARY } });
  await arrived;
  expect(out).toMatchObject([{ payload: { canBeNotified: true } }]);
});
