/**
 * A workflow of one item and nodes of ours, one after the other in the order given, that keeps all it can of its executions.
 */
import { executeWorkflow, type ExecutionRecord, type ImportedCredential } from '../../../scripts/n8n/execute.mts';
import { exampleCredentials } from '../../../scripts/n8n/demo.mts';
import { place, to, type OurNode } from './smallWorkflow';
import type { UsedN8n } from './useN8n';

export interface Own {
  readonly id: string;
  /** Fields of the one item. */
  readonly item?: Readonly<Record<string, string>>;
  readonly ours: readonly OurNode[];
  /** Besides the two of the example. */
  readonly credentials?: readonly ImportedCredential[];
  readonly env?: NodeJS.ProcessEnv;
}

export const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
  id: name,
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion,
  position: [0, 0],
  parameters,
});

const itemOf = (fields: Readonly<Record<string, string>>): object => ({
  mode: 'raw',
  jsonOutput: JSON.stringify(fields),
});

export const executeOwn = (
  n8n: UsedN8n,
  { id, item = {}, ours, credentials = [], env }: Own,
): Promise<ExecutionRecord> =>
  executeWorkflow({
    folder: n8n.folder,
    credentials: [...exampleCredentials(n8n.credentials), ...credentials],
    workflow: {
      id,
      name: id,
      nodes: [node('Run', 'manualTrigger', 1, {}), node('Item', 'set', 3.4, itemOf(item)), ...ours.map(place)],
      connections: { Run: to('Item'), Item: to(...ours.map(({ name }) => name)) },
      settings: {
        executionOrder: 'v1',
        saveDataErrorExecution: 'all',
        saveDataSuccessExecution: 'all',
        saveExecutionProgress: true,
      },
    },
    env: { ...n8n.env, ...env },
  });
