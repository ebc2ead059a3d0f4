/**
 * `npm run docs` writes the reference tables into the pages under docs/; with `--check` it says which are out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';
import { buildN8n } from './build/n8n.mts';
import { endpointTable, ENDPOINTS_BEGIN } from './docs/endpoints.mts';
import { krrRules, RULES_BEGIN, type RuleDeclarations } from './docs/krrRules.mts';
import { letterFieldTable, LETTER_FIELDS_BEGIN } from './docs/letterFields.mts';
import { insertReference, references, type Declarations } from './docs/reference.mts';
import { inProject } from './project.mts';

const check = process.argv.includes('--check');
await buildN8n();
const declarations = createRequire(import.meta.url)(inProject('dist', 'src', 'core.js')) as Declarations &
  RuleDeclarations;

/** What a page about a service may have too, by the line it begins with. */
const TABLES = [
  [ENDPOINTS_BEGIN, endpointTable],
  [LETTER_FIELDS_BEGIN, letterFieldTable],
] as const;

const withTables = (page: string, name: string): string => {
  const operations = declarations.SERVICES[name.replace('.md', '')]?.operations ?? [];
  return TABLES.filter(([begin]) => page.includes(begin)).reduce(
    (text, [begin, table]) => insertReference(text, table(operations), begin),
    page,
  );
};

const stale: string[] = [];
for (const [name, reference] of Object.entries(references(declarations))) {
  const file = inProject('docs', name);
  const page = await readFile(file, 'utf8');
  const withReference = insertReference(page, reference);
  const whole = name === 'krr.md' ? insertReference(withReference, krrRules(declarations), RULES_BEGIN) : withReference;
  const current = await format(withTables(whole, name), { ...(await resolveConfig(file)), filepath: file });
  if (current === page) continue;
  stale.push(`docs/${name}`);
  if (!check) await writeFile(file, current);
}

if (stale.length) console.log(`${check ? 'out of date, run npm run docs' : 'wrote'}: ${stale.join(', ')}`);
if (check && stale.length) process.exitCode = 1;
