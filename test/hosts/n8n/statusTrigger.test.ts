/** A real n8n that is killed again and again while it follows letters: the next node hears of every change. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/freePort.mts';
import { exampleCredentials } from '../../../scripts/n8n/demo.mts';
import { setUpOwner, type Call } from '../../../scripts/n8n/rest.mts';
import { startN8n, type N8n } from '../../../scripts/n8n/server.mts';
import { createUserFolder, type UserFolder } from '../../../scripts/n8n/userFolder.mts';
import { pack } from '../../../scripts/pack.mts';
import { moveTo, sendLetters } from '../../followedLetters';
import { Caller } from '../../sandbox/caller';
import { tablesOf } from './database';
import { node } from './ownWorkflow';
import { to } from './smallWorkflow';

jest.setTimeout(300_000);

/** A page is of a hundred. */
const PAGE = 100;
const COUNT = 250;

interface Change {
  readonly letterId: string;
  readonly previousStatus: string | null;
  readonly status: string;
}

let folder: UserFolder;
let port: number;
let caller: Caller;
let server: Server;
let n8n: N8n | undefined;
let call: Call;
const written: Change[] = [];

/** What stands behind the trigger in the workflow: it writes down what it gets. */
const startWriter = async (): Promise<Server> => {
  const writer = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      written.push(JSON.parse(body) as Change);
      response.end('{}');
    });
  });
  writer.listen(0, '127.0.0.1');
  await once(writer, 'listening');
  return writer;
};

const start = async (): Promise<void> => {
  n8n = await startN8n({ folder, port });
};

const until = async (isSo: () => boolean): Promise<void> => {
  const limit = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > limit) throw new Error(`It never came to it: ${written.length} changes are written.`);
    await sleep(10);
  }
};

/**
 * n8n switches workflows on a moment after it has said so, and one it was at when it was killed it leaves alone for minutes.
 */
const hasSwitchedOn = (): boolean => {
  const records = JSON.parse(tablesOf(folder).get('workflow_publication_outbox') ?? '[]') as { status: string }[];
  return records.length > 0 && records.every(({ status }) => status === 'completed');
};

const kill = async (): Promise<void> => {
  await until(hasSwitchedOn);
  process.kill(n8n!.pid, 'SIGKILL');
  await n8n?.stop();
  n8n = undefined;
};

beforeAll(async () => {
  folder = await createUserFolder((await pack('n8n')).path);
  port = await freePort();
  caller = await Caller.start({ speed: 0 });
  server = await startWriter();
  await start();
  call = await setUpOwner(n8n!.url);
});
afterAll(async () => {
  await n8n?.stop();
  server.close();
  await caller.close();
  await folder.remove();
});

interface Saved {
  readonly data: { readonly id: string; readonly versionId: string };
}

const workflowOf = (parameters: object, credentials: object): object => ({
  name: 'Follow letters',
  nodes: [
    {
      id: 'c0ffee00-0000-4000-8000-000000000001',
      name: 'Follow',
      type: 'n8n-nodes-norsk-kommune.svarUtTrigger',
      typeVersion: 1,
      position: [0, 0],
      parameters,
      credentials,
    },
    node('Write', 'httpRequest', 4.2, {
      method: 'POST',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      sendBody: true,
      specifyBody: 'json',
      jsonBody: '={{ JSON.stringify($json) }}',
      // One after the other, so that a kill can come between two of a page.
      options: { batching: { batch: { batchSize: 1, batchInterval: 5 } } },
    }),
  ],
  connections: { Follow: to('Write') },
  settings: { executionOrder: 'v1' },
});

/** Saves the workflow and switches it on. */
const switchOn = async (parameters: object): Promise<void> => {
  const credentials: Record<string, object> = {};
  for (const { name, type, data } of exampleCredentials(caller.credentials))
    credentials[type] = { id: (await call<Saved>('POST', '/rest/credentials', { name, type, data })).data.id, name };
  const { data } = await call<Saved>('POST', '/rest/workflows', workflowOf(parameters, credentials));
  await call('POST', `/rest/workflows/${data.id}/activate`, { versionId: data.versionId });
};

it('a status that is only remembered is remembered from the moment the workflow is switched on', async () => {
  const [id = ''] = await sendLetters(caller, 1);
  await switchOn({ letterIds: id, reportFirst: false });
  await kill();
  await moveTo(caller, 'AVVIST', id);
  await start();
  await until(() => written.length > 0);
  expect(written).toEqual([expect.objectContaining({ letterId: id, previousStatus: 'MOTTATT', status: 'AVVIST' })]);
});

describe(`${COUNT} letters, and an n8n that is killed again and again`, () => {
  const STATES = ['MOTTATT', 'LEVERT_ALTINN', 'LEST'];
  /** How much of a state is written when n8n is killed: at the start, in the middle of a page, when all is quiet. */
  const KILLED_AT: Readonly<Record<string, readonly number[]>> = {
    MOTTATT: [1, 150],
    LEVERT_ALTINN: [PAGE + 1, 240],
    LEST: [30],
  };
  let ids: readonly string[];
  const changes = (): Change[] => written.filter(({ letterId }) => ids.includes(letterId));
  const reached = (status: string): number =>
    new Set(
      changes()
        .filter((change) => change.status === status)
        .map(({ letterId }) => letterId),
    ).size;

  beforeAll(async () => {
    ids = await sendLetters(caller, COUNT);
    await switchOn({ letterIds: ids.join('\n') });
    for (const status of STATES) {
      if (status !== STATES[0]) {
        // A look comes with the start, and the next one only minutes later.
        await kill();
        await moveTo(caller, status, ...ids);
        await start();
      }
      for (const count of KILLED_AT[status] ?? []) {
        await until(() => reached(status) >= count);
        await kill();
        await start();
      }
      await until(() => reached(status) === COUNT);
    }
  });

  it('bring every change to the next node', () => {
    for (const status of STATES) expect([status, reached(status)]).toEqual([status, COUNT]);
  });

  it('bring no change twice but those of two pages for each kill', () => {
    const kills = Object.values(KILLED_AT).flat().length + STATES.length - 1;
    const distinct = new Set(changes().map(({ letterId, status }) => `${letterId} ${status}`));
    process.stdout.write(
      `n8n, ${kills} kills: ${changes().length} changes written, ${distinct.size} of them different\n`,
    );
    expect(distinct.size).toBe(STATES.length * COUNT);
    expect(changes().length - distinct.size).toBeLessThanOrEqual(2 * PAGE * kills);
  });

  it('tell what each was before, as far as it was stored', () => {
    for (const { status, previousStatus } of changes())
      expect(STATES.indexOf(previousStatus ?? '')).toBeLessThan(STATES.indexOf(status));
  });
});
