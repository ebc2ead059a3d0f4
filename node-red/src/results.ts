/**
 * From the results back to messages.
 */
import type { NodeAPI, NodeMessageInFlow } from 'node-red';
import { ServiceError } from '../../src/core';
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

/** The message with all results. */
export const withResult = (
  RED: NodeAPI,
  message: NodeMessageInFlow,
  path: string,
  value: unknown,
): NodeMessageInFlow => {
  RED.util.setMessageProperty(message, path, value, true);
  return message;
};

/**
 * One message per result. They share what they only pass on, such as a document; a list that is a property of the message is
 * left out, or every message would carry every person.
 */
export const oneMessageEach = (
  RED: NodeAPI,
  message: NodeMessageInFlow,
  path: string,
  { list, listType }: ServiceDefinition,
  results: readonly unknown[],
): NodeMessageInFlow[] => {
  const { parts, ...rest } = message as NodeMessageInFlow & { parts?: unknown };
  const dropped = listType === 'msg' ? rootOf(RED, list || 'payload') : undefined;
  const shared: Record<string, unknown> = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== dropped));
  const root = rootOf(RED, path);
  const id = RED.util.generateId();
  return results.map((result, index) => {
    // A result deep in a property must not be written into what the others hold.
    const own = root === path ? {} : { [root]: RED.util.cloneMessage((shared[root] ?? {}) as NodeMessageInFlow) };
    const one = { ...shared, ...own } as NodeMessageInFlow;
    const place = { id, index, count: results.length, type: 'array', ...(parts ? { parts } : {}) };
    return Object.assign(withResult(RED, one, path, result), { parts: place });
  });
};
