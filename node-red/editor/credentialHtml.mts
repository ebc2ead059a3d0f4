/**
 * The editor file of a config node, from the declaration of its credential.
 */
import type { AnyCredential, AnyCredentialField } from './declarations.mts';
import { STYLE } from './serviceHtml.mts';

export interface ConfigNode {
  readonly type: string;
  readonly declaration: AnyCredential;
  /** Where the test button posts to; without a slash in front, so that the editor adds its root and token. */
  readonly testPath: string;
  readonly takesProxy: boolean;
}

const isSecret = ({ kind }: AnyCredentialField): boolean => kind === 'secret' || kind === 'secretText';

const row = (type: string, name: string, control: string, helped = true): string =>
  `  <div class="form-row"${helped ? ` data-i18n="[title]${type}.help.${name}"` : ''}>
    <label for="node-config-input-${name}" data-i18n="${type}.label.${name}"></label>
    ${control}
  </div>`;

const controlOf = (type: string, field: AnyCredentialField): string => {
  const id = `node-config-input-${field.name}`;
  switch (field.kind) {
    case 'choice': {
      const options = (field.choices ?? []).map(
        ({ value }) => `<option value="${value}" data-i18n="${type}.choice.${field.name}.${value}"></option>`,
      );
      return `<select id="${id}">${options.join('')}</select>`;
    }
    case 'secretText':
      // A password field would lose the line breaks of a PEM.
      return `<textarea id="${id}" rows="4" autocomplete="off" spellcheck="false"></textarea>`;
    case 'secret':
      return `<input type="password" id="${id}" autocomplete="new-password">`;
    case 'text':
      return `<input type="text" id="${id}" placeholder="${field.placeholder ?? ''}">`;
  }
};

export const credentialHtml = ({ type, declaration, testPath, takesProxy }: ConfigNode, formScript: string): string => {
  const form = {
    type,
    path: testPath,
    names: [...declaration.fields.map(({ name }) => name), ...(takesProxy ? ['proxy'] : [])],
    conditions: declaration.fields.flatMap(({ name, shownWhen }) => (shownWhen ? [{ name, ...shownWhen }] : [])),
  };
  const defaults = declaration.fields
    .filter((field) => !isSecret(field))
    .map(
      (field) =>
        `      ${field.name}: { value: ${JSON.stringify(field.default)}${field.required ? ', required: true' : ''} },`,
    );
  const credentials = declaration.fields
    .filter(isSecret)
    .map((field) => `      ${field.name}: { type: 'password'${field.required ? ', required: true' : ''} },`);
  return `${STYLE}
<script type="text/javascript">
(() => {
  const FORM = ${JSON.stringify(form)};
${formScript}
  RED.nodes.registerType('${type}', {
    category: 'config',
    defaults: {
      name: { value: '' },
${defaults.join('\n')}
${takesProxy ? `      proxy: { value: '', type: 'http proxy', required: false },\n` : ''}    },
    credentials: {
${credentials.join('\n')}
    },
    label: function () { return this.name || this._('${type}.palette'); },
    oneditprepare: prepare,
  });
})();
</script>
<script type="text/html" data-template-name="${type}">
<div class="nk-form">
${row(type, 'name', '<input type="text" id="node-config-input-name">', false)}
${declaration.fields.map((field) => row(type, field.name, controlOf(type, field))).join('\n')}
${takesProxy ? row(type, 'proxy', '<input type="text" id="node-config-input-proxy">', false) : ''}
  <div class="form-row">
    <button type="button" class="red-ui-button" id="${type}-test" data-i18n="${type}.test.button"></button>
    <span id="${type}-result" class="nk-result" aria-live="polite"></span>
  </div>
</div>
</script>
`;
};
