/**
 * What n8n hands a trigger when a workflow is switched on, as far as ours use it: executions that end when the test says so,
 * and static data that n8n stores only when it has switched the workflow on and as it starts an execution.
 */
import {
  NodeHelpers,
  type IDataObject,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type INodeType,
  type IRun,
  type ITriggerFunctions,
  type WorkflowActivateMode,
} from 'n8n-workflow';
import type { HttpRequest } from './fakeHost';

/** n8n's database. */
export interface Database {
  staticData: IDataObject;
}

export const emptyDatabase = (): Database => ({ staticData: {} });

interface Deferred {
  readonly resolve: (run: IRun) => void;
  readonly reject: (error: Error) => void;
}

export interface Execution {
  readonly items: readonly IDataObject[];
  /** The execution comes to its end, as it did or not. */
  readonly end: (status?: IRun['status']) => void;
  /** It does not, or it could not begin. */
  readonly fail: (error: Error) => void;
}

export interface Given {
  readonly node: INodeType;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly credentials: Record<string, object>;
  readonly httpRequest: HttpRequest;
  readonly database?: Database;
  readonly mode?: 'manual' | 'trigger';
  readonly activation?: WorkflowActivateMode;
  readonly nodeName?: string;
}

export interface Running {
  readonly executions: readonly Execution[];
  /** What n8n stores as failed executions, and runs the error workflow with. */
  readonly reported: readonly Error[];
  readonly logged: readonly string[];
  readonly database: Database;
  readonly switchOff: () => Promise<void>;
}

const NODE_ID = '5e6f7a8b-0000-4000-8000-000000000001';

const copyOf = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

/** @throws what n8n shows to the person who switches it on */
export const switchOn = async ({
  node,
  parameters,
  credentials,
  httpRequest,
  database = emptyDatabase(),
  mode = 'trigger',
  activation = 'activate',
  nodeName = node.description.displayName,
}: Given): Promise<Running> => {
  const staticData = copyOf(database.staticData);
  const executions: Execution[] = [];
  const reported: Error[] = [];
  const logged: string[] = [];
  const placed: INode = {
    id: NODE_ID,
    name: nodeName,
    type: `n8n-nodes-norsk-kommune.${node.description.name}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: parameters as INodeParameters,
  };
  const { properties } = node.description;
  const values: Record<string, unknown> = {
    ...NodeHelpers.getNodeParameters(properties, placed.parameters, true, false, placed, node.description),
  };
  const save = (): void => {
    database.staticData = copyOf(staticData);
  };
  let isStarting = true;
  const host = {
    getMode: () => mode,
    getActivationMode: () => (mode === 'manual' ? 'manual' : activation),
    getNode: () => placed,
    getNodeParameter: (name: string, fallback?: unknown) => {
      // n8n's engine for expressions is there only while triggers are started.
      if (!isStarting) throw new Error('No isolate was acquired for this expression.');
      if (typeof values[name] === 'function') return (values[name] as () => unknown)();
      return values[name] ?? fallback;
    },
    getCredentials: async (name: string) => {
      const stored = credentials[name];
      if (!stored) throw new Error(`Node does not have any credentials set for "${name}"`);
      return stored;
    },
    getWorkflowStaticData: (type: string) => (staticData[type] ??= {}),
    emit: ([items = []]: INodeExecutionData[][], _response: undefined, done?: Deferred) => {
      if (mode === 'trigger') save();
      executions.push({
        items: items.map(({ json }) => json),
        end: (status = 'success') => done?.resolve({ status } as IRun),
        fail: (error) => done?.reject(error),
      });
    },
    saveFailedExecution: (error: Error) => reported.push(error),
    logger: { warn: (sentence: string) => logged.push(sentence) },
    helpers: {
      httpRequest,
      createDeferredPromise: () => {
        let settle: Deferred | undefined;
        const promise = new Promise<IRun>((resolve, reject) => (settle = { resolve, reject }));
        return { promise, ...settle };
      },
    },
  } as unknown as ITriggerFunctions;
  for (const [name, given] of Object.entries(parameters)) if (typeof given === 'function') values[name] = given;
  const response = await node.trigger?.call(host);
  isStarting = false;
  if (mode === 'manual') await response?.manualTriggerFunction?.();
  else save();
  return {
    executions,
    reported,
    logged,
    database,
    switchOff: async () => {
      await response?.closeFunction?.();
    },
  };
};
