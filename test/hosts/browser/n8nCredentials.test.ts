/**
 * A user's way through n8n's credentials: paste what one was given, see it tested, check the connection from a node, and
 * choose by name.
 */
import type { Call } from '../../../scripts/n8n/rest.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { opensDoors, secretsIn } from '../../canaries';
import { NOT_BLANK, type Browser } from './chromium';
import { openN8nEditor, type N8nEditor } from './n8nEditor';

jest.setTimeout(90_000);

let sandbox: Sandbox;
let n8n: N8nEditor;
let call: Call;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox();
  n8n = await openN8nEditor();
  ({ browser, call } = n8n);
}, 600_000);

afterAll(async () => {
  await n8n.close();
  await sandbox.close();
}, 60_000);

const byTestId = (id: string) => browser.page.locator(`[data-test-id=${id}]`);
/** The field itself, of which a form can have several of one name in the rows of a list. */
const field = (name: string, row = 0) => byTestId(`parameter-input-${name}`).nth(row).locator('input, textarea');

const choose = async (name: string, option: RegExp): Promise<void> => {
  await byTestId(`parameter-input-${name}`).click();
  await browser.page.getByRole('option', { name: option }).click();
};

const beginCredential = async (type: string): Promise<void> => {
  await browser.page.goto(`${n8n.url}/home/credentials/create`);
  await byTestId('new-credential-type-select').locator('input').fill(type);
  await byTestId('new-credential-type-select-option').filter({ hasText: type }).click();
  await byTestId('new-credential-type-button').click();
  await byTestId('credential-save-button').waitFor({ state: 'visible' });
};

const nameCredential = async (name: string): Promise<void> => {
  await byTestId('credential-name').click();
  await byTestId('inline-edit-input').fill(name);
  await browser.page.keyboard.press('Enter');
};

const saveAndTest = async (): Promise<void> => {
  await byTestId('credential-save-button').click();
  await byTestId('credentials-config-container-test-success').waitFor({ state: 'visible' });
};

const expectNothingSecret = async (): Promise<void> =>
  expect(opensDoors(await browser.page.content(), secretsIn(sandbox.credentials))).toEqual([]);

/** What a user was given, and the picture taken of it. */
const GIVEN = [
  ['a PKCS#12 file as base64 with its passphrase', 'pkcs12', ({ privateKey }: { privateKey: string }) => privateKey],
  [
    'a PEM whose line breaks became blanks on the way',
    'mangled-pem',
    ({ privateKeyAsPem }: { privateKeyAsPem: string }) => privateKeyAsPem.replaceAll('\n', ' '),
  ],
] as const;

describe('a Maskinporten credential', () => {
  it.each(GIVEN)('takes %s, and its test is green', async (_what, name, keyOf) => {
    const { certificateClient } = sandbox.credentials;
    await beginCredential('Maskinporten API');
    await nameCredential(name);
    await choose('environment', /^Sandbox/);
    await field('sandboxUrl').fill(sandbox.url);
    await field('clientId').fill(certificateClient.clientId);
    await field('privateKey').fill(keyOf(certificateClient));
    await field('passphrase').fill(certificateClient.passphrase);
    await saveAndTest();
    expect(await browser.shoot(`n8n-maskinporten-${name}`)).toBeGreaterThan(NOT_BLANK);
  });

  it('shows nothing of the key when it is opened again', async () => {
    const { data } = await call<{ data: { id: string; type: string }[] }>('GET', '/rest/credentials');
    await browser.page.goto(`${n8n.url}/home/credentials/${data[0]!.id}`);
    await byTestId('credentials-config-container-test-success').waitFor({ state: 'visible' });
    await expectNothingSecret();
  });

  it('says in words what is wrong, and shows nothing of the key', async () => {
    const { certificateClient, maskinporten } = sandbox.credentials;
    await beginCredential('Maskinporten API');
    await nameCredential('cut-short');
    await choose('environment', /^Sandbox/);
    await field('sandboxUrl').fill(sandbox.url);
    await field('clientId').fill(certificateClient.clientId);
    await field('privateKey').fill(maskinporten.privateKey.slice(0, 600));
    await byTestId('credential-save-button').click();
    await browser.page.getByText('More details').click();
    await browser.page
      .getByText(/The Maskinporten key is cut off or damaged\./)
      .first()
      .waitFor({ state: 'visible' });
    expect(await browser.shoot('n8n-maskinporten-cut-short')).toBeGreaterThan(NOT_BLANK);
  });
});

