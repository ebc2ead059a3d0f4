import { readCredentials } from '../../../scripts/demo/ledger.mts';
import type { DemoHost } from '../../../scripts/demo/run.mts';
import { startNodeRedDemo } from '../../../scripts/node-red/demo.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { NOT_BLANK, type Browser } from './chromium';
import { closeConfig, closeNode, idOf, openConfig, openEditor, openNode, type Editor } from './nodeRedEditor';

const LANGUAGES = {
  'en-US': {
    number: 'National Identity Number',
    getPerson: 'Get Person',
    works: 'The connection works.',
    caution: 'A protected address that leaks can cost a life.',
    help: 'Send letters through KS SvarUt',
  },
  'nb-NO': {
    number: 'Fødselsnummer',
    getPerson: 'Hent person',
    works: 'Forbindelsen virker.',
    caution: 'En beskyttet adresse på avveie kan koste liv.',
    help: 'Send brev gjennom KS SvarUt',
  },
} as const;

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
    browser = await openEditor(locale, host.url);
  }, 120_000);

  afterAll(() => browser.close());

  it('finds each node by a search in the palette', async () => {
    const { page } = browser;
    for (const name of ['folkeregister', 'krr', 'kjoretoyregister', 'svarut']) {
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
    await openNode(browser.page, idOf(type, operation));
    const { page } = browser;
    await page.locator('.nk-form summary').first().click();
    const texts = await page.locator('.nk-form label, .nk-form option, .nk-form summary').allInnerTexts();
    expect(texts).toContain(words.number);
    expect(texts.filter((text) => text.includes(type))).toEqual([]);
    expect(await browser.shoot(`node-red-${locale}-${type}`)).toBeGreaterThan(NOT_BLANK);
    await closeNode(browser.page, 'cancel');
  });

  it('warns beside the switch that shows protected addresses', async () => {
    await openNode(browser.page, idOf('norsk-kommune-folkeregister', 'getPerson'));
    await browser.page.locator('.nk-options summary').click();
    const caution = browser.page.locator('.nk-caution[data-i18n$=".caution.includeProtectedAddresses"]');
    expect(await caution.innerText()).toBe(words.caution);
    await closeNode(browser.page, 'cancel');
  });

  it('shows only the fields of the chosen operation and keeps what is filled in', async () => {
    const id = idOf('norsk-kommune-svarut', 'getStatus');
    await openNode(browser.page, id);
    const { page } = browser;
    const rowOf = (field: string) => page.locator('.form-row').filter({ has: page.locator(`#node-input-${field}`) });
    await page.selectOption('#node-input-operation', 'findByReference');
    expect(await rowOf('letterId').isVisible()).toBe(false);
    expect(await rowOf('eksternReferanse').isVisible()).toBe(true);
    await page.selectOption('#node-input-operation', 'getStatus');
    expect(await rowOf('letterId').isVisible()).toBe(true);
    await rowOf('letterId').locator('.red-ui-typedInput-input').fill('minForsendelse');
    await closeNode(browser.page, 'ok');
    const saved = await page.evaluate((nodeId) => {
      const { letterId, letterIdType, operation, valid } = (globalThis as unknown as Editor).RED.nodes.node(nodeId);
      return { letterId, letterIdType, operation, valid };
    }, id);
    expect(saved).toEqual({ letterId: 'minForsendelse', letterIdType: 'item', operation: 'getStatus', valid: true });
  });

  it('checks the stored Maskinporten configuration without showing the key', async () => {
    const { page } = browser;
    await openConfig(page, 'norsk-kommune-maskinporten');
    expect(await page.inputValue('#node-config-input-privateKey')).toBe('__PWRD__');
    await page.click('#norsk-kommune-maskinporten-check');
    await page.waitForSelector('#norsk-kommune-maskinporten-report[data-ok="true"]');
    expect(await page.locator('#norsk-kommune-maskinporten-report').innerText()).toContain(words.works);
    expect(await browser.shoot(`node-red-${locale}-maskinporten`)).toBeGreaterThan(NOT_BLANK);
    await closeConfig(page, 'norsk-kommune-maskinporten', 'cancel');
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
