/** A real Node-RED that is killed at random moments while it reads the register's events: the next node gets every event. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startNodeRed, type FlowNode, type NodeRed } from '../../scripts/node-red/host.mts';
import { pack, unpack } from '../../scripts/pack.mts';
import {
  EVENTS,
  expectAllWritten,
  KILLS,
  killMeanwhile,
  letHappen,
  WrittenEvents,
  type Killable,
} from '../followedEvents';
import { Caller } from '../sandbox/caller';
import { CONFIGURED, configurationsFor } from './configurations';
import { temporaryFolder } from './temporaryFolder';

/** How long the flow is given for a page. Ten seconds for each would make this a matter of many minutes. */
const SETTLE_MS = 2000;

const userDir = temporaryFolder();
const written = new WrittenEvents(path.join(userDir, 'events.jsonl'));
const PLACE = { z: 'tab', x: 0, y: 0 };

const flowFrom = (first: number): readonly FlowNode[] => [
  { id: 'tab', type: 'tab', label: 'test' },
  {
    ...PLACE,
    ...CONFIGURED,
    id: 'events',
    type: 'norsk-kommune-folkeregister-events',
    result: 'payload',
    mode: 'messages',
    start: 'number',
    startType: 'choice',
    fromNumber: String(first),
    fromNumberType: 'num',
    wires: [['write']],
  },
  {
    ...PLACE,
    id: 'write',
    type: 'file',
    filename: written.file,
    filenameType: 'str',
    appendNewline: true,
    overwriteFile: 'false',
    wires: [[]],
  },
];

/** The package as it is published, but for the pause. */
const install = async (): Promise<void> => {
  const folder = path.join(userDir, 'node_modules', 'node-red-contrib-norsk-kommune');
  await unpack((await pack('node-red')).path, folder);
  writeFileSync(
    path.join(folder, 'dist', 'norsk-kommune-folkeregister-events.js'),
    `module.exports = (RED) => require('./runtime').registerTrigger(RED, 'folkeregister', ${SETTLE_MS});`,
  );
};

let caller: Caller;
let happened: readonly number[];
let nodeRed: NodeRed;

const host: Killable = {
  name: 'Node-RED',
  kill: async () => {
    process.kill(nodeRed.pid, 'SIGKILL');
    await nodeRed.stop();
  },
  start: async () => {
    nodeRed = await startNodeRed({ userDir });
  },
};

beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
  happened = await letHappen(caller);
  await install();
  await host.start();
}, 120_000);
afterAll(async () => {
  await nodeRed.stop();
  await caller.close();
}, 30_000);

test(`${EVENTS} events come to the next node, and Node-RED is killed ${KILLS} times`, async () => {
  const { nodes, secrets } = configurationsFor(caller.credentials);
  await nodeRed.deploy([...flowFrom(happened[0]!), ...nodes], secrets);
  await killMeanwhile(host, written);
  expectAllWritten(host, written, happened);
}, 300_000);
