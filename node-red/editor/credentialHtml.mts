/**
 * The editor file of a config node, from the declaration of its credential.
 */
import { credentialCell } from './columns.mts';
import type { AnyCredential, AnyCredentialField, AnyCredentialList } from './declarations.mts';
import { STYLE } from './style.mts';

export interface ConfigNode {
  readonly type: string;
  readonly declaration: AnyCredential;
  /** Where the button posts to; without a slash in front, so that the editor adds its root and token. */
  readonly testPath: string;
  readonly takesProxy: boolean;
  /** Whether it can only be checked together with a Maskinporten configuration. */
  readonly asksClient: boolean;
}

type InputField = Exclude<AnyCredentialField, AnyCredentialList>;

const isList = (field: AnyCredentialField): field is AnyCredentialList => field.kind === 'list';
const isSecret = ({ kind }: AnyCredentialField): boolean => kind === 'secret' || kind === 'secretText';

const row = (type: string, name: string, control: string, helped = true): string =>
  `  <div class="form-row"${helped ? ` data-i18n="[title]${type}.help.${name}"` : ''}>
    <label for="node-config-input-${name}" data-i18n="${type}.label.${name}"></label>
    ${control}
  </div>`;

const listRow = (type: string, { name }: AnyCredentialList): string =>
  `  <div class="form-row nk-list" data-i18n="[title]${type}.help.${name}">
    <label id="${type}-${name}-label" data-i18n="${type}.label.${name}"></label>
    <ol id="${type}-${name}"></ol>
  </div>`;

const controlOf = (type: string, field: InputField): string => {
  const id = `node-config-input-${field.name}`;
  switch (field.kind) {
    case 'choice': {
      const options = field.choices.map(
        ({ value }) => `<option value="${value}" data-i18n="${type}.choice.${field.name}.${value}"></option>`,
      );
      return `<select id="${id}">${options.join('')}</select>`;
    }
    case 'switch':
      return `<input type="checkbox" id="${id}">`;
    // A field of one line would lose the line breaks of a PEM.
    case 'secretText':
      return `<textarea id="${id}" rows="4" autocomplete="off" spellcheck="false"></textarea>`;
    case 'longText':
      return `<textarea id="${id}" rows="2" autocomplete="off" spellcheck="false"></textarea>`;
    case 'secret':
      return `<input type="password" id="${id}" autocomplete="new-password">`;
    case 'text':
      return `<input type="text" id="${id}" placeholder="${field.placeholder ?? ''}">`;
  }
};

const rowOf = (type: string, field: AnyCredentialField): string =>
  isList(field) ? listRow(type, field) : row(type, field.name, controlOf(type, field));

const requirementOf = ({ required, shownWhen }: InputField): string => {
  if (!required) return '';
  return shownWhen
    ? `, validate: neededWhile('${shownWhen.field}', ${JSON.stringify(shownWhen.is)})`
    : ', required: true';
};

const defaultOf = (field: AnyCredentialField): string => {
  if (isSecret(field)) return '';
  const value = isList(field)
    ? `[], validate: wholeEntries('${field.name}')`
    : JSON.stringify(field.default) + requirementOf(field);
  return `      ${field.name}: { value: ${value} },\n`;
};

const formOf = ({ type, declaration, testPath, takesProxy, asksClient }: ConfigNode): object => ({
  type,
  path: testPath,
  names: [
    ...declaration.fields.filter((field) => !isList(field)).map(({ name }) => name),
    ...(takesProxy ? ['proxy'] : []),
  ],
  conditions: declaration.fields.flatMap(({ name, shownWhen }) => (shownWhen ? [{ name, ...shownWhen }] : [])),
  lists: declaration.fields.filter(isList).map(({ name, columns }) => ({ name, columns: columns.map(credentialCell) })),
  asksClient,
});

const clientRow = (type: string): string => `  <div class="form-row" data-i18n="[title]${type}.help.client">
    <label for="${type}-client" data-i18n="${type}.label.client"></label>
    <select id="${type}-client"><option value="" data-i18n="${type}.check.noClient"></option></select>
  </div>
`;

export const credentialHtml = (config: ConfigNode, formScript: string): string => {
  const { type, declaration, takesProxy, asksClient } = config;
  const credentials = declaration.fields
    .filter(isSecret)
    .map((field) => `      ${field.name}: { type: 'password'${field.required ? ', required: true' : ''} },`);
  return `${STYLE}
<script type="text/javascript">
(() => {
  const FORM = ${JSON.stringify(formOf(config))};
${formScript}
  RED.nodes.registerType('${type}', {
    category: 'config',
    defaults: {
      name: { value: '' },
${declaration.fields.map(defaultOf).join('')}${takesProxy ? `      proxy: { value: '', type: 'http proxy', required: false },\n` : ''}    },
    credentials: {
${credentials.join('\n')}
    },
    label: function () { return this.name || this._('${type}.palette'); },
    oneditprepare: prepare,
${declaration.fields.some(isList) ? '    oneditsave: saveLists,\n' : ''}  });
})();
</script>
<script type="text/html" data-template-name="${type}">
<div class="nk-form">
${row(type, 'name', '<input type="text" id="node-config-input-name">', false)}
${declaration.fields.map((field) => rowOf(type, field)).join('\n')}
${takesProxy ? row(type, 'proxy', '<input type="text" id="node-config-input-proxy">', false) : ''}
${asksClient ? clientRow(type) : ''}  <div class="form-row">
    <button type="button" class="red-ui-button" id="${type}-check" data-i18n="${type}.check.button"></button>
  </div>
  <div class="nk-report" id="${type}-report" aria-live="polite"></div>
</div>
</script>
`;
};
