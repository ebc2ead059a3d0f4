import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionTable } from '../../../src/krr/decisionTable';
import { LEGAL_BASIS } from '../../../src/krr/legalBasis';
import { REASONS } from '../../../src/krr/reasons';

const page = readFileSync(join(__dirname, '../../../docs/krr.md'), 'utf8');

/** Cells of a table of the page, row by row, by what its first row says. */
const tableIn = (head: string): string[][] => {
  const lines = page.split('\n');
  const from = lines.findIndex((line) => line.replace(/\s+/g, ' ').startsWith(`| ${head} |`));
  const length = lines.slice(from).findIndex((line) => !line.startsWith('|'));
  return lines
    .slice(from + 2, from + length)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
};

/** Printed, so that whoever reads the log of a run can hold it against the law. */
afterAll(() => {
  const rows = decisionTable();
  const width = Math.max(...rows.map(([krrSays]) => krrSays.length));
  const lines = rows.map(([krrSays, ...cells]) => [krrSays.padEnd(width), ...cells.map((cell) => cell.padEnd(29))]);
  process.stdout.write(`May a person be notified?\n${lines.map((cells) => cells.join('  ').trimEnd()).join('\n')}\n`);
});

// Fact sheet krr §6. The row about hidden addresses is from §4; a status that is new is ours.
test('the rule answers what the fact sheet says, row by row', () => {
  expect(decisionTable().map(([, ...cells]) => cells)).toEqual([
    ['paper `IKKE_REGISTRERT`', 'no channel `IKKE_REGISTRERT`'],
    ['paper `SLETTET`', 'no channel `SLETTET`'],
    ['paper `UKJENT_STATUS`', 'no channel `UKJENT_STATUS`'],
    ['paper `RESERVERT`', 'notify by email, mobile'],
    ['paper `UKJENT_RESERVASJON`', 'notify by email, mobile'],
    ['paper `KAN_IKKE_VARSLES`', 'notify by email, mobile'],
    ['paper `KAN_IKKE_VARSLES`', 'no channel `KAN_IKKE_VARSLES`'],
    ['paper `INGEN_ADRESSE`', 'no channel `INGEN_ADRESSE`'],
    ['paper `MANGLER_DATO`', 'notify by email, mobile'],
    ['paper `UTLOEPT`', 'notify by email, mobile'],
    ['notify by mobile', 'notify by email, mobile'],
  ]);
});

test('every reason to keep to paper has a row', () => {
  const paper = decisionTable().flatMap(([, vedtak]) => /`(\w+)`/.exec(vedtak)?.[1] ?? []);
  expect([...new Set(paper), 'KAN_VARSLES'].sort()).toEqual(Object.keys(REASONS).sort());
});

test('the page about KRR shows this very table', () => {
  expect(tableIn('KRR says')).toEqual(decisionTable().map((row) => [...row]));
});

test('the page about KRR names every provision, when it was checked, and what the rule does not decide', () => {
  const { references, notDecided, checked, regulation } = LEGAL_BASIS;
  expect(tableIn('Provision')).toEqual(references.map(({ provision, says, source }) => [provision, says, source]));
  for (const sentence of [...notDecided, regulation, checked]) expect(page).toContain(sentence);
  expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
});
