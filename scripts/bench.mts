/**
 * `npm run bench`: how many persons a second KRR's node takes in a real n8n, beside n8n's own HTTP Request node and a bare loop,
 * all against one sandbox in one run; and how fast that sandbox is. `-- --persons 5000` asks about fewer or more.
 */
import { parseArgs } from 'node:util';
import { askKrrAboutAll, bareCallsTo, BATCH } from './bench/bareCalls.mts';
import { timeInN8n } from './bench/inN8n.mts';
import { startSandboxProcess } from './bench/sandboxProcess.mts';
import { build } from './build.mts';
import { installN8n } from './n8n/install.mts';
import { syntheticNumbers } from './syntheticNumbers.mts';

const DEFAULT_PERSONS = 20_000;
const TIMES = 30;

const readPersons = (): number => {
  const { values } = parseArgs({ options: { persons: { type: 'string', default: String(DEFAULT_PERSONS) } } });
  const persons = Number(values.persons);
  if (!Number.isInteger(persons) || persons < BATCH || persons % BATCH !== 0)
    throw new Error(`--persons takes a multiple of ${BATCH}.`);
  return persons;
};

const millisecondsOf = async (run: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/** The middle one of many, after the first few, which find everything cold. */
const usualMilliseconds = async (run: () => Promise<void>): Promise<number> => {
  const all: number[] = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await millisecondsOf(run));
  return all.slice(TIMES / 3).sort((a, b) => a - b)[TIMES / 3] ?? Number.NaN;
};

/** Persons the register knows, over and over: a thousand whole documents to answer with. */
const KNOWN = ['12848539668', '19887834124', '02920197712', '30819446675'];
const known = Array.from({ length: BATCH }, (_, at) => KNOWN[at % KNOWN.length] ?? '');

interface Row {
  readonly what: string;
  readonly calls: number;
  readonly seconds: number;
}

const printTable = (persons: number, rows: readonly Row[]): void => {
  const COLUMNS = ['', 'calls', 'seconds', 'persons/s', 'ratio'];
  const [ours] = rows;
  const cells = rows.map(({ what, calls, seconds }) => [
    what,
    String(calls),
    seconds.toFixed(2),
    (persons / seconds).toFixed(0),
    ((ours?.seconds ?? 0) / seconds).toFixed(3),
  ]);
  for (const [what = '', ...figures] of [COLUMNS, ...cells])
    console.log(what.padEnd(50) + figures.map((figure) => figure.padStart(11)).join(''));
};

const persons = readPersons();
await installN8n();
await build(['sandbox', 'n8n']);
const numbers = syntheticNumbers(persons);
const sandbox = await startSandboxProcess();
try {
  const calls = await bareCallsTo(sandbox.url);
  const krr = await usualMilliseconds(() => calls.askKrr(numbers.slice(0, BATCH)));
  const folkeregisteret = await usualMilliseconds(() => calls.askFolkeregisteret(known));
  const bare = (await millisecondsOf(() => askKrrAboutAll(calls, numbers))) / 1000;
  const { ours, oursAgain, httpRequest } = await timeInN8n({ url: sandbox.url, token: calls.token }, numbers);

  console.log(`\nKRR about ${persons} persons\n`);
  printTable(persons, [
    { what: "n8n, this project's KRR node", calls: persons / BATCH, seconds: ours },
    { what: 'the same again, in an n8n that is warm', calls: persons / BATCH, seconds: oursAgain },
    { what: 'n8n, HTTP Request node, one call per item', calls: persons, seconds: httpRequest },
    { what: 'no n8n, a bare undici loop, the same batches', calls: persons / BATCH, seconds: bare },
  ]);
  console.log(`
Sandbox: starts in ${sandbox.startedInMs.toFixed(0)} ms
  KRR, ${BATCH} persons in a call: ${krr.toFixed(1)} ms
  Folkeregisteret, ${BATCH} persons in a call: ${folkeregisteret.toFixed(1)} ms
`);
  const rate = (persons / ours).toFixed(0);
  console.log(
    `bench: ${rate} persons a second in n8n, ${(httpRequest / ours).toFixed(1)} times the HTTP Request node, ${(bare / ours).toFixed(2)} times a bare loop`,
  );
} finally {
  await sandbox.stop();
}
