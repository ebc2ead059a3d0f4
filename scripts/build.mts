/**
 * Builds the packages: `npm run build` all of them, `npm run build -- sandbox` only that one.
 */
import { build as buildNodeRed } from '../node-red/build.mts';
import { buildN8n } from './build/n8n.mts';
import { buildSandbox } from './build/sandbox.mts';

const BUILDERS = { n8n: buildN8n, 'node-red': buildNodeRed, sandbox: buildSandbox };

export type PackageName = keyof typeof BUILDERS;

export const PACKAGES = Object.keys(BUILDERS) as readonly PackageName[];

const isPackage = (name: string): name is PackageName => Object.hasOwn(BUILDERS, name);

export const build = async (packages: readonly PackageName[] = PACKAGES): Promise<void> => {
  for (const name of packages) {
    const started = performance.now();
    await BUILDERS[name]();
    console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
};

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !isPackage(name));
  if (unknown.length) {
    console.error(`There is no package ${unknown.join(', ')}; there are ${PACKAGES.join(', ')}.`);
    process.exit(1);
  }
  await build(asked.length ? asked.filter(isPackage) : PACKAGES);
}
