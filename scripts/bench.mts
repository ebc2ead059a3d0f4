/**
 * `npm run bench`: what the nodes take of time and memory in real hosts, beside doing the same without them, against one sandbox.
 *
 *   --only sandbox | persons | letters   one part of it; that of the sandbox alone needs no n8n
 *   --persons 5000                       how many persons to ask KRR about
 */
import { parseArgs } from 'node:util';
import { BATCH } from './bench/bareCalls.mts';
import { benchLetters } from './bench/letters.mts';
import { benchPersons } from './bench/persons.mts';
import { benchSandbox } from './bench/sandbox.mts';
import { startSandboxProcess, type SandboxProcess } from './bench/sandboxProcess.mts';
import { build } from './build.mts';
import { installN8n } from './n8n/install.mts';

const DEFAULT_PERSONS = 20_000;

interface Part {
  readonly needsN8n: boolean;
  /** Prints its figures, and gives the most important ones in a sentence. */
  readonly measure: (sandbox: SandboxProcess, persons: number) => Promise<string>;
}

const PARTS: Readonly<Record<string, Part>> = {
  sandbox: { needsN8n: false, measure: benchSandbox },
  persons: { needsN8n: true, measure: benchPersons },
  letters: { needsN8n: true, measure: benchLetters },
};

const readSettings = () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, persons: { type: 'string', default: String(DEFAULT_PERSONS) } },
  });
  const persons = Number(values.persons);
  if (!Number.isInteger(persons) || persons < BATCH || persons % BATCH !== 0)
    throw new Error(`--persons takes a multiple of ${BATCH}.`);
  const names = Object.keys(PARTS);
  if (values.only !== undefined && !names.includes(values.only)) throw new Error(`--only takes ${names.join(' or ')}.`);
  const parts = Object.entries(PARTS).filter(([name]) => name === (values.only ?? name));
  return { persons, parts: parts.map(([, part]) => part) };
};

const { persons, parts } = readSettings();
const withN8n = parts.some(({ needsN8n }) => needsN8n);
if (withN8n) await installN8n();
await build(withN8n ? undefined : ['sandbox']);
const sandbox = await startSandboxProcess();
try {
  const figures: string[] = [];
  for (const { measure } of parts) figures.push(await measure(sandbox, persons));
  console.log(`\nbench: ${figures.join('; ')}`);
} finally {
  await sandbox.stop();
}
