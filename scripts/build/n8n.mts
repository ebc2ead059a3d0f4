/**
 * The n8n package: the core bundled once, and the thin node and credential files beside it, each compiled by itself, so
 * that they all load the same core. The token cache and the error class must be one copy per process.
 */
import { globSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as esbuild, type BuildOptions } from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };
import { inProject, root } from '../project.mts';
import { bundledLicenses } from './licenses.mts';

const dist = inProject('dist');

const COMMON: BuildOptions = {
  absWorkingDir: root,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
};

const filesIn = (folder: string, pattern: string): string[] =>
  globSync(pattern, { cwd: folder })
    .map((file) => file.split(path.sep).join('/'))
    .sort();

const bundleCore = async (): Promise<void> => {
  const { metafile } = await esbuild({
    ...COMMON,
    entryPoints: ['src/core.ts'],
    outfile: 'dist/src/core.js',
    bundle: true,
    // The host's own zod: n8n allows the import, and a bundled zod 4 does not pass its scanner.
    external: ['zod'],
    metafile: true,
  });
  await writeFile(path.join(dist, 'THIRD-PARTY-LICENSES.txt'), await bundledLicenses(metafile));
};

const compileNodes = async (): Promise<void> => {
  const entryPoints = filesIn(root, '{nodes,credentials}/**/*.ts');
  await esbuild({ ...COMMON, entryPoints, outbase: '.', outdir: 'dist' });
};

const copyAssets = async (): Promise<void> => {
  const assets = filesIn(root, '{icons/*.{svg,png},nodes/**/*.{svg,png,node.json}}');
  for (const file of assets) await cp(inProject(file), path.join(dist, file));
};

/** n8n reports a missing file only when a user installs the package. */
const checkContents = (): void => {
  const files = filesIn(dist, '**/*.js');
  const stray = files.filter((file) => file !== 'src/core.js' && !/^(nodes|credentials)\//.test(file));
  if (stray.length)
    throw new Error(`Nothing but the core, nodes and credentials belongs in dist/: ${stray.join(', ')}`);
  const registered = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
  const missing = registered.filter((file) => !files.includes(path.posix.relative('dist', file)));
  if (missing.length) throw new Error(`package.json registers what was not built: ${missing.join(', ')}`);
};

export const buildN8n = async (): Promise<void> => {
  await rm(dist, { recursive: true, force: true });
  await bundleCore();
  await compileNodes();
  await copyAssets();
  checkContents();
};
