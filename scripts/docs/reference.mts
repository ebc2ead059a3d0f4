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
  /** Of a list: what each entry has. */
  readonly columns?: readonly Field[];
  readonly shownWhen?: { readonly field: string; readonly is: string | boolean | readonly (string | boolean)[] };
}

export interface Operation {
  readonly name: string;
  readonly title: Text;
  readonly endpoints?: readonly string[];
  readonly summary: Text;
  readonly fields: readonly Field[];
  readonly batch?: { readonly limit: number };
  readonly branches?: { readonly names: readonly { readonly value: string; readonly label: Text }[] };
  readonly example: unknown;
}

export interface Trigger {
  readonly name: string;
  readonly title: Text;
  readonly endpoints?: readonly string[];
  readonly summary: Text;
  /** Of a node that has an input in Node-RED. */
  readonly follows?: { readonly inItem: readonly Field[] };
  readonly example: unknown;
}

export interface Declarations {
  readonly SERVICES: Readonly<
    Record<string, { readonly operations: readonly Operation[]; readonly trigger?: Trigger }>
  >;
  readonly formOfTrigger: (trigger: Trigger) => readonly Field[];
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

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const defaultOf = ({ default: value, required }: Field): string => {
  if (required && (value === undefined || value === '')) return 'required';
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  return `\`${Array.isArray(value) ? value.join(', ') : JSON.stringify(value).replaceAll('"', '')}\``;
};

const describe = ({ help, caution, choices, columns, shownWhen }: Field): string =>
  [
    help.en,
    caution?.en,
    choices && `One of: ${choices.map(({ value }) => `\`${value}\``).join(', ')}.`,
    columns &&
      `Each has: ${columns.map((column) => `\`${column.name}\` (${column.help.en.replace(/\.$/, '')})`).join(', ')}.`,
    shownWhen &&
      `Only while \`${shownWhen.field}\` is ${[shownWhen.is]
        .flat()
        .map((one) => `\`${String(one)}\``)
        .join(' or ')}.`,
  ]
    .filter(Boolean)
    .join(' ');

const fieldTable = (fields: readonly Field[]): string =>
  table(
    ['Field', 'Name', 'Default', 'Meaning'],
    fields.map((field) => [field.label.en, `\`${field.name}\``, defaultOf(field), describe(field)]),
  );

const branchesOf = ({ names }: NonNullable<Operation['branches']>): string =>
  `Results are of these kinds: ${names.map(({ value, label }) => `${label.en} (\`${value}\`)`).join(', ')}.`;

const exampleOf = ({ example }: Pick<Operation, 'example'>): string =>
  `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``;

const operationReference = (operation: Operation): string => {
  const { title, summary, fields, batch, branches } = operation;
  return [
    `### ${title.en}`,
    summary.en,
    batch ? `Up to ${batch.limit} inputs go in one call.` : 'One call per input.',
    fields.length > 0 ? fieldTable(fields) : 'No fields.',
    ...(branches ? [branchesOf(branches)] : []),
    'A result:',
    exampleOf(operation),
  ].join('\n\n');
};

const triggerReference = (trigger: Trigger, form: readonly Field[]): string =>
  [
    `### ${trigger.title.en}`,
    trigger.summary.en,
    fieldTable(form),
    ...(trigger.follows
      ? ['In Node-RED the items that come in say what to follow, and not the form:', fieldTable(trigger.follows.inItem)]
      : []),
    'An event:',
    exampleOf(trigger),
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
  'triggers.md': Object.values(declarations.SERVICES)
    .flatMap(({ trigger }) => (trigger ? [triggerReference(trigger, declarations.formOfTrigger(trigger))] : []))
    .join('\n\n'),
  'errors.md': errorReference(declarations),
  'credentials.md': [declarations.MASKINPORTEN_CREDENTIAL, declarations.FIKS_CREDENTIAL]
    .map(({ title, fields }) => `### ${title.en}\n\n${fieldTable(fields)}`)
    .join('\n\n'),
});

const BEGIN = '<!-- generated from the declarations by npm run docs; do not edit -->';
const END = '<!-- end of the generated part -->';

/** @throws Error when the page has no place for it */
export const insertReference = (page: string, reference: string, begin = BEGIN): string => {
  const from = page.indexOf(begin);
  const to = page.indexOf(END, from);
  if (from < 0 || to < from) throw new Error('The page has no generated part.');
  return `${page.slice(0, from)}${begin}\n\n${reference}\n\n${page.slice(to)}`;
};
