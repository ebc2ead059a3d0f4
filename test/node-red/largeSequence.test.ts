import { setTimeout as sleep } from 'node:timers/promises';
import { syntheticNumbers } from '../../scripts/syntheticNumbers.mts';
import { loadBench, useNodeRed, type Bench, type Message } from './bench';
import { ORDINARY, RESERVED } from './persons';
import { useSandbox } from '../useSandbox';

jest.setTimeout(90_000);

useNodeRed();
const sandbox = useSandbox();

const COUNT = 100_000;
const PER_CALL = 1000;
const CALLS = COUNT / PER_CALL;

/** At the edges, persons KRR knows; the others are registered nowhere. */
const numbers = [ORDINARY, ...syntheticNumbers(COUNT - 2), RESERVED];
const line = (foedselsnummer: string, at: number) => ({ line: at + 1, foedselsnummer });
const LIST = numbers.map(line);

const piece = (index: number, count: number): Message => ({
  payload: LIST.slice(index * PER_CALL, (index + 1) * PER_CALL),
  parts: { id: 'persons', index, count, type: 'array' },
});

const calls = async (): Promise<number> => {
  const { requests } = await sandbox.ledger();
  return requests.filter(({ service }) => service === 'krr').length;
};

const delay = (delayMs: number, times: number): Promise<void> =>
  sandbox.orderFault({ service: 'krr', operation: 'personer', kind: 'delay', delayMs, times });

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(5);
};

const ended = (bench: Bench): number => bench.received().messages.length + bench.received().caught.length;

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** What it takes at most while it runs: the test's process, with the sandbox in it. */
const recordMemory = async (what: string, run: () => Promise<void>): Promise<void> => {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  await run().finally(() => clearInterval(sampling));
  process.stdout.write(`Node-RED, ${what}: ${megabytes(peak - before)} MB more than the ${megabytes(before)} before\n`);
};

const expectAnswers = (answers: readonly Message[]): void => {
  expect(answers.map(({ line: at, foedselsnummer }) => ({ line: at, foedselsnummer }))).toEqual(LIST);
  expect(answers.at(0)).toMatchObject({ reason: 'KAN_VARSLES' });
  expect(answers.at(-1)).toMatchObject({ reason: 'RESERVERT' });
  expect(new Set(answers.slice(1, -1).map(({ reason }) => reason as string))).toEqual(new Set(['IKKE_REGISTRERT']));
};

test('one list of 100 000 persons is asked about in 100 calls, and comes out in its order', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  await recordMemory('one list of 100 000', async () => {
    await bench.receive({ payload: LIST });
  });
  const { messages, statuses } = bench.received();
  expect(messages).toHaveLength(1);
  expectAnswers(messages[0]!.payload as Message[]);
  expect(await calls()).toBe(CALLS);
  const progress = Array.from({ length: CALLS }, (_, at) => `${(at + 1) * PER_CALL}/${COUNT}`);
  expect(statuses.slice(1)).toEqual([...progress, String(COUNT)]);
});

test('100 lists of 1000 in a sequence come out in its order, also when the first answer is slow', async () => {
  const bench = await loadBench(sandbox.get(), 'krr');
  await delay(300, 1);
  await recordMemory('100 lists of 1000', async () => {
    for (let index = 0; index < CALLS; index += 1) bench.node.receive(piece(index, CALLS));
    await until(() => ended(bench) === CALLS);
  });
  const { messages, statuses } = bench.received();
  expect(messages.map(({ parts }) => parts)).toEqual(messages.map((_, index) => piece(index, CALLS).parts));
  expectAnswers(messages.flatMap(({ payload }) => payload as Message[]));
  expect(await calls()).toBe(CALLS);
  const progress = Array.from({ length: CALLS - 1 }, (_, at) => `${at + 1}/${CALLS}`);
  expect(statuses).toEqual([...progress, String(PER_CALL)]);
});

// A rejection nobody handles would fail the test too: jest listens for such.
describe('closing the node, as a deploy does,', () => {
  /** Whatever comes after the node was told to stop has come by then. */
  const expectNoMoreCalls = async (): Promise<void> => {
    const asked = await calls();
    expect(asked).toBeLessThan(CALLS);
    await sleep(200);
    expect(await calls()).toBe(asked);
  };

  test('stops a list of 100 000: those not yet asked about are cancelled', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    await delay(20, CALLS);
    bench.node.receive({ payload: LIST });
    await until(() => bench.received().statuses.includes(`${10 * PER_CALL}/${COUNT}`));
    await bench.node.close(false);
    await until(() => ended(bench) === 1);
    await expectNoMoreCalls();
    const payload = bench.received().messages[0]!.payload as Message[];
    expect(payload.map(({ foedselsnummer }) => foedselsnummer as string)).toEqual(numbers);
    expect(payload.at(0)).toMatchObject({ reason: 'KAN_VARSLES' });
    expect(payload.at(-1)).toMatchObject({ error: { code: 'ERR_CANCELLED' } });
  });

  test('stops a sequence: the lists that had not had their turn go to Catch as cancelled', async () => {
    const bench = await loadBench(sandbox.get(), 'krr');
    await delay(20, CALLS);
    for (let index = 0; index < CALLS; index += 1) bench.node.receive(piece(index, CALLS));
    await until(() => bench.received().statuses.includes(`10/${CALLS}`));
    await bench.node.close(false);
    await until(() => ended(bench) === CALLS);
    await expectNoMoreCalls();
    const { messages, caught } = bench.received();
    expect(messages.map(({ parts }) => parts.index as number)).toEqual(messages.map((_, index) => index));
    expect(caught.map(({ parts }) => parts.index as number)).toEqual(caught.map((_, at) => messages.length + at));
    expect(new Set(caught.map(({ error }) => error.code as string))).toEqual(new Set(['ERR_CANCELLED']));
  });
});
