/**
 * How many persons a second KRR's node takes in a real n8n, beside n8n's own HTTP Request node and a bare loop.
 */
import { syntheticNumbers } from '../syntheticNumbers.mts';
import { askKrrAboutAll, bareCallsTo, BATCH } from './bareCalls.mts';
import { timeInN8n } from './inN8n.mts';
import type { SandboxProcess } from './sandboxProcess.mts';
import { millisecondsOf } from './stopwatch.mts';
import { printTable } from './table.mts';

/**
 * @param persons a multiple of `BATCH`
 * @returns the figures in a sentence
 */
export const benchPersons = async (sandbox: SandboxProcess, persons: number): Promise<string> => {
  const numbers = syntheticNumbers(persons);
  const calls = await bareCallsTo(sandbox.url);
  // The first time finds everything cold.
  await askKrrAboutAll(calls, numbers);
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
  const [rate, faster, behind] = [persons / ours, httpRequest / ours, bare / ours];
  return `${rate.toFixed(0)} persons a second in n8n, ${faster.toFixed(1)} times the HTTP Request node, ${behind.toFixed(2)} times a bare loop`;
};
