/**
 * What is left in an n8n folder when a workflow has run.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../../scripts/project.mts';
import type { UserFolder } from '../../../scripts/n8n/userFolder.mts';

/** All identity numbers of the example, also those that are only half right. */
export const exampleNumbers = async (): Promise<string[]> => {
  const csv = await readFile(inProject('examples', 'data', 'persons.csv'), 'utf8');
  return [...new Set(csv.match(/\b\d{11}\b/g))];
};

/**
 * What n8n itself writes: its database, its journal of events and so on; not the packages. Files that a workflow has read
 * are left out too: n8n keeps a copy of them until it next clears up, whatever the workflow's settings say.
 */
export const filesOfN8n = async ({ path: folder }: UserFolder): Promise<Map<string, string>> => {
  const root = path.join(folder, '.n8n');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/^nodes\b|\bbinary_data\b/.test(path.relative(root, file)));
  return new Map(
    await Promise.all(files.map(async (file) => [path.relative(root, file), await readFile(file, 'latin1')] as const)),
  );
};

/** Which of the words stand in which of the files. */
export const findIn = (files: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  [...files].flatMap(([name, text]) => words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));
