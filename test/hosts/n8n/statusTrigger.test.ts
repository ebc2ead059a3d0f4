/** A real n8n that is killed again and again while it follows letters: the next node hears of every change. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { moveTo, sendLetters } from '../../followedLetters';
import { Caller } from '../../sandbox/caller';
import { ActiveN8n, until } from './activeWorkflow';
import { node } from './ownWorkflow';

jest.setTimeout(300_000);

/** A page is of a hundred. */
const PAGE = 100;
const COUNT = 250;

interface Change {
  readonly letterId: string;
  readonly previousStatus: string | null;
  readonly status: string;
}

let caller: Caller;
let server: Server;
let n8n: ActiveN8n;
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

const untilWritten = (isSo: () => boolean): Promise<void> =>
  until(isSo, () => `It never came to it: ${written.length} changes are written.`);

beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
  server = await startWriter();
  n8n = await ActiveN8n.start(caller.credentials);
});
afterAll(async () => {
  await n8n.remove();
  server.close();
  await caller.close();
});

const switchOn = (parameters: object): Promise<void> =>
  n8n.switchOn({ type: 'svarUtTrigger', parameters }, [
    node('Write', 'httpRequest', 4.2, {
      method: 'POST',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      sendBody: true,
      specifyBody: 'json',
      jsonBody: '={{ JSON.stringify($json) }}',
      // One after the other, so that a kill can come between two of a page.
      options: { batching: { batch: { batchSize: 1, batchInterval: 5 } } },
    }),
  ]);

it('a status that is only remembered is remembered from the moment the workflow is switched on', async () => {
  const [id = ''] = await sendLetters(caller, 1);
  await switchOn({ letterIds: id, reportFirst: false });
  await n8n.kill();
  await moveTo(caller, 'AVVIST', id);
  await n8n.start();
  await untilWritten(() => written.length > 0);
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
        await n8n.kill();
        await moveTo(caller, status, ...ids);
        await n8n.start();
      }
      for (const count of KILLED_AT[status] ?? []) {
        await untilWritten(() => reached(status) >= count);
        await n8n.kill();
        await n8n.start();
      }
      await untilWritten(() => reached(status) === COUNT);
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
