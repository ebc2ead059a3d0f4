import { readCredentials } from '../../../scripts/demo/ledger.mts';
import { exampleCredentials, FILE_ACCESS, readExample } from '../../../scripts/n8n/demo.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { NOT_BLANK, type Browser } from './chromium';
import { openN8nEditor, type N8nEditor } from './n8nEditor';

interface Made {
  readonly data: { readonly id: string };
}

interface WorkflowNode {
  readonly credentials?: Record<string, { id: string }>;
}

jest.setTimeout(90_000);

let sandbox: Sandbox;
let n8n: N8nEditor;
let browser: Browser;
let workflowId: string;
const credentialIds: Record<string, string> = {};

/** The example as a user would import it, with the credentials chosen. */
const importExample = async (): Promise<void> => {
  const { call } = n8n;
  for (const { name, type, data } of exampleCredentials(await readCredentials(sandbox.url))) {
    credentialIds[type] = (await call<Made>('POST', '/rest/credentials', { name, type, data })).data.id;
  }
  const { name, nodes, connections } = await readExample();
  for (const { credentials = {} } of nodes as WorkflowNode[]) {
    for (const [type, chosen] of Object.entries(credentials)) chosen.id = credentialIds[type] ?? '';
  }
  workflowId = (
    await call<Made>('POST', '/rest/workflows', { name, nodes, connections, settings: { executionOrder: 'v1' } })
  ).data.id;
};

const openWorkflow = async (): Promise<void> => {
  await browser.page.goto(`${n8n.url}/workflow/${workflowId}`);
  await browser.page.waitForSelector('[data-test-id=canvas-node]');
};

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 10 });
  n8n = await openN8nEditor(FILE_ACCESS);
  ({ browser } = n8n);
  await importExample();
  await openWorkflow();
}, 600_000);

afterAll(async () => {
  await n8n.close();
  await sandbox.close();
}, 60_000);

const openNode = async (name: string): Promise<void> => {
  await browser.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
  await browser.page.waitForSelector('[data-test-id=node-parameters]', { state: 'visible' });
};

const closeNode = async (): Promise<void> => {
  await browser.page.locator('[data-test-id=ndv-close-button]').click();
  await browser.page.waitForSelector('[data-test-id=node-parameters]', { state: 'hidden' });
};

const parameter = (name: string) => browser.page.locator(`[data-test-id=parameter-input-${name}]`);

describe("n8n's editor", () => {
  it.each([
    ['freg', 'Folkeregister'],
    ['reservasjon', 'KRR (Kontakt- og reservasjonsregisteret)'],
    ['brev', 'SvarUt'],
  ])('finds a node by searching for %s', async (word, title) => {
    const { page } = browser;
    await page.locator('[data-test-id=node-creator-plus-button]').first().click();
    await page.locator('[data-test-id=node-creator-search-bar]').fill(word);
    await page.getByText(title, { exact: true }).first().waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
  });

  it.each([
    ['Folkeregister', ['operation', 'foedselsnummer', 'output', 'parts']],
    ['KRR', ['operation', 'foedselsnummer', 'purpose', 'includeAddresses']],
    ['SvarUt', ['operation', 'navn', 'postalAddress', 'tittel', 'documents', 'eksternReferanse', 'kunDigitalLevering']],
  ])('opens the form of %s with its fields', async (name, fields) => {
    await openNode(name);
    for (const field of fields) await parameter(field).first().waitFor({ state: 'visible' });
    expect(await browser.shoot(`n8n-${name}`)).toBeGreaterThan(NOT_BLANK);
    await closeNode();
  });

  it('keeps what is filled in', async () => {
    await openNode('SvarUt');
    await parameter('tittel').locator('input').fill('Svar på søknad');
    await closeNode();
    await openNode('SvarUt');
    expect(await parameter('tittel').locator('input').inputValue()).toBe('Svar på søknad');
    await closeNode();
  });

  it('runs the example from the editor and stores no letter twice', async () => {
    const { page } = browser;
    await page.locator('[data-test-id=execute-workflow-button]').first().click();
    await page
      .getByText(/Workflow executed successfully/i)
      .first()
      .waitFor({ state: 'visible', timeout: 60_000 });
    const letters = (await (await fetch(`${sandbox.url}/admin/letters`)).json()) as unknown[];
    expect(letters).toHaveLength(8);
    expect(await browser.shoot('n8n-executed')).toBeGreaterThan(NOT_BLANK);
  });

  it('takes rows under the options, one by one or from an expression', async () => {
    const { page } = browser;
    const choose = async (menu: string, option: string): Promise<void> => {
      await page.getByPlaceholder(menu).last().click();
      await page.getByRole('option', { name: option, exact: true }).last().click();
    };
    await openNode('SvarUt');
    await choose('Add option', 'Links');
    await choose('Add Link', 'Link');
    await parameter('url').locator('input').fill('https://www.example.no');
    await choose('Add Link', 'From an Expression');
    await parameter('list').first().waitFor({ state: 'visible' });
    expect(await browser.shoot('n8n-rows')).toBeGreaterThan(NOT_BLANK);
    await closeNode();
    await openNode('SvarUt');
    expect(await parameter('url').locator('input').inputValue()).toBe('https://www.example.no');
    await closeNode();
  });

  it('shows a field only with the choice it is for', async () => {
    const { page } = browser;
    const choose = async (field: string, option: string): Promise<void> => {
      await parameter(field).locator('input').click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await openNode('SvarUt');
    await choose('operation', 'Send to GP');
    await choose('mottakertype', 'HER-ID');
    await parameter('mottakerHerId').first().waitFor({ state: 'visible' });
    expect(await parameter('mottakerHerId').locator('input').inputValue()).toBe('');
    expect(await browser.shoot('n8n-dependent-field')).toBeGreaterThan(NOT_BLANK);
    await choose('mottakertype', "Patient's GP");
    await parameter('mottakerHerId').first().waitFor({ state: 'hidden' });
    await closeNode();
  });

  it('tests the Maskinporten credential and does not show the key', async () => {
    const { page } = browser;
    await page.goto(`${n8n.url}/home/credentials/${credentialIds.maskinportenApi}`);
    await page.getByText('Connection tested successfully').waitFor({ state: 'visible' });
    expect(await browser.shoot('n8n-maskinporten')).toBeGreaterThan(NOT_BLANK);
    expect(await page.content()).not.toContain(sandbox.credentials.maskinporten.privateKey.slice(20, 60));
  });

  it('meets no error that nobody caught', () => {
    expect(browser.pageErrors).toEqual([]);
  });
});
