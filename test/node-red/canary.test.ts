/**
 * Whatever goes wrong in a running flow, nothing that opens a door is in a message, a status, the log or a file of
 * Node-RED's. The dialogs' own routes are watched over by checkSecrets.test.ts.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import helper from 'node-red-node-test-helper';
import { REFUSAL_CODES } from '../../sandbox/src/maskinporten/refusals';
import { startNodeRed, type FlowNode, type NodeRed } from '../../scripts/node-red/host.mts';
import { inProject } from '../../scripts/project.mts';
import { GUESSED, opensDoors, secretsIn } from '../canaries';
import { loadBench, useNodeRed, type Properties, type Setup } from './bench';
import { letterTo, PDF } from './letter';
import { useSandbox } from '../useSandbox';

jest.setTimeout(60_000);

useNodeRed();
const sandbox = useSandbox();

let secrets: ReadonlySet<string>;
beforeAll(() => void (secrets = secretsIn(sandbox.get().credentials)));

const expectNoneIn = (shown: string): void => expect(opensDoors(shown, secrets)).toEqual([]);

/** A client id of its own, so that no token of it is known. */
const newClient = async (): Promise<string> => {
  const { organisation, scopes } = sandbox.get().credentials.certificateClient;
  const response = await fetch(`${sandbox.get().url}/admin/clients`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation, scopes }),
  });
  return ((await response.json()) as { clientId: string }).clientId;
};

/** With a PKCS#12 file and its passphrase. */
const certified = async (client: object = {}, integration: object = {}): Promise<Setup> => {
  const { privateKey, passphrase } = sandbox.get().credentials.certificateClient;
  const { integrationPassword, referenceSecret } = sandbox.get().credentials.fiks;
  return {
    maskinporten: { clientId: await newClient(), keyId: '' },
    secrets: {
      client: { privateKey, passphrase, ...client },
      integration: { integrationPassword, referenceSecret, ...integration },
    },
  };
};

type Service = Parameters<typeof loadBench>[1];
type Asked = readonly [service: Service, changes: Properties];

const ASKED: readonly Asked[] = [
  ['folkeregister', {}],
  ['krr', {}],
  ['svarut', {}],
  ['folkeregister', { operation: 'checkConnection' }],
];

/** All that a flow, its editor and the log see of a message alone and of a list. */
const shownBy = async ([service, changes]: Asked, setup: Setup): Promise<string> => {
  const bench = await loadBench(sandbox.get(), service, changes, setup);
  await bench.receive({ payload: letterTo(), documents: PDF });
  const { messages, caught, statuses } = await bench.receive({ payload: [letterTo()], documents: PDF });
  expect(messages.length + caught.length).toBe(2);
  const errors = caught.map(({ error }) => [error, String(error.message), error.stack, error.cause]);
  const shown = JSON.stringify([messages, caught, errors, statuses, helper.log().args]);
  await helper.unload();
  return shown;
};

const TROUBLES: readonly object[] = [
  ...[302, 400, 401, 403, 404, 409, 422].map((status) => ({ kind: 'status', status })),
  { kind: 'html', status: 200 },
  { kind: 'dropAfter' },
];

describe.each(ASKED)('a flow with %s %j', (...asked) => {
  test('is told what fails', async () => {
    await sandbox.orderFault({ service: 'maskinporten', kind: 'refusal', code: 'MP-250', times: 9 });
    expect(await shownBy(asked, await certified())).toContain('has not been given the scope');
  });

  test.each(TROUBLES)('shows none when its service fails with %j', async (trouble) => {
    await sandbox.orderFault({ ...trouble, service: asked[0], times: 20 });
    expectNoneIn(await shownBy(asked, await certified()));
  });

  test.each(TROUBLES)('shows none when Maskinporten fails with %j', async (trouble) => {
    await sandbox.orderFault({ ...trouble, service: 'maskinporten', times: 20 });
    expectNoneIn(await shownBy(asked, await certified()));
  });

  test('shows none whatever Maskinporten refuses', async () => {
    for (const code of REFUSAL_CODES) {
      await sandbox.orderFault({ service: 'maskinporten', kind: 'refusal', code, times: 4 });
      expectNoneIn(await shownBy(asked, await certified()));
    }
  });

  test.each([
    ['passphrase', { passphrase: GUESSED }, {}],
    ['key', { privateKey: GUESSED }, {}],
    ['integration password', {}, { integrationPassword: GUESSED }],
    ['integration password of two lines', {}, { integrationPassword: `${GUESSED}\n` }],
  ])('shows none where the %s is wrong', async (_what, client, integration) => {
    expectNoneIn(await shownBy(asked, await certified(client, integration)));
  });
});

