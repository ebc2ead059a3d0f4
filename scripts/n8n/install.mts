/**
 * Installs the n8n that the tests and `npm run start:n8n` use, in a folder of its own: it is 2 GB, has its own lockfile,
 * and most work on this project needs none of it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mustSucceed } from '../command.mts';
import { inProject } from '../project.mts';

const hostFolder = inProject('test', 'hosts', 'n8n');
const stamp = path.join(hostFolder, 'node_modules', '.norsk-kommune-install');

export const n8nProgram = path.join(hostFolder, 'node_modules', 'n8n', 'bin', 'n8n');

const lockfileHash = async (): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path.join(hostFolder, 'package-lock.json')))
    .digest('hex');

const isInstalled = async (): Promise<boolean> =>
  existsSync(stamp) && (await readFile(stamp, 'utf8')) === (await lockfileHash());

/** Where the packaged Node keeps its headers; without them node-gyp would download some. */
const withNodeHeaders = (): NodeJS.ProcessEnv => {
  const nodeFolder = path.resolve(process.execPath, '..', '..');
  return existsSync(path.join(nodeFolder, 'include', 'node'))
    ? { ...process.env, npm_config_nodedir: nodeFolder }
    : process.env;
};

export const installN8n = async (): Promise<void> => {
  if (await isInstalled()) return;
  process.stderr.write('Installing n8n for the tests (2 GB, a few minutes, once) ...\n');
  await mustSucceed(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
    { cwd: hostFolder },
  );
  // The one dependency without a ready-made binary. Nothing else in that tree gets to run an install script.
  await mustSucceed('npm', ['rebuild', 'sqlite3', '--foreground-scripts', '--ignore-scripts=false'], {
    cwd: hostFolder,
    env: withNodeHeaders(),
  });
  await writeFile(stamp, await lockfileHash());
};
