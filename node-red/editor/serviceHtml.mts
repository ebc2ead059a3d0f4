/**
 * The editor file of a service node, from its declaration.
 */
import { branchesOf, fieldsOf, type AnyField, type AnyService, type Form, type SharedField } from './declarations.mts';
import { conditionsOf, formFieldsOf } from './formFields.mts';
import { STYLE } from './style.mts';
import { typedInputOf } from './typedInputs.mts';

export const COLOURS: Record<AnyService['name'], string> = {
  folkeregister: '#A6BBCF',
  krr: '#A9D3C2',
  kjoretoyregister: '#D2B978',
  svarut: '#E3B9A2',
};

export const typeOf = (service: AnyService): string => `norsk-kommune-${service.name}`;

export const takesFiks = (service: AnyService): boolean => service.needsFiks || 'mayUseFiks' in service;
/** Where a choice decides, the form says when it is missed. */
const fiksIsChosen = (service: AnyService): boolean => 'mayUseFiks' in service || 'mayDoWithoutFiks' in service;
const hasBranches = (service: AnyService): boolean => branchesOf(service).length > 0;

const literal = (value: string): string => JSON.stringify(value);

/** The operations for which no configuration is needed. */
const offlineIn = ({ operations }: AnyService): string[] =>
  operations.filter(({ offline }) => offline === true).map(({ name }) => name);

/** With `required: false` the editor would take an empty one for valid without asking, so that what validates has neither. */
const configDefault = (name: 'maskinporten' | 'fiks', validate: string | undefined): string =>
  `${name}: { value: '', type: 'norsk-kommune-${name}', ${validate ? `validate: ${validate}` : 'required: true'} }`;

/** @param offline whether some operations need none */
export const configDefaults = (service: AnyService, offline: boolean): string[] => [
  `name: { value: '' }`,
  configDefault('maskinporten', offline ? 'hasClientWhenUsed' : undefined),
  ...(takesFiks(service) ? [configDefault('fiks', fiksIsChosen(service) ? 'hasFiksWhenUsed' : undefined)] : []),
];

/** Where items come from. */
export const ITEM_DEFAULTS = [
  `list: { value: 'payload', validate: RED.validators.typedInput('listType') }`,
  `listType: { value: 'msg' }`,
  `skip: { value: 'error' }`,
];

/** Where results go. */
export const resultDefaults = (mode: 'array' | 'messages'): string[] => [
  `result: { value: 'payload', required: true }`,
  `mode: { value: '${mode}' }`,
];

export const fieldDefaults = (form: Form, typedInput = typedInputOf): string[] =>
  fieldsOf(form).flatMap(({ field }) => {
    const { value, type } = typedInput(field);
    const check = field.kind === 'list' ? `, validate: wholeRows('${field.name}')` : '';
    return [`${field.name}: { value: ${literal(value)}${check} }`, `${field.name}Type: { value: ${literal(type)} }`];
  });

/** As a literal, for tools that read the definition without running it. */
export const literalOf = (entries: readonly string[]): string => entries.map((entry) => `      ${entry},`).join('\n');

const defaultsOf = (service: AnyService): string =>
  literalOf([
    ...configDefaults(service, offlineIn(service).length > 0),
    `operation: { value: ${literal(service.operations[0]?.name ?? '')}, required: true }`,
    ...ITEM_DEFAULTS,
    ...resultDefaults('array'),
    ...(hasBranches(service) ? [`split: { value: false }`, `outputs: { value: 1 }`] : []),
    ...fieldDefaults(service),
  ]);

/** For the script of a form where a choice decides. */
export const fiksChoiceIn = (service: AnyService): object => ({
  ...('mayUseFiks' in service && { fiksChoice: { ...service.mayUseFiks, uses: true } }),
  ...('mayDoWithoutFiks' in service && { fiksChoice: { ...service.mayDoWithoutFiks, uses: false } }),
});

const formOf = (service: AnyService): string =>
  JSON.stringify({
    type: typeOf(service),
    ...fiksChoiceIn(service),
    offline: offlineIn(service),
    ...(hasBranches(service) && {
      branches: Object.fromEntries(
        branchesOf(service).map(({ operation, names }) => [operation, names.map(({ value }) => value)]),
      ),
    }),
    fields: formFieldsOf(service),
    conditions: conditionsOf(service),
  });

export const input = (name: string): string => `<input type="text" id="node-input-${name}">`;
export const typed = (name: string): string => `${input(name)}<input type="hidden" id="node-input-${name}Type">`;

