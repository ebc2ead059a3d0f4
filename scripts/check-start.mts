/**
 * Runs the README's commands as a newcomer would, and compares the figures on their last line.
 */
import { isDeepStrictEqual } from 'node:util';
import { capture } from './command.mts';
import { root } from './project.mts';
import { printSummary } from './summary.mts';

interface Figures {
  readonly lines: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly letters: number;
  readonly printEndpoint: number;
  readonly requests: { readonly maskinporten: number; readonly folkeregister: number; readonly krr: number };
}

const FIRST = { digital: 5, print: 3, duplicate: 1, held: 6, failed: 0 };
/** The flow once more: every letter is recognised. */
const AGAIN = { digital: 0, print: 0, duplicate: 9, held: 6, failed: 0 };

const check = (
  { lines, outcomes, letters, printEndpoint, requests }: Partial<Figures>,
  expected: object,
  runs: number,
): boolean =>
  lines === 15 &&
  isDeepStrictEqual(outcomes, expected) &&
  letters === 8 &&
  printEndpoint === 0 &&
  requests?.krr === runs &&
  requests.folkeregister === runs &&
  // n8n's command line is a new process, and so has new tokens, each time.
  requests.maskinporten <= 2 * runs;

const COMMANDS = [
  { script: 'start', times: 1, outcomes: FIRST },
  { script: 'start', times: 2, outcomes: AGAIN },
  { script: 'start:n8n', times: 1, outcomes: FIRST },
] as const;

let passed = 0;
for (const { script, times, outcomes } of COMMANDS) {
  const args = ['run', script, '--', '--once', '--json', '--times', String(times)];
  const { code, stdout, stderr } = await capture('npm', args, { cwd: root });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  const good = code === 0 && check(JSON.parse(last.startsWith('{') ? last : '{}') as Figures, outcomes, times);
  console.log(`${good ? 'ok    ' : 'FAILED'} npm ${args.join(' ')}\n       ${last}`);
  if (good) passed += 1;
  else console.log(stdout, stderr);
}
printSummary('start', { passed, failed: COMMANDS.length - passed });
process.exitCode = passed === COMMANDS.length ? 0 : 1;
