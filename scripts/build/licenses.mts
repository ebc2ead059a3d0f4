/**
 * What is bundled is also passed on, and the licences of those packages ask for their text to go with it.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from '../project.mts';

/** `node_modules/a/node_modules/@b/c/x.js` belongs to the package in `node_modules/a/node_modules/@b/c`. */
const packageFolder = (file: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

const licenseText = async (folder: string): Promise<string> => {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${folder} has no licence file; it may not be bundled before its terms are known.`);
  return readFile(path.join(folder, file), 'utf8');
};

export const bundledLicenses = async ({ inputs }: Metafile): Promise<string> => {
  const folders = new Set(Object.keys(inputs).flatMap((file) => packageFolder(file) ?? []));
  const notices: string[] = [];
  for (const folder of [...folders].sort()) {
    const absolute = path.resolve(root, folder);
    const manifest = await readFile(path.join(absolute, 'package.json'), 'utf8');
    const { name, version } = JSON.parse(manifest) as { name: string; version: string };
    notices.push(`${name} ${version}\n\n${(await licenseText(absolute)).trim()}\n`);
  }
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
};
