/**
 * The editor file of a trigger node, from its declaration. It is made of what service nodes are made of.
 */
import { fieldsOf, type AnyField, type Form, type TriggeringService } from './declarations.mts';
import { conditionsOf, formFieldsOf } from './formFields.mts';
import {
  choose,
  COLOURS,
  configDefaults,
  fieldDefaults,
  fieldRow,
  fiksChoiceIn,
  input,
  ITEM_DEFAULTS,
  literalOf,
  resultDefaults,
  rowOf,
  takesFiks,
  typed,
  typeOf,
} from './serviceHtml.mts';
import { STYLE } from './style.mts';
import { settledInputOf, typedInputOf, type TypedInput } from './typedInputs.mts';

export const triggerTypeOf = (service: TriggeringService): string => `${typeOf(service)}-${service.trigger.name}`;

const fieldsOfItem = ({ trigger }: TriggeringService): readonly AnyField[] => trigger.follows?.inItem ?? [];

export const formOf = (service: TriggeringService): Form => ({
  operations: [{ name: service.trigger.name, fields: [...fieldsOfItem(service), ...service.trigger.fields] }],
});

const typedInputIn =
  (service: TriggeringService) =>
  (field: AnyField): TypedInput =>
    fieldsOfItem(service).includes(field) ? typedInputOf(field) : settledInputOf(field);

const scriptOf = (service: TriggeringService): string =>
  JSON.stringify({
    type: triggerTypeOf(service),
    ...fiksChoiceIn(service),
    ...(service.trigger.follows && { takesItems: true }),
    fields: formFieldsOf(formOf(service), typedInputIn(service)),
    conditions: conditionsOf(formOf(service)).map((condition) => ({ ...condition, operation: undefined })),
  });

const defaultsOf = (service: TriggeringService): string =>
  literalOf([
    ...configDefaults(service, false),
    ...(service.trigger.follows ? ITEM_DEFAULTS : []),
    ...resultDefaults('messages'),
    ...fieldDefaults(formOf(service), typedInputIn(service)),
  ]);

const templateOf = (service: TriggeringService): string => {
  const type = triggerTypeOf(service);
  const plain = (name: string): string => rowOf(type, { name, control: input(name), helped: false });
  const helped = (name: string, control: string): string => rowOf(type, { name, control, helped: true });
  const fields = (group: AnyField['group']): string =>
    fieldsOf(formOf(service))
      .filter(({ field }) => field.group === group)
      .map((entry) => fieldRow(type, entry))
      .join('\n');
  const items = [helped('list', typed('list')), helped('skip', input('skip'))];
  return `<div class="nk-form">
${plain('name')}
${plain('maskinporten')}
${takesFiks(service) ? plain('fiks') : ''}
${fields(undefined)}
  <details class="nk-options"><summary data-i18n="${type}.label.options"></summary>
${fields('advanced')}
  </details>
  <details class="nk-flow"><summary data-i18n="${type}.label.flow"></summary>
${service.trigger.follows ? items.join('\n') : ''}
${helped('result', input('result'))}
${helped('mode', choose('mode', type, 'mode', ['messages', 'array']))}
  </details>
</div>`;
};

export const triggerHtml = (service: TriggeringService, formScript: string): string => {
  const type = triggerTypeOf(service);
  return `${STYLE}
<script type="text/javascript">
(() => {
  const FORM = ${scriptOf(service)};
${formScript}
  RED.nodes.registerType('${type}', {
    category: 'norsk kommune',
    color: '${COLOURS[service.name]}',
    defaults: {
${defaultsOf(service)}
    },
    inputs: ${service.trigger.follows ? 1 : 0},
    outputs: 1,
    icon: '${typeOf(service)}.svg',
    paletteLabel: function () { return this._('${type}.palette'); },
    label: function () { return this.name || this._('${type}.palette'); },
    labelStyle: function () { return this.name ? 'node_label_italic' : ''; },
    oneditprepare: prepareTrigger,
  });
})();
</script>
<script type="text/html" data-template-name="${type}">
${templateOf(service)}
</script>
`;
};
