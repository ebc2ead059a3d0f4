/**
 * A node of operations that a test declares itself.
 */
import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';
import { executeService } from '../../nodes/shared/execute';
import { propertiesOf } from '../../nodes/shared/properties';
import type { Field, Operation, Session } from '../../src/core';
import { credentialsFor } from '../../sandbox/src/admin/credentials';
import { operationOf, serviceOf } from '../ownOperation';
import { execute, itemsOf, type Given } from './fakeHost';

export const nodeOf = (...operations: readonly Operation<Session>[]): INodeType => {
  const service = serviceOf(...operations);
  return {
    description: {
      displayName: 'Own',
      name: 'own',
      group: ['transform'],
      version: 1,
      description: service.summary.en,
      defaults: { name: 'Own' },
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      properties: propertiesOf(service),
    },
    async execute() {
      return executeService(this, service);
    },
  };
};

/** What an operation with these fields gets from each item, or its error. */
export const givenTo = async (
  fields: readonly Field[],
  parameters: Given['parameters'] = {},
  more: Partial<Given> = {},
): Promise<any[]> => {
  const { items } = await execute({
    node: nodeOf(operationOf(fields)),
    parameters: { operation: 'own', ...parameters },
    items: itemsOf({}),
    credentials: { maskinportenApi: credentialsFor('http://127.0.0.1:9').maskinporten },
    httpRequest: async () => {
      throw new Error('nobody is asked');
    },
    onError: 'continue',
    ...more,
  });
  return items.map(({ json }) => json.given ?? json.error);
};
