/**
 * Lists of rows and fields that depend on others, in the dialog of Node-RED's SvarUt node.
 */
import type { Locator } from 'playwright-core';
import { readCredentials } from '../../../scripts/demo/ledger.mts';
import type { DemoHost } from '../../../scripts/demo/run.mts';
import { startNodeRedDemo } from '../../../scripts/node-red/demo.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { NOT_BLANK, type Browser } from './chromium';
import { closeNode, idOf, openEditor, openNode, type Editor } from './nodeRedEditor';

const SVARUT = 'norsk-kommune-svarut';

const LANGUAGES = {
  'en-US': { link: 'Link', columns: ['URL', 'Text', 'Lead Text'], documents: 'Documents', document: 'Document' },
  'nb-NO': { link: 'Lenke', columns: ['URL', 'Tekst', 'Ledetekst'], documents: 'Dokumenter', document: 'Dokument' },
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

describe.each(Object.entries(LANGUAGES))("the dialog of SvarUt in Node-RED's editor in %s", (locale, words) => {
  let browser: Browser;
  const id = idOf(SVARUT, 'sendToPerson');

  beforeAll(async () => {
    browser = await openEditor(locale, host.url);
  }, 120_000);

  afterAll(() => browser.close());

  beforeEach(async () => {
    await openNode(browser.page, id);
    await browser.page.locator('.nk-options summary').click();
  });

  const rowOf = (field: string): Locator =>
    browser.page.locator('.form-row').filter({ has: browser.page.locator(`#node-input-${field}`) });

  const entries = (field: string): Locator => rowOf(field).locator('.nk-entry');

  const add = (field: string): Locator => rowOf(field).locator('.red-ui-editableList-addButton');

  const saved = (...names: readonly string[]): Promise<Record<string, unknown>> =>
    browser.page.evaluate(
      ([nodeId, wanted]) => {
        const node = (globalThis as unknown as Editor).RED.nodes.node(nodeId);
        return Object.fromEntries(wanted.map((name) => [name, node[name]]));
      },
      [id, names] as const,
    );

  const choose = async (field: string, type: string): Promise<void> => {
    await rowOf(field).locator('.red-ui-typedInput-type-select').click();
    await browser.page.locator(`.red-ui-typedInput-options:visible a[value="${type}"]`).click();
  };

  const shoot = async (name: string): Promise<void> => {
    expect(await browser.shoot(`node-red-${locale}-${name}`)).toBeGreaterThan(NOT_BLANK);
  };

  it('takes rows with the keyboard alone, marks what is missing, and stores them in their order', async () => {
    const { page } = browser;
    expect(await entries('lenker').count()).toBe(0);
    expect(await add('lenker').innerText()).toContain(words.link);
    await add('lenker').focus();
    await page.keyboard.press('Enter');
    expect(await entries('lenker').locator('span').allInnerTexts()).toEqual(words.columns);
    await page.keyboard.type('https://a.example');
    const [url, text] = await entries('lenker').locator('input').all();
    expect(await url!.inputValue()).toBe('https://a.example');
    expect(await text!.getAttribute('class')).toContain('input-error');
    await page.keyboard.press('Tab');
    await page.keyboard.type('First');
    expect(await text!.getAttribute('class')).not.toContain('input-error');
    await add('lenker').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('https://b.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Second');
    await rowOf('lenker').locator('.red-ui-editableList-item-handle').last().focus();
    await page.keyboard.press('ArrowUp');
    await shoot('svarut-links');
    await closeNode(page, 'ok');
    const { lenker, lenkerType, valid } = await saved('lenker', 'lenkerType', 'valid');
    expect(JSON.parse(lenker as string)).toEqual([
      { url: 'https://b.example', tekst: 'Second', ledetekst: '' },
      { url: 'https://a.example', tekst: 'First', ledetekst: '' },
    ]);
    expect([lenkerType, valid]).toEqual(['rows', true]);
  });

  it('shows the stored rows again, and lets one be removed with the keyboard', async () => {
    const { page } = browser;
    expect(await entries('lenker').locator('input').first().inputValue()).toBe('https://b.example');
    await rowOf('lenker').locator('.red-ui-editableList-item-remove').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => document.querySelectorAll('.nk-entry').length === count, 1);
    expect(await add('lenker').evaluate((button) => button === document.activeElement)).toBe(true);
    await closeNode(page, 'ok');
    const { lenker } = await saved('lenker');
    expect(JSON.parse(lenker as string)).toMatchObject([{ url: 'https://a.example' }]);
  });

  it('can take the rows from elsewhere, and keeps those in the dialog until it is closed', async () => {
    await choose('lenker', 'msg');
    expect(await entries('lenker').first().isVisible()).toBe(false);
    await rowOf('lenker').locator('.red-ui-typedInput-input').fill('links');
    await choose('lenker', 'rows');
    expect(await entries('lenker').locator('input').first().inputValue()).toBe('https://a.example');
    await choose('lenker', 'msg');
    await closeNode(browser.page, 'ok');
    expect(await saved('lenker', 'lenkerType', 'valid')).toEqual({ lenker: 'links', lenkerType: 'msg', valid: true });
  });

  it('takes numbers, switches and choices in a row too', async () => {
    const { page } = browser;
    await add('personDocuments').click();
    const [name, giro, isLeftOut] = await entries('personDocuments').locator('input').all();
    await name!.fill('vedtak.pdf');
    await giro!.fill('0');
    expect(await giro!.getAttribute('class')).toContain('input-error');
    await giro!.fill('2');
    expect(await giro!.getAttribute('class')).not.toContain('input-error');
    await isLeftOut!.check();
    await add('signering').click();
    expect(await add('signering').isDisabled()).toBe(true);
    await entries('signering').locator('select').selectOption('AVANSERT_SIGNATUR');
    await entries('signering').locator('input').nth(1).fill('2030-01-01');
    await entries('signering').scrollIntoViewIfNeeded();
    await shoot('svarut-rows');
    await closeNode(page, 'ok');
    const { personDocuments, signering, valid } = await saved('personDocuments', 'signering', 'valid');
    expect(JSON.parse(personDocuments as string)).toEqual([
      { filnavn: 'vedtak.pdf', giroarkSide: '2', skalEkskluderesFraUtskrift: true },
    ]);
    expect(JSON.parse(signering as string)).toEqual([
      { filnavn: '', signeringUtloper: '2030-01-01', signaturType: 'AVANSERT_SIGNATUR' },
    ]);
    expect(valid).toBe(true);
  });

  it('shows a field only with the choice it is for, and calls it what the operation does', async () => {
    const { page } = browser;
    const label = rowOf('documents').locator('> label');
    expect(await label.innerText()).toBe(words.documents);
    await page.selectOption('#node-input-operation', 'sendToHealthNetwork');
    expect(await label.innerText()).toBe(words.document);
    expect(await rowOf('mottakerHerId').isVisible()).toBe(false);
    await rowOf('mottakertype').locator('.red-ui-typedInput-option-trigger').click();
    await page.locator('.red-ui-typedInput-options:visible a[value="HER_ID"]').click();
    await rowOf('mottakerHerId').waitFor();
    await shoot('svarut-health-network');
    await choose('mottakertype', 'msg');
    await rowOf('mottakerHerId').waitFor();
    await closeNode(page, 'cancel');
  });

  it('meets no error that nobody caught', async () => {
    await closeNode(browser.page, 'cancel');
    expect(browser.pageErrors).toEqual([]);
  });
});
