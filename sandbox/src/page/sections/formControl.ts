import { html, type Html } from '../escapedHtml.js';

/** What there is to know of a value in a JSON Schema, to make a form control of it. */
export interface ValueSchema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Control {
  readonly id: string;
  readonly name: string;
  readonly schema: ValueSchema;
  readonly required?: boolean;
  /** What an empty choice is called. */
  readonly standard?: string;
}

export const formControl = ({ id, name, schema, required = false, standard }: Control): Html => {
  const types = [schema.type].flat();
  const mark = required ? html` required` : html``;
  if (schema.enum) {
    const choices = standard === undefined ? schema.enum : ['', ...schema.enum];
    return html`<select id="${id}" name="${name}" autocomplete="off" ${mark}>
      ${choices.map((choice) => html`<option value="${String(choice)}">${choice === '' ? (standard ?? '') : String(choice)}</option>`)}
    </select>`;
  }
  if (types.includes('boolean')) return html`<input type="checkbox" id="${id}" name="${name}" autocomplete="off" />`;
  if (types.includes('string')) return html`<input id="${id}" name="${name}" autocomplete="off" ${mark} />`;
  return html`<input
    type="number"
    id="${id}"
    name="${name}"
    step="any"
    ${bounds(schema)}
    autocomplete="off"
    ${mark}
  />`;
};

const bounds = ({ minimum, maximum }: ValueSchema): Html => {
  if (minimum === undefined) return html``;
  return maximum === undefined
    ? html` min="${String(minimum)}"`
    : html` min="${String(minimum)}" max="${String(maximum)}"`;
};
