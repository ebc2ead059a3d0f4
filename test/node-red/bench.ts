/**
 * One node of ours in a Node-RED inside the test's process, with nodes around it that write down what comes.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setImmediate as tick } from 'node:timers/promises';
import type { Node, NodeAPI } from 'node-red';
import helper from 'node-red-node-test-helper';
import fiks from '../../node-red/src/norsk-kommune-fiks';
import folkeregister from '../../node-red/src/norsk-kommune-folkeregister';
import kjoretoyregister from '../../node-red/src/norsk-kommune-kjoretoyregister';
import krr from '../../node-red/src/norsk-kommune-krr';
import maskinporten from '../../node-red/src/norsk-kommune-maskinporten';
import svarut from '../../node-red/src/norsk-kommune-svarut';
import { inProject } from '../../scripts/project.mts';
import type { Sandbox } from '../../sandbox/src/index';

export type Message = Record<string, any>;
export type Properties = Readonly<Record<string, unknown>>;

const core = (file: string): ((RED: NodeAPI) => void) => jest.requireActual(`@node-red/nodes/core/${file}`);

const NODES = [
  maskinporten,
  fiks,
  folkeregister,
  krr,
  kjoretoyregister,
  svarut,
  core('common/24-complete.js'),
  core('common/25-catch.js'),
  core('network/06-httpproxy.js'),
];

const EXAMPLE = JSON.parse(
  readFileSync(inProject('node-red', 'examples', 'decision-letters.json'), 'utf8'),
) as Message[];

/** A node that is in no example, without the fields of an operation. */
const UNTOUCHED = { list: 'payload', listType: 'msg', skip: 'error', result: 'payload', mode: 'array' };

/** The node as the example flow has it, so that a test names only what it is about. */
const nodeLike = (type: string): Message => {
  const {
    x: _x,
    y: _y,
    ...node
  } = EXAMPLE.find((candidate) => candidate.type === `norsk-kommune-${type}`) ?? {
    ...UNTOUCHED,
    type: `norsk-kommune-${type}`,
  };
  return node;
};

export interface Setup {
  /** Where the config node points; the sandbox when none is given. */
  readonly url?: string;
  readonly maskinporten?: Properties;
  readonly fiks?: Properties;
  readonly privateKey?: string;
  /** More credentials, by node. */
  readonly secrets?: Readonly<Record<string, object>>;
  /** More nodes of the flow. */
  readonly others?: readonly Message[];
  /** A flow need not have a Catch node. */
  readonly withoutCatch?: boolean;
}

/** Without a place on the canvas Node-RED takes a node for a configuration. */
const ON_CANVAS = { z: 'tab', x: 0, y: 0 };

const flowOf = (
  service: string,
  changes: Properties,
  { url, maskinporten, fiks, others = [], withoutCatch }: Setup,
): object[] => [
  { id: 'tab', type: 'tab', label: 'test' },
  {
    ...nodeLike(service),
    ...ON_CANVAS,
    id: 'node',
    maskinporten: 'client',
    ...(service === 'krr' ? {} : { fiks: 'integration' }),
    wires: [['out']],
    ...changes,
  },
  { ...ON_CANVAS, id: 'out', type: 'helper' },
  ...(withoutCatch ? [] : [{ ...ON_CANVAS, id: 'whenFailed', type: 'catch', scope: null, wires: [['caught']] }]),
  { ...ON_CANVAS, id: 'caught', type: 'helper' },
  { ...ON_CANVAS, id: 'whenDone', type: 'complete', scope: ['node'], wires: [['completed']] },
  { ...ON_CANVAS, id: 'completed', type: 'helper' },
  { ...nodeLike('maskinporten'), id: 'client', sandboxUrl: url, ...maskinporten },
  { ...nodeLike('fiks'), id: 'integration', ...fiks },
  ...others,
];

export interface Received {
  readonly messages: readonly Message[];
  readonly caught: readonly Message[];
  readonly completions: number;
  readonly statuses: readonly string[];
}

export interface Bench {
  readonly node: Node;
  /** Sends the node a message and waits until it is done with it, one way or the other. */
  readonly receive: (message: Message) => Promise<Received>;
  /** What has come so far. */
  readonly received: () => Received;
  /** Deploys the flow anew with the node changed, as pressing Deploy does. */
  readonly redeploy: (changes: Properties) => Promise<void>;
}

const collect = (id: string, arrived: EventEmitter): Message[] => {
  const seen: Message[] = [];
  helper.getNode(id).on('input', (message: Message) => {
    seen.push(message);
    arrived.emit(message._msgid as string);
  });
  return seen;
};

export const loadBench = async (
  sandbox: Sandbox,
  service: 'folkeregister' | 'krr' | 'kjoretoyregister' | 'svarut',
  changes: Properties = {},
  setup: Setup = {},
): Promise<Bench> => {
  const pointed = { url: sandbox.url, ...setup };
  const { privateKey } = { ...sandbox.credentials.maskinporten, ...setup };
  const { integrationPassword, referenceSecret } = sandbox.credentials.fiks;
  const secrets = { client: { privateKey }, integration: { integrationPassword, referenceSecret }, ...setup.secrets };
  await helper.load(NODES, flowOf(service, changes, pointed), secrets);

  const node = helper.getNode('node');
  const ended = new EventEmitter();
  const messages = collect('out', new EventEmitter());
  const caught = collect('caught', ended);
  const completed = collect('completed', ended);
  const { status } = node as unknown as { status: { args: [{ text?: string }][] } };
  const received = (): Received => ({
    messages: [...messages],
    caught: [...caught],
    completions: completed.length,
    statuses: status.args.map(([{ text = '' }]) => text),
  });
  const receive = async (message: Message): Promise<Received> => {
    const _msgid = (message._msgid as string | undefined) ?? randomUUID();
    const end = once(ended, _msgid);
    node.receive({ ...message, _msgid });
    await end;
    // Whatever comes too late or twice has come by then.
    for (let turn = 0; turn < 5; turn += 1) await tick();
    return received();
  };
  const redeploy = (more: Properties): Promise<void> =>
    helper.setFlows(flowOf(service, { ...changes, ...more }, pointed), 'nodes', secrets);
  return { node, receive, received, redeploy };
};

/** Call once in a file that uses the bench. */
export const useNodeRed = (): void => {
  beforeAll(async () => {
    helper.init(require.resolve('node-red'));
    await helper.startServer();
  });
  afterEach(() => helper.unload());
  afterAll(() => helper.stopServer());
};
