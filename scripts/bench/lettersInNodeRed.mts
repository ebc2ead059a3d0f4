/**
 * Letters with a file on disk, in a real Node-RED.
 */
import type { SandboxCredentials } from '../demo/ledger.mts';
import { exampleFor } from '../node-red/demo.mts';
import { startNodeRed, type FlowNode } from '../node-red/host.mts';
import { LETTER, type LetterHost } from './letterHost.mts';

const DOOR = '/norsk-kommune/bench';

/** Fields that are filled from the item, each from the property of its own name. */
const fromItem = (...names: readonly string[]): object =>
  Object.fromEntries(
    names.flatMap((name) => [
      [name, name],
      [`${name}Type`, 'item'],
    ]),
  );

/** A request comes in, its letter goes out, and the request is answered. */
const flowAround = (credentials: readonly FlowNode[]): FlowNode[] => {
  const [client, integration] = credentials;
  return [
    ...credentials,
    { id: 'bench', type: 'tab', label: 'Bench' },
    { id: 'in', z: 'bench', type: 'http in', url: DOOR, method: 'post', x: 0, y: 0, wires: [['svarut']] },
    {
      id: 'svarut',
      z: 'bench',
      type: 'norsk-kommune-svarut',
      x: 200,
      y: 0,
      maskinporten: client?.id,
      fiks: integration?.id,
      operation: 'sendToPerson',
      list: 'payload',
      listType: 'msg',
      result: 'payload',
      mode: 'array',
      ...fromItem(...Object.keys(LETTER), 'documents', 'eksternReferanse', 'kunDigitalLevering', 'kryptert'),
      wires: [['out']],
    },
    { id: 'out', z: 'bench', type: 'http response', x: 400, y: 0, wires: [] },
  ];
};

export const startLettersInNodeRed = async (url: string, credentials: SandboxCredentials): Promise<LetterHost> => {
  const { flow, secrets } = exampleFor(url, credentials);
  const configuration = flow.filter(({ id }) => secrets[id] !== undefined);
  const nodeRed = await startNodeRed();
  try {
    await nodeRed.deploy(flowAround(configuration), secrets);
  } catch (error) {
    await nodeRed.stop();
    throw error;
  }
  return {
    pid: nodeRed.pid,
    send: async ({ file, encrypted, eksternReferanse }) => {
      const response = await fetch(nodeRed.url + DOOR, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...LETTER,
          documents: [{ path: file }],
          eksternReferanse,
          kunDigitalLevering: true,
          kryptert: encrypted,
        }),
      });
      if (!response.ok) throw new Error(`The flow answered ${response.status}.\n${nodeRed.log()}`);
    },
    stop: nodeRed.stop,
  };
};
