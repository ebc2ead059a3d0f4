/**
 * How many answers of the sandbox the contract tests checked, by published description.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

type Counts = Readonly<Record<string, number>>;

/** @param file with the counts of one file of tests in each line; absent when no answer was checked */
export const printContractCounts = async (file: string): Promise<void> => {
  if (!existsSync(file)) return;
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const total = new Map<string, number>();
  for (const counts of lines.map((line) => JSON.parse(line) as Counts)) {
    for (const [document, count] of Object.entries(counts)) total.set(document, (total.get(document) ?? 0) + count);
  }
  const all = [...total.values()].reduce((sum, count) => sum + count, 0);
  console.log(`\ncontract: ${all} answers of the sandbox were checked against ${total.size} published descriptions`);
  for (const [document, count] of [...total].sort()) console.log(`${String(count).padStart(7)}  ${document}`);
};
