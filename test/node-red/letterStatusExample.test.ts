/** The shipped flow that follows letters, in a real Node-RED that is killed. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleFor } from '../../scripts/node-red/demo.mts';
import { startNodeRed, type FlowNode, type NodeRed } from '../../scripts/node-red/host.mts';
import { inProject } from '../../scripts/project.mts';
import { moveTo, sendLetters } from '../followedLetters';
import { Caller } from '../sandbox/caller';
import { temporaryFolder } from './temporaryFolder';

jest.setTimeout(120_000);

const userDir = temporaryFolder();
const OUTPUT = path.join(userDir, 'changes.txt');

let caller: Caller;
let nodeRed: NodeRed | undefined;
beforeAll(async () => void (caller = await Caller.start({ speed: 0 })));
afterAll(async () => {
  await nodeRed?.stop();
  await caller.close();
});

const start = async (): Promise<NodeRed> =>
  (nodeRed = await startNodeRed({ userDir, settings: `nodesDir: [${JSON.stringify(inProject('node-red'))}]` }));

const kill = async (): Promise<void> => {
  process.kill(nodeRed!.pid, 'SIGKILL');
  await nodeRed?.stop();
};

/** The example, given a letter, and with a file instead of what it shows in the editor. */
const flowFor = (letterId: string, flow: readonly FlowNode[]): FlowNode[] =>
  flow.map((node) => {
    if (node.type === 'inject') return { ...node, payload: JSON.stringify([{ letterId }]) };
    if (node.type !== 'debug') return node;
    const { id, z, name, x, y } = node;
    const write = { filename: OUTPUT, filenameType: 'str', appendNewline: true, overwriteFile: 'false' };
    return { id, z, name, x, y, type: 'file', ...write, createDir: false, encoding: 'none', wires: [[]] };
  });

const changes = (): unknown[] =>
  existsSync(OUTPUT)
    ? readFileSync(OUTPUT, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .map(({ letterId, previousStatus, status }) => [letterId, previousStatus, status])
    : [];

const until = async (isSo: () => boolean): Promise<void> => {
  const limit = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > limit) throw new Error(`It never came to it:\n${nodeRed?.log()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test('a letter that was handed over is followed through kills, and every change is told', async () => {
  const [id = ''] = await sendLetters(caller, 1);
  mkdirSync(userDir, { recursive: true });
  const { flow, secrets } = exampleFor(caller.url, caller.credentials, 'letter-status');
  await (await start()).deploy(flowFor(id, flow), secrets);
  const pressed = await fetch(`${nodeRed!.url}/inject/nkstatusinject01`, { method: 'POST' });
  expect(pressed.status).toBe(200);
  const place = path.join(userDir, 'norsk-kommune', 'nkstatusfollow01.json');
  await until(() => existsSync(place) && readFileSync(place, 'utf8').includes(id));
  for (const state of ['SENDT_ALTINN', 'LEVERT_ALTINN', 'LEST']) {
    await kill();
    await moveTo(caller, state, id);
    await start();
    await until(() => JSON.stringify(changes()).includes(state));
  }
  // What was told last is stored at the look after it, and none came in between.
  expect(changes()).toEqual([
    [id, null, 'SENDT_ALTINN'],
    [id, null, 'LEVERT_ALTINN'],
    [id, null, 'LEST'],
  ]);
});
