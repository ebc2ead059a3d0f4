/**
 * How many persons a second KRR's node takes in a real n8n, beside n8n's own HTTP Request node and a bare loop; and how fast the
 * sandbox is that answers them.
 */
import { syntheticNumbers } from '../syntheticNumbers.mts';
import { askKrrAboutAll, bareCallsTo, BATCH } from './bareCalls.mts';
import { timeInN8n } from './inN8n.mts';
import type { SandboxProcess } from './sandboxProcess.mts';
import { middleOf, printTable } from './table.mts';

const COLD = 10;
const TIMES = 21;

const millisecondsOf = async (run: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/** The middle one of many, after the first few, which find everything cold. */
const usualMilliseconds = async (run: () => Promise<void>): Promise<number> => {
  const all: number[] = [];
  for (let time = 0; time < COLD + TIMES; time += 1) all.push(await millisecondsOf(run));
  return middleOf(all.slice(COLD));
};

/** Persons the register knows, over and over: a thousand whole documents to answer with. */
const KNOWN = ['12848539668', '19887834124', '02920197712', '30819446675'];
const known = Array.from({ length: BATCH }, (_, at) => KNOWN[at % KNOWN.length] ?? '');

/**
 * @param persons a multiple of `BATCH`
 * @returns the figures in a sentence
 */
export const benchPersons = async (sandbox: SandboxProcess, persons: number): Promise<string> => {
  const numbers = syntheticNumbers(persons);
  const calls = await bareCallsTo(sandbox.url);
  const krr = await usualMilliseconds(() => calls.askKrr(numbers.slice(0, BATCH)));
  const folkeregisteret = await usualMilliseconds(() => calls.askFolkeregisteret(known));
  const bare = (await millisecondsOf(() => askKrrAboutAll(calls, numbers))) / 1000;
  const { ours, oursAgain, httpRequest } = await timeInN8n({ url: sandbox.url, token: calls.token }, numbers);

  const row = (what: string, count: number, seconds: number): string[] => [
    what,
    String(count),
    seconds.toFixed(2),
    (persons / seconds).toFixed(0),
    (ours / seconds).toFixed(3),
  ];
  printTable(
    `KRR about ${persons} persons`,
    ['calls', 'seconds', 'persons/s', 'ratio'],
    [
      row("n8n, this project's KRR node", persons / BATCH, ours),
      row('the same again, in an n8n that is warm', persons / BATCH, oursAgain),
      row('n8n, HTTP Request node, one call per item', persons, httpRequest),
      row('no n8n, a bare undici loop, the same batches', persons / BATCH, bare),
    ],
  );
  console.log(`
Sandbox: starts in ${sandbox.startedInMs.toFixed(0)} ms
  KRR, ${BATCH} persons in a call: ${krr.toFixed(1)} ms
  Folkeregisteret, ${BATCH} persons in a call: ${folkeregisteret.toFixed(1)} ms`);
  const [rate, faster, behind] = [persons / ours, httpRequest / ours, bare / ours];
  return `${rate.toFixed(0)} persons a second in n8n, ${faster.toFixed(1)} times the HTTP Request node, ${behind.toFixed(2)} times a bare loop`;
};
