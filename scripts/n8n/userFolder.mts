/**
 * A fresh n8n data folder with our package in it, put there the way n8n's own "Install community node" does it: only so do
 * the node types get their real names, and only so would a dependency on something unpublished be noticed. n8n's installer
 * itself takes nothing but a package that is already on npm.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ourPackage from '../../package.json' with { type: 'json' };
import { mustSucceed } from '../command.mts';
import { unpack } from '../pack.mts';

export interface UserFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

const { name } = ourPackage;

interface Manifest {
  readonly version: string;
  readonly devDependencies?: object;
  readonly peerDependencies?: object;
  readonly optionalDependencies?: object;
}

/** As in n8n's community-packages service. */
const NPM_INSTALL = [
  'install',
  '--audit=false',
  '--fund=false',
  '--bin-links=false',
  '--install-strategy=shallow',
  '--ignore-scripts=true',
  '--package-lock=false',
];

const writeJson = (file: string, value: unknown): Promise<void> => writeFile(file, JSON.stringify(value, null, 2));

const installPackage = async (tarball: string, nodesFolder: string): Promise<void> => {
  const packageFolder = path.join(nodesFolder, 'node_modules', name);
  await unpack(tarball, packageFolder);
  const manifestFile = path.join(packageFolder, 'package.json');
  const { devDependencies, peerDependencies, optionalDependencies, ...manifest } = JSON.parse(
    await readFile(manifestFile, 'utf8'),
  ) as Manifest;
  await writeJson(manifestFile, manifest);
  await mustSucceed('npm', NPM_INSTALL, { cwd: packageFolder });
  await writeJson(path.join(nodesFolder, 'package.json'), {
    name: 'installed-nodes',
    private: true,
    dependencies: { [name]: manifest.version },
  });
};

export const createUserFolder = async (tarball: string): Promise<UserFolder> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'norsk-kommune-n8n-'));
  await installPackage(tarball, path.join(folder, '.n8n', 'nodes'));
  // n8n may still be writing its last log lines while it stops.
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
};
