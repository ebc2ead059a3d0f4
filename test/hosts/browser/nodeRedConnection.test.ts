/**
 * Letting oneself in, in Node-RED's editor: keys as people have them, named lists, and the check of the connection.
 */
import { readCredentials } from '../../../scripts/demo/ledger.mts';
import type { DemoHost } from '../../../scripts/demo/run.mts';
import { startNodeRedDemo } from '../../../scripts/node-red/demo.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { NOT_BLANK, type Browser } from './chromium';
import { closeConfig, closeNode, idOf, openConfig, openEditor, openNode, type Editor } from './nodeRedEditor';

const MASKINPORTEN = 'norsk-kommune-maskinporten';
const FIKS = 'norsk-kommune-fiks';

const LANGUAGES = {
  'en-US': { passed: 'passed', failed: 'failed', add: 'Role', byDefault: 'default of the configuration' },
  'nb-NO': { passed: 'bestått', failed: 'feilet', add: 'Rolle', byDefault: 'standard i konfigurasjonen' },
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

describe.each(Object.entries(LANGUAGES))("the configurations in Node-RED's editor in %s", (locale, words) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openEditor(locale, host.url);
  }, 120_000);

  afterAll(() => browser.close());

  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields))
      await browser.page.locator(`#node-config-input-${name}`).fill(value);
  };

  const isShown = (name: string): Promise<boolean> => browser.page.locator(`#node-config-input-${name}`).isVisible();

  /** Presses the button and waits for the steps. */
  const check = async (type: string, expected: boolean): Promise<string> => {
    const { page } = browser;
    await page.click(`#${type}-check`);
    await page.waitForSelector(`#${type}-report[data-ok="${expected}"]`);
    return page.locator(`#${type}-report`).innerText();
  };

  const marks = (type: string): Promise<string[]> =>
    browser.page
      .locator(`#${type}-report li > .fa`)
      .evaluateAll((signs) => signs.map((sign) => sign.getAttribute('aria-label') ?? ''));

  const shoot = async (name: string): Promise<void> => {
    expect(await browser.shoot(`node-red-${locale}-${name}`)).toBeGreaterThan(NOT_BLANK);
  };

  it('takes a PKCS#12 file as base64 with its passphrase, and shows the steps and the public key', async () => {
    const { page } = browser;
    const { clientId, privateKey, passphrase } = sandbox.credentials.certificateClient;
    await openConfig(page, MASKINPORTEN);
    await fill({ clientId, privateKey, passphrase, keyId: '' });
    const report = await check(MASKINPORTEN, true);
    expect(report).toMatch(/RSA key of 2048 bits, certificate of .*ks:fiks/s);
    expect(new Set(await marks(MASKINPORTEN))).toEqual(new Set([words.passed]));
    await shoot('pkcs12');
    await page.locator(`#${MASKINPORTEN}-report summary`).click();
    expect(JSON.parse(await page.locator(`#${MASKINPORTEN}-report pre`).innerText())).toMatchObject({ use: 'sig' });
    await page.locator(`#${MASKINPORTEN}-report pre`).scrollIntoViewIfNeeded();
    await shoot('public-key');
    await closeConfig(page, MASKINPORTEN, 'cancel');
  });

  it('takes a PEM whose line breaks became blanks', async () => {
    const { page } = browser;
    const { clientId, privateKeyAsPem } = sandbox.credentials.certificateClient;
    await openConfig(page, MASKINPORTEN);
    await fill({ clientId, privateKey: privateKeyAsPem.replaceAll('\n', ' '), passphrase: '', keyId: '' });
    expect(await check(MASKINPORTEN, true)).toContain('ks:fiks');
    await closeConfig(page, MASKINPORTEN, 'cancel');
  });

  it('says at which step a wrong passphrase stops it, and what to do', async () => {
    const { page } = browser;
    const { clientId, privateKey } = sandbox.credentials.certificateClient;
    await openConfig(page, MASKINPORTEN);
    await fill({ clientId, privateKey, passphrase: 'another', keyId: '' });
    expect(await check(MASKINPORTEN, false)).toContain('passphrase');
    expect(await marks(MASKINPORTEN)).toContain(words.failed);
    await shoot('wrong-passphrase');
    await closeConfig(page, MASKINPORTEN, 'cancel');
  });

  it('shows the fields of an environment, and of experts, only to those who choose them', async () => {
    const { page } = browser;
    await openConfig(page, MASKINPORTEN);
    expect([await isShown('sandboxUrl'), await isShown('issuer'), await isShown('resource')]).toEqual([
      true,
      false,
      false,
    ]);
    await page.selectOption('#node-config-input-environment', 'custom');
    await page.check('#node-config-input-expert');
    expect([await isShown('sandboxUrl'), await isShown('issuer'), await isShown('resource')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await page.locator('#node-config-input-issuer').getAttribute('class')).toContain('input-error');
    await shoot('expert');
    await closeConfig(page, MASKINPORTEN, 'cancel');
  });

  it('keeps named roles, marks one that is not whole, and offers them on the node', async () => {
    const { page } = browser;
    const { rolleId } = sandbox.credentials.fiks;
    await openConfig(page, FIKS);
    const list = page.locator('.nk-list').filter({ has: page.locator(`#${FIKS}-roles`) });
    await list.locator('.red-ui-editableList-addButton').click();
    expect(await list.locator('.red-ui-editableList-addButton').innerText()).toContain(words.add);
    const [name, id, purpose] = await list.locator('.nk-cell input').all();
    await name!.fill('Innbygger');
    await id!.fill(rolleId.slice(1));
    expect(await id!.getAttribute('class')).toContain('input-error');
    await id!.fill(rolleId);
    expect(await id!.getAttribute('class')).not.toContain('input-error');
    await purpose!.fill('Innbyggerservice');
    await shoot('roles');
    expect(await check(FIKS, true)).toContain('Innbygger');
    await shoot('fiks');
    await closeConfig(page, FIKS, 'ok');
    const saved = await page.evaluate(
      (config) => (globalThis as unknown as Editor).RED.nodes.node(config).roles,
      idOf(FIKS),
    );
    expect(saved).toEqual([{ name: 'Innbygger', rolleId, purpose: 'Innbyggerservice', parts: '' }]);
  });

  it('offers the named roles on the node and keeps the one that is chosen', async () => {
    const { page } = browser;
    const id = idOf('norsk-kommune-folkeregister', 'getPerson');
    await openNode(page, id);
    await page.locator('.nk-options summary').click();
    const field = page.locator('.form-row').filter({ has: page.locator('#node-input-rolleId') });
    expect(await field.innerText()).toContain(words.byDefault);
    await field.locator('.red-ui-typedInput-option-trigger').click();
    const menu = page.locator('.red-ui-typedInput-options:visible');
    expect(await menu.locator('a').allInnerTexts()).toEqual([words.byDefault, 'Innbygger – Innbyggerservice']);
    await page.waitForFunction(
      () => document.querySelectorAll('.red-ui-typedInput-options[style*="overflow"]').length === 0,
    );
    await shoot('role-choices');
    await menu.getByText('Innbygger – ').click();
    await closeNode(page, 'ok');
    const saved = await page.evaluate((nodeId) => {
      const { rolleId, rolleIdType, valid } = (globalThis as unknown as Editor).RED.nodes.node(nodeId);
      return { rolleId, rolleIdType, valid };
    }, id);
    expect(saved).toEqual({ rolleId: 'Innbygger', rolleIdType: 'choice', valid: true });
  });

  it('checks a new Fiks configuration before it is saved, and its form alone without Maskinporten', async () => {
    const { page } = browser;
    const { integrationId, integrationPassword, rolleId } = sandbox.credentials.fiks;
    await openConfig(page, FIKS, '_ADD_');
    await fill({ integrationId, integrationPassword, rolleId });
    expect(await check(FIKS, true)).toContain('Fiks accepts the integration.');
    await page.selectOption(`#${FIKS}-client`, '');
    await check(FIKS, true);
    expect(await marks(FIKS)).toEqual([]);
    await shoot('form-only');
    await closeConfig(page, FIKS, 'ok');
  });

  it('asks for a Fiks configuration on KRR only on the way through Fiks', async () => {
    const { page } = browser;
    await openNode(page, idOf('norsk-kommune-krr', 'checkNotificationRules'));
    expect(await page.locator('#node-input-fiks').isVisible()).toBe(false);
    const route = page.locator('.form-row').filter({ has: page.locator('#node-input-route') });
    await route.locator('.red-ui-typedInput-option-trigger').click();
    await page.locator('.red-ui-typedInput-options:visible').getByText('Fiks Register').click();
    expect(await page.locator('#node-input-fiks').isVisible()).toBe(true);
    await closeNode(page, 'cancel');
  });

  it('meets no error that nobody caught', () => {
    expect(browser.pageErrors).toEqual([]);
  });
});
