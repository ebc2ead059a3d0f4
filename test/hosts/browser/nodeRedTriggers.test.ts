/**
 * The dialogs of the triggers in Node-RED's editor.
 */
import { startNodeRed, type NodeRed } from '../../../scripts/node-red/host.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { CONFIGURED, configurationsFor } from '../../node-red/configurations';
import { NOT_BLANK, type Browser } from './chromium';
import { closeNode, openEditor, openNode, place } from './nodeRedEditor';

const EVENTS = 'norsk-kommune-folkeregister-events';
const STATUS = 'norsk-kommune-svarut-status';

/** Over what concerns the messages: only a trigger that is told what to follow takes items. */
const SUMMARIES = {
  'en-US': { [EVENTS]: ['Options', 'Result'], [STATUS]: ['Options', 'Items and result'] },
  'nb-NO': { [EVENTS]: ['Flere valg', 'Resultat'], [STATUS]: ['Flere valg', 'Elementer og resultat'] },
} as const;

jest.setTimeout(60_000);

let sandbox: Sandbox;
let nodeRed: NodeRed;

beforeAll(async () => {
  sandbox = await startSandbox();
  nodeRed = await startNodeRed();
  const { nodes, secrets } = configurationsFor(sandbox.credentials);
  await nodeRed.deploy([{ id: 'tab', type: 'tab', label: 'test' }, ...nodes], secrets);
}, 120_000);

afterAll(async () => {
  await nodeRed.stop();
  await sandbox.close();
}, 30_000);

describe.each(Object.entries(SUMMARIES))("a trigger's dialog in Node-RED's editor in %s", (locale, summaries) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openEditor(locale, nodeRed.url);
    for (const type of [EVENTS, STATUS]) await place(browser.page, { ...CONFIGURED, id: type, type, z: 'tab' });
  }, 120_000);

  afterAll(() => browser.close());

  const rowOf = (field: string) =>
    browser.page.locator('.form-row').filter({ has: browser.page.locator(`#node-input-${field}`) });

  const shoot = async (name: string): Promise<void> =>
    expect(await browser.shoot(`node-red-${locale}-${name}`)).toBeGreaterThan(NOT_BLANK);

  it.each([
    [EVENTS, ['start', 'eventTypes', 'includePerson', 'route', 'minutesBetween']],
    [STATUS, ['letterId', 'reportFirst', 'minutesBetween']],
  ] as const)('of %s has its fields, in words and not keys', async (type, fields) => {
    await openNode(browser.page, type);
    await shoot(type);
    for (const field of fields) expect(await rowOf(field).isVisible()).toBe(true);
    const texts = await browser.page.locator('.nk-form label, .nk-form option, .nk-form summary').allInnerTexts();
    expect(texts.filter((text) => text.includes('norsk-kommune'))).toEqual([]);
    expect(await browser.page.locator('.nk-form summary').allInnerTexts()).toEqual(summaries[type]);
    for (const summary of await browser.page.locator('.nk-form summary').all()) await summary.click();
    await browser.page.locator('#node-input-mode').scrollIntoViewIfNeeded();
    await shoot(`${type}-more`);
    await closeNode(browser.page, 'cancel');
  });

  it('shows a field only with the choice it is for', async () => {
    await openNode(browser.page, EVENTS);
    await browser.page.locator('.nk-options summary').click();
    for (const field of ['fromNumber', 'parts', 'includeProtectedAddresses'])
      expect([field, await rowOf(field).isVisible()]).toEqual([field, false]);
    await rowOf('start').locator('.red-ui-typedInput-option-trigger').click();
    await browser.page.locator('.red-ui-typedInput-options:visible a[value="number"]').click();
    await rowOf('includePerson').locator('.red-ui-typedInput-option-trigger').click();
    await browser.page.locator('.red-ui-typedInput-options:visible a[value="true"]').click();
    for (const field of ['fromNumber', 'parts', 'includeProtectedAddresses'])
      expect([field, await rowOf(field).isVisible()]).toEqual([field, true]);
    await rowOf('includeProtectedAddresses').scrollIntoViewIfNeeded();
    await shoot(`${EVENTS}-chosen`);
    await closeNode(browser.page, 'cancel');
  });

  it('meets no error that nobody caught', () => {
    expect(browser.pageErrors).toEqual([]);
  });
});
