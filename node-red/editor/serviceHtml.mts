/**
 * The editor file of a service node, from its declaration.
 */
import { fieldsOf, type AnyField, type AnyService } from './declarations.mts';
import { typedInputOf } from './typedInputs.mts';

const COLOURS: Record<AnyService['name'], string> = { folkeregister: '#A6BBCF', krr: '#A9D3C2', svarut: '#E3B9A2' };

export const typeOf = (service: AnyService): string => `norsk-kommune-${service.name}`;

/** As a literal, for tools that read the definition without running it. */
const defaultsOf = (service: AnyService): string => {
  const literal = (value: string): string => JSON.stringify(value);
  const entries = [
    `name: { value: '' }`,
    `maskinporten: { value: '', type: 'norsk-kommune-maskinporten', required: true }`,
    ...(service.needsFiks ? [`fiks: { value: '', type: 'norsk-kommune-fiks', required: true }`] : []),
    `operation: { value: ${literal(service.operations[0]?.name ?? '')}, required: true }`,
    `list: { value: 'payload', validate: RED.validators.typedInput('listType') }`,
    `listType: { value: 'msg' }`,
    `skip: { value: 'error' }`,
    `result: { value: 'payload', required: true }`,
    `mode: { value: 'array' }`,
    ...fieldsOf(service).flatMap(({ field }) => {
      const { value, type } = typedInputOf(field);
      return [`${field.name}: { value: ${literal(value)} }`, `${field.name}Type: { value: ${literal(type)} }`];
    }),
  ];
  return entries.map((entry) => `      ${entry},`).join('\n');
};

const formOf = (service: AnyService): string =>
  JSON.stringify({
    type: typeOf(service),
    fields: fieldsOf(service).map(({ field }) => ({
      name: field.name,
      types: typedInputOf(field).types,
      type: typedInputOf(field).type,
      ...('choices' in field && { choices: field.choices.map(({ value }) => value) }),
    })),
  });

const row = (key: string, control: string, attributes = ''): string =>
  `  <div class="form-row"${attributes} data-i18n="[title]${key.replace('.label.', '.help.')}">
    <label for="node-input-${key.split('.').pop()}" data-i18n="${key}"></label>
    ${control}
  </div>`;

const input = (name: string): string => `<input type="text" id="node-input-${name}">`;
const typed = (name: string): string => `${input(name)}<input type="hidden" id="node-input-${name}Type">`;

const fieldRow = (type: string, { field, operations }: { field: AnyField; operations: string[] }): string =>
  row(
    `${type}.label.${field.name}`,
    typed(field.name),
    ` class="form-row nk-field" data-operations="${operations.join(' ')}"`,
  ).replace('class="form-row" class=', 'class=');

const templateOf = (service: AnyService): string => {
  const type = typeOf(service);
  const fields = fieldsOf(service);
  const rows = (group: AnyField['group']): string =>
    fields
      .filter(({ field }) => field.group === group)
      .map((entry) => fieldRow(type, entry))
      .join('\n');
  const options = service.operations
    .map(({ name }) => `<option value="${name}" data-i18n="${type}.operation.${name}"></option>`)
    .join('');
  return `<div class="nk-form">
${row(`${type}.label.name`, input('name'))}
${row(`${type}.label.maskinporten`, input('maskinporten'))}
${service.needsFiks ? row(`${type}.label.fiks`, input('fiks')) : ''}
${row(`${type}.label.operation`, `<select id="node-input-operation">${options}</select>`)}
${rows(undefined)}
  <details class="nk-options"><summary data-i18n="${type}.label.options"></summary>
${rows('advanced')}
  </details>
  <details class="nk-flow"><summary data-i18n="${type}.label.flow"></summary>
${row(`${type}.label.list`, typed('list'))}
${row(`${type}.label.skip`, input('skip'))}
${row(`${type}.label.result`, input('result'))}
${row(
  `${type}.label.mode`,
  `<select id="node-input-mode"><option value="array" data-i18n="${type}.mode.array"></option><option value="messages" data-i18n="${type}.mode.messages"></option></select>`,
)}
  </details>
</div>`;
};

export const STYLE = `<style>
  .nk-form .form-row > label { width: 170px; }
  .nk-form .form-row > input[type="text"], .nk-form .form-row > input[type="password"], .nk-form .form-row > select, .nk-form .form-row > textarea, .nk-form .form-row > .red-ui-typedInput-container { width: 65% !important; }
  .nk-form details { margin: 12px 0; }
  .nk-form summary { cursor: pointer; margin-bottom: 8px; color: var(--red-ui-secondary-text-color); }
  .nk-result { display: inline-block; margin-left: 8px; max-width: 62%; vertical-align: top; }
  .nk-result.nk-good { color: var(--red-ui-text-color-success); }
  .nk-result.nk-bad { color: var(--red-ui-text-color-error); }
</style>`;

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
    outputs: 1,
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
