/**
 * Runs the README's commands as a newcomer would, and compares the figures on their last line; then the scripts in the
 * sandbox's README, of which each must send its letter.
 */
import { isDeepStrictEqual } from 'node:util';
import { capture } from './command.mts';
import { root } from './project.mts';
import { readmeScripts, runReadmeScript } from './readmeScripts.mts';
import { printSummary } from './summary.mts';

type Figures = Readonly<Record<string, unknown>>;

interface Command {
  readonly script: string;
  readonly options: readonly string[];
  readonly isRight: (figures: Figures) => boolean;
}

/** The example flow, `times` times in a row, with what became of the last run's lines. */
const example = (script: string, times: number, outcomes: object): Command => ({
  script,
  options: ['--once', '--times', String(times)],
  isRight: (figures) => {
    const { folkeregister, krr, maskinporten } = (figures.requests ?? {}) as Readonly<Record<string, number>>;
    return (
      figures.lines === 15 &&
      isDeepStrictEqual(figures.outcomes, outcomes) &&
      figures.letters === 8 &&
      figures.printEndpoint === 0 &&
      krr === times &&
      folkeregister === times &&
      // n8n's command line is a new process, and so has new tokens, each time.
      Number(maskinporten) <= 2 * times
    );
  },
});

const FIRST = { digital: 5, print: 3, duplicate: 1, held: 6, failed: 0 };
/** The flow once more: every letter is recognised. */
const AGAIN = { digital: 0, print: 0, duplicate: 9, held: 6, failed: 0 };

const faults = (seed: number): Command => ({
  script: 'faults',
  options: ['--seed', String(seed), '--runs', '1000'],
  isRight: ({ runs, sent, duplicatesPrevented, duplicateLetters, lostLetters, unexplained, killed }) =>
    Number(runs) >= 1000 &&
    Number(sent) + Number(duplicatesPrevented) >= 0.95 * Number(runs) &&
    duplicateLetters === 0 &&
    lostLetters === 0 &&
    unexplained === 0 &&
    Number(killed) > 0,
});

const COMMANDS: readonly Command[] = [
  example('start', 1, FIRST),
  example('start', 2, AGAIN),
  example('start:n8n', 1, FIRST),
  faults(5),
];

let passed = 0;
for (const { script, options, isRight } of COMMANDS) {
  const args = ['run', script, '--', ...options, '--json'];
  const { code, stdout, stderr } = await capture('npm', args, { cwd: root });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  const good = code === 0 && isRight(JSON.parse(last.startsWith('{') ? last : '{}') as Figures);
  console.log(`${good ? 'ok    ' : 'FAILED'} npm ${args.join(' ')}\n       ${last}`);
  if (good) passed += 1;
  else console.log(stdout, stderr);
}

const scripts = await readmeScripts();
for (const script of scripts) {
  const { code, output, letters } = await runReadmeScript(script);
  const good = code === 0 && letters === 1;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${script.name} of the sandbox's README\n       ${output.trimEnd()}`);
  if (good) passed += 1;
}

// One in JavaScript and one with curl.
const all = COMMANDS.length + Math.max(scripts.length, 2);
printSummary('commands', { passed, failed: all - passed });
process.exitCode = passed === all ? 0 : 1;
