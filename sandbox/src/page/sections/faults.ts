import { FAULT_KINDS, kindOf, type FaultKind } from '../../traffic/faultKinds.js';
import { SERVICES } from '../../traffic/requestLog.js';
import type { Language } from '../../setup/order.js';
import { html, type Html } from '../escapedHtml.js';
import { CONTROL, FAULT_FIELD_WORDS, FAULT_WORDS } from '../words/control.js';
import { SERVICE_NAMES } from '../words/services.js';
import { inLanguage } from '../words/words.js';
import { formControl, type ValueSchema } from './formControl.js';

const KINDS = Object.keys(FAULT_KINDS) as FaultKind[];

type AskedField = keyof typeof FAULT_FIELD_WORDS;

const labelled = (id: string, label: string, control: Html): Html =>
  html`<p>
    <label for="${id}">${label}</label>
    ${control}
  </p>`;

interface Asked {
  readonly name: AskedField;
  readonly schema: ValueSchema;
  readonly required: boolean;
  readonly kinds: readonly FaultKind[];
}

const kindsWith = (name: AskedField): readonly FaultKind[] => KINDS.filter((kind) => name in kindOf(kind).fields);

/** A field several kinds have is asked for once. */
const ASKED: readonly Asked[] = (Object.keys(FAULT_FIELD_WORDS) as AskedField[]).map((name) => {
  const kinds = kindsWith(name);
  const { fields, required } = kindOf(kinds[0] as FaultKind);
  return { name, kinds, schema: fields[name] as ValueSchema, required: required?.includes(name) ?? false };
});

/** In force while one of its kinds is chosen. */
const askedField = ({ name, schema, required, kinds }: Asked, language: Language): Html => {
  const id = `fault-${name}`;
  const standard = required ? undefined : CONTROL.standard[language];
  return html`<p data-kinds="${kinds.join(' ')}" hidden>
    <label for="${id}">${FAULT_FIELD_WORDS[name][language]}</label>
    ${formControl({ id, name, schema, required, standard })}
  </p>`;
};

const WHEN = {
  times: { type: 'integer', minimum: 1 },
  every: { type: 'integer', minimum: 1 },
  probability: { type: 'number', minimum: 0, maximum: 1 },
  seed: { type: 'integer', minimum: 0 },
} as const satisfies Record<string, ValueSchema>;

const option = (value: string, text: string): Html => html`<option value="${value}">${text}</option>`;

const orderForm = (language: Language): Html => {
  const words = inLanguage(CONTROL, language);
  return html`<form id="fault-order" class="order">
    <div class="fields">
      ${[
        labelled(
          'fault-service',
          words.service,
          html`<select id="fault-service" name="service" autocomplete="off">
            ${SERVICES.map((service) => option(service, SERVICE_NAMES[service][language]))}
          </select>`,
        ),
        labelled(
          'fault-operation',
          words.operation,
          html`<select id="fault-operation" name="operation" autocomplete="off">
            ${option('', words.anyOperation)}
          </select>`,
        ),
        labelled(
          'fault-kind',
          words.kind,
          html`<select id="fault-kind" name="kind" autocomplete="off">
            ${KINDS.map((kind) => option(kind, FAULT_WORDS[kind][language]))}
          </select>`,
        ),
      ]}
      ${ASKED.map((field) => askedField(field, language))}
    </div>
    <fieldset class="fields">
      <legend>${words.when}</legend>
      ${(Object.keys(WHEN) as (keyof typeof WHEN)[]).map((name) =>
        labelled(`fault-${name}`, words[name], formControl({ id: `fault-${name}`, name, schema: WHEN[name] })),
      )}
    </fieldset>
    <p><button class="main">${words.order}</button></p>
  </form>`;
};

const waitingFaults = (language: Language): Html => {
  const words = inLanguage(CONTROL, language);
  return html`<div class="table" id="faults" role="region" aria-label="${words.waiting}" tabindex="0" hidden>
      <table>
        <caption>
          ${words.waiting}
        </caption>
        <thead>
          <tr>
            ${[words.kind, words.service, words.when, words.played].map((column) => html`<th scope="col">${column}</th>`)}
            <td></td>
          </tr>
        </thead>
        <tbody id="fault-rows"></tbody>
      </table>
    </div>
    <p class="quiet" id="faults-empty" hidden>${words.noFaults}</p>
    <p><button type="button" id="faults-clear">${words.clear}</button></p>
    <template id="fault-row"
      ><tr>
        <th scope="row" data-part="kind"></th>
        <td data-part="service"></td>
        <td data-part="when"></td>
        <td class="number" data-part="played"></td>
        <td><button type="button" data-part="off">${words.callOff}</button></td>
      </tr></template
    >`;
};

export const faultForms = (language: Language): Html =>
  html`<h3>${CONTROL.faults[language]}</h3>
    ${[orderForm(language), waitingFaults(language)]}`;
