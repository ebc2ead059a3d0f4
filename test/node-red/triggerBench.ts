/**
 * The status trigger in a Node-RED inside the test's process, with nodes around it that write down what comes. The pauses
 * between its looks end when the test says so.
 */
import { randomUUID } from 'node:crypto';
import type { Node, NodeAPI } from 'node-red';
import helper from 'node-red-node-test-helper';
import fiks from '../../node-red/src/norsk-kommune-fiks';
import maskinporten from '../../node-red/src/norsk-kommune-maskinporten';
import { registerTrigger } from '../../node-red/src/triggerNode';
import type { SandboxCredentials } from '../../sandbox/src/index';

export type Message = Record<string, any>;

interface Pause {
  readonly ms: number;
  readonly end: () => void;
}

export const pauses: Pause[] = [];

/** Anything shorter is a wait before a request is repeated. */
const BETWEEN_LOOKS_MS = 5_000;

jest.mock<typeof import('node:timers/promises')>('node:timers/promises', () => {
  const actual = jest.requireActual<typeof import('node:timers/promises')>('node:timers/promises');
  const pause = (ms: number, signal?: AbortSignal): Promise<any> =>
    new Promise<void>((resolve, reject) => {
      pauses.push({ ms, end: resolve });
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  return {
    ...actual,
    setTimeout: (ms = 0, value?: any, options: { signal?: AbortSignal } = {}) =>
      ms < BETWEEN_LOOKS_MS ? actual.setTimeout(ms, value, options) : pause(ms, options.signal),
  };
});

const core = (file: string): ((RED: NodeAPI) => void) => jest.requireActual(`@node-red/nodes/core/${file}`);

const NODES = [
  maskinporten,
  fiks,
  (RED: NodeAPI) => registerTrigger(RED, 'svarut'),
  (RED: NodeAPI) => registerTrigger(RED, 'folkeregister'),
  core('common/24-complete.js'),
  core('common/25-catch.js'),
];

const FORM = {
  list: 'payload',
  listType: 'msg',
  skip: 'error',
  result: 'payload',
  mode: 'messages',
  letterId: 'letterId',
  letterIdType: 'item',
  reportFirst: 'true',
  reportFirstType: 'bool',
  kontoId: '',
  kontoIdType: 'choice',
  minutesBetween: '10',
  minutesBetweenType: 'num',
  consumerOrg: '',
  consumerOrgType: 'str',
};

const ON_CANVAS = { z: 'tab', x: 0, y: 0 };

export interface Changes {
  /** Of the node. */
  readonly node?: object;
  /** Of the flow it is in. */
  readonly tab?: object;
  readonly maskinporten?: object;
}

const flowOf = (credentials: SandboxCredentials, { node, tab, maskinporten: client }: Changes): object[] => {
  const { privateKey: _privateKey, ...ofClient } = credentials.maskinporten;
  const { integrationPassword: _password, referenceSecret: _secret, ...ofIntegration } = credentials.fiks;
  const placed = { ...ON_CANVAS, id: 'node', type: 'norsk-kommune-svarut-status', wires: [['out']] };
  return [
    { id: 'tab', type: 'tab', label: 'test', ...tab },
    ...(node === undefined ? [] : [{ ...placed, maskinporten: 'client', fiks: 'integration', ...FORM, ...node }]),
    { ...ON_CANVAS, id: 'out', type: 'helper' },
    { ...ON_CANVAS, id: 'whenFailed', type: 'catch', scope: null, wires: [['caught']] },
    { ...ON_CANVAS, id: 'caught', type: 'helper' },
    { ...ON_CANVAS, id: 'whenDone', type: 'complete', scope: ['node'], wires: [['completed']] },
    { ...ON_CANVAS, id: 'completed', type: 'helper' },
    { id: 'client', type: 'norsk-kommune-maskinporten', ...ofClient, ...client },
    { id: 'integration', type: 'norsk-kommune-fiks', ...ofIntegration },
  ];
};

export const until = async (what: string, isSo: () => boolean): Promise<void> => {
  const limit = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > limit) throw new Error(`it never ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

export interface TriggerBench {
  readonly node: Node;
  readonly messages: readonly Message[];
  readonly caught: readonly Message[];
  /** The newest. */
  readonly status: () => Message | undefined;
  /** Hands the node a message, and waits until it is done with it, one way or the other. */
  readonly receive: (message: Message) => Promise<void>;
  /** Ends the pause it is in, and waits until it is in the next. */
  readonly nextLook: () => Promise<void>;
  /** As pressing Deploy does; a flow without the node where its changes are undefined. */
  readonly deploy: (changes: Changes) => Promise<void>;
}

export const loadTrigger = async (
  credentials: SandboxCredentials,
  changes: Changes = { node: {} },
): Promise<TriggerBench> => {
  const secrets = {
    client: { privateKey: credentials.maskinporten.privateKey },
    integration: { integrationPassword: credentials.fiks.integrationPassword },
  };
  pauses.length = 0;
  await helper.load(NODES, flowOf(credentials, changes), secrets);
  const node = helper.getNode('node');
  const collect = (id: string): Message[] => {
    const seen: Message[] = [];
    helper.getNode(id).on('input', (message: Message) => void seen.push(message));
    return seen;
  };
  const [messages, caught, completed] = ['out', 'caught', 'completed'].map(collect) as [
    Message[],
    Message[],
    Message[],
  ];
  const { status } = node as unknown as { status: { args: [Message][] } };
  return {
    node,
    messages,
    caught,
    status: () => status.args.at(-1)?.[0],
    receive: async (message) => {
      const _msgid = randomUUID();
      node.receive({ ...message, _msgid });
      await until('was done', () => [...caught, ...completed].some((one) => one._msgid === _msgid));
    },
    nextLook: async () => {
      pauses.pop()?.end();
      await until('looked', () => pauses.length > 0);
    },
    deploy: (more) => helper.setFlows(flowOf(credentials, more), 'nodes', secrets),
  };
};

/** Resolves when the first look has ended. */
export const startTrigger = async (credentials: SandboxCredentials, changes?: Changes): Promise<TriggerBench> => {
  const bench = await loadTrigger(credentials, changes);
  await until('looked or failed', () => pauses.length > 0 || bench.caught.length > 0);
  return bench;
};
