/**
 * The reference tables of the docs, from the declarations: they cannot say anything else than what runs.
 */
interface Text {
  readonly en: string;
}

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly label: Text;
  readonly help: Text;
  readonly caution?: Text;
  readonly required: boolean;
  readonly default?: unknown;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
}

interface Operation {
  readonly title: Text;
  readonly summary: Text;
  readonly fields: readonly Field[];
  readonly batch?: { readonly limit: number };
  readonly example: unknown;
}

export interface Declarations {
  readonly SERVICES: Readonly<Record<string, { readonly operations: readonly Operation[] }>>;
  readonly ERROR_CODES: Readonly<
    Record<string, { readonly kind: string; readonly retryable: boolean; readonly meaning: string }>
  >;
  readonly MASKINPORTEN_CREDENTIAL: Credential;
  readonly FIKS_CREDENTIAL: Credential;
}

interface Credential {
  readonly title: Text;
  readonly fields: readonly Field[];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const defaultOf = ({ default: value, required }: Field): string => {
  if (required && (value === undefined || value === '')) return 'required';
  if (value === undefined || value === '') return '';
  return `\`${Array.isArray(value) ? value.join(', ') : JSON.stringify(value).replaceAll('"', '')}\``;
};

const describe = ({ help, caution, choices }: Field): string =>
  [help.en, caution?.en, choices && `One of: ${choices.map(({ value }) => `\`${value}\``).join(', ')}.`]
    .filter(Boolean)
    .join(' ');

const fieldTable = (fields: readonly Field[]): string =>
  table(
    ['Field', 'Name', 'Default', 'Meaning'],
    fields.map((field) => [field.label.en, `\`${field.name}\``, defaultOf(field), describe(field)]),
  );

const operationReference = ({ title, summary, fields, batch, example }: Operation): string =>
  [
    `### ${title.en}`,
    summary.en,
    batch ? `Up to ${batch.limit} inputs go in one call.` : 'One call per input.',
    fieldTable(fields),
    'A result:',
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
  ].join('\n\n');

const errorReference = ({ ERROR_CODES }: Declarations): string =>
  table(
    ['Code', 'Kind', 'Running again can help', 'Meaning'],
    Object.entries(ERROR_CODES).map(([code, { kind, retryable, meaning }]) => [
      `\`${code}\``,
      kind,
      retryable ? 'yes' : 'no',
      meaning,
    ]),
  );

/** The generated part of each page, by file name. */
export const references = (declarations: Declarations): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(declarations.SERVICES).map(([name, { operations }]) => [
      `${name}.md`,
      operations.map(operationReference).join('\n\n'),
    ]),
  ),
  'errors.md': errorReference(declarations),
  'credentials.md': [declarations.MASKINPORTEN_CREDENTIAL, declarations.FIKS_CREDENTIAL]
    .map(({ title, fields }) => `### ${title.en}\n\n${fieldTable(fields)}`)
    .join('\n\n'),
});

const BEGIN = '<!-- generated from the declarations by npm run docs; do not edit -->';
const END = '<!-- end of the generated part -->';

/** @throws Error when the page has no place for it */
export const insertReference = (page: string, reference: string): string => {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error('The page has no generated part.');
  return `${page.slice(0, from)}${BEGIN}\n\n${reference}\n\n${page.slice(to)}`;
};
