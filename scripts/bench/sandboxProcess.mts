/**
 * The sandbox as a process of its own, as its users start it: it must not share a thread with who is measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from '../project.mts';

export interface SandboxProcess {
  readonly url: string;
  readonly pid: number;
  /** From its start until it could be called. */
  readonly startedInMs: number;
  readonly stop: () => Promise<void>;
}

/** @param options of the command line */
export const startSandboxProcess = async (options: readonly string[] = []): Promise<SandboxProcess> => {
  const started = performance.now();
  const child = spawn(process.execPath, [inProject('sandbox', 'dist', 'cli.js'), '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const kill = (): boolean => child.kill();
  process.once('exit', kill);

  let printed = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    printed += text as string;
    const [, url] = /running at (http\S+)\n/.exec(printed) ?? [];
    if (url === undefined) continue;
    return {
      url,
      pid: child.pid ?? 0,
      startedInMs: performance.now() - started,
      stop: async () => {
        process.off('exit', kill);
        child.kill();
        await ended;
      },
    };
  }
  throw new Error('The sandbox did not start.');
};
