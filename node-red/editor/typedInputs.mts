/**
 * How a field of each kind is filled in with Node-RED's typed input.
 */
import type { AnyField } from './declarations.mts';

export interface TypedInput {
  /**
   * Types offered, in order; `choice` and `choices` stand for the field's own list or the configuration's, `rows` for rows in
   * the dialog, `item` for a property of the item.
   */
  readonly types: readonly string[];
  readonly value: string;
  readonly type: string;
}

const DYNAMIC = ['item', 'msg', 'flow', 'global', 'jsonata', 'env'];
const WRITTEN = ['item', 'msg', 'str', 'flow', 'global', 'jsonata', 'env'];

export const typedInputOf = (field: AnyField): TypedInput => {
  const usual = field.usual ? { value: field.usual, type: 'item' } : undefined;
  switch (field.kind) {
    case 'text':
    case 'texts':
    case 'identifier':
    case 'dateTime':
      return {
        types: WRITTEN,
        ...(usual ?? { value: ('default' in field && field.default) || '', type: 'str' }),
      };
    case 'number':
      return { types: ['num', ...DYNAMIC], value: String(field.default ?? ''), type: 'num' };
    case 'boolean':
      return { types: ['bool', ...DYNAMIC], value: String(field.default), type: 'bool' };
    case 'choice':
      return { types: ['choice', ...DYNAMIC], value: field.default, type: 'choice' };
    case 'choices':
      return { types: ['choices', ...DYNAMIC], value: field.default.join(','), type: 'choices' };
    case 'choicesFrom':
      return { types: ['choice', ...WRITTEN], value: '', type: 'choice' };
    case 'json':
      return { types: ['item', 'msg', 'json', 'flow', 'global', 'jsonata'], ...(usual ?? { value: '', type: 'json' }) };
    case 'list':
      return { types: ['rows', 'item', 'msg', 'flow', 'global', 'jsonata'], value: '[]', type: 'rows' };
    case 'documents':
      return { types: ['msg', 'item', 'flow', 'global'], value: 'documents', type: 'msg' };
  }
};

/** The same for what is read once, when the flows start, and from no message. */
export const settledInputOf = (field: AnyField): TypedInput => {
  const { types, value, type } = typedInputOf(field);
  return { types: types.filter((one) => one === 'env' || !DYNAMIC.includes(one)), value, type };
};
