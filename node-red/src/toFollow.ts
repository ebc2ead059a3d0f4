/**
 * From a message to what a trigger is to follow.
 */
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import { asServiceError, checkInput, type Follows, type InputRules, type ServiceError } from '../../src/core';
import { isSkipped, readInputs, readItems, valuesIn } from './inputs';
import type { ServiceDefinition } from './serviceConfig';

interface ToFollow {
  readonly items: readonly Record<string, unknown>[];
  /** Of the items that name nothing that could be followed. */
  readonly faults: readonly ServiceError[];
}

/** @throws ServiceError ERR_INVALID_INPUT when the items cannot be worked out */
export const readToFollow = async (
  RED: NodeAPI,
  node: Node,
  definition: ServiceDefinition,
  { inItem }: Follows,
  message: NodeMessageInFlow,
  rules: InputRules,
): Promise<ToFollow> => {
  const { items } = await readItems(RED, node, definition, message);
  const wanted = items.filter((item) => !isSkipped(RED, definition, item));
  const read: Record<string, unknown>[] = [];
  const faults: ServiceError[] = [];
  for (const input of await readInputs(RED, node, definition, { fields: inItem }, message, wanted)) {
    try {
      read.push(checkInput(inItem, valuesIn(input), rules));
    } catch (error) {
      faults.push(asServiceError(error));
    }
  }
  return { items: read, faults };
};
