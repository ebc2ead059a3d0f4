/**
 * `npm run faults -- --seed 7 --runs 10000 --json`: sends letters through everything that can go wrong, in executions that are
 * killed and run again, and counts with the sandbox's ledger what became of them. The last line is the figures.
 *
 * Two limits are kept to, because no client can lift them (docs/svarut.md, "What it cannot exclude"): a letter whose answer
 * is lost at once is not hidden for longer than the client looks for it, and nobody runs the flow again before that. Where it is
 * hidden for longer, its answer was lost late, and then the outcome is unknown.
 */
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startSandboxProcess } from './bench/sandboxProcess.mts';
import { build } from './build.mts';
import { buildSender, execute } from './faults/execution.mts';
import type { Report } from './faults/order.mts';
import { chanceFrom, type Chance } from './faults/random.mts';
import { troublesFor, type Fault } from './faults/troubles.mts';
import { inProject } from './project.mts';
import { syntheticNumbers } from './syntheticNumbers.mts';

/** Letters of an execution. */
const LETTERS = 100;
/** An execution that fails for some is run again, as a municipality would. */
const MOST_EXECUTIONS = 5;
/** The client looks for a minute in all. */
const LOOKS_FOR_MS = 60_000;
const RUN_AGAIN_AFTER_S = 1800;
const SUCCESS = 0.95;
/** Longer than a request that has lost its sender is worked on here. */
const QUIET_MS = 1000;

interface Settings {
  readonly seed: number;
  readonly runs: number;
  readonly json: boolean;
}

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1.`);
  return number;
};

const readSettings = (): Settings => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '10000' },
      json: { type: 'boolean', default: false },
    },
  });
  return { seed: wholeNumber('seed', values.seed), runs: wholeNumber('runs', values.runs), json: values.json };
};

interface LedgerLetter {
  readonly id: string;
  readonly eksternReferanse: string;
}

interface Figures {
  /** Sends that were tried and told of; those of a killed execution are counted when it is run again. */
  runs: number;
  sent: number;
  duplicatesPrevented: number;
  refused: number;
  unknown: number;
  /** Letters beyond the first under a reference. */
  duplicateLetters: number;
  /** Reported as sent, and not in the ledger. */
  lostLetters: number;
  /** Unknown although there is a letter that was not hidden for long, nor its answer out for long. */
  unexplained: number;
  executions: number;
  killed: number;
}

interface Mailing {
  readonly hiddenForMs: number;
  readonly slow: number;
}

/** Mostly visible at once or soon; seldom hidden for longer than the client looks. */
const mailingFor = (chance: Chance): Mailing => {
  const drawn = chance.next();
  if (drawn < 0.5) return { hiddenForMs: 0, slow: 0.01 };
  if (drawn < 0.95) return { hiddenForMs: chance.below(LOOKS_FOR_MS), slow: 0.01 };
  return { hiddenForMs: LOOKS_FOR_MS + chance.below(10 * LOOKS_FOR_MS), slow: 0.03 };
};

/** Where letters stay hidden for long, no answer is lost at once. */
const bearable = (fault: Fault, { hiddenForMs }: Mailing): boolean =>
  hiddenForMs < LOOKS_FOR_MS || fault.operation !== 'sendPerson' || fault.kind === 'delay' || fault.kind === 'drop';

const count = (
  figures: Figures,
  reports: readonly Report[],
  ledger: readonly LedgerLetter[],
  mailing: Mailing,
): void => {
  const ids = new Map(ledger.map(({ id, eksternReferanse }) => [id, eksternReferanse]));
  const references = new Set(ids.values());
  for (const { outcome, letterId, eksternReferanse, slow } of reports) {
    figures.runs += 1;
    if (outcome === 'sent') figures.sent += 1;
    if (outcome === 'duplicate') figures.duplicatesPrevented += 1;
    if (outcome === 'refused') figures.refused += 1;
    if (outcome === 'unknown') figures.unknown += 1;
    if (letterId !== undefined && ids.get(letterId) !== eksternReferanse) figures.lostLetters += 1;
    const couldBeFound = references.has(eksternReferanse) && !slow && mailing.hiddenForMs < LOOKS_FOR_MS;
    if (outcome === 'unknown' && couldBeFound) figures.unexplained += 1;
  }
};

const main = async (): Promise<void> => {
  const { seed, runs, json } = readSettings();
  const chance = chanceFrom(seed);
  mkdirSync(inProject('.work', 'faults'), { recursive: true });
  await build(['sandbox']);
  await buildSender();
  const sandbox = await startSandboxProcess();
  const ask = async <T,>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(sandbox.url + path, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };

  const figures: Figures = {
    runs: 0,
    sent: 0,
    duplicatesPrevented: 0,
    refused: 0,
    unknown: 0,
    duplicateLetters: 0,
    lostLetters: 0,
    unexplained: 0,
    executions: 0,
    killed: 0,
  };
  const numbers = syntheticNumbers(LETTERS);

  const sendMailing = async (name: number): Promise<void> => {
    await ask('/admin/reset', {});
    const mailing = mailingFor(chance);
    await ask('/admin/settings', { eksternRefVisibleAfterMs: mailing.hiddenForMs });
    // Some lines share a reference, and then everything else too.
    const letters = Array.from({ length: LETTERS }, () => {
      const at = chance.below(LETTERS);
      return { eksternReferanse: `mailing-${name}-${at}`, foedselsnummer: numbers[at] ?? '' };
    });
    let through = false;
    for (let execution = 0; execution < MOST_EXECUTIONS && !through; execution += 1) {
      const faults = execution < 2 ? troublesFor(chance, LETTERS).filter((fault) => bearable(fault, mailing)) : [];
      await fetch(`${sandbox.url}/admin/faults`, { method: 'DELETE' });
      for (const fault of faults) await ask('/admin/faults', fault);
      const killAfter = chance.next() < 0.3 ? 1 + chance.below(LETTERS / 2) : undefined;
      const order = { sandbox: sandbox.url, seed: chance.below(2 ** 31), slow: mailing.slow, letters };
      const reports = await execute(order, killAfter);
      figures.executions += 1;
      if (reports) count(figures, reports, await ask<LedgerLetter[]>('/admin/letters'), mailing);
      else {
        figures.killed += 1;
        // What it had under way ends before anyone runs the flow again.
        await pause(QUIET_MS);
      }
      through = reports?.every(({ outcome }) => outcome === 'sent' || outcome === 'duplicate') === true;
      await ask('/admin/clock', { advanceSeconds: RUN_AGAIN_AFTER_S });
    }
    const ledger = await ask<LedgerLetter[]>('/admin/letters');
    figures.duplicateLetters += ledger.length - new Set(ledger.map(({ eksternReferanse }) => eksternReferanse)).size;
    if (!json)
      console.log(`mailing ${name}: ${figures.runs} sends so far, ${figures.duplicateLetters} duplicate letters`);
  };

  try {
    for (let name = 1; figures.runs < runs; name += 1) await sendMailing(name);
  } finally {
    await sandbox.stop();
  }
  const { sent, duplicatesPrevented, duplicateLetters, lostLetters, unexplained } = figures;
  console.log(JSON.stringify({ seed, ...figures }));
  if (duplicateLetters > 0 || lostLetters > 0 || unexplained > 0 || sent + duplicatesPrevented < SUCCESS * figures.runs)
    process.exitCode = 1;
};

await main();
