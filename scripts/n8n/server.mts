/**
 * A running n8n with its editor.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../freePort.mts';
import { n8nEnvironment } from './environment.mts';
import { n8nProgram } from './install.mts';
import type { UserFolder } from './userFolder.mts';

export interface N8n {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export interface N8nOptions {
  readonly folder: UserFolder;
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
}

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

export const startN8n = async ({ folder, port, env }: N8nOptions): Promise<N8n> => {
  const listening = port ?? (await freePort());
  const url = `http://127.0.0.1:${listening}`;
  const child = spawn(process.execPath, [n8nProgram, 'start'], {
    env: await n8nEnvironment(folder, { N8N_PORT: String(listening), ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (log = (log + chunk).slice(-20_000)));
  }
  const ended = once(child, 'exit');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const killWithParent = (): boolean => child.kill();
  process.once('exit', killWithParent);

  const stop = async (): Promise<void> => {
    process.off('exit', killWithParent);
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const patience = new AbortController();
    const impatient = sleep(STOP_LIMIT_MS, undefined, { signal: patience.signal }).then(() => child.kill('SIGKILL'));
    await Promise.race([ended, impatient]);
    patience.abort();
    await ended;
  };

  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(`${url}/healthz/readiness`))) {
    if (hasEnded() || Date.now() > deadline) {
      await stop();
      throw new Error(`n8n did not start:\n${log}`);
    }
    await sleep(250);
  }
  return { url, pid: child.pid ?? 0, stop };
};
