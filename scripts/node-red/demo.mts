/**
 * The example flow in a Node-RED of its own.
 */
import { readFileSync } from 'node:fs';
import type { DemoHost } from '../demo/run.mts';
import type { FlowLine } from '../demo/report.mts';
import type { SandboxCredentials } from '../demo/ledger.mts';
import { inProject } from '../project.mts';
import { startNodeRed, type FlowNode, type NodeRedOptions } from './host.mts';

const exampleFile = (name: string): string => inProject('node-red', 'examples', `${name}.json`);

export const EXAMPLE = exampleFile('decision-letters');

const byType = (flow: readonly FlowNode[], type: string): FlowNode => {
  const node = flow.find((candidate) => candidate.type === type);
  if (!node) throw new Error(`The example flow has no ${type}.`);
  return node;
};

/** Where this script starts the flow. Not in the example itself: an open address that sends letters is nothing to copy. */
const DOOR = '/norsk-kommune/run';

const named = (flow: readonly FlowNode[], name: string): FlowNode => {
  const node = flow.find((candidate) => candidate.name === name);
  if (!node) throw new Error(`The example flow has no node "${name}".`);
  return node;
};

/**
 * A way in and out over HTTP, on this machine, for as long as the demonstration runs.
 * @param start name of the node that it starts
 * @param end name of the node whose message is the answer
 */
export const withDoor = (
  flow: readonly FlowNode[],
  start = 'persons.csv',
  end = 'Result without personal data',
): FlowNode[] => {
  const first = named(flow, start);
  const last = named(flow, end);
  const on = { z: first.z };
  return [
    ...flow.map((node) =>
      node === last ? { ...node, wires: [[...(node.wires as string[][]).flat(), 'demoasked']] } : node,
    ),
    {
      ...on,
      id: 'demoin',
      type: 'http in',
      name: 'Started by npm start',
      x: 160,
      y: 160,
      url: DOOR,
      method: 'post',
      wires: [[first.id]],
    },
    {
      ...on,
      id: 'demoasked',
      type: 'switch',
      property: 'res',
      propertyType: 'msg',
      rules: [{ t: 'nnull' }],
      outputs: 1,
      wires: [['demoout']],
      name: 'Started by npm start?',
      x: 1280,
      y: 420,
    },
    { ...on, id: 'demoout', type: 'http response', name: 'To npm start', wires: [], x: 1280, y: 480 },
  ];
};

interface Example {
  readonly flow: readonly FlowNode[];
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The flow as shipped, pointed at a sandbox, and what must be pasted into it. */
export const exampleFor = (
  sandboxUrl: string,
  { maskinporten, fiks }: SandboxCredentials,
  name = 'decision-letters',
): Example => {
  const shipped = JSON.parse(readFileSync(exampleFile(name), 'utf8')) as FlowNode[];
  const client = byType(shipped, 'norsk-kommune-maskinporten');
  const integration = byType(shipped, 'norsk-kommune-fiks');
  return {
    flow: shipped.map((node) => (node === client ? { ...node, sandboxUrl } : node)),
    secrets: {
      [client.id]: { privateKey: maskinporten.privateKey ?? '' },
      [integration.id]: {
        integrationPassword: fiks.integrationPassword ?? '',
        referenceSecret: fiks.referenceSecret ?? '',
      },
    },
  };
};

export const startNodeRedDemo = async (
  { url, credentials }: { url: string; credentials: SandboxCredentials },
  options?: NodeRedOptions,
): Promise<DemoHost> => {
  const nodeRed = await startNodeRed(options);
  try {
    const { flow, secrets } = exampleFor(url, credentials);
    await nodeRed.deploy(withDoor(flow), secrets);
  } catch (error) {
    await nodeRed.stop();
    throw error;
  }
  const runFlow = async (): Promise<FlowLine[]> => {
    const response = await fetch(nodeRed.url + DOOR, {
      method: 'POST',
      signal: AbortSignal.timeout(120_000),
    });
    if (!response.ok) throw new Error(`The flow answered ${response.status}.\n${nodeRed.log()}`);
    return (await response.json()) as FlowLine[];
  };
  return { name: 'node-red', url: nodeRed.url, runFlow, stop: nodeRed.stop };
};
