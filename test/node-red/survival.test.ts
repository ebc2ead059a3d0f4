import { credentialsFor } from '../../sandbox/src/admin/credentials';
import { startNodeRed, type FlowNode, type NodeRed } from '../../scripts/node-red/host.mts';

let nodeRed: NodeRed;

/** Nothing listens there, so every look-up fails as well. */
const { maskinporten } = credentialsFor('http://127.0.0.1:9');
const PLACE = { z: 'tab', x: 0, y: 0 };

/** Makes the message that cannot be sent over HTTP. */
const HOSTILE: Readonly<Record<string, string>> = {
  null: 'msg.payload = null;',
  'a list with holes': 'msg.payload = new Array(3);',
  'an object that holds itself': 'msg.payload = [{}]; msg.payload[0].self = msg.payload[0];',
  'an object without a prototype': 'msg.payload = Object.create(null);',
};

const UNCOPYABLE = `msg.payload = Object.defineProperty({}, 'foedselsnummer',
  { enumerable: true, get() { throw new Error('a getter threw'); } });`;

const entrance = (name: string, func: string): FlowNode[] => [
  { ...PLACE, id: `in ${name}`, type: 'http in', url: `/${name}`, method: 'get', wires: [[`make ${name}`]] },
  { ...PLACE, id: `make ${name}`, type: 'function', func: `${func}\nreturn msg;`, outputs: 1, wires: [['krr']] },
];

const FLOW: readonly FlowNode[] = [
  { id: 'tab', type: 'tab', label: 'test' },
  ...Object.values(HOSTILE).flatMap((func, at) => entrance(`hostile/${at}`, func)),
  ...entrance('uncopyable', UNCOPYABLE),
  {
    ...PLACE,
    id: 'krr',
    type: 'norsk-kommune-krr',
    maskinporten: 'client',
    operation: 'checkNotificationRules',
    list: 'payload',
    listType: 'msg',
    skip: 'held',
    result: 'payload',
    mode: 'array',
    foedselsnummer: 'foedselsnummer',
    foedselsnummerType: 'item',
    wires: [['answer']],
  },
  {
    id: 'client',
    type: 'norsk-kommune-maskinporten',
    environment: maskinporten.environment,
    sandboxUrl: maskinporten.sandboxUrl,
    clientId: maskinporten.clientId,
    keyId: maskinporten.keyId,
  },
  { ...PLACE, id: 'failed', type: 'catch', scope: null, wires: [['answer']] },
  { ...PLACE, id: 'answer', type: 'function', func: 'msg.payload = "ended"; return msg;', wires: [['sent']] },
  { ...PLACE, id: 'sent', type: 'http response', statusCode: '200', wires: [] },
  { ...PLACE, id: 'alive', type: 'http in', url: '/alive', method: 'get', wires: [['answer']] },
];

beforeAll(async () => {
  nodeRed = await startNodeRed();
  await nodeRed.deploy(FLOW, { client: { privateKey: maskinporten.privateKey } });
}, 60_000);
afterAll(() => nodeRed.stop());

// Node-RED listens to the process for what nobody handled, writes it down and ends.
const expectAlive = async (): Promise<void> => {
  const answer = await fetch(`${nodeRed.url}/alive`).catch(() => undefined);
  expect(nodeRed.log()).not.toContain('Uncaught');
  expect(await answer?.text()).toBe('ended');
};

test.each(Object.keys(HOSTILE).map((what, at) => [what, at] as const))('Node-RED survives %s', async (_what, at) => {
  const answer = await fetch(`${nodeRed.url}/hostile/${at}`);
  expect(await answer.text()).toBe('ended');
  await expectAlive();
});

// Such a message reaches no Catch node either, so its request gets no answer.
test('Node-RED survives a message that cannot be copied', async () => {
  await fetch(`${nodeRed.url}/uncopyable`, { signal: AbortSignal.timeout(500) }).catch(() => undefined);
  await expectAlive();
});
