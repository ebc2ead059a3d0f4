/**
 * Catalogues and help in each language, from the declarations.
 */
import {
  branchesOf,
  fieldsOf,
  type AnyColumn,
  type AnyCredential,
  type AnyCredentialColumn,
  type AnyCredentialField,
  type AnyField,
  type AnyOperation,
  type AnyService,
  type Language,
  type SharedField,
} from './declarations.mts';
import { wordedOtherwise } from './formFields.mts';
import { typeOf } from './serviceHtml.mts';
import { WORDS } from './words.mts';

export type Catalogue = Record<string, unknown>;

type InBoth = Readonly<Record<Language, string>>;

export const labelsOf = (
  fields: readonly { readonly name: string; readonly label: InBoth; readonly help: InBoth }[],
  language: Language,
  key: 'label' | 'help',
) => Object.fromEntries(fields.map((field) => [field.name, field[key][language]]));

export const choicesOf = (
  fields: readonly {
    readonly name: string;
    readonly choices?: readonly { readonly value: string; readonly label: InBoth }[];
  }[],
  language: Language,
) =>
  Object.fromEntries(
    fields.flatMap(({ name, choices }) =>
      choices ? [[name, Object.fromEntries(choices.map(({ value, label }) => [value, label[language]]))]] : [],
    ),
  );

interface List {
  readonly name: string;
  readonly entry: InBoth;
  readonly columns: readonly (AnyColumn | AnyCredentialColumn)[];
}

/** Words of lists: what one entry is called, and its columns. */
const listsOf = (lists: readonly List[], language: Language): Catalogue => {
  const perList = (word: (list: List) => unknown) => Object.fromEntries(lists.map((list) => [list.name, word(list)]));
  return {
    entry: perList(({ entry }) => entry[language]),
    column: perList(({ columns }) => labelsOf(columns, language, 'label')),
    columnHelp: perList(({ columns }) => labelsOf(columns, language, 'help')),
    columnChoice: perList(({ columns }) => choicesOf(columns, language)),
    rows: WORDS[language].rows,
  };
};

/** A list with the columns of all operations that have it. */
const wholeListOf = ({ field, byOperation }: SharedField): readonly List[] => {
  if (field.kind !== 'list') return [];
  const declared = Object.values(byOperation).filter((one) => one.kind === 'list');
  return [{ ...field, columns: declared.flatMap(({ columns }) => columns) }];
};

/** What is said of a field, with what this host's own way of filling it in adds. */
export const helpOf = (field: Pick<AnyField, 'kind' | 'help'>, language: Language): string =>
  [field.help[language], WORDS[language].ways[field.kind]].filter(Boolean).join(' ');

/** The words of the operations that have their own for a field. */
const wordingOf = (fields: readonly SharedField[], word: (field: AnyField) => string): Catalogue => {
  const own: Record<string, Record<string, string>> = {};
  for (const shared of fields) {
    for (const operation of wordedOtherwise(shared)) {
      const field = shared.byOperation[operation] ?? shared.field;
      own[operation] = { ...own[operation], [field.name]: word(field) };
    }
  }
  return own;
};

/** Words for the outputs of each operation that tells kinds of results apart. */
const outputsOf = (service: AnyService, language: Language) =>
  Object.fromEntries(
    branchesOf(service).map(({ operation, names }) => [
      operation,
      {
        ...Object.fromEntries(names.map(({ value, label }) => [value, label[language]])),
        rest: WORDS[language].rest,
      },
    ]),
  );

export const KINDS: Record<Language, Record<string, string>> = {
  en: { choice: 'choice', choices: 'choices', rows: 'rows below' },
  nb: { choice: 'valg', choices: 'valg', rows: 'radene under' },
};

export const serviceCatalogue = (service: AnyService, language: Language): Catalogue => {
  const words = WORDS[language];
  const shared = fieldsOf(service);
  const fields = shared.map(({ field }) => field);
  return {
    [typeOf(service)]: {
      palette: service.name === 'krr' ? 'KRR' : service.title[language],
      label: { ...words.label, ...labelsOf(fields, language, 'label') },
      help: { ...words.help, ...Object.fromEntries(fields.map((field) => [field.name, helpOf(field, language)])) },
      labelIn: wordingOf(shared, ({ label }) => label[language]),
      helpIn: wordingOf(shared, (field) => helpOf(field, language)),
      caution: Object.fromEntries(fields.flatMap(({ name, caution }) => (caution ? [[name, caution[language]]] : []))),
      choice: choicesOf(fields, language),
      ...listsOf(shared.flatMap(wholeListOf), language),
      kind: KINDS[language],
      named: words.named,
      operation: Object.fromEntries(service.operations.map(({ name, title }) => [name, title[language]])),
      mode: words.mode,
      output: outputsOf(service, language),
      status: words.status,
    },
  };
};

export const credentialCatalogue = (type: string, declaration: AnyCredential, language: Language): Catalogue => {
  const words = WORDS[language];
  const { fields } = declaration;
  return {
    [type]: {
      palette: declaration.title[language],
      label: { ...words.label, ...labelsOf(fields, language, 'label') },
      help: { ...words.help, ...labelsOf(fields, language, 'help') },
      choice: choicesOf(fields, language),
      ...listsOf(
        fields.filter((field) => field.kind === 'list'),
        language,
      ),
      check: words.check,
    },
  };
};

const columnsHelp = (columns: readonly (AnyColumn | AnyCredentialColumn)[], language: Language): string[] =>
  columns.map(({ label, required, help }) => `  - **${label[language]}**${required ? ' *' : ''}: ${help[language]}`);

export const fieldHelp = (field: AnyField, language: Language): string[] => [
  `- **${field.label[language]}**${field.required ? ' *' : ''}: ${helpOf(field, language)}`,
  ...(field.kind === 'list' ? columnsHelp(field.columns, language) : []),
];

/** The outputs by number, as they stand on the node from the top. */
const outputsHelp = ({ branches }: AnyOperation, language: Language): string[] => {
  if (!branches) return [];
  const { label, help, rest } = WORDS[language];
  const labels = [...branches.names.map((name) => name.label[language]), rest];
  return [`- **${label.split}**: ${help.split}`, ...labels.map((output, index) => `  ${index + 1}. ${output}`)];
};

export const help = (type: string, markdown: string): string => `<script type="text/markdown" data-help-name="${type}">
${markdown}
</script>
`;

export const serviceHelp = (service: AnyService, language: Language): string => {
  const { docs } = WORDS[language];
  const operations = service.operations.map((operation) =>
    [
      `### ${operation.title[language]}`,
      '',
      operation.summary[language],
      '',
      ...operation.fields.flatMap((field) => fieldHelp(field, language)),
      ...outputsHelp(operation, language),
    ].join('\n'),
  );
  return help(
    typeOf(service),
    [
      `${service.summary[language]}.`,
      '',
      `### ${docs.inputs}`,
      '',
      `: payload (array | object) : ${docs.list}`,
      '',
      `### ${docs.outputs}`,
      '',
      `: payload (array | object) : ${docs.output}`,
      `: error (object) : ${docs.error}`,
      '',
      ...operations,
    ].join('\n'),
  );
};

const credentialFieldHelp = (field: AnyCredentialField, language: Language): string[] => [
  `- **${field.label[language]}**: ${field.help[language]}`,
  ...(field.kind === 'list' ? columnsHelp(field.columns, language) : []),
];

export const credentialHelp = (type: string, declaration: AnyCredential, summary: string, language: Language): string =>
  help(type, [summary, '', ...declaration.fields.flatMap((field) => credentialFieldHelp(field, language))].join('\n'));
