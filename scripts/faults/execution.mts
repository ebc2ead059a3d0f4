/**
 * One execution of the flow: a process that sends all letters, and may be killed in the middle.
 */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inProject } from '../project.mts';
import type { Order, Report } from './order.mts';

const SENDER = inProject('.work', 'faults', 'sender.mjs');

export const buildSender = async (): Promise<void> => {
  await build({
    entryPoints: [inProject('scripts', 'faults', 'sender.ts')],
    outfile: SENDER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    // undici asks for Node's own modules in the old way.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
};

/**
 * @param killAfter how many uploads may begin before the process is killed; it is not when nothing is said
 * @returns what became of each letter; nothing when it was killed
 */
export const execute = async (order: Order, killAfter?: number): Promise<readonly Report[] | undefined> => {
  const child = spawn(process.execPath, [SENDER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  child.stdin.end(JSON.stringify(order));
  let uploads = 0;
  let reports: readonly Report[] | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== '.') reports = JSON.parse(line) as readonly Report[];
    else if (++uploads === killAfter) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  if (signal === 'SIGKILL') return undefined;
  if (code !== 0 || !reports) throw new Error(`The sender ended with ${code}.`);
  return reports;
};