describe('a Fiks credential', () => {
  it('takes roles by name, and the test of its form is green', async () => {
    const { fiks, roles } = sandbox.credentials;
    await beginCredential('Fiks Integration (KS) API');
    await nameCredential('fiks');
    await field('integrationId').fill(fiks.integrationId);
    await field('integrationPassword').fill(fiks.integrationPassword);
    await field('rolleId').fill(fiks.rolleId);
    await browser.page.getByText('Add Role').click();
    await field('name').fill('Innbygger');
    await field('rolleId', 1).fill(fiks.rolleId);
    await field('purpose').fill('Vedtak etter barnehageloven');
    await browser.page.getByText('Add Role').click();
    await field('name', 1).fill('Barnevern');
    await field('rolleId', 2).fill(roles[1]!.rolleId);
    await saveAndTest();
    expect(await browser.shoot('n8n-fiks-roles')).toBeGreaterThan(NOT_BLANK);
  });
});

const START = 'Start';
const NODE = 'Folkeregister';

/** A node that has been placed, with the credentials of before chosen. */
const makeWorkflow = async (maskinporten: string): Promise<string> => {
  const { data } = await call<{ data: { id: string; name: string }[] }>('GET', '/rest/credentials');
  const chosen = (name: string) => ({ id: data.find((one) => one.name === name)!.id, name });
  const place = { id: START, name: START, typeVersion: 1, position: [0, 0], parameters: {} };
  const nodes = [
    { ...place, type: 'n8n-nodes-base.manualTrigger' },
    {
      ...place,
      ...{ id: NODE, name: NODE, type: 'n8n-nodes-norsk-kommune.folkeregister', position: [250, 0] },
      credentials: { maskinportenApi: chosen(maskinporten), fiksIntegrationApi: chosen('fiks') },
    },
  ];
  const connections = { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } };
  const settings = { executionOrder: 'v1' };
  const workflow = { name: maskinporten, nodes, connections, settings };
  return (await call<{ data: { id: string } }>('POST', '/rest/workflows', workflow)).data.id;
};

const openNode = async (workflowId: string): Promise<void> => {
  const { page } = browser;
  await page.goto(`${n8n.url}/workflow/${workflowId}`);
  await page.locator(`[data-test-id=canvas-node][data-node-name="${NODE}"]`).dblclick();
  await byTestId('node-parameters').waitFor({ state: 'visible' });
};

describe('a node with them', () => {
  it.each(GIVEN.map(([, name]) => name))('checks the connection with %s and shows its steps', async (name) => {
    const { page } = browser;
    await openNode(await makeWorkflow(name));
    await choose('operation', /^Check Connection/);
    await byTestId('node-execute-button').click();
    const output = byTestId('output-panel');
    await output
      .getByText(/All \d+ steps passed\./)
      .first()
      .waitFor({ state: 'visible' });
    await output.locator('[data-test-id=radio-button-json]').click();
    for (const words of [
      /name resolved, connection made/,
      /certificate of .*Sandkommunen/,
      /issued a token with ks:fiks/,
    ])
      await output.getByText(words).first().waitFor({ state: 'visible' });
    await output
      .getByText(/Fiks accepts the integration\./)
      .first()
      .waitFor();
    await output
      .getByText(/may use the Folkeregister role Barnevern/)
      .first()
      .waitFor();
    expect(await browser.shoot(`n8n-check-connection-${name}`)).toBeGreaterThan(NOT_BLANK);
    await expectNothingSecret();
    await page.locator('[data-test-id=ndv-close-button]').click();
  });

  it('offers the named roles to choose from', async () => {
    const { page } = browser;
    await openNode(await makeWorkflow('pkcs12'));
    await page.getByPlaceholder('Add option').click();
    const loaded = page.waitForResponse(/dynamic-node-parameters\/options/);
    await page.getByRole('option', { name: /^Role/ }).click();
    await loaded;
    await byTestId('parameter-input-rolleId').click();
    const offered = page.getByRole('option').filter({ visible: true });
    await offered.filter({ hasText: 'Barnevern' }).waitFor({ state: 'visible' });
    expect((await offered.allInnerTexts()).map((text) => text.split('\n'))).toEqual([
      ['As in the Credential'],
      ['Innbygger', 'Vedtak etter barnehageloven'],
      ['Barnevern'],
    ]);
    expect(await browser.shoot('n8n-roles-by-name')).toBeGreaterThan(NOT_BLANK);
  });
});

it("meets no error that nobody caught in n8n's editor", () => {
  expect(browser.pageErrors).toEqual([]);
});
