/**
 * Only a browser can prove that the private key stays in it.
 */
import { calculateJwkThumbprint } from 'jose';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { NOT_BLANK, openBrowser, type Browser } from './chromium';

let sandbox: Sandbox;
let browser: Browser;
const sent: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  browser = await openBrowser('nb-NO');
  browser.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await browser.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

jest.setTimeout(60_000);

const make = async (): Promise<void> => {
  await browser.page.click('button.main:visible >> nth=0');
  await browser.page.waitForSelector('#letters article');
};

const publicJwk = async (): Promise<Record<string, string>> =>
  JSON.parse((await browser.page.textContent('#public-key pre'))!);

const savePrivateKey = async (): Promise<string> => {
  const [download] = await Promise.all([
    browser.page.waitForEvent('download'),
    browser.page.click('#save-private-key'),
  ]);
  expect(download.suggestedFilename()).toBe('private-key.pem');
  return readFileSync(await download.path(), 'utf8');
};

describe('the set-up page in a browser', () => {
  beforeEach(async () => {
    sent.length = 0;
    await browser.page.goto(`${sandbox.url}/setup`);
  });

  it('makes a key pair whose private half is saved to a file and sent nowhere', async () => {
    await make();
    const jwk = await publicJwk();
    const key = createPrivateKey(await savePrivateKey());
    expect(createPublicKey(key).export({ format: 'jwk' })).toEqual({ kty: 'RSA', n: jwk.n, e: jwk.e });
    expect(jwk).toMatchObject({ use: 'sig', alg: 'RS256', kid: await calculateJwkThumbprint(jwk as any) });
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);

    const { d } = key.export({ format: 'jwk' });
    const traffic = sent.join('\n');
    expect(traffic).toContain(jwk.kid);
    expect(traffic).not.toContain(d);
    expect(traffic).not.toContain('PRIVATE');
    expect(await browser.page.content()).not.toContain(d);
  });

  it('keeps the key when the letters are made anew, and calls it by the name that was typed', async () => {
    await make();
    const first = await publicJwk();
    await browser.page.fill('[name=keyId]', 'eksempel-n8n-2027');
    await browser.page.click('#order button');
    await browser.page.waitForFunction(() => document.querySelector('#public-key pre')?.textContent.includes('2027'));
    expect(await publicJwk()).toEqual({ ...first, kid: 'eksempel-n8n-2027' });
    expect(await browser.page.textContent('#letters')).toContain('eksempel-n8n-2027');
  });

  it('asks for the municipality of a supplier only', async () => {
    const customer = browser.page.locator('#customer');
    expect(await customer.isVisible()).toBe(false);
    await browser.page.check('[name=for][value=supplier]');
    expect(await customer.isVisible()).toBe(true);
    await browser.page.fill('#customer [name=municipality]', 'Eksempel kommune');
    await make();
    expect(await browser.page.textContent('#letters')).toContain('delegere API-et');
    expect(await browser.page.textContent('#letters')).toContain('Eksempel kommune');
  });

  it('says in words what cannot be used', async () => {
    await browser.page.fill('[name=organisationNumber]', '310475024');
    await browser.page.click('#order button');
    await browser.page.waitForFunction(() => document.querySelector('#problem')?.textContent);
    expect(await browser.page.textContent('#problem')).toContain('Organisasjonsnummeret er ikke gyldig.');
    expect(await browser.page.isVisible('#results')).toBe(false);
  });

  it('copies a text, and opens it as an e-mail to the one who gets it', async () => {
    await make();
    const letter = browser.page.locator('#letters article').first();
    await letter.locator('[data-action=copy]').click();
    await browser.page.waitForFunction(() => document.querySelector('#done')?.textContent.startsWith('Kopiert'));
    const text = await letter.locator('pre').textContent();
    expect(await browser.page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    const link = new URL((await letter.locator('a').getAttribute('href'))!);
    expect(link.pathname).toBe('fiks@ksdigital.no');
    expect(link.searchParams.get('body')!.replaceAll('\r\n', '\n')).toBe(text);
  });

  it.each(['light', 'dark'] as const)('can be read with a %s system', async (colorScheme) => {
    await browser.page.emulateMedia({ colorScheme });
    await make();
    expect(await browser.shoot(`setup-${colorScheme}`)).toBeGreaterThan(NOT_BLANK);
    expect(browser.pageErrors).toEqual([]);
  });
});
