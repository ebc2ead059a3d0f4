/**
 * Catalogues and help in each language, from the declarations.
 */
import {
  branchesOf,
  fieldsOf,
  type AnyCredential,
  type AnyCredentialField,
  type AnyField,
  type AnyOperation,
  type AnyService,
  type Language,
} from './declarations.mts';
import { typeOf } from './serviceHtml.mts';
import { WORDS } from './words.mts';

type Catalogue = Record<string, unknown>;

type InBoth = Readonly<Record<Language, string>>;

const labelsOf = (
  fields: readonly { readonly name: string; readonly label: InBoth; readonly help: InBoth }[],
  language: Language,
  key: 'label' | 'help',
) => Object.fromEntries(fields.map((field) => [field.name, field[key][language]]));

const choicesOf = (
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

/** Words of named lists: what one entry is called, and its columns. */
const listsOf = (fields: readonly AnyCredentialField[], language: Language): Catalogue => {
  const lists = fields.filter((field) => field.kind === 'list');
  const perList = (word: (list: (typeof lists)[number]) => unknown) =>
    Object.fromEntries(lists.map((list) => [list.name, word(list)]));
  return {
    entry: perList(({ entry }) => entry[language]),
    column: perList(({ columns }) => labelsOf(columns, language, 'label')),
    columnHelp: perList(({ columns }) => labelsOf(columns, language, 'help')),
  };
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

const KINDS: Record<Language, Record<string, string>> = {
  en: { choice: 'choice', choices: 'choices' },
  nb: { choice: 'valg', choices: 'valg' },
};

export const serviceCatalogue = (service: AnyService, language: Language): Catalogue => {
  const words = WORDS[language];
  const fields = fieldsOf(service).map(({ field }) => field);
  return {
    [typeOf(service)]: {
      palette: service.name === 'krr' ? 'KRR' : service.title[language],
      label: { ...words.label, ...labelsOf(fields, language, 'label') },
      help: { ...words.help, ...labelsOf(fields, language, 'help') },
      caution: Object.fromEntries(fields.flatMap(({ name, caution }) => (caution ? [[name, caution[language]]] : []))),
      choice: choicesOf(fields, language),
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
      ...listsOf(fields, language),
      check: words.check,
    },
  };
};

const fieldHelp = (field: AnyField, language: Language): string =>
  `- **${field.label[language]}**${field.required ? ' *' : ''}: ${field.help[language]}`;

/** The outputs by number, as they stand on the node from the top. */
const outputsHelp = ({ branches }: AnyOperation, language: Language): string[] => {
  if (!branches) return [];
  const { label, help, rest } = WORDS[language];
  const labels = [...branches.names.map((name) => name.label[language]), rest];
  return [`- **${label.split}**: ${help.split}`, ...labels.map((output, index) => `  ${index + 1}. ${output}`)];
};

const help = (type: string, markdown: string): string => `<script type="text/markdown" data-help-name="${type}">
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
      ...operation.fields.map((field) => fieldHelp(field, language)),
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

const credentialFieldHelp = (field: AnyCredentialField, language: Language): string[] => {
  const columns = field.kind === 'list' ? field.columns : [];
  return [
    `- **${field.label[language]}**: ${field.help[language]}`,
    ...columns.map((column) => `  - **${column.label[language]}**: ${column.help[language]}`),
  ];
};

export const credentialHelp = (type: string, declaration: AnyCredential, summary: string, language: Language): string =>
  help(type, [summary, '', ...declaration.fields.flatMap((field) => credentialFieldHelp(field, language))].join('\n'));
