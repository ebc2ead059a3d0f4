/**
 * What n8n hands a node when it runs, as far as our nodes use it. The parameters are worked out from the node's own form
 * by n8n's code, so a field that the form does not show is missing here too.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  NodeHelpers,
  type IDataObject,
  type IExecuteFunctions,
  type IGetNodeParameterOptions,
  type IHttpRequestOptions,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type INodeType,
  type NodeExecutionHint,
} from 'n8n-workflow';
import type { UsedSandbox } from '../useSandbox';

export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/** In place of an expression: worked out for each item, and may throw. */
export type Expression = (json: IDataObject, itemIndex: number) => unknown;

export interface Given {
  readonly node: INodeType;
  /** What differs from the form as it is before it is touched. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What reaches the node although its form does not show it. */
  readonly unshown?: Readonly<Record<string, unknown>>;
  readonly items: readonly INodeExecutionData[];
  readonly credentials: Readonly<Record<string, object>>;
  readonly httpRequest: HttpRequest;
  readonly onError?: 'stop' | 'continue';
  readonly asTool?: boolean;
  readonly signal?: AbortSignal;
  /** Names the loop of which this is a turn: the same node in the same execution. */
  readonly turnOf?: string;
  /** Files in n8n's binary store, by id. */
  readonly files?: Readonly<Record<string, Buffer>>;
  /** Ids of those that are still listed, and gone when they are opened. */
  readonly gone?: readonly string[];
}

export interface Ran {
  /** Of the first output. */
  readonly items: readonly INodeExecutionData[];
  readonly outputs: readonly (readonly INodeExecutionData[])[];
  readonly warnings: readonly string[];
  /** What n8n shows beside the result. */
  readonly hints: readonly string[];
  /** Ids of stored files, once for each time one was opened. */
  readonly opened: readonly string[];
  /** Names of parameters, once for each time n8n had to work out an expression. */
  readonly workedOut: readonly string[];
}

/** As helpers.httpRequest with the options the adapter sets. */
export const overFetch: HttpRequest = async ({ url, method, headers, body, abortSignal, disableFollowRedirect }) => {
  const response = await fetch(url, {
    method,
    headers: headers as Record<string, string>,
    body: body as BodyInit,
    redirect: disableFollowRedirect ? 'manual' : 'follow',
    signal: abortSignal as AbortSignal | undefined,
  });
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
};

const FIELD_OF_ITEM = /^=\{\{ \$json\.(\w+) \}\}$/;

const workOut = (parameter: unknown, { json }: INodeExecutionData, itemIndex: number): unknown => {
  if (typeof parameter === 'function') return (parameter as Expression)(json, itemIndex);
  const [, field] = typeof parameter === 'string' ? (FIELD_OF_ITEM.exec(parameter) ?? []) : [];
  return field === undefined ? parameter : json[field];
};

const isExpression = (parameter: unknown): boolean =>
  typeof parameter === 'function' || (typeof parameter === 'string' && parameter.startsWith('='));

type Written = Record<Exclude<keyof Ran, 'items' | 'outputs'>, string[]>;

const fakeHost = (given: Given, ran: Written): IExecuteFunctions => {
  const { node, parameters = {}, items, credentials, files = {} } = given;
  const { description } = node;
  const placed: INode = {
    id: given.turnOf ?? randomUUID(),
    name: description.displayName,
    type: `n8n-nodes-norsk-kommune.${description.name}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: { ...parameters } as INodeParameters,
  };
  const form = { ...description, name: given.asTool ? `${description.name}Tool` : description.name };
  const values: Record<string, unknown> = {
    ...NodeHelpers.getNodeParameters(form.properties, parameters as INodeParameters, true, false, placed, form),
  };
  for (const [name, parameter] of Object.entries(parameters))
    if (typeof parameter === 'function' && name in values) values[name] = parameter;
  Object.assign(values, given.unshown);
  const itemAt = (index: number): INodeExecutionData => items[index] ?? { json: {} };
  const fileOf = (id: string): Buffer => files[id]!;

  return {
    getInputData: () => items,
    getNode: () => placed,
    getNodeParameter: (name: string, index: number, fallback?: unknown, options?: IGetNodeParameterOptions) => {
      if (options?.rawExpressions) return values[name] ?? fallback;
      if (isExpression(values[name])) ran.workedOut.push(name);
      const parameter = workOut(values[name], itemAt(index), index) ?? fallback;
      if (parameter === undefined) throw new Error(`Could not get parameter ${name}`);
      return parameter;
    },
    getCredentials: async (name: string) => {
      const stored = credentials[name];
      if (!stored) throw new Error(`Node does not have any credentials set for "${name}"`);
      return stored;
    },
    getExecutionId: () => given.turnOf ?? randomUUID(),
    getExecutionCancelSignal: () => given.signal,
    continueOnFail: () => given.onError === 'continue',
    isToolExecution: () => given.asTool ?? false,
    logger: { warn: (sentence: string) => ran.warnings.push(sentence) },
    addExecutionHints: (...hints: NodeExecutionHint[]) => ran.hints.push(...hints.map(({ message }) => message)),
    helpers: {
      httpRequest: given.httpRequest,
      assertBinaryData: (index: number, field: string) => {
        const binary = itemAt(index).binary?.[field];
        if (!binary) throw new Error(`item ${index} of ${JSON.stringify(itemAt(index).json)} has no ${field}`);
        return binary;
      },
      getBinaryMetadata: async (id: string) => ({ fileSize: fileOf(id).byteLength }),
      getBinaryStream: async (id: string) => {
        ran.opened.push(id);
        if (given.gone?.includes(id)) throw new Error(`ENOENT: /home/node/.n8n/binaryData/${id}`);
        return Readable.from([fileOf(id)]);
      },
    },
  } as unknown as IExecuteFunctions;
};

/** Executes the node once, as n8n does when it has items for it. */
export const execute = async (given: Given): Promise<Ran> => {
  const ran: Written = { warnings: [], hints: [], opened: [], workedOut: [] };
  const outputs = (await given.node.execute!.call(fakeHost(given, ran))) as INodeExecutionData[][];
  return { items: outputs[0] ?? [], outputs, ...ran };
};

type Against = Omit<Given, 'credentials' | 'httpRequest'> & Partial<Pick<Given, 'credentials' | 'httpRequest'>>;

/** The same against a sandbox, with the credentials it printed. */
export const executeIn = (sandbox: UsedSandbox, given: Against): Promise<Ran> =>
  execute({ httpRequest: overFetch, credentials: sandbox.credentials(), ...given });

export const itemsOf = (...jsons: readonly IDataObject[]): INodeExecutionData[] => jsons.map((json) => ({ json }));
