import { FolkeregisterTrigger } from '../../nodes/Folkeregister/FolkeregisterTrigger.node';
import { credentialsFor } from '../../sandbox/src/admin/credentials';
import type { HttpRequest } from './fakeHost';
import { emptyDatabase, switchOn, type Given, type Running } from './fakeTriggerHost';

const pauses: (() => void)[] = [];

jest.mock<typeof import('n8n-workflow')>('n8n-workflow', () => ({
  ...jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow'),
  sleep: () => new Promise<void>((resolve) => void pauses.push(resolve)),
}));

/** The numbers of what has happened, and those below which everything is too old. */
let happened: number[] = [];
let oldest = 0;
let asked: string[] = [];
let headers: string[] = [];

const reply = (statusCode: number, json: unknown) => ({
  statusCode,
  headers: {},
  body: Buffer.from(JSON.stringify(json)),
});

const register: HttpRequest = async ({ url, headers: sent = {} }) => {
  if (url.endsWith('/token')) return reply(200, { access_token: 'token', token_type: 'Bearer', expires_in: 600 });
  asked.push(new URL(url).pathname);
  headers.push(...Object.keys(sent));
  if (url.endsWith('/siste/sekvensnummer')) return reply(200, happened.at(-1) ?? 0);
  const from = Number(new URL(url).searchParams.get('seq'));
  if (from < oldest) return reply(406, { melding: 'Ulovlig sekvensnummer' });
  const page = happened.filter((number) => number >= from).slice(0, 3);
  return reply(
    200,
    page.map((sekvensnummer) => ({
      sekvensnummer,
      hendelse: { folkeregisteridentifikator: '12848539668', hendelsetype: 'endringINavn' },
    })),
  );
};

const { maskinporten, fiks } = credentialsFor('http://127.0.0.1:1');
const running: Running[] = [];

const start = async (parameters: Given['parameters'] = {}, changes: Partial<Given> = {}): Promise<Running> => {
  const one = await switchOn({
    node: new FolkeregisterTrigger(),
    credentials: { maskinportenApi: maskinporten, fiksIntegrationApi: fiks },
    httpRequest: register,
    parameters,
    ...changes,
  });
  running.push(one);
  return one;
};

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Ends the pause that is on, and waits until the next. */
const nextLook = async (): Promise<void> => {
  await turns();
  pauses.pop()?.();
  await turns();
};

const numbersIn = ({ executions }: Running) =>
  executions.map(({ items }) => items.map(({ sekvensnummer }) => sekvensnummer));

beforeEach(() => {
  happened = [10, 11];
  oldest = 0;
  asked = [];
  headers = [];
  pauses.length = 0;
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.switchOff();
});

describe('Folkeregister Trigger', () => {
  it('starts the workflow with what happens after it was switched on', async () => {
    const workflow = await start();
    await nextLook();
    happened.push(12, 14);
    await nextLook();
    expect(numbersIn(workflow)).toEqual([[12, 14]]);
  });

  it('asks for a page only when the flow has worked on the one before', async () => {
    const workflow = await start({ start: 'number', fromNumber: 8 });
    happened.push(12, 13, 14);
    await nextLook();
    await nextLook();
    expect(numbersIn(workflow)).toEqual([[10, 11, 12]]);
    workflow.executions[0]!.end();
    await nextLook();
    expect(numbersIn(workflow)).toEqual([
      [10, 11, 12],
      [13, 14],
    ]);
  });

  it('brings a page again whose execution was cut off by a restart', async () => {
    const database = emptyDatabase();
    const before = await start({}, { database });
    await nextLook();
    happened.push(12);
    await nextLook();
    expect(numbersIn(before)).toEqual([[12]]);
    await before.switchOff();
    const after = await start({}, { database, activation: 'init' });
    await nextLook();
    expect(numbersIn(after)).toEqual([[12]]);
  });

  it('goes directly to Skatteetaten without a Fiks integration', async () => {
    const parameters = { route: 'skatteetaten', rettighetspakke: 'offentligutenhjemmel' };
    await start(parameters, { credentials: { maskinportenApi: maskinporten } });
    await nextLook();
    expect(asked[0]).toBe('/skatteetaten/folkeregisteret/api/offentligutenhjemmel/v1/hendelser/siste/sekvensnummer');
    expect(headers).not.toContain('IntegrasjonId');
  });

  it('cannot be switched on from a number that the register does not have yet', async () => {
    await expect(start({ start: 'number', fromNumber: 99 })).rejects.toThrow(/past the newest event/);
  });

  it('reports once that its place is older than the register remembers, and how to begin again', async () => {
    const workflow = await start({ start: 'number', fromNumber: 10 });
    oldest = 11;
    await nextLook();
    await nextLook();
    expect(workflow.reported.map(({ message }) => message)).toEqual([expect.stringMatching(/36 months/)]);
    expect(workflow.executions).toEqual([]);
  });

  it('shows the newest events while the workflow is built, and keeps no place', async () => {
    const workflow = await start({}, { mode: 'manual' });
    expect(numbersIn(workflow)).toEqual([[10, 11]]);
    expect(workflow.database).toEqual(emptyDatabase());
  });
});
