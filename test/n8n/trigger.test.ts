import type { INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { SvarUtTrigger } from '../../nodes/SvarUt/SvarUtTrigger.node';
import { SERVICES } from '../../src/core';
import { credentialsFor } from '../../sandbox/src/admin/credentials';
import type { HttpRequest } from './fakeHost';
import { emptyDatabase, switchOn, type Database, type Given, type Running } from './fakeTriggerHost';

const pauses: { readonly ms: number; readonly end: () => void }[] = [];

jest.mock<typeof import('n8n-workflow')>('n8n-workflow', () => ({
  ...jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow'),
  sleep: (ms: number) => new Promise<void>((resolve) => void pauses.push({ ms, end: resolve })),
}));

const idOf = (at: number): string => `6f1d2c3b-4a59-4867-9586-${String(at).padStart(12, '0')}`;
const [A, B] = [idOf(1), idOf(2)] as const;

/** SvarUt's letters, by id. */
const letters = new Map<string, string>();
let refuseWith: number | undefined;
let asked: string[][] = [];

const reply = (statusCode: number, json: unknown) => ({
  statusCode,
  headers: {},
  body: Buffer.from(JSON.stringify(json)),
});

const svarut: HttpRequest = async ({ url, body }) => {
  if (url.endsWith('/token')) return reply(200, { access_token: 'token', token_type: 'Bearer', expires_in: 600 });
  const { id: ids = [] } = JSON.parse(String(body)) as { id?: string[] };
  asked.push(ids);
  if (refuseWith !== undefined) return reply(refuseWith, {});
  const statuser = ids.flatMap((id) => (letters.has(id) ? [{ id, status: letters.get(id) }] : []));
  return reply(200, { statuser });
};

const { maskinporten, fiks } = credentialsFor('http://127.0.0.1:1');
const CREDENTIALS = { maskinportenApi: maskinporten, fiksIntegrationApi: fiks };
const running: Running[] = [];

const start = async (letterIds: unknown, changes: Partial<Given> = {}): Promise<Running> => {
  const { parameters, ...rest } = changes;
  const one = await switchOn({
    node: new SvarUtTrigger(),
    credentials: CREDENTIALS,
    httpRequest: svarut,
    parameters: { letterIds, ...parameters },
    ...rest,
  });
  running.push(one);
  return one;
};

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Ends the pause that is on, and waits until the next. */
const nextLook = async (): Promise<void> => {
  await turns();
  pauses.pop()?.end();
  await turns();
};

const changesIn = ({ executions }: Running) =>
  executions.map(({ items }) =>
    items.map(({ letterId, previousStatus, status }) => [letterId, previousStatus, status]),
  );

beforeEach(() => {
  letters.clear();
  pauses.length = 0;
  asked = [];
  refuseWith = undefined;
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.switchOff();
});

describe('SvarUt Trigger, switched on', () => {
  it('starts an execution with what has changed, and no other before that one has ended', async () => {
    letters.set(A, 'MOTTATT').set(B, 'AVVIST');
    const workflow = await start(`${A},\n${B}`);
    await turns();
    expect(changesIn(workflow)).toEqual([
      [
        [A, null, 'MOTTATT'],
        [B, null, 'AVVIST'],
      ],
    ]);
    letters.set(A, 'LEST');
    await nextLook();
    expect(workflow.executions).toHaveLength(1);
    workflow.executions[0]!.end();
    await nextLook();
    expect(changesIn(workflow)[1]).toEqual([[A, 'MOTTATT', 'LEST']]);
  });

  it('takes a list that an expression gives', async () => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(() => [A]);
    await turns();
    expect(changesIn(workflow)).toEqual([[[A, null, 'MOTTATT']]]);
  });

  it('looks as often as the form says', async () => {
    letters.set(A, 'LEST');
    const workflow = await start(A, { parameters: { minutesBetween: 3 } });
    await turns();
    workflow.executions[0]!.end();
    await turns();
    expect(pauses.map(({ ms }) => ms)).toEqual([180_000]);
  });

  it('goes on to the next page at once', async () => {
    const ids = Array.from({ length: 101 }, (_, at) => idOf(at + 1));
    for (const id of ids) letters.set(id, 'MOTTATT');
    const workflow = await start(ids.join('\n'));
    await turns();
    workflow.executions[0]!.end();
    await turns();
    expect(pauses.map(({ ms }) => ms)).toEqual([0]);
    await nextLook();
    expect(workflow.executions.map(({ items }) => items.length)).toEqual([100, 1]);
  });

  it('goes on when the execution has failed, for n8n keeps that one', async () => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(A);
    await turns();
    workflow.executions[0]!.end('error');
    letters.set(A, 'LEST');
    await turns();
    await nextLook();
    expect(changesIn(workflow)).toEqual([[[A, null, 'MOTTATT']], [[A, 'MOTTATT', 'LEST']]]);
  });

  it.each(['manual', 'timeout'])('goes on when the execution was ended (%s)', async (reason) => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(A);
    await turns();
    workflow.executions[0]!.fail(Object.assign(new Error('cancelled'), { reason }));
    await turns();
    await nextLook();
    expect(workflow.executions).toHaveLength(1);
  });

  it.each([
    ['could not begin', {}],
    ['was ended because n8n is shutting down', { reason: 'shutdown' }],
  ])('brings the events again when the execution %s', async (_name, why) => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(A);
    await turns();
    workflow.executions[0]!.fail(Object.assign(new Error('12848539668'), why));
    await turns();
    await nextLook();
    expect(changesIn(workflow)).toEqual([[[A, null, 'MOTTATT']], [[A, null, 'MOTTATT']]]);
    expect(workflow.logged).toEqual(['n8n did not run the workflow with these events.']);
  });

  it('stops when the workflow is switched off', async () => {
    letters.set(A, 'LEST');
    const workflow = await start(A, { parameters: { reportFirst: false } });
    await workflow.switchOff();
    await nextLook();
    expect(asked).toHaveLength(1);
  });

  it('uses a credential as it is now, and not as it was when the workflow was switched on', async () => {
    letters.set(A, 'MOTTATT');
    const credentials: Record<string, object> = { ...CREDENTIALS };
    const seen: unknown[] = [];
    const noted: HttpRequest = async (options) => {
      if (!options.url.endsWith('/token')) seen.push(options.headers?.IntegrasjonPassord);
      return svarut(options);
    };
    await start(A, { credentials, httpRequest: noted, parameters: { reportFirst: false } });
    credentials.fiksIntegrationApi = { ...fiks, integrationPassword: 'the new one' };
    await nextLook();
    expect(seen).toEqual([fiks.integrationPassword, 'the new one']);
  });
});

