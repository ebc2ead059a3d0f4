import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exampleCredentials, readExample } from '../../../scripts/n8n/demo.mts';
import { n8nEnvironment } from '../../../scripts/n8n/environment.mts';
import { n8nCli } from '../../../scripts/n8n/execute.mts';
import { publish } from '../../../scripts/n8n/production.mts';
import { setUpOwner, type Call } from '../../../scripts/n8n/rest.mts';
import { startN8n, type N8n } from '../../../scripts/n8n/server.mts';
import { inProject } from '../../../scripts/project.mts';
import { exampleNumbers, filesOfN8n, findIn } from './stored';
import { useN8n } from './useN8n';

jest.setTimeout(60_000);

const n8n = useN8n();
let server: N8n | undefined;
let call: Call;
const outputFile = (): string => path.join(n8n().dataFolder, 'output.txt');

beforeAll(async () => {
  await mkdir(n8n().dataFolder, { recursive: true });
  server = await startN8n({
    folder: n8n().folder,
    env: {
      ...n8n().env,
      N8N_LOG_LEVEL: 'debug',
      NODE_OPTIONS: `--require "${inProject('test', 'hosts', 'n8n', 'keepOutput.cjs')}"`,
      KEEP_OUTPUT: outputFile(),
    },
  });
  call = await setUpOwner(server.url);
}, 150_000);
afterAll(() => server?.stop(), 30_000);

interface NodeType {
  readonly name: string;
  readonly displayName: string;
  readonly usableAsTool?: unknown;
  readonly iconUrl: Readonly<Record<'light' | 'dark', string>>;
  readonly codex: { readonly alias?: readonly string[] };
  readonly properties: readonly {
    readonly name: string;
    readonly displayOptions?: { readonly show?: Readonly<Record<string, unknown>> };
    readonly options?: readonly {
      readonly name: string;
      readonly value?: string;
      readonly displayOptions?: { readonly show?: Readonly<Record<string, unknown>> };
    }[];
  }[];
}

const OURS = 'n8n-nodes-norsk-kommune';

