/**
 * The sandbox has ordinary dependencies, so its package is plain compiler output.
 */
import { chmod, rm } from 'node:fs/promises';
import { mustSucceed } from '../command.mts';
import { inProject } from '../project.mts';

export const buildSandbox = async (): Promise<void> => {
  await rm(inProject('sandbox', 'dist'), { recursive: true, force: true });
  await mustSucceed(process.execPath, [inProject('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'sandbox']);
  await chmod(inProject('sandbox', 'dist', 'cli.js'), 0o755);
};
