/**
 * What a process holds in memory, as Linux counts it.
 */
import { readFile, writeFile } from 'node:fs/promises';

/** Bytes: what it holds now, or the most it has held since its mark was set anew. */
const held = async (pid: number, what: 'VmRSS' | 'VmHWM'): Promise<number> => {
  const [, kilobytes] =
    new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('The system does not say what the process holds.');
  return Number(kilobytes) * 1024;
};

/** How many bytes more than before the process held at most. The mark is the kernel's own, so no moment is missed. */
export const growthDuring = async (pid: number, run: () => Promise<void>): Promise<number> => {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  const before = await held(pid, 'VmRSS');
  await run();
  return (await held(pid, 'VmHWM')) - before;
};