describe('a Node-RED that runs flows that fail', () => {
  let nodeRed: NodeRed;
  let userDir: string;

  const on = { z: 'tab', x: 0, y: 0 };
  const look = { list: 'payload', listType: 'msg', skip: 'held', result: 'payload', mode: 'array' };
  const number = { foedselsnummer: 'foedselsnummer', foedselsnummerType: 'item' };

  const flow = (clientId: string): readonly FlowNode[] => {
    const { sandboxUrl } = sandbox.get().credentials.maskinporten;
    const { integrationId, rolleId, kontoId } = sandbox.get().credentials.fiks;
    const asking = { ...on, ...look, ...number, maskinporten: 'client', fiks: 'integration' };
    return [
      { id: 'tab', type: 'tab', label: 'canaries' },
      { ...on, id: 'in', type: 'http in', url: '/run', method: 'post', wires: [['krr', 'person', 'check']] },
      { ...asking, id: 'krr', type: 'norsk-kommune-krr', operation: 'checkNotificationRules', wires: [['out']] },
      { ...asking, id: 'person', type: 'norsk-kommune-folkeregister', operation: 'getPerson', wires: [['out']] },
      { ...asking, id: 'check', type: 'norsk-kommune-folkeregister', operation: 'checkConnection', wires: [['out']] },
      { id: 'client', type: 'norsk-kommune-maskinporten', environment: 'sandbox', sandboxUrl, clientId, keyId: '' },
      { id: 'integration', type: 'norsk-kommune-fiks', integrationId, rolleId, kontoId },
      { ...on, id: 'out', type: 'debug', active: true, tosidebar: true, console: true, complete: 'true', wires: [] },
      { ...on, id: 'failed', type: 'catch', scope: null, wires: [['out', 'answer']] },
      { ...on, id: 'answer', type: 'http response', statusCode: '200', wires: [] },
    ];
  };

  beforeAll(async () => {
    userDir = mkdtempSync(path.join(tmpdir(), 'norsk-kommune-canary-'));
    const nodesDir = JSON.stringify([inProject('node-red')]);
    const settings = `nodesDir: ${nodesDir}, logging: { console: { level: 'trace' } },`;
    nodeRed = await startNodeRed({ userDir, settings });
  }, 60_000);
  afterAll(async () => {
    await nodeRed.stop();
    rmSync(userDir, { recursive: true, force: true });
  });

  const run = async (): Promise<void> => {
    const response = await fetch(`${nodeRed.url}/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(letterTo()),
    });
    expectNoneIn(await response.text());
  };

  test('keeps none in its log, its flow file or what it exports', async () => {
    const { secrets: stored } = await certified();
    await nodeRed.deploy(flow(await newClient()), stored as Record<string, Record<string, string>>);
    for (const code of REFUSAL_CODES) {
      await sandbox.orderFault({ service: 'maskinporten', kind: 'refusal', code, times: 3 });
      await run();
    }
    const exported = await (await fetch(`${nodeRed.url}/flows`)).text();
    const files = readdirSync(userDir).filter((name) => /^\.?flows/.test(name));
    expect(files).toEqual(expect.arrayContaining(['flows.json', 'flows_cred.json']));
    expect(nodeRed.log()).toContain('has not been given the scope');
    expect(exported).toContain('norsk-kommune-maskinporten');
    const texts = files.map((name) => readFileSync(path.join(userDir, name), 'utf8'));
    expectNoneIn([nodeRed.log(), exported, ...texts].join('\n'));
  });
});
