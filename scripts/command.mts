/**
 * Runs other programs.
 */
import { spawn, type SpawnOptions } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const WINDOWS = process.platform === 'win32';

// On Windows npm is a batch file, which only a shell can start.
const start = (command: string, args: readonly string[], options: SpawnOptions) =>
  spawn(WINDOWS && command === 'npm' ? 'npm.cmd' : command, args, { ...options, shell: WINDOWS && command === 'npm' });

/** Lets the program write to this terminal and gives its exit code. */
export const run = (command: string, args: readonly string[], options: CommandOptions = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    start(command, args, { ...options, stdio: 'inherit' })
      .on('error', reject)
      .on('close', (code) => resolve(code ?? 1));
  });

/** Keeps what the program writes. */
export const capture = (command: string, args: readonly string[], options: CommandOptions = {}): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });

/** Keeps what the program writes, in a file: for one that ends itself before a pipe has taken all of it. */
export const captureIn = async (
  file: string,
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> => {
  const output = await open(file, 'w');
  try {
    await new Promise((resolve, reject) => {
      start(command, args, { ...options, stdio: ['ignore', output.fd, output.fd] })
        .on('error', reject)
        .on('close', resolve);
    });
  } finally {
    await output.close();
  }
  return readFile(file, 'utf8');
};

/** For a program whose output only matters when it fails. */
export const mustSucceed = async (
  command: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<string> => {
  const { code, stdout, stderr } = await capture(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
};