describe('what n8n stores', () => {
  const restart = (database: Database, changes: Partial<Given> = {}) =>
    start(A, { database, activation: 'init', ...changes });

  it('never says that a page is done before its execution has ended: after a kill it comes again', async () => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(A);
    await turns();
    const again = await restart({ ...workflow.database });
    await turns();
    expect(changesIn(again)).toEqual([[[A, null, 'MOTTATT']]]);
  });

  it('is behind by one page: after a kill the last page comes again, and none before it', async () => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(A);
    await turns();
    for (const status of ['SENDT_ALTINN', 'LEVERT_ALTINN']) {
      workflow.executions.at(-1)!.end();
      letters.set(A, status);
      await turns();
      await nextLook();
    }
    workflow.executions.at(-1)!.end();
    await turns();
    const again = await restart({ ...workflow.database });
    await turns();
    expect(changesIn(again)).toEqual([[[A, 'SENDT_ALTINN', 'LEVERT_ALTINN']]]);
  });

  it('is the first status already when the workflow has been switched on, where that is only remembered', async () => {
    letters.set(A, 'MOTTATT');
    const { database } = await start(A, { parameters: { reportFirst: false } });
    letters.set(A, 'PRINTET');
    const again = await restart({ ...database }, { parameters: { reportFirst: false } });
    await turns();
    expect(changesIn(again)).toEqual([[[A, 'MOTTATT', 'PRINTET']]]);
  });

  it('stays with the node when the node gets another name', async () => {
    letters.set(A, 'MOTTATT');
    const { database } = await start(A, { parameters: { reportFirst: false } });
    const renamed = await restart(database, { nodeName: 'Letters' });
    await nextLook();
    expect(renamed.executions).toEqual([]);
  });

  it('is what n8n had, where another execution has hidden the change from it', async () => {
    const database = emptyDatabase();
    letters.set(A, 'MOTTATT');
    const workflow = await start(A, { database, parameters: { reportFirst: false } });
    database.staticData = {};
    letters.set(A, 'LEST');
    await nextLook();
    expect(workflow.executions).toHaveLength(1);
    expect(JSON.stringify(database.staticData)).toContain('MOTTATT');
  });
});

