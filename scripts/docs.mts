/**
 * `npm run docs` writes the reference tables into the pages under docs/; with `--check` it says which are out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';
import { buildN8n } from './build/n8n.mts';
import { CONFORMANCE_BEGIN, conformancePage } from './docs/conformance.mts';
import { endpointTable, ENDPOINTS_BEGIN } from './docs/endpoints.mts';
import { krrRules, RULES_BEGIN, type RuleDeclarations } from './docs/krrRules.mts';
import { letterFieldTable, LETTER_FIELDS_BEGIN } from './docs/letterFields.mts';
import { insertReference, references, type Declarations } from './docs/reference.mts';
import { resourceTable, RESOURCES_BEGIN } from './docs/registerResources.mts';
import { inProject } from './project.mts';

const check = process.argv.includes('--check');
await buildN8n();
const declarations = createRequire(import.meta.url)(inProject('dist', 'src', 'core.js')) as Declarations &
  RuleDeclarations;

/** What a page about a service may have too, by the line it begins with. */
const TABLES = [
  [ENDPOINTS_BEGIN, endpointTable],
  [LETTER_FIELDS_BEGIN, letterFieldTable],
  [RESOURCES_BEGIN, resourceTable],
] as const;

const withTables = (page: string, name: string): string => {
  const { operations = [], trigger } = declarations.SERVICES[name.replace('.md', '')] ?? {};
  return TABLES.filter(([begin]) => page.includes(begin)).reduce(
    (text, [begin, table]) => insertReference(text, table(operations, trigger), begin),
    page,
  );
};

const withReference = (page: string, name: string, reference: string): string => {
  const whole = insertReference(page, reference);
  return withTables(name === 'krr.md' ? insertReference(whole, krrRules(declarations), RULES_BEGIN) : whole, name);
};

/** How each page reads with what is generated in it now. */
const PAGES: readonly (readonly [name: string, current: (page: string) => string])[] = [
  ...Object.entries(references(declarations)).map(
    ([name, reference]) => [name, (page: string) => withReference(page, name, reference)] as const,
  ),
  ['conformance.md', (page) => insertReference(page, conformancePage(), CONFORMANCE_BEGIN)],
];

const stale: string[] = [];
for (const [name, generated] of PAGES) {
  const file = inProject('docs', name);
  const page = await readFile(file, 'utf8');
  const current = await format(generated(page), { ...(await resolveConfig(file)), filepath: file });
  if (current === page) continue;
  stale.push(`docs/${name}`);
  if (!check) await writeFile(file, current);
}

if (stale.length) console.log(`${check ? 'out of date, run npm run docs' : 'wrote'}: ${stale.join(', ')}`);
if (check && stale.length) process.exitCode = 1;
