/**
 * What an operation that a test declares itself gets from a message, by way of Node-RED's own evaluation.
 */
import { util } from '@node-red/util';
import type { NodeAPI } from 'node-red';
import { readInputs } from '../../node-red/src/inputs';
import type { ServiceDefinition } from '../../node-red/src/serviceConfig';
import { presentError, runOperation, type Field, type Session } from '../../src/core';
import { operationOf } from '../ownOperation';

export interface Situation {
  readonly message?: object;
  readonly item?: unknown;
  readonly settings?: object;
}

/** The values of the fields, or the error. */
export const givenTo = async (
  fields: readonly Field[],
  properties: Readonly<Record<string, unknown>>,
  { message = {}, item = {}, settings = {} }: Situation = {},
): Promise<any> => {
  const RED = { util, settings } as unknown as NodeAPI;
  const operation = operationOf(fields);
  const inputs = await readInputs(
    RED,
    {} as never,
    properties as unknown as ServiceDefinition,
    operation,
    { _msgid: 'a', ...message },
    [item],
  );
  const [outcome] = await runOperation(operation, {} as Session, inputs, { rules: { realPersons: false } });
  return outcome?.ok ? outcome.value.given : presentError(outcome?.error);
};
