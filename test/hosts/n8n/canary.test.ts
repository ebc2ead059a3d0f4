/**
 * Workflows that fail in every way Maskinporten and the credentials can make them fail, in a real n8n that logs and keeps all
 * it can: nothing that opens a door is in what it shows, logs, stores or exports.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { n8nEnvironment } from '../../../scripts/n8n/environment.mts';
import { n8nCli, type ExecutionRecord, type ImportedCredential } from '../../../scripts/n8n/execute.mts';
import { REFUSAL_CODES } from '../../../sandbox/src/maskinporten/refusals';
import { GUESSED, opensDoors, secretsIn } from '../../canaries';
import { tablesOf } from './database';
import { executeOwn } from './ownWorkflow';
import type { OurNode } from './smallWorkflow';
import { filesOfN8n } from './stored';
import { useN8n } from './useN8n';

jest.setTimeout(90_000);

const n8n = useN8n();

const CERTIFIED = 'certified0000000';
const GOES_ON = { onError: 'continueRegularOutput' } as const;

const krr = (name: string, maskinporten = CERTIFIED, changes: Partial<OurNode> = {}): OurNode => ({
  name,
  type: 'krr',
  parameters: {},
  maskinporten,
  ...GOES_ON,
  ...changes,
});

const person = (name: string, changes: Partial<OurNode> = {}): OurNode => ({
  name,
  type: 'folkeregister',
  parameters: {},
  maskinporten: CERTIFIED,
  ...GOES_ON,
  ...changes,
});

const CHECK = { parameters: { operation: 'checkConnection' } };

const wrongCredentials = (): readonly ImportedCredential[] => {
  const { maskinporten, fiks } = n8n().credentials;
  const { clientId, privateKey, passphrase } = n8n().sandbox.credentials.certificateClient;
  const certified = { ...maskinporten, clientId, privateKey, passphrase, keyId: '' };
  const client = (id: string, data: object) => ({ id, name: id, type: 'maskinportenApi', data });
  return [
    client(CERTIFIED, certified),
    client('wrongphrase00000', { ...certified, passphrase: GUESSED }),
    client('cutshort00000000', { ...certified, privateKey: privateKey.slice(0, 1500) }),
    client('keyasid000000000', { ...maskinporten, keyId: maskinporten.privateKey }),
    client('keyasclient00000', { ...maskinporten, clientId: maskinporten.privateKey }),
    {
      id: 'wrongpassword000',
      name: 'wrong',
      type: 'fiksIntegrationApi',
      data: { ...fiks, integrationPassword: GUESSED },
    },
  ];
};

const WRONG = ['wrongphrase00000', 'cutshort00000000', 'keyasid000000000', 'keyasclient00000'];
const TROUBLES: readonly object[] = [
  { kind: 'html', status: 200, times: 3 },
  { kind: 'drop', times: 3 },
  { kind: 'status', status: 400 },
  { kind: 'status', status: 503, times: 3 },
];

/** One after the other, so that each meets the refusal or the trouble that was ordered for it. */
const NODES: readonly OurNode[] = [
  ...REFUSAL_CODES.map((code) => krr(code)),
  ...WRONG.flatMap((id) => [krr(id, id), krr(`check ${id}`, id, CHECK)]),
  person('wrong password', { fiks: 'wrongpassword000' }),
  person('check wrong password', { fiks: 'wrongpassword000', ...CHECK }),
  ...TROUBLES.map((_trouble, at) => person(`trouble ${at}`)),
  person('check', CHECK),
];

const PERSON = { foedselsnummer: '12848539668' };

let secrets: ReadonlySet<string>;
let record: ExecutionRecord;
let stopped: ExecutionRecord;
/** All that n8n wrote when it ran the first workflow again, with everything logged. */
let output: string;

const orderTroubles = async (): Promise<void> => {
  for (const code of REFUSAL_CODES) await n8n().order('faults', { service: 'maskinporten', kind: 'refusal', code });
  for (const trouble of TROUBLES)
    await n8n().order('faults', { ...trouble, service: 'folkeregister', operation: 'person' });
};

beforeAll(async () => {
  secrets = secretsIn(n8n().sandbox.credentials);
  const credentials = wrongCredentials();
  await orderTroubles();
  record = await executeOwn(n8n(), { id: 'canaries00000000', item: PERSON, ours: NODES, credentials });
  await orderTroubles();
  const environment = await n8nEnvironment(n8n().folder, { ...n8n().env, N8N_LOG_LEVEL: 'debug' });
  const logged = await n8nCli(['execute', '--id', 'canaries00000000'], environment);
  output = logged.stdout + logged.stderr;
  const stops = krr('stops', 'wrongphrase00000', { onError: 'stopWorkflow' });
  stopped = await executeOwn(n8n(), { id: 'canarystops00000', item: PERSON, ours: [stops], credentials });
}, 180_000);

const expectNoneIn = (text: string): void => expect(opensDoors(text, secrets)).toEqual([]);

it('every node failed that should, and the workflow went on', () => {
  expect(record.status).toBe('success');
  const failed = NODES.filter(({ name }) =>
    /"error":|"status":"failed"/.test(JSON.stringify(record.data.resultData.runData[name])),
  );
  expect(failed.map(({ name }) => name)).toEqual(NODES.map(({ name }) => name).filter((name) => name !== 'check'));
  expect(stopped.status).toBe('error');
});

it('shows none in what the nodes gave, nor in the error that stops a workflow', () => {
  expectNoneIn(JSON.stringify(record));
  expectNoneIn(JSON.stringify(stopped));
});

it('logs none, however much is logged', () => {
  expect(output).toContain('Running node "MP-250"');
  expectNoneIn(output);
});

it('stores none in its database, where credentials are encrypted', () => {
  const tables = tablesOf(n8n().folder);
  expect(tables.get('execution_data')).toMatch(/ERR_TOKEN_REFUSED/);
  expect(tables.get('execution_data')).toMatch(/passphrase does not open/);
  expect(tables.get('credentials_entity')).toContain(CERTIFIED);
  for (const text of tables.values()) expectNoneIn(text);
});

it('leaves none in any of its files', async () => {
  for (const text of (await filesOfN8n(n8n().folder)).values()) expectNoneIn(text);
});

it('exports none with the workflow, nor with the credentials as they are exported by default', async () => {
  const environment = await n8nEnvironment(n8n().folder);
  for (const [command, holds] of [
    ['export:workflow', 'canaries00000000'],
    ['export:credentials', CERTIFIED],
  ] as const) {
    const file = path.join(n8n().folder.path, `${command.replace(':', '-')}.json`);
    expect((await n8nCli([command, '--all', `--output=${file}`], environment)).code).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(holds);
    expectNoneIn(text);
  }
});
