import { readFileSync } from 'node:fs';
import { readCredentials } from '../../../scripts/demo/ledger.mts';
import type { DemoHost } from '../../../scripts/demo/run.mts';
import { EXAMPLE, startNodeRedDemo } from '../../../scripts/node-red/demo.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { NOT_BLANK, openBrowser, type Browser } from './chromium';

/** What the editor's page gives to scripts. */
interface Editor {
  readonly RED: {
    readonly workspaces: { active: () => unknown };
    readonly editor: { edit: (node: unknown) => void; editConfig: (name: string, type: string, id: string) => void };
    readonly nodes: { node: (id: string) => Readonly<Record<string, unknown>> };
    readonly sidebar: { help: { show: (type: string) => void } };
  };
}

const LANGUAGES = {
  'en-US': {
    number: 'National Identity Number',
    getPerson: 'Get Person',
    issued: 'Maskinporten issued a token for ks:fiks',
    caution: 'A protected address that leaks can cost a life.',
    help: 'Send letters through KS SvarUt',
  },
  'nb-NO': {
    number: 'Fødselsnummer',
    getPerson: 'Hent person',
    issued: 'Maskinporten ga et token for ks:fiks',
    caution: 'En beskyttet adresse på avveie kan koste liv.',
    help: 'Send brev gjennom KS SvarUt',
  },
} as const;

const flow = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { id: string; type: string; operation?: string }[];
const idOf = (type: string, operation?: string): string => {
  const node = flow.find((candidate) => candidate.type === type && candidate.operation === operation);
  if (!node) throw new Error(`The example has no ${type}.`);
  return node.id;
};

jest.setTimeout(60_000);

let sandbox: Sandbox;
let host: DemoHost;

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 10 });
  host = await startNodeRedDemo({ url: sandbox.url, credentials: await readCredentials(sandbox.url) });
}, 120_000);

afterAll(async () => {
  await sandbox.close();
  await host.stop();
}, 30_000);

describe.each(Object.entries(LANGUAGES))("Node-RED's editor in %s", (locale, words) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(locale);
    const { page } = browser;
    await page.goto(host.url);
    await page.waitForSelector('.red-ui-palette-node[data-palette-type="norsk-kommune-svarut"]', { state: 'attached' });
    await page.waitForFunction(() => (globalThis as unknown as Editor).RED.workspaces.active());
    await page.waitForSelector('#red-ui-loading-progress', { state: 'hidden' });
  }, 120_000);

  afterAll(() => browser.close());

  const open = async (id: string): Promise<void> => {
    await browser.page.evaluate((nodeId) => {
      const { RED } = globalThis as unknown as Editor;
      RED.editor.edit(RED.nodes.node(nodeId));
    }, id);
    await browser.page.waitForSelector('#node-input-operation', { state: 'visible' });
  };

  const closeWith = async (button: 'ok' | 'cancel'): Promise<void> => {
    await browser.page.click(`#node-dialog-${button}`);
    await browser.page.waitForSelector('#node-input-operation', { state: 'detached' });
  };

  it('finds each node by a search in the palette', async () => {
    const { page } = browser;
    for (const name of ['folkeregister', 'krr', 'svarut']) {
      await page.locator('#red-ui-palette-search input').fill('');
      await page.locator('#red-ui-palette-search input').pressSequentially(name);
      await page.waitForSelector(`.red-ui-palette-node[data-palette-type="norsk-kommune-${name}"]`, {
        state: 'visible',
      });
    }
    await page.locator('#red-ui-palette-search input').fill('');
  });

  it.each([
    ['norsk-kommune-folkeregister', 'getPerson'],
    ['norsk-kommune-krr', 'checkNotificationRules'],
    ['norsk-kommune-svarut', 'sendToPerson'],
  ])('opens the form of %s with words and not keys', async (type, operation) => {
    await open(idOf(type, operation));
    const { page } = browser;
    await page.locator('.nk-form summary').first().click();
    const texts = await page.locator('.nk-form label, .nk-form option, .nk-form summary').allInnerTexts();
    expect(texts).toContain(words.number);
    expect(texts.filter((text) => text.includes(type))).toEqual([]);
    expect(await browser.shoot(`node-red-${locale}-${type}`)).toBeGreaterThan(NOT_BLANK);
    await closeWith('cancel');
  });

  it('warns beside the switch that shows protected addresses', async () => {
    await open(idOf('norsk-kommune-folkeregister', 'getPerson'));
    await browser.page.locator('.nk-options summary').click();
    expect(await browser.page.locator('.nk-caution').innerText()).toBe(words.caution);
    await closeWith('cancel');
  });

  it('shows only the fields of the chosen operation and keeps what is filled in', async () => {
    const id = idOf('norsk-kommune-svarut', 'getStatus');
    await open(id);
    const { page } = browser;
    const rowOf = (field: string) => page.locator('.form-row').filter({ has: page.locator(`#node-input-${field}`) });
    await page.selectOption('#node-input-operation', 'findByReference');
    expect(await rowOf('letterId').isVisible()).toBe(false);
    expect(await rowOf('eksternReferanse').isVisible()).toBe(true);
    await page.selectOption('#node-input-operation', 'getStatus');
    expect(await rowOf('letterId').isVisible()).toBe(true);
    await rowOf('letterId').locator('.red-ui-typedInput-input').fill('minForsendelse');
    await closeWith('ok');
    const saved = await page.evaluate((nodeId) => {
      const { letterId, letterIdType, operation, valid } = (globalThis as unknown as Editor).RED.nodes.node(nodeId);
      return { letterId, letterIdType, operation, valid };
    }, id);
    expect(saved).toEqual({ letterId: 'minForsendelse', letterIdType: 'item', operation: 'getStatus', valid: true });
  });

  it('tests the Maskinporten configuration without showing the key', async () => {
    const { page } = browser;
    await page.evaluate((id) => {
      (globalThis as unknown as Editor).RED.editor.editConfig('', 'norsk-kommune-maskinporten', id);
    }, idOf('norsk-kommune-maskinporten'));
    await page.waitForSelector('#norsk-kommune-maskinporten-test', { state: 'visible' });
    expect(await page.inputValue('#node-config-input-privateKey')).toBe('__PWRD__');
    await page.click('#norsk-kommune-maskinporten-test');
    await page.waitForSelector('#norsk-kommune-maskinporten-result.nk-good');
    expect(await page.locator('#norsk-kommune-maskinporten-result').innerText()).toBe(words.issued);
    expect(await browser.shoot(`node-red-${locale}-maskinporten`)).toBeGreaterThan(NOT_BLANK);
    await page.click('#node-config-dialog-cancel');
    await page.waitForSelector('#norsk-kommune-maskinporten-test', { state: 'detached' });
  });

  it('has help for the node', async () => {
    const { page } = browser;
    await page.evaluate(() => {
      (globalThis as unknown as Editor).RED.sidebar.help.show('norsk-kommune-svarut');
    });
    await page.waitForFunction((text) => document.body.innerText.includes(text), words.help);
    expect(await browser.shoot(`node-red-${locale}-help`)).toBeGreaterThan(NOT_BLANK);
  });

  it('meets no error that nobody caught', () => {
    expect(browser.pageErrors).toEqual([]);
  });
});
