// First, before anything else has taken hold of the timers.
import { loadTrigger, pauses, startTrigger, until, type Changes, type TriggerBench } from './triggerBench';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import helper from 'node-red-node-test-helper';
import { moveTo, searchesOf, sendLetters } from '../followedLetters';
import { Caller } from '../sandbox/caller';
import { useNodeRed } from './bench';
import { startSilentServer } from './silentServer';
import { temporaryFolder } from './temporaryFolder';

useNodeRed();
const userDir = temporaryFolder();
const FILE = path.join(userDir, 'norsk-kommune', 'node.json');

let caller: Caller;
beforeAll(async () => void (caller = await Caller.start({ speed: 0 })));
afterAll(() => caller.close());
beforeEach(async () => {
  await caller.call('/admin/reset', { method: 'POST' });
  rmSync(userDir, { recursive: true, force: true });
  mkdirSync(userDir);
  helper.settings({ userDir });
});

const start = (changes?: Changes): Promise<TriggerBench> => startTrigger(caller.credentials, changes);
const added = (...ids: readonly string[]) => ({ payload: ids.map((letterId) => ({ letterId })) });
const changesIn = ({ messages }: TriggerBench) =>
  messages.map(({ payload: { letterId, previousStatus, status } }) => [letterId, previousStatus, status]);
const stored = () => JSON.parse(readFileSync(FILE, 'utf8'));

describe('letters that messages name', () => {
  test('are followed: a message for each change', async () => {
    const [first, second] = (await sendLetters(caller, 2)) as [string, string];
    const flow = await start();
    await flow.receive(added(first, second));
    await flow.nextLook();
    expect(changesIn(flow).sort()).toEqual(
      [
        [first, null, 'MOTTATT'],
        [second, null, 'MOTTATT'],
      ].sort(),
    );
    await moveTo(caller, 'LEVERT_SDP', first);
    await flow.nextLook();
    expect(flow.messages.at(-1)?.payload).toEqual({
      letterId: first,
      eksternReferanse: null,
      previousStatus: 'MOTTATT',
      status: 'LEVERT_SDP',
      changedAt: expect.any(String),
      statusClass: 'delivered',
      final: true,
      channel: 'digital',
      lastStatus: null,
      lastStatusClass: null,
    });
    expect(flow.messages).toHaveLength(3);
  });

  test('can be one, as the message itself', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start({ node: { letterId: '', list: 'letterId' } });
    await flow.receive({ letterId: id });
    await flow.nextLook();
    expect(changesIn(flow)).toEqual([[id, null, 'MOTTATT']]);
  });

  test('are sent on as one list where the node says so, and to the property it says', async () => {
    const ids = await sendLetters(caller, 2);
    const flow = await start({ node: { mode: 'array', result: 'letters.changed' } });
    await flow.receive(added(...ids));
    await flow.nextLook();
    expect(flow.messages).toEqual([
      expect.objectContaining({ letters: { changed: [expect.anything(), expect.anything()] } }),
    ]);
  });

  test('are followed also where others name nothing that could be followed, and that is caught', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive({ payload: [{ letterId: 'sak-1' }, {}, { letterId: id }] });
    expect(flow.caught).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ code: 'ERR_INVALID_IDENTIFIER' }) }),
    ]);
    await flow.nextLook();
    expect(changesIn(flow)).toEqual([[id, null, 'MOTTATT']]);
  });

  test('are left out where the item has failed before', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive({ payload: [{ error: { code: 'ERR_REFUSED' } }, { letterId: id }] });
    expect(flow.caught).toEqual([]);
    expect(Object.keys(stored().letters)).toEqual([id]);
  });

  test('are asked about a hundred at a time, with time for the flow in between', async () => {
    const ids = await sendLetters(caller, 101);
    const flow = await start();
    await flow.receive(added(...ids));
    await flow.nextLook();
    expect([flow.messages.length, pauses.at(-1)?.ms]).toEqual([100, 10_000]);
    await flow.nextLook();
    expect([flow.messages.length, pauses.at(-1)?.ms]).toEqual([101, 600_000]);
  });

  test('cost nothing while there are none', async () => {
    const flow = await start();
    await flow.nextLook();
    expect(await searchesOf(caller)).toBe(0);
  });
});

describe('the status', () => {
  test('tells how many are followed, and when they were last looked at', async () => {
    const [first, second] = (await sendLetters(caller, 2)) as [string, string];
    const flow = await start();
    await flow.receive(added(first, second));
    expect(flow.status()).toEqual({ fill: 'green', shape: 'dot', text: expect.stringMatching(/^2 ⟳ \d\d:\d\d$/) });
    await moveTo(caller, 'PRINTET', first);
    await flow.nextLook();
    expect(flow.status()?.text).toMatch(/^1 ⟳/);
  });

  test('tells what passes by itself, and nobody else hears of it', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive(added(id));
    await caller.postJson('/admin/faults', {
      service: 'svarut',
      operation: 'status',
      kind: 'status',
      status: 503,
      times: 9,
    });
    await flow.nextLook();
    expect(flow.status()).toEqual({
      fill: 'yellow',
      shape: 'ring',
      text: expect.stringMatching(/^ERR_SERVICE_FAILURE ⟳ \d\d:\d\d$/),
    });
    expect(flow.caught).toEqual([]);
  });

  test('tells what must be mended, and Catch nodes hear of it once', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive(added(id));
    await caller.postJson('/admin/faults', {
      service: 'svarut',
      operation: 'status',
      kind: 'status',
      status: 403,
      times: 2,
    });
    await flow.nextLook();
    await flow.nextLook();
    expect(flow.status()).toMatchObject({ fill: 'red', shape: 'ring', text: expect.stringMatching(/^ERR_FORBIDDEN/) });
    expect(flow.caught).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ code: 'ERR_FORBIDDEN' }) }),
    ]);
    await flow.nextLook();
    expect(changesIn(flow)).toEqual([[id, null, 'MOTTATT']]);
  });
});

