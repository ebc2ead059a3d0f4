import { setTimeout as sleep } from 'node:timers/promises';
import { readLedger } from '../../scripts/demo/ledger.mts';
import { startNodeRed, type FlowNode, type NodeRed } from '../../scripts/node-red/host.mts';
import { startSandbox, type Sandbox } from '../../sandbox/src/index';
import { PERSON_CALLS, PERSON_LINES, PERSON_VERDICTS } from '../tenThousand';
import { CONFIGURED, configurationsFor } from './configurations';

const COUNT = PERSON_LINES.length;
const FAILED = PERSON_VERDICTS.filter((verdict) => verdict.startsWith('ERR_')).length;
const PLACE = { z: 'tab', x: 0, y: 0 };

/** Persons are posted to the one address; at the other are the texts the node's status has shown meanwhile. */
const FLOW: readonly FlowNode[] = [
  { id: 'tab', type: 'tab', label: 'test' },
  { ...PLACE, id: 'in', type: 'http in', url: '/persons', method: 'post', wires: [['persons']] },
  {
    ...PLACE,
    ...CONFIGURED,
    id: 'persons',
    type: 'norsk-kommune-folkeregister',
    operation: 'getPerson',
    list: 'payload',
    listType: 'msg',
    result: 'payload',
    mode: 'array',
    foedselsnummer: 'foedselsnummer',
    foedselsnummerType: 'item',
    wires: [['out']],
  },
  { ...PLACE, id: 'status', type: 'status', scope: ['persons'], wires: [['remember']] },
  {
    ...PLACE,
    id: 'remember',
    type: 'function',
    func: "flow.set('shown', [...(flow.get('shown') ?? []), msg.status.text]);",
    wires: [],
  },
  { ...PLACE, id: 'ask', type: 'http in', url: '/shown', method: 'get', wires: [['recall']] },
  { ...PLACE, id: 'recall', type: 'function', func: "msg.payload = flow.get('shown'); return msg;", wires: [['out']] },
  { ...PLACE, id: 'out', type: 'http response', wires: [] },
];

interface Answer {
  readonly line: number;
  readonly foedselsnummer: string;
  readonly error?: { readonly code: string };
}

let sandbox: Sandbox;
let nodeRed: NodeRed;
let answers: readonly Answer[];

beforeAll(async () => {
  sandbox = await startSandbox();
  nodeRed = await startNodeRed();
  const { nodes, secrets } = configurationsFor(sandbox.credentials);
  await nodeRed.deploy([...FLOW, ...nodes], secrets);
  const begun = performance.now();
  const response = await fetch(`${nodeRed.url}/persons`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PERSON_LINES),
  });
  answers = (await response.json()) as Answer[];
  process.stdout.write(`Node-RED, ${COUNT} persons as one list: ${Math.round(performance.now() - begun)} ms\n`);
}, 120_000);
afterAll(async () => {
  await nodeRed.stop();
  await sandbox.close();
}, 30_000);

const shown = async (): Promise<string[]> => (await (await fetch(`${nodeRed.url}/shown`)).json()) as string[];

describe(`${COUNT} persons in one list in a real Node-RED`, () => {
  test('are asked for in ten calls', async () => {
    const { requests } = await readLedger(sandbox.url);
    const calls = requests.filter(({ service }) => service === 'folkeregister');
    const one = expect.objectContaining({ operation: 'bulkoppslag', verdict: 'accepted', status: 200 }) as unknown;
    expect(calls).toEqual(Array.from({ length: PERSON_CALLS }, () => one));
  });

  test('come out in the order of the list, with errors in the places that are theirs', () => {
    expect(answers.map(({ line }) => line)).toEqual(PERSON_LINES.map(({ line }) => line));
    expect(answers.map(({ foedselsnummer, error }) => error?.code ?? foedselsnummer)).toEqual(PERSON_VERDICTS);
  });

  test('that failed keep the number they came with', () => {
    const failed = answers.filter(({ error }) => error);
    expect(failed.map(({ foedselsnummer }) => foedselsnummer)).toEqual(
      failed.map(({ line }) => PERSON_LINES[line - 1]!.foedselsnummer),
    );
  });

  test('are counted in the status as they are answered', async () => {
    // What a status has become reaches the flow a moment later.
    while (!(await shown()).at(-1)?.includes('✓')) await sleep(20);
    const [begun, ...texts] = await shown();
    const progress = texts.slice(0, -1).map((text) => text.split('/').map(Number));
    expect(begun).toBe('norsk-kommune-folkeregister.status.running');
    expect(progress.map(([, total]) => total)).toEqual(Array.from({ length: PERSON_CALLS }, () => COUNT));
    const done = progress.map(([count = 0]) => count);
    expect(done).toEqual([...new Set(done)].sort((one, other) => one - other));
    expect(done.at(-1)).toBe(COUNT);
    expect(texts.at(-1)).toBe(`${COUNT - FAILED} ✓  ${FAILED} ✗`);
  });
});
