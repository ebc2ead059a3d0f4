/**
 * Catalogues and help in each language, from the declarations.
 */
import { fieldsOf, type AnyCredential, type AnyField, type AnyService, type Language } from './declarations.mts';
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
      operation: Object.fromEntries(service.operations.map(({ name, title }) => [name, title[language]])),
      mode: words.mode,
      status: words.status,
    },
  };
};

export const credentialCatalogue = (
  type: string,
  declaration: AnyCredential,
  passed: 'token' | 'form',
  language: Language,
): Catalogue => {
  const words = WORDS[language];
  return {
    [type]: {
      palette: declaration.title[language],
      label: { ...words.label, ...labelsOf(declaration.fields, language, 'label') },
      help: labelsOf(declaration.fields, language, 'help'),
      choice: choicesOf(declaration.fields, language),
      test: { button: words.test.button, running: words.test.running, passed: words.test[passed] },
    },
  };
};

const fieldHelp = (field: AnyField, language: Language): string =>
  `- **${field.label[language]}**${field.required ? ' *' : ''}: ${field.help[language]}`;

const help = (type: string, markdown: string): string => `<script type="text/markdown" data-help-name="${type}">
${markdown}
</script>
`;

export const serviceHelp = (service: AnyService, language: Language): string => {
  const { docs } = WORDS[language];
  const operations = service.operations.map(({ title, summary, fields }) =>
    [`### ${title[language]}`, '', summary[language], '', ...fields.map((field) => fieldHelp(field, language))].join(
      '\n',
    ),
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

export const credentialHelp = (type: string, declaration: AnyCredential, summary: string, language: Language): string =>
  help(
    type,
    [summary, '', ...declaration.fields.map((field) => `- **${field.label[language]}**: ${field.help[language]}`)].join(
      '\n',
    ),
  );
