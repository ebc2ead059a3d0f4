/**
 * From a message to the inputs of an operation.
 */
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import {
  documentFromBytes,
  ServiceError,
  type DocumentSource,
  type Field,
  type Operation,
  type RawInput,
  type Session,
} from '../../src/core';
import { ITEM_TYPE, LITERAL_TYPES, type ServiceDefinition } from './serviceConfig';

type Evaluate = (value: string, type: string) => Promise<unknown>;

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

interface FileObject {
  readonly filename?: string;
  readonly mimeType?: string;
  readonly data: Uint8Array | string;
}

const isTextOrNothing = (value: unknown): boolean => value === undefined || typeof value === 'string';

const isFileObject = (value: unknown): value is FileObject =>
  typeof value === 'object' &&
  value !== null &&
  'data' in value &&
  (value.data instanceof Uint8Array || typeof value.data === 'string') &&
  isTextOrNothing((value as { filename?: unknown }).filename) &&
  isTextOrNothing((value as { mimeType?: unknown }).mimeType);

/** A Buffer, an object with `filename`, `mimeType` and `data` (a Buffer or base64), or a list of these. */
const documentsFrom = (value: unknown): DocumentSource[] | undefined => {
  if (Array.isArray(value)) {
    const all = value.map((one) => documentsFrom(one));
    return all.every((one) => one !== undefined) ? all.flat() : undefined;
  }
  if (value instanceof Uint8Array) return [documentFromBytes('dokument.pdf', 'application/pdf', value)];
  if (!isFileObject(value)) return undefined;
  const bytes = typeof value.data === 'string' ? Buffer.from(value.data, 'base64') : value.data;
  return [documentFromBytes(value.filename ?? 'dokument.pdf', value.mimeType ?? 'application/pdf', bytes)];
};

const invalidDocuments = (field: Field): ServiceError =>
  new ServiceError(
    'ERR_INVALID_INPUT',
    `"${field.label.en}" holds no files.`,
    'Give a Buffer, an object with filename, mimeType and data, or a list of these.',
    { field: field.name },
  );

export const readInputs = async (
  RED: NodeAPI,
  node: Node,
  definition: ServiceDefinition,
  operation: Operation<Session>,
  message: NodeMessageInFlow,
  items: readonly unknown[],
): Promise<RawInput[]> => {
  const evaluate = evaluatorFor(RED, node, message);
  const valueOf = async (field: Field, item: unknown): Promise<unknown> => {
    const value = definition[field.name];
    const type = definition[`${field.name}Type`];
    // A flow made by hand or by an older version may lack a field: it then has its default.
    if (typeof value !== 'string' || typeof type !== 'string') return value;
    if (type === ITEM_TYPE) return propertyOf(RED, item, value);
    return (LITERAL_TYPES as readonly string[]).includes(type) ? value : evaluate(value, type);
  };
  const inputOf = async (item: unknown): Promise<RawInput> => {
    const values: Record<string, unknown> = {};
    for (const field of operation.fields) {
      try {
        values[field.name] = await valueOf(field, item);
      } catch {
        // What went wrong can quote the item, so it is not passed on.
        return {
          error: new ServiceError(
            'ERR_INVALID_INPUT',
            `"${field.label.en}" could not be worked out.`,
            'Check the expression on the node.',
            { field: field.name },
          ),
        };
      }
      if (field.kind === 'documents' && values[field.name] !== undefined) {
        const documents = documentsFrom(values[field.name]);
        if (!documents) return { error: invalidDocuments(field) };
        values[field.name] = documents;
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
