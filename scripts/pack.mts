/**
 * Packs a package as npm would publish it, into packed/, and unpacks it again for those who look inside.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PackageName } from './build.mts';
import { mustSucceed } from './command.mts';
import { inProject, root } from './project.mts';

const FOLDERS: Record<PackageName, string> = {
  n8n: root,
  'node-red': inProject('node-red'),
  sandbox: inProject('sandbox'),
};

const packed = inProject('packed');

export interface Tarball {
  readonly path: string;
  readonly bytes: number;
  readonly files: readonly string[];
}

interface NpmPackReport {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

export const pack = async (name: PackageName): Promise<Tarball> => {
  await mkdir(packed, { recursive: true });
  const output = await mustSucceed('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packed], {
    cwd: FOLDERS[name],
  });
  const [report] = JSON.parse(output) as NpmPackReport[];
  if (!report) throw new Error(`npm packed nothing in ${FOLDERS[name]}.`);
  return { path: path.join(packed, report.filename), bytes: report.size, files: report.files.map((file) => file.path) };
};

export const unpack = async (tarball: string, folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mustSucceed('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
};
