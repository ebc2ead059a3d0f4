/**
 * `npm run docs` writes the reference tables into the pages under docs/; with `--check` it says which are out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';
import { buildN8n } from './build/n8n.mts';
import { insertReference, references, type Declarations } from './docs/reference.mts';
import { inProject } from './project.mts';

const check = process.argv.includes('--check');
await buildN8n();
const declarations = createRequire(import.meta.url)(inProject('dist', 'src', 'core.js')) as Declarations;

const stale: string[] = [];
for (const [name, reference] of Object.entries(references(declarations))) {
  const file = inProject('docs', name);
  const page = await readFile(file, 'utf8');
  const current = await format(insertReference(page, reference), { ...(await resolveConfig(file)), filepath: file });
  if (current === page) continue;
  stale.push(`docs/${name}`);
  if (!check) await writeFile(file, current);
}

if (stale.length) console.log(`${check ? 'out of date, run npm run docs' : 'wrote'}: ${stale.join(', ')}`);
if (check && stale.length) process.exitCode = 1;
