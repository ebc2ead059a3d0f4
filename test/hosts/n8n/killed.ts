/**
 * An n8n whose process is killed in the middle of a workflow, as a machine that loses power would.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { n8nEnvironment } from '../../../scripts/n8n/environment.mts';
import { n8nProgram } from '../../../scripts/n8n/install.mts';
import type { UsedN8n } from './useN8n';

/**
 * @param id of a workflow that has been imported
 * @param letters how many the sandbox has when the process is killed; some more may be on their way
 */
export const executeAndKill = async (n8n: UsedN8n, id: string, letters: number): Promise<void> => {
  const child = spawn(process.execPath, [n8nProgram, 'execute', '--id', id], {
    env: await n8nEnvironment(n8n.folder, n8n.env),
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await n8n.letters()).length < letters) await sleep(20);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
};
