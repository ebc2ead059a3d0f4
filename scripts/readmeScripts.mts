/**
 * The scripts in the sandbox's README, each run as it stands there against a sandbox of its own.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandboxProcess } from './bench/sandboxProcess.mts';
import { capture } from './command.mts';
import { inProject } from './project.mts';

interface Script {
  readonly name: string;
  readonly text: string;
}

/** Code that is introduced by the name of a file. */
const NAMED_CODE = /, as `([\w.]+)`:\n\n```\w+\n([\s\S]*?)```\n/g;

export const readmeScripts = async (): Promise<readonly Script[]> => {
  const readme = await readFile(inProject('sandbox', 'README.md'), 'utf8');
  return [...readme.matchAll(NAMED_CODE)].map(([, name = '', text = '']) => ({ name, text }));
};

const RUNNERS: Readonly<Record<string, string>> = { '.mjs': process.execPath, '.sh': 'bash' };

interface Outcome {
  readonly code: number;
  readonly output: string;
  /** How many the sandbox has now. */
  readonly letters: number;
}

export const runReadmeScript = async ({ name, text }: Script): Promise<Outcome> => {
  const runner = RUNNERS[path.extname(name)];
  if (runner === undefined) throw new Error(`${name} is for nothing that can be run here.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'readme-'));
  const sandbox = await startSandboxProcess();
  try {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const env = { ...process.env, SANDBOX: sandbox.url };
    const { code, stdout, stderr } = await capture(runner, [file], { cwd: folder, env });
    const ledger = (await (await fetch(`${sandbox.url}/admin/letters`)).json()) as readonly unknown[];
    return { code, output: stdout + stderr, letters: ledger.length };
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
