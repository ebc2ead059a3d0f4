/**
 * Which operation calls which endpoint, and which tests name it: from the declarations and from the tests as they are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../project.mts';
import { table, type Operation } from './reference.mts';

export const ENDPOINTS_BEGIN = '<!-- generated from the declarations and the tests by npm run docs; do not edit -->';

/** Below test/, with slashes; a whole n8n is installed there too, and left out. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(inProject('test', folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });

export const testFiles = (): { readonly file: string; readonly text: string }[] =>
  filesIn('')
    .filter((file) => /(?:\.test|Expectations)\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(inProject('test', file), 'utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));

export const endpointTable = (operations: readonly Operation[]): string => {
  const tests = testFiles();
  const testsOf = ({ name }: Operation): string =>
    tests
      .filter(({ text }) => text.includes(`'${name}'`))
      .map(({ file }) => `\`${file}\``)
      .join(', ');
  return table(
    ['Endpoint', 'Operation', 'In the tests'],
    operations.flatMap((operation) =>
      (operation.endpoints ?? []).map((endpoint) => [`\`${endpoint}\``, operation.title.en, testsOf(operation)]),
    ),
  );
};
