/**
 * Runs one project of jest.config.cjs, after building what it needs:
 *
 *   test.mts <unit|n8n|browser> [arguments for jest]
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, PACKAGES, type PackageName } from './build.mts';
import { run } from './command.mts';
import { printContractCounts } from './contractCounts.mts';
import { installN8n } from './n8n/install.mts';
import { inProject } from './project.mts';
import { printSummary, type Tally } from './summary.mts';

interface Suite {
  readonly packages: readonly PackageName[];
  readonly needsN8n: boolean;
}

const SUITES: Record<string, Suite> = {
  unit: { packages: ['sandbox', 'node-red'], needsN8n: false },
  n8n: { packages: PACKAGES, needsN8n: true },
  browser: { packages: PACKAGES, needsN8n: true },
};

/** The part of jest's JSON report that is used here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before any test in them could run. */
  readonly numRuntimeErrorTestSuites: number;
}

const tallyOf = (report: Report): Tally => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** Milliseconds: a bound for a test that hangs. A busy machine is no reason to fail. */
const LONGEST_TEST = 60_000;

const runJest = async (project: string, suite: Suite, args: readonly string[]): Promise<boolean> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'norsk-kommune-jest-'));
  try {
    const reportFile = path.join(folder, 'report.json');
    const countsFile = path.join(folder, 'contract');
    const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
    // A running n8n fills a core and a gigabyte; two at a time only time each other out. The rest may have every core, where
    // jest would leave one idle.
    const pace = suite.needsN8n ? ['--runInBand'] : ['--maxWorkers=100%'];
    const code = await run(
      process.execPath,
      [
        jest,
        ...['--selectProjects', project, '--json', `--outputFile=${reportFile}`],
        ...pace,
        `--testTimeout=${LONGEST_TEST}`,
        ...args,
      ],
      { env: { ...process.env, CONTRACT_COUNTS: countsFile } },
    );
    if (!existsSync(reportFile)) throw new Error('jest ended without a report.');
    await printContractCounts(countsFile);
    const tally = tallyOf(JSON.parse(await readFile(reportFile, 'utf8')) as Report);
    printSummary(project, tally);
    return code === 0 && tally.failed === 0 && tally.passed > 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const [project = '', ...args] = process.argv.slice(2);
const suite = SUITES[project];
if (!suite) {
  console.error(`Usage: test.mts <${Object.keys(SUITES).join('|')}> [arguments for jest]`);
  process.exit(1);
}
if (suite.needsN8n) await installN8n();
await build(suite.packages);
process.exitCode = (await runJest(project, suite, args)) ? 0 : 1;
