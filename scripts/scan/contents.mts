/**
 * What a tarball may and must not contain.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tarball } from '../pack.mts';
import type { Check } from './check.mts';

const SHIPPED =
  /^(?:package\.json|Containerfile|(?:README|LICENSE|CHANGELOG|SECURITY)(?:\.\w+)?|dist\/.+|examples\/.+)$/;
const NEVER_SHIPPED = /(?:\.test\.|(?<!\.d)\.[cm]?ts$|\.map$)/;

export const checkContents = (name: string, { files }: Tarball): Check => {
  const stray = files.filter((file) => !SHIPPED.test(file) || NEVER_SHIPPED.test(file));
  return { name: `${name}: no tests or sources in the tarball`, passed: stray.length === 0, detail: stray.join('\n') };
};

export const checkNoDependencies = async (name: string, unpacked: string): Promise<Check> => {
  const manifest = JSON.parse(await readFile(path.join(unpacked, 'package.json'), 'utf8')) as { dependencies?: object };
  const found = Object.keys(manifest.dependencies ?? {});
  return { name: `${name}: no runtime dependencies`, passed: found.length === 0, detail: found.join('\n') };
};