describe('when something is wrong', () => {
  it('the person who switches it on is told, and it stays off', async () => {
    refuseWith = 403;
    await expect(start(A)).rejects.toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringMatching(/account/),
      description: expect.stringMatching(/\(ERR_FORBIDDEN\)$/),
    });
  });

  it('that passes by itself, a workflow that is switched on again goes on from where it was', async () => {
    letters.set(A, 'MOTTATT');
    const { database } = await start(A, { parameters: { reportFirst: false } });
    let isDown = true;
    const down: HttpRequest = async (options) => {
      if (isDown) throw Object.assign(new Error('no route'), { code: 'ECONNRESET' });
      return svarut(options);
    };
    const again = start(A, { database, httpRequest: down });
    for (let pausesEnded = 0; pausesEnded < 6; pausesEnded += 1) await nextLook();
    const workflow = await again;
    isDown = false;
    letters.set(A, 'LEST');
    await nextLook();
    expect(changesIn(workflow)).toEqual([[[A, 'MOTTATT', 'LEST']]]);
  });

  it.each([
    ['no letters', '', /names no letters/],
    ['a letter id that is none', 'sak-1', /"Letter IDs, entry 1" is not a UUID/],
    [
      'an expression that fails',
      () => {
        throw new Error('12848539668 is undefined');
      },
      /"Letter IDs" could not be worked out/,
    ],
  ])('%s is told as the workflow is switched on', async (_name, letterIds, message) => {
    await expect(start(letterIds)).rejects.toMatchObject({ message: expect.stringMatching(message) });
  });

  it('a credential that is missing is told as the workflow is switched on', async () => {
    const credentials = { maskinportenApi: maskinporten };
    await expect(start(A, { credentials })).rejects.toMatchObject({
      message: 'The node has no Fiks Integration (KS) API credential it may use.',
    });
  });

  it('n8n comes up all the same, and a person hears of what must be mended once', async () => {
    letters.set(A, 'MOTTATT');
    const { database } = await start(A, { parameters: { reportFirst: false } });
    refuseWith = 403;
    const again = await start(A, { database, activation: 'init' });
    await nextLook();
    await nextLook();
    expect(again.reported.map(({ message }) => message)).toEqual([expect.stringMatching(/account/)]);
    refuseWith = undefined;
    letters.set(A, 'LEST');
    await nextLook();
    expect(changesIn(again)).toEqual([[[A, 'MOTTATT', 'LEST']]]);
  });

  it('what passes by itself is only logged', async () => {
    letters.set(A, 'MOTTATT');
    const workflow = await start(A, { parameters: { reportFirst: false } });
    refuseWith = 503;
    // The look, and the pauses of a read that is tried three times.
    for (let pausesEnded = 0; pausesEnded < 3; pausesEnded += 1) await nextLook();
    expect(workflow.reported).toEqual([]);
    expect(workflow.logged).toEqual([expect.stringMatching(/SvarUt failed with status 503/)]);
  });
});

describe('SvarUt Trigger, tried in the editor', () => {
  it('shows the letters as they are, and keeps nothing', async () => {
    letters.set(A, 'LEST');
    const database = emptyDatabase();
    for (let times = 0; times < 2; times += 1) {
      const tried = await start(A, { mode: 'manual', database, parameters: { reportFirst: false } });
      expect(changesIn(tried)).toEqual([[[A, null, 'LEST']]]);
    }
    expect(database).toEqual(emptyDatabase());
  });

  it('says that there is nothing to show', async () => {
    await expect(start(A, { mode: 'manual' })).rejects.toMatchObject({ message: 'There is nothing to show yet.' });
  });
});

describe('the form of SvarUt Trigger', () => {
  const { description } = new SvarUtTrigger();

  it('has the fields of the declaration, with those that are seldom used under Options', () => {
    expect(description.properties.map(({ name }) => name)).toEqual([
      'letterIds',
      'eksternReferanser',
      'reportFirst',
      'minutesBetween',
      'options',
    ]);
    const options = description.properties.at(-1)?.options as INodeProperties[];
    expect(options.map(({ name }) => name)).toEqual(['kontoId', 'consumerOrg']);
  });

  it('shows all of them from the beginning', () => {
    for (const property of description.properties)
      expect(NodeHelpers.displayParameter({}, property, null, description)).toBe(true);
  });

  it('asks for the credentials its service needs, and stands in the package', () => {
    expect(SERVICES.svarut.needsFiks).toBe(true);
    expect(description.credentials?.map(({ name }) => name)).toEqual(['maskinportenApi', 'fiksIntegrationApi']);
    expect(description.inputs).toEqual([]);
  });
});
