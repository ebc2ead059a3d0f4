/**
 * Data of one's own in files: the kinds there are, and what the README says of them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownDataSchema, personSchema } from '../../sandbox/src/ownData/schema';
import { createWorld } from '../../sandbox/src/world';
import { inProject } from '../../scripts/project.mts';
import { Caller } from './caller';
import { RegisterCaller } from './folkeregisterCaller';
import { DATA, FATHER, MOTHER, PERSONS } from './ownData';

describe('the README', () => {
  const readme = readFileSync(inProject('sandbox', 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('### Your own data'), readme.indexOf('## Vehicles'));
  const example = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(section)?.[1] ?? '';

  it('has examples that are taken', () => {
    const { persons, vehicles } = createWorld({ data: JSON.parse(example('json')) });
    expect([persons.listed.at(-1)?.slug, vehicles.all.at(-1)?.special]).toEqual(['own-1', 'from your own data']);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'own-data-')), 'readme.csv');
    writeFileSync(file, example('csv'));
    expect(createWorld({ data: file }).persons.listed.at(-1)?.slug).toBe('own-3');
    rmSync(path.dirname(file), { recursive: true });
  });

  it('names every column, in order', () => {
    const named = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, column]) => column);
    expect(named).toEqual(Object.keys(personSchema.properties));
  });

  it('names everything else that can be said, as the administration does', async () => {
    const caller = await Caller.start();
    const { body } = await caller.call('/admin/data-schema');
    await caller.close();
    expect(body).toEqual(ownDataSchema);
    const { organisations, vehicles } = body.properties;
    for (const { items } of [organisations, vehicles]) {
      for (const field of Object.keys(items.properties)) expect(section).toContain(`\`${field}\``);
    }
  });
});

describe('a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'own-data-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const COLUMNS = [
    'number',
    'name',
    'birthDate',
    'street',
    'postcode',
    'town',
    'municipality',
    'spouse',
    'krr',
    'email',
  ];
  const cell = (row: object, column: string): string => {
    const value = (row as Readonly<Record<string, string>>)[column] ?? '';
    return value.includes('B') ? `"${value}"` : value;
  };
  const table = (separator: string, newline: string): string =>
    [COLUMNS, ...PERSONS.slice(0, 2).map((row) => COLUMNS.map((column) => cell(row, column)))]
      .map((cells) => cells.join(separator))
      .join(newline);

  it.each([
    ['JSON', 'data.json', JSON.stringify({ $schema: './data-schema.json', ...DATA })],
    ['CSV as Excel writes it in Norwegian', 'data.csv', `\uFEFF${table(';', '\r\n')}\r\n`],
    ['CSV with commas', 'data.CSV', table(',', '\n')],
    ['CSV with tabs', 'tabs.csv', `${table('\t', '\n')}\n\n`],
  ])('may be %s', async (_kind, name, text) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    const other = await RegisterCaller.start({ data: file });
    try {
      const { body } = await other.get(`/personer/${FATHER}?part=navn&part=sivilstand&part=bostedsadresse`);
      expect(body).toMatchObject({
        navn: [{ etternavn: 'Egen' }],
        sivilstand: [{ relatertVedSivilstand: MOTHER }],
        bostedsadresse: [{ vegadresse: { adressenavn: 'Egenveien' } }],
      });
    } finally {
      await other.close();
    }
  });
});
