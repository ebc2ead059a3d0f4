/**
 * From the declarations of a service to n8n's form.
 */
import type { IDisplayOptions, INodeProperties, INodePropertyOptions, NodePropertyTypes } from 'n8n-workflow';
import { isForAi, SERVICES, type Field, type Operation, type Service, type Session } from '../../src/core';
import { splitProperty } from './branches';
import { listProperty } from './rows';

type Kind = Field['kind'];

/** Name of the collection that holds the fields of the group `advanced`. */
export const OPTIONS = 'options';

const TYPES: Record<Kind, NodePropertyTypes> = {
  text: 'string',
  texts: 'string',
  identifier: 'string',
  number: 'number',
  boolean: 'boolean',
  choice: 'options',
  choices: 'multiOptions',
  choicesFrom: 'options',
  dateTime: 'dateTime',
  json: 'json',
  list: 'fixedCollection',
  documents: 'string',
};

/** Where the value usually stands in the incoming item, so that the form is right before it is touched. */
const usualValue = (field: Field): string => {
  if (!field.usual) return '';
  return field.kind === 'documents' ? field.usual : `={{ $json.${field.usual} }}`;
};

const defaultOf = (field: Field): INodeProperties['default'] => {
  if (field.kind === 'choices') return [...field.default];
  if (field.kind === 'list') return {};
  // Nothing filled in is an empty text for a number too: n8n shows it as an empty box, where 0 would be a number.
  return 'default' in field && field.default !== undefined ? field.default : usualValue(field);
};

const optionsOf = (field: Field): INodePropertyOptions[] | undefined =>
  'choices' in field
    ? field.choices.map(({ value, label, help }) => ({ name: label.en, value, description: help?.en }))
    : undefined;

const BINARY_HINT =
  'Name of the input binary field that holds the file. Several: separate them with commas, in the order of the letter. Or an expression that gives a list of files, each with filename, mimeType and data (base64), or with binary, the name of a binary field.';

const FROM_LIST_HINT =
  'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

/** What n8n's own way of filling in a kind adds to the label and the help. */
const WAYS: Partial<Record<Kind, { readonly label: string; readonly help: string }>> = {
  documents: { label: ' (Input Binary Fields)', help: ` ${BINARY_HINT}` },
  choicesFrom: { label: ' Name or ID', help: ` ${FROM_LIST_HINT}` },
};

const alwaysShown = (field: Field): INodeProperties => ({
  displayName: field.label.en + (WAYS[field.kind]?.label ?? ''),
  name: field.name,
  type: TYPES[field.kind],
  default: defaultOf(field),
  description: field.help.en + (WAYS[field.kind]?.help ?? ''),
  ...(field.required && { required: true }),
  ...(field.caution && { hint: field.caution.en }),
  ...('choices' in field && { options: optionsOf(field) }),
  ...(field.kind === 'texts' && { typeOptions: { rows: 4 } }),
  ...(field.kind === 'choicesFrom' && { typeOptions: { loadOptionsMethod: field.list } }),
  ...(field.kind === 'number' && { typeOptions: { minValue: field.min, maxValue: field.max } }),
  ...(field.kind === 'list' && listProperty(field, field.columns.map(propertyBeside(field.columns, '')))),
});

type Show = NonNullable<IDisplayOptions['show']>;

/**
 * @param others fields whose values n8n can tell; one that depends on any else is always shown
 * @param path where they are, seen from the field
 */
const propertyBeside =
  (others: readonly Field[], path: '' | '/') =>
  (field: Field): INodeProperties => {
    const { shownWhen } = field;
    const isTold = others.some(({ name }) => name === shownWhen?.field);
    const show: Show = {
      ...(field.kind === 'boolean' && field.notForAi && { '@tool': [false] }),
      ...(shownWhen && isTold && { [path + shownWhen.field]: [...shownWhen.is] }),
    };
    return { ...alwaysShown(field), ...(Object.keys(show).length > 0 && { displayOptions: { show } }) };
  };

/** The fields, with the advanced ones under Options. */
export const formOf = (fields: readonly Field[]): INodeProperties[] => {
  const basic = fields.filter(({ group }) => group === undefined);
  const advanced = fields.filter(({ group }) => group === 'advanced');
  const properties = basic.map(propertyBeside(basic, ''));
  if (advanced.length === 0) return properties;
  return [
    ...properties,
    {
      displayName: 'Options',
      name: OPTIONS,
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: advanced.map(propertyBeside(basic, '/')),
    },
  ];
};

const fieldsOf = ({ name, fields }: Operation<Session>): INodeProperties[] =>
  formOf(fields).map((property) => ({
    ...property,
    displayOptions: { show: { ...property.displayOptions?.show, operation: [name] } },
  }));

const CHOOSER = { displayName: 'Operation', name: 'operation', noDataExpression: true } as const;

const chooserOf = (operations: readonly Operation<Session>[]): INodeProperties => ({
  ...CHOOSER,
  type: TYPES.choice,
  options: operations.map(({ name, title, summary }) => ({
    name: title.en,
    value: name,
    action: title.en,
    description: summary.en,
  })),
  default: operations[0]?.name ?? '',
});

/** In the form an AI agent sees, neither what sends is there nor what it may not be told. */
const choosersOf = (operations: readonly Operation<Session>[]): INodeProperties[] => {
  const reads = operations.filter((operation) => isForAi(operation));
  if (reads.length === operations.length) return [chooserOf(operations)];
  return [
    { ...chooserOf(operations), displayOptions: { show: { '@tool': [false] } } },
    { ...chooserOf(reads), displayOptions: { show: { '@tool': [true] } } },
  ];
};

/** Name of the switch that passes the incoming fields on. */
export const INCLUDE_INPUT = 'includeInput';

const includeInput: INodeProperties = {
  displayName: 'Include Input Fields',
  name: INCLUDE_INPUT,
  type: 'boolean',
  default: false,
  description:
    'Whether to give the fields of the incoming item too, so that the next node still has them. A field of the result replaces one of the same name.',
  // Its report is about no item.
  displayOptions: { hide: { operation: ['checkConnection'] } },
};

export const propertiesOf = (service: Service): INodeProperties[] => [
  ...choosersOf(service.operations),
  ...service.operations.flatMap(fieldsOf),
  ...splitProperty(service.operations),
  includeInput,
];

/**
 * Paths that n8n hides where it shows stored executions: those of all services, because an item can carry along what
 * another node has found out.
 */
export const SENSITIVE_FIELDS: string[] = [
  ...new Set(
    Object.values(SERVICES).flatMap(({ operations, trigger }: Service) =>
      [...operations, ...(trigger ? [trigger] : [])].flatMap(({ sensitive }) => sensitive),
    ),
  ),
];

/** The title of the chosen operation, under the node on the canvas. */
export const subtitleOf = (service: Service): string => {
  const titles = Object.fromEntries(service.operations.map(({ name, title }) => [name, title.en]));
  return `={{ (${JSON.stringify(titles)})[$parameter["operation"]] }}`;
};
