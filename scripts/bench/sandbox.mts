/**
 * How fast the sandbox itself is, so that it is never what is measured: its start, and calls about a thousand different persons.
 */
import { bareCallsTo, BATCH } from './bareCalls.mts';
import { startSandboxProcess } from './sandboxProcess.mts';
import { usualMilliseconds } from './stopwatch.mts';
import { middleOf, printTable } from './table.mts';

const STARTS = 5;

/** What it may take at most, in milliseconds. */
const LONGEST_START = 1000;
const LONGEST_CALL = 50;

const usualStart = async (): Promise<number> => {
  const all: number[] = [];
  for (let time = 0; time < STARTS; time += 1) {
    const sandbox = await startSandboxProcess();
    all.push(sandbox.startedInMs);
    await sandbox.stop();
  }
  return middleOf(all);
};

/** As many persons as go in one call, each another. */
const numbersOf = async (url: string): Promise<readonly string[]> => {
  const answer = await fetch(`${url}/admin/persons?limit=${BATCH}`);
  const persons = (await answer.json()) as readonly { readonly foedselsEllerDNummer: string }[];
  const numbers = new Set(persons.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer));
  if (numbers.size !== BATCH) throw new Error(`The sandbox has ${numbers.size} persons and not ${BATCH}.`);
  return [...numbers];
};

interface Figure {
  readonly what: string;
  readonly ms: number;
  readonly most: number;
}

const measure = async (): Promise<readonly Figure[]> => {
  const start = await usualStart();
  const sandbox = await startSandboxProcess(['--persons', String(BATCH)]);
  try {
    const calls = await bareCallsTo(sandbox.url);
    const numbers = await numbersOf(sandbox.url);
    const krr = await usualMilliseconds(() => calls.askKrr(numbers));
    const folkeregisteret = await usualMilliseconds(() => calls.askFolkeregisteret(numbers));
    return [
      { what: 'from its start until it can be called', ms: start, most: LONGEST_START },
      { what: `KRR, ${BATCH} persons in a call`, ms: krr, most: LONGEST_CALL },
      { what: `Folkeregisteret, ${BATCH} persons in a call`, ms: folkeregisteret, most: LONGEST_CALL },
    ];
  } finally {
    await sandbox.stop();
  }
};

/** @returns the figures in a sentence */
export const benchSandbox = async (): Promise<string> => {
  const figures = await measure();
  printTable(
    'The sandbox by itself',
    ['ms', 'at most'],
    figures.map(({ what, ms, most }) => [what, ms.toFixed(1), String(most)]),
  );
  const slow = figures.filter(({ ms, most }) => ms >= most);
  if (slow.length > 0) process.exitCode = 1;
  const [start = 0, ...calls] = figures.map(({ ms }) => ms);
  const verdict = slow.length > 0 ? ' (too slow)' : '';
  return `the sandbox starts in ${start.toFixed(0)} ms and answers about ${BATCH} persons in ${calls.map((ms) => ms.toFixed(0)).join(' and ')} ms${verdict}`;
};
