/** A real n8n that is killed at random moments while it reads the register's events: the next node gets every event. */
import path from 'node:path';
import { expectAllWritten, EVENTS, KILLS, killMeanwhile, letHappen, WrittenEvents } from '../../followedEvents';
import { temporaryFolder } from '../../node-red/temporaryFolder';
import { Caller } from '../../sandbox/caller';
import { ActiveN8n } from './activeWorkflow';
import { node } from './ownWorkflow';

const folder = temporaryFolder();
const written = new WrittenEvents(path.join(folder, 'events.jsonl'));

let caller: Caller;
let n8n: ActiveN8n;
let happened: readonly number[];

beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
  happened = await letHappen(caller);
  n8n = await ActiveN8n.start(caller.credentials, { N8N_RESTRICT_FILE_ACCESS_TO: folder });
}, 120_000);
afterAll(async () => {
  await n8n.remove();
  await caller.close();
}, 30_000);

it(`${EVENTS} events come to the next node, and n8n is killed ${KILLS} times`, async () => {
  await n8n.switchOn(
    {
      type: 'folkeregisterTrigger',
      parameters: { start: 'number', fromNumber: happened[0] },
    },
    [
      // Each by itself, so that a kill can come between two of a page.
      node('Event', 'convertToFile', 1.1, { operation: 'toJson', mode: 'each', options: {} }),
      node('Write', 'readWriteFile', 1, { operation: 'write', fileName: written.file, options: { append: true } }),
    ],
  );
  await killMeanwhile(n8n, written);
  expectAllWritten(n8n, written, happened);
}, 300_000);
