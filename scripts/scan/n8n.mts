/**
 * n8n's verification rules, by n8n's own scanner: one leg over the sources, one over what ships.
 */
import { capture } from '../command.mts';
import { inProject, root } from '../project.mts';
import type { Check } from './check.mts';

const scanLeg = async (leg: 'source' | 'dist', folder: string): Promise<Check> => {
  const { code, stdout, stderr } = await capture(process.execPath, [inProject('scripts', 'n8n-scan.mjs'), leg, folder]);
  return { name: `n8n scanner, ${leg} leg`, passed: code === 0, detail: stdout + stderr };
};

export const scanN8nPackage = async (unpacked: string): Promise<readonly Check[]> => [
  await scanLeg('source', root),
  await scanLeg('dist', unpacked),
];