describe('the file with what is remembered', () => {
  test('holds letter ids and states, and is for nobody else to read', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive({ payload: [{ letterId: id, foedselsnummer: '12848539668', name: 'RASK FYRLYKT' }] });
    await flow.nextLook();
    await flow.nextLook();
    expect(stored()).toEqual({ letters: { [id]: { status: 'MOTTATT' } } });
    expect(statSync(FILE).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(FILE))).toEqual(['node.json']);
  });

  test('has a letter as soon as the node is done with the message that named it', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive(added(id));
    expect(stored()).toEqual({ letters: { [id]: {} } });
  });

  test('lets a restart go on where it was', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive(added(id));
    await flow.nextLook();
    await flow.nextLook();
    await helper.unload();
    await moveTo(caller, 'LEST', id);
    const again = await start();
    expect(changesIn(again)).toEqual([[id, 'MOTTATT', 'LEST']]);
  });

  test('brings what was sent last again after a restart, since nobody knows whether the flow had worked on it', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive(added(id));
    await flow.nextLook();
    await helper.unload();
    expect(changesIn(await start())).toEqual([[id, null, 'MOTTATT']]);
  });

  test('is tried again, and nothing else is done, where it cannot be written', async () => {
    const [id = ''] = await sendLetters(caller, 1);
    const inTheWay = `${FILE}.new`;
    mkdirSync(inTheWay, { recursive: true });
    const flow = await start();
    await flow.receive(added(id));
    expect(flow.caught.map(({ error }) => error.code)).toEqual(['ERR_PLACE_NOT_KEPT', 'ERR_PLACE_NOT_KEPT']);
    await flow.nextLook();
    expect(await searchesOf(caller)).toBe(0);
    rmSync(inTheWay, { recursive: true });
    await flow.nextLook();
    expect(changesIn(flow)).toEqual([[id, null, 'MOTTATT']]);
  });

  test('that cannot be read stays as it is, and a person hears of it', async () => {
    mkdirSync(path.dirname(FILE));
    writeFileSync(FILE, '{"letters":');
    const flow = await start();
    expect(flow.caught).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ code: 'ERR_PLACE_NOT_KEPT' }) }),
    ]);
    expect(flow.status()).toMatchObject({ fill: 'red', text: 'ERR_PLACE_NOT_KEPT' });
    await flow.receive(added('6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2'));
    expect(flow.caught).toHaveLength(2);
    expect(readFileSync(FILE, 'utf8')).toBe('{"letters":');
  });
});

describe('a deploy', () => {
  const followed = async (): Promise<{ flow: TriggerBench; id: string }> => {
    const [id = ''] = await sendLetters(caller, 1);
    const flow = await start();
    await flow.receive(added(id));
    await flow.nextLook();
    return { flow, id };
  };

  test('with a changed node goes on where it was', async () => {
    const { flow, id } = await followed();
    await flow.nextLook();
    await flow.deploy({ node: { name: 'changed' } });
    expect(Object.keys(stored().letters)).toEqual([id]);
  });

  test.each([
    ['the node switched off', { node: { d: true } }],
    ['its flow switched off', { node: {}, tab: { disabled: true } }],
  ])('with %s keeps what is remembered', async (_name, changes) => {
    const { flow } = await followed();
    await flow.deploy(changes);
    await until('was closed', () => flow.status()?.text === undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(existsSync(FILE)).toBe(true);
  });

  test('without the node forgets it', async () => {
    const { flow } = await followed();
    await flow.deploy({});
    await until('was removed', () => !existsSync(FILE));
  });

  test('does not wait for SvarUt', async () => {
    mkdirSync(path.dirname(FILE));
    writeFileSync(FILE, JSON.stringify({ letters: { '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2': {} } }));
    const server = await startSilentServer(['tokens']);
    try {
      const flow = await loadTrigger(caller.credentials, { node: {}, maskinporten: { sandboxUrl: server.url } });
      await server.asked;
      await flow.node.close(false);
      await server.leftAlone;
    } finally {
      await server.close();
    }
  });
});

describe('a node that is not set up', () => {
  test('tells so once, in words', async () => {
    const flow = await start({ node: { maskinporten: '' } });
    expect(flow.caught).toEqual([
      expect.objectContaining({
        error: expect.objectContaining({
          code: 'ERR_CREDENTIAL_INCOMPLETE',
          message: expect.stringContaining('The node has no Maskinporten configuration.'),
        }),
      }),
    ]);
    expect(flow.status()).toEqual({ fill: 'red', shape: 'ring', text: 'ERR_CREDENTIAL_INCOMPLETE' });
  });

  test('does not lose a message in silence', async () => {
    const flow = await start({ node: { minutesBetween: '0' } });
    await flow.receive(added('6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2'));
    expect(flow.caught.map(({ error }) => error.code)).toEqual(['ERR_INVALID_INPUT', 'ERR_INVALID_INPUT']);
  });
});