const rows = (type: string, name: string): string => `${typed(name)}\n    <ol id="${type}-${name}"></ol>`;

interface Row {
  readonly name: string;
  readonly control: string;
  /** Whether it is a list, which its label is of too. */
  readonly isList?: boolean;
  /** Whether the catalogue has a help text for it. */
  readonly helped: boolean;
  /** The operations it belongs to; all when absent. */
  readonly operations?: readonly string[];
  readonly caution?: boolean;
}

export const rowOf = (type: string, { name, control, isList, helped, operations, caution }: Row): string => {
  const list = isList ? ' nk-list' : '';
  const shown = operations
    ? `class="form-row nk-field${list}" data-operations="${operations.join(' ')}"`
    : 'class="form-row"';
  const labelId = isList ? ` id="${type}-${name}-label"` : '';
  const help = helped ? ` data-i18n="[title]${type}.help.${name}"` : '';
  const warning = caution ? `\n    <div class="nk-caution" data-i18n="${type}.caution.${name}"></div>` : '';
  return `  <div ${shown}${help}>
    <label for="node-input-${name}"${labelId} data-i18n="${type}.label.${name}"></label>
    ${control}${warning}
  </div>`;
};

export const fieldRow = (type: string, { field, byOperation }: SharedField): string => {
  const isList = field.kind === 'list';
  return rowOf(type, {
    name: field.name,
    control: isList ? rows(type, field.name) : typed(field.name),
    isList,
    helped: true,
    operations: Object.keys(byOperation),
    caution: field.caution !== undefined,
  });
};

export const choose = (name: string, type: string, key: string, values: readonly string[]): string =>
  `<select id="node-input-${name}">${values.map((value) => `<option value="${value}" data-i18n="${type}.${key}.${value}"></option>`).join('')}</select>`;

const splitRow = (service: AnyService): string =>
  rowOf(typeOf(service), {
    name: 'split',
    // The editor takes the number of a node's outputs from an input of that name, and moves the wires to match.
    control: '<input type="checkbox" id="node-input-split"><input type="hidden" id="node-input-outputs">',
    helped: true,
    operations: branchesOf(service).map(({ operation }) => operation),
  });

const templateOf = (service: AnyService): string => {
  const type = typeOf(service);
  const plain = (name: string, control = input(name)): string => rowOf(type, { name, control, helped: false });
  const helped = (name: string, control: string): string => rowOf(type, { name, control, helped: true });
  const fields = (group: AnyField['group']): string =>
    fieldsOf(service)
      .filter(({ field }) => field.group === group)
      .map((entry) => fieldRow(type, entry))
      .join('\n');
  const operations = service.operations.map(({ name }) => name);
  return `<div class="nk-form">
${plain('name')}
${plain('maskinporten')}
${takesFiks(service) ? plain('fiks') : ''}
${plain('operation', choose('operation', type, 'operation', operations))}
${fields(undefined)}
  <details class="nk-options"><summary data-i18n="${type}.label.options"></summary>
${fields('advanced')}
  </details>
  <details class="nk-flow"><summary data-i18n="${type}.label.flow"></summary>
${helped('list', typed('list'))}
${helped('skip', input('skip'))}
${helped('result', input('result'))}
${helped('mode', choose('mode', type, 'mode', ['array', 'messages']))}
${hasBranches(service) ? splitRow(service) : ''}
  </details>
</div>`;
};

export const serviceHtml = (service: AnyService, formScript: string): string => {
  const type = typeOf(service);
  return `${STYLE}
<script type="text/javascript">
(() => {
  const FORM = ${formOf(service)};
${formScript}
  RED.nodes.registerType('${type}', {
    category: 'norsk kommune',
    color: '${COLOURS[service.name]}',
    defaults: {
${defaultsOf(service)}
    },
    inputs: 1,
    outputs: 1,${hasBranches(service) ? '\n    outputLabels: function (index) { return labelOfOutput(this, index); },' : ''}
    icon: '${type}.svg',
    paletteLabel: function () { return this._('${type}.palette'); },
    label: function () { return this.name || this._(\`${type}.operation.\${this.operation}\`); },
    labelStyle: function () { return this.name ? 'node_label_italic' : ''; },
    oneditprepare: prepare,
  });
})();
</script>
<script type="text/html" data-template-name="${type}">
${templateOf(service)}
</script>
`;
};