describe('the nodes in the editor', () => {
  let types: readonly NodeType[];
  const typeOf = (name: string): NodeType => types.find((type) => type.name === `${OURS}.${name}`)!;

  beforeAll(async () => {
    types = (await call<NodeType[]>('GET', '/types/nodes.json')).filter(({ name }) => name.startsWith(`${OURS}.`));
  });

  it('are four, each also as a tool for AI agents, and two triggers, which are none', () => {
    const nodes = ['folkeregister', 'krr', 'kjoretoyregister', 'svarUt'].flatMap((name) => [name, `${name}Tool`]);
    expect(types.map(({ name }) => name.slice(OURS.length + 1)).sort()).toEqual(
      [...nodes, 'folkeregisterTrigger', 'svarUtTrigger'].sort(),
    );
  });

  it.each([
    ['folkeregister', ['freg', 'fnr', 'personnummer']],
    ['krr', ['varsling', 'reservasjon']],
    ['kjoretoyregister', ['regnr', 'skilt', 'bilskilt', 'autosys', 'vegvesen']],
    ['svarUt', ['brev', 'digital post']],
  ])('are found by the words people know: %s', (name, words) => {
    expect(typeOf(name).codex.alias).toEqual(expect.arrayContaining(words));
  });

  it.each(['folkeregister', 'krr', 'kjoretoyregister', 'svarUt'])('have icons that are there: %s', async (name) => {
    const { light, dark } = typeOf(name).iconUrl;
    expect(light).not.toBe(dark);
    for (const icon of [light, dark]) {
      const response = await fetch(`${server!.url}/${icon}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('image/svg+xml'),
      ]);
      expect(await response.text()).toContain('<svg');
    }
  });

  const SENDS = ['sendToPerson', 'sendToOrganisation', 'sendToHealthNetwork', 'sendAsPaperOnly'];
  const READS = [
    'getStatus',
    'findByReference',
    'getEvents',
    'getSigningEvents',
    'getDocumentMetadata',
    'listShipmentTypes',
    'findReceivingSystems',
    'lookUpNhnParty',
    'checkConnection',
  ];

  it('show a person the sends of SvarUt, and an AI agent only what reads', () => {
    for (const name of ['svarUt', 'svarUtTool']) {
      const choosers = typeOf(name).properties.filter((property) => property.name === 'operation');
      expect(
        choosers.map((chooser) => [
          chooser.displayOptions?.show?.['@tool'],
          chooser.options?.map(({ value }) => value),
        ]),
      ).toEqual([
        [[false], [...SENDS, ...READS.slice(0, 5), 'markAsRead', 'deleteDocuments', ...READS.slice(5)]],
        [[true], READS],
      ]);
    }
  });

  it.each([
    ['folkeregister', 'includeProtectedAddresses'],
    ['krr', 'includeAddresses'],
  ])('show an AI agent no switch for addresses that are not for it: %s', (node, name) => {
    for (const type of [typeOf(node), typeOf(`${node}Tool`)]) {
      const all = type.properties.flatMap((property) => [property, ...(property.options ?? [])]);
      const switches = all.filter((property) => property.name === name);
      expect(new Set(switches.map(({ displayOptions }) => String(displayOptions?.show?.['@tool'])))).toEqual(
        new Set(['false']),
      );
    }
  });

  it.each([
    ['folkeregister', 'getPerson', ['foedselsnummer', 'output', 'parts', 'route', 'rettighetspakke', 'options']],
    ['folkeregister', 'checkConnection', ['route', 'rettighetspakke', 'options']],
    [
      'krr',
      'checkNotificationRules',
      ['foedselsnummer', 'purpose', 'includeAddresses', 'route', 'options', 'splitOutputs'],
    ],
    ['krr', 'lookUpContactInfo', ['foedselsnummer', 'route', 'options']],
    ['kjoretoyregister', 'lookUpByKjennemerke', ['kjennemerke', 'dtg', 'includeOwner', 'options']],
  ])('have the form that is declared: %s, %s', (name, operation, names) => {
    const shown = typeOf(name).properties.filter(({ displayOptions }) =>
      (displayOptions?.show?.operation as unknown[] | undefined)?.includes(operation),
    );
    expect(shown.map((property) => property.name)).toEqual(names);
  });
});

describe('the test of a credential', () => {
  type Verdict = { readonly data: { readonly status: string; readonly message: string } };
  const MASKINPORTEN = 'maskinportenApi';
  const FIKS = 'fiksIntegrationApi';

  const save = async (type: string, data: object): Promise<string> =>
    (await call<{ data: { id: string } }>('POST', '/rest/credentials', { name: type, type, data })).data.id;
  const test = async (id: string, type: string, data: object): Promise<Verdict['data']> =>
    (await call<Verdict>('POST', '/rest/credentials/test', { credentials: { id, name: type, type, data } })).data;
  const saveAndTest = async (type: string, data: object) => test(await save(type, data), type, data);

  it('leaves neither the token nor a mark of it', async () => {
    const { maskinporten } = n8n().credentials;
    const id = await save(MASKINPORTEN, maskinporten);
    expect(await test(id, MASKINPORTEN, maskinporten)).toEqual({ status: 'OK', message: 'Connection successful!' });

    const file = path.join(n8n().dataFolder, 'exported.json');
    const args = ['export:credentials', '--decrypted', `--id=${id}`, `--output=${file}`];
    expect((await n8nCli(args, await n8nEnvironment(n8n().folder))).code).toBe(0);
    const [exported] = JSON.parse(await readFile(file, 'utf8'));
    expect(exported.data).toEqual({ ...maskinporten, checked: '' });
  });

  it('finds what was spoilt after the credential had been found good', async () => {
    const { maskinporten } = n8n().credentials;
    const id = await save(MASKINPORTEN, maskinporten);
    expect((await test(id, MASKINPORTEN, maskinporten)).status).toBe('OK');
    // As the editor does: what was stored, the secrets blanked out, with the user's change.
    const stored = await call<{ data: { data: object } }>('GET', `/rest/credentials/${id}?includeData=true`);
    const changed = { ...stored.data.data, keyId: 'another' };
    await call('PATCH', `/rest/credentials/${id}`, { name: MASKINPORTEN, type: MASKINPORTEN, data: changed });
    expect(await test(id, MASKINPORTEN, changed)).toMatchObject({ status: 'Error' });
  });

  it.each([
    [
      'a wrong key id',
      { keyId: 'another' },
      'Maskinporten does not know the key id on this client. Check the key id and the client id; a key registered just now can need a minute.',
    ],
    [
      'no key',
      { privateKey: '' },
      'The Maskinporten credential has no private key. Paste the private key whose public half, or whose certificate, belongs to the client.',
    ],
    [
      'a sandbox that is not running',
      { sandboxUrl: 'http://127.0.0.1:9' },
      'Maskinporten could not be reached. Check that this machine may connect to it: address, firewall, proxy. If you use the sandbox, check that it is running.',
    ],
  ])('shows what is wrong, word for word: %s', async (_name, changes, message) => {
    expect(await saveAndTest(MASKINPORTEN, { ...n8n().credentials.maskinporten, ...changes })).toEqual({
      status: 'Error',
      message,
    });
  });

  it('says of a Fiks integration no more than that its form is right', async () => {
    expect(await saveAndTest(FIKS, n8n().credentials.fiks)).toEqual({
      status: 'OK',
      message: 'The form is right. Whether Fiks accepts it shows when a node runs.',
    });
  });

  it('says what is wrong with the form of a Fiks integration', async () => {
    expect(await saveAndTest(FIKS, { ...n8n().credentials.fiks, integrationId: 'kommune' })).toEqual({
      status: 'Error',
      message:
        'The integration id in the Fiks credential is not a UUID. Copy it from the integration in Fiks forvaltning; it is not the Maskinporten client id.',
    });
  });
});

describe('the example in a server', () => {
  const kept = async (): Promise<number> =>
    (await call<{ data: { results: unknown[] } }>('GET', '/rest/executions?limit=20')).data.results.length;

  beforeAll(async () => {
    const credentials = exampleCredentials(n8n().credentials);
    const start = await publish(await readExample(), credentials, call, server!.url);
    await start();
    // The answer comes a moment before the execution is put away.
    for (let tried = 0; tried < 50 && (await kept()) > 0; tried += 1) await sleep(100);
  });

  it('sends the 8 letters', async () => {
    expect(await n8n().letters()).toHaveLength(8);
  });

  it('keeps no execution', async () => {
    expect(await kept()).toBe(0);
  });

  const sensitive = async (): Promise<string[]> => {
    const { maskinporten, fiks } = n8n().credentials;
    const key = JSON.parse(maskinporten.privateKey!) as Record<'d' | 'p' | 'q', string>;
    const secrets = [key.d, key.p, key.q, fiks.integrationPassword!, fiks.referenceSecret!, 'BEGIN PRIVATE KEY'];
    return [...(await exampleNumbers()), ...secrets, 'RASK FYRLYKT', 'Tenkeveien', 'Bearer eyJ', '"access_token"'];
  };

  it('writes no identity number, name, key or token to the log, however much is logged', async () => {
    const output = await readFile(outputFile(), 'utf8');
    expect(output).toContain('Running node "SvarUt"');
    // Not inside a UUID, whose digits mean nothing.
    expect(output).not.toMatch(/(?<![\w-])\d{11}(?![\w-])/);
    expect(findIn(new Map([['output', output]]), await sensitive())).toEqual([]);
  });

  it("leaves no identity number, name, key or token in n8n's files", async () => {
    const files = await filesOfN8n(n8n().folder);
    expect(findIn(files, ['Decision letters'])).toContainEqual(expect.stringMatching(/^database\.sqlite/));
    expect(findIn(files, await sensitive())).toEqual([]);
  });
});
