/**
 * From the results back to messages.
 */
import type { NodeAPI, NodeMessageInFlow } from 'node-red';
import { ServiceError, type Outcome } from '../../src/core';
import type { Outputs } from './branches';
import type { ServiceDefinition } from './serviceConfig';

const rootOf = (RED: NodeAPI, path: string): string =>
  String((RED.util.normalisePropertyExpression(path) as unknown[])[0]);

const canHold = (RED: NodeAPI, message: NodeMessageInFlow, path: string): boolean => {
  try {
    const root = rootOf(RED, path);
    const whole = message as unknown as Readonly<Record<string, unknown>>;
    const held = whole[root];
    // On a copy of what would be changed.
    const own = typeof held === 'object' ? RED.util.cloneMessage(held as NodeMessageInFlow) : held;
    const copy = Object.hasOwn(whole, root) ? { [root]: own } : {};
    return RED.util.setMessageProperty(copy, path, null, true);
  } catch {
    return false;
  }
};

/** Found out before anything is sent: a letter whose id cannot be told is a letter lost. */
export const resultPath = (RED: NodeAPI, { result }: ServiceDefinition, message: NodeMessageInFlow): string => {
  const path = result || 'payload';
  if (canHold(RED, message, path)) return path;
  throw new ServiceError('ERR_INVALID_INPUT', '"Result To" is no place in this message.', 'Check it on the node.', {
    field: 'result',
  });
};

/** An item as it goes on, and what became of it: nothing where nothing was asked. */
interface Result {
  readonly item: unknown;
  readonly outcome: Outcome | undefined;
}

interface Results {
  readonly results: readonly Result[];
  readonly isList: boolean;
  readonly outputs: Outputs;
}

const withResult = (RED: NodeAPI, message: NodeMessageInFlow, path: string, value: unknown): NodeMessageInFlow => {
  RED.util.setMessageProperty(message, path, value, true);
  return message;
};

/**
 * A message for each value. They share what they only pass on, such as a document; a list that is a property of the message is
 * left out, or every message would carry every person.
 */
const messageEach = (
  RED: NodeAPI,
  message: NodeMessageInFlow,
  path: string,
  { list, listType }: ServiceDefinition,
  values: readonly unknown[],
): NodeMessageInFlow[] => {
  const dropped = listType === 'msg' ? rootOf(RED, list || 'payload') : undefined;
  const shared: Record<string, unknown> = Object.fromEntries(
    Object.entries(message).filter(([name]) => name !== dropped),
  );
  const root = rootOf(RED, path);
  return values.map((value) => {
    // A result deep in a property must not be written into what the others hold.
    const own = root === path ? {} : { [root]: RED.util.cloneMessage((shared[root] ?? {}) as NodeMessageInFlow) };
    return withResult(RED, { ...shared, ...own } as NodeMessageInFlow, path, value);
  });
};

const oneMessagePerItem: typeof messageEach = (RED, message, path, definition, items) => {
  const { parts, ...rest } = message as NodeMessageInFlow & { parts?: unknown };
  const id = RED.util.generateId();
  return messageEach(RED, rest, path, definition, items).map((one, index) =>
    Object.assign(one, { parts: { id, index, count: items.length, type: 'array', ...(parts ? { parts } : {}) } }),
  );
};

/** The messages for each output, in order. */
export const messagesFor = (
  RED: NodeAPI,
  message: NodeMessageInFlow,
  path: string,
  definition: ServiceDefinition,
  { results, isList, outputs }: Results,
): NodeMessageInFlow[][] => {
  const sorted = <One>(perResult: readonly One[]): One[][] => {
    const lists = Array.from({ length: outputs.count }, (): One[] => []);
    perResult.forEach((one, at) => lists[outputs.of(results[at]?.outcome)]?.push(one));
    return lists;
  };
  const items = results.map(({ item }) => item);
  if (!isList) return sorted([withResult(RED, message, path, items[0])]);
  if (definition.mode === 'messages') return sorted(oneMessagePerItem(RED, message, path, definition, items));
  if (outputs.count === 1) return [[withResult(RED, message, path, items)]];
  return sorted(items).map((own) => messageEach(RED, message, path, definition, own.length > 0 ? [own] : []));
};
