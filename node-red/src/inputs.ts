/**
 * From a message to the inputs of an operation.
 */
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import {
  checkWorkedOut,
  isHidden,
  isServiceError,
  ServiceError,
  type Field,
  type Operation,
  type RawInput,
  type Session,
} from '../../src/core';
import { documentsFrom } from './documents';
import { ITEM_TYPE, LITERAL_TYPES, ROWS_TYPE, type ServiceDefinition } from './serviceConfig';

type Evaluate = (value: string, type: string) => Promise<unknown>;

/** Node-RED makes 0 of an empty number, and no JSON of empty text. */
const NOTHING_WHERE_EMPTY = ['num', 'json', ROWS_TYPE];

/** Their values are not in the form, but where it points. */
const WORKED_OUT: readonly unknown[] = [ITEM_TYPE, 'msg', 'flow', 'global', 'jsonata', 'env'];

/** A property that is not there, at whatever depth, is nothing. */
const propertyOf = (RED: NodeAPI, item: unknown, path: string): unknown => {
  if (path === '') return item;
  if (typeof item !== 'object' || item === null) return undefined;
  try {
    return RED.util.getObjectProperty(item as Record<string, unknown>, path) as unknown;
  } catch {
    return undefined;
  }
};

const evaluatorFor =
  (RED: NodeAPI, node: Node, message: NodeMessageInFlow): Evaluate =>
  (value, type) =>
    new Promise((resolve, reject) => {
      RED.util.evaluateNodeProperty(value, type, node, message, (error: Error | null, result: unknown) =>
        error ? reject(error) : resolve(result),
      );
    });

const notWorkedOut = (field: Field): ServiceError =>
  new ServiceError(
    'ERR_INVALID_INPUT',
    `"${field.label.en}" could not be worked out.`,
    'Check the expression on the node.',
    { field: field.name },
  );

/** @throws what kept them from being read */
export const valuesIn = (input: RawInput | undefined): Record<string, unknown> => {
  if (input && 'error' in input) throw input.error;
  return { ...input?.values };
};

export const readInputs = async (
  RED: NodeAPI,
  node: Node,
  definition: ServiceDefinition,
  operation: Pick<Operation<Session>, 'fields'>,
  message: NodeMessageInFlow,
  items: readonly unknown[],
): Promise<RawInput[]> => {
  const evaluate = evaluatorFor(RED, node, message);
  const valueOf = async (field: Field, item: unknown): Promise<unknown> => {
    const value = definition[field.name];
    const type = definition[`${field.name}Type`];
    // A flow made by hand or by an older version may lack a field: it then has its default.
    if (typeof value !== 'string' || typeof type !== 'string') return value;
    if (value.trim() === '' && NOTHING_WHERE_EMPTY.includes(type)) return undefined;
    if (type === ITEM_TYPE) return propertyOf(RED, item, value);
    if (type === ROWS_TYPE) return JSON.parse(value) as unknown;
    return (LITERAL_TYPES as readonly string[]).includes(type) ? value : evaluate(value, type);
  };
  const isWorkedOut = ({ name }: Field): boolean => WORKED_OUT.includes(definition[`${name}Type`]);
  const inputOf = async (item: unknown): Promise<RawInput> => {
    const values: Record<string, unknown> = {};
    for (const field of operation.fields) {
      if (isHidden(field, operation.fields, values)) continue;
      try {
        const value = await valueOf(field, item);
        if (isWorkedOut(field)) checkWorkedOut(field, value);
        const holdsFiles = field.kind === 'documents' && value !== undefined;
        values[field.name] = holdsFiles ? await documentsFrom(RED, field, value) : value;
      } catch (error) {
        // What went wrong can quote the item, so it is not passed on.
        return { error: isServiceError(error) ? error : notWorkedOut(field) };
      }
    }
    return { values };
  };
  return Promise.all(items.map(inputOf));
};

/**
 * The items of a message, and whether they came as a list.
 * @throws ServiceError ERR_INVALID_INPUT when the expression or path cannot be worked out
 */
export const readItems = async (
  RED: NodeAPI,
  node: Node,
  definition: ServiceDefinition,
  message: NodeMessageInFlow,
): Promise<{ readonly items: readonly unknown[]; readonly isList: boolean }> => {
  const evaluate = evaluatorFor(RED, node, message);
  // What went wrong can quote the message, so it is not passed on.
  const value = await evaluate(definition.list || 'payload', definition.listType || 'msg').catch(() => {
    throw new ServiceError('ERR_INVALID_INPUT', '"Items" could not be worked out.', 'Check it on the node.', {
      field: 'list',
    });
  });
  return Array.isArray(value) ? { items: value as unknown[], isList: true } : { items: [value], isList: false };
};

export const isSkipped = (RED: NodeAPI, definition: ServiceDefinition, item: unknown): boolean => {
  if (!definition.skip || typeof item !== 'object' || item === null) return false;
  const mark = propertyOf(RED, item, definition.skip);
  return mark !== undefined && mark !== null && mark !== false && mark !== '';
};
