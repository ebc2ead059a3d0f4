/**
 * The sandbox's page as somebody uses it who shows it to others, or who looks for why a flow does not work.
 */
import { readFileSync } from 'node:fs';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';
import { Caller } from '../../sandbox/caller';
import { letterTo, multipart, sendPath } from '../../sandbox/letters';
import { NOT_BLANK, openBrowser, type Browser } from './chromium';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const SECTIONS = ['letters', 'requests', 'persons', 'vehicles', 'control', 'credentials'];

/** Gets letters in Altinn and never opens them. */
const NEVER_OPENS = '22828999528';
const HAS_MAILBOX = '12848539668';

const ONE_PAGE_PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

jest.setTimeout(60_000);

let sandbox: Sandbox;
let caller: Caller;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox();
  caller = Caller.of(sandbox);
  browser = await openBrowser('en-GB');
  await browser.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

const sendLetter = async (digitalId: string, tittel: string): Promise<void> => {
  const { status } = await caller.call(sendPath(caller), {
    method: 'POST',
    headers: await caller.fiksHeaders(),
    body: multipart(letterTo(digitalId, { tittel }), undefined, ONE_PAGE_PDF),
  });
  expect(status).toBe(200);
};

/** Anew, so that nothing is left of what a test before did. */
const open = async (section: string, language = 'en'): Promise<void> => {
  await browser.page.goto('about:blank');
  await browser.page.goto(`${sandbox.url}/?language=${language}#${section}`);
};

const showsData = (section: string): Promise<void> =>
  browser.page.locator(`#${section} tbody tr:visible`).first().waitFor();

/** The first that a section has, if it has any, with what it then fetches. */
const openDetails = async (section: string): Promise<void> => {
  const details = browser.page.locator(`#${section} details`).first();
  if ((await details.count()) === 0) return;
  await details.locator('summary').click();
  await details.locator('tr, dd').first().waitFor();
};

const copied = (): Promise<string> => browser.page.evaluate(() => navigator.clipboard.readText());

const openLetter = async (title: string): Promise<void> => {
  await open('letters');
  await browser.page.getByRole('button', { name: title }).click();
};

describe('the page of the sandbox in a browser', () => {
  beforeEach(async () => {
    await caller.call('/admin/reset', { method: 'POST' });
  });

  it('shows a letter when it comes, where it is going, and its PDF', async () => {
    const { page } = browser;
    await open('letters');
    await page.getByText('No letters yet.').waitFor();
    await sendLetter(HAS_MAILBOX, 'Svar på søknad');
    await page.getByRole('button', { name: 'Svar på søknad' }).click();
    const letter = page.getByRole('dialog', { name: 'Svar på søknad' });
    await letter.getByText('LEVERT_SDP', { exact: true }).first().waitFor();
    expect(await letter.locator('#letter-timeline [data-part=state]').allTextContents()).toEqual([
      'MOTTATT',
      'AKSEPTERT',
      'SENDT_SDP',
      'LEVERT_SDP',
      'SLETTET',
    ]);
    const link = letter.getByRole('link', { name: 'vedtak.pdf' });
    const pdf = await fetch(new URL((await link.getAttribute('href'))!, sandbox.url));
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe('inline');
    expect(await pdf.text()).toBe(ONE_PAGE_PDF);
    const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await tab.close();
    await page.keyboard.press('Escape');
    await letter.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Svar på søknad');
  });

  it('advances the clock to the next change of a letter', async () => {
    const { page } = browser;
    await sendLetter(NEVER_OPENS, 'Vedtak om barnehageplass');
    await caller.postJson('/admin/clock', { advanceSeconds: 10 });
    await openLetter('Vedtak om barnehageplass');
    const state = page.locator('#letter > p [data-part=state]');
    expect(await state.textContent()).toBe('LEVERT_ALTINN');
    await page.getByRole('button', { name: /^Advance the Clock .* to SENDT_PRINT$/ }).click();
    await page.getByText('The letter is now SENDT_PRINT.').waitFor();
    expect(await state.textContent()).toBe('SENDT_PRINT');
    await page.getByRole('button', { name: /to PRINTET$/ }).click();
    await page.getByText('The letter is now PRINTET.').waitFor();
    const elapsed = (await caller.call('/admin/clock')).body.elapsedSeconds;
    expect(elapsed).toBeGreaterThanOrEqual(40 * 3600);
    expect(elapsed).toBeLessThan(41 * 3600);
  });

  it('explains a request that was refused', async () => {
    const { page } = browser;
    await open('requests');
    await caller.call('/krr/rest/v2/personer', { method: 'POST' });
    await caller.token();
    const rows = page.locator('#requests-rows tr');
    await rows.nth(1).waitFor();
    await page.getByLabel('Refused Only').check();
    await page.waitForFunction(() => document.querySelectorAll('#requests-rows tr').length === 1);
    const refused = rows.first();
    expect(await refused.innerText()).toContain('401');
    expect(await refused.locator('[data-part=reason]').textContent()).toMatch(/Authorization/);
    await refused.getByText('Details').click();
    await refused.getByText('The service does not know who asks').waitFor();
    await page.locator('#requests-service').selectOption('SvarUt');
    await page.getByText('No requests to show.').waitFor();
  });

  it('leaves open what the reader opened when more requests come', async () => {
    const { page } = browser;
    await caller.call('/krr/rest/v2/personer', { method: 'POST' });
    await open('requests');
    const details = page.locator('#requests-rows details');
    await details.getByText('Details').click();
    await caller.token();
    await page.waitForFunction(() => document.querySelectorAll('#requests-rows tr').length === 2);
    expect(await details.nth(1).getAttribute('open')).toBe('');
    await caller.call('/admin/reset', { method: 'POST' });
    await page.getByText('No requests to show.').waitFor();
  });

  it('shows the newest of many at once, and more when asked', async () => {
    const { page } = browser;
    await Promise.all(Array.from({ length: 120 }, () => caller.call('/krr/rest/v2/personer', { method: 'POST' })));
    await open('requests');
    const shown = () => page.locator('#requests-rows tr').count();
    await page.getByText('The first 50 are shown').waitFor();
    expect(await shown()).toBe(50);
    await page.getByRole('button', { name: 'Show More' }).click();
    await page.getByRole('button', { name: 'Show More' }).click();
    await page.getByText('120 in all').waitFor();
    expect(await shown()).toBe(120);
  });

  it('orders a fault, counts how often it happened, and calls it off', async () => {
    const { page } = browser;
    await open('control');
    await page.locator('#fault-service').selectOption('KRR');
    await page.getByLabel('What Goes Wrong').selectOption('status');
    await page.locator('#fault-status').fill('502');
    await page.getByLabel('How Many Times').fill('2');
    await page.getByRole('button', { name: 'Order Fault' }).click();
    await page.getByText('The fault is ordered.').waitFor();
    expect((await caller.call('/krr/rest/v2/personer', { method: 'POST' })).status).toBe(502);
    const fault = page.locator('#fault-rows tr');
    await fault.getByText('1 left').waitFor();
    expect(await fault.locator('[data-part=played]').textContent()).toBe('1');
    await fault.getByRole('button', { name: 'Call off: An Error Status' }).click();
    await page.getByText('No faults are waiting.').waitFor();
    expect((await caller.call('/krr/rest/v2/personer', { method: 'POST' })).status).toBe(401);
  });

  it('says why a fault cannot be ordered', async () => {
    const { page } = browser;
    await open('control');
    await page.locator('#fault-order').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByLabel('How Many Times').fill('0');
    await page.getByRole('button', { name: 'Order Fault' }).click();
    await page.locator('#said').getByText(/times/).waitFor();
    expect((await caller.call('/admin/faults')).body).toEqual([]);
  });

  it('sets the clock and its speed', async () => {
    const { page } = browser;
    await open('control');
    await page.getByRole('button', { name: '+40 Hours' }).click();
    await page.locator('#clock-elapsed').getByText('1 day 16 hours').waitFor();
    await page.getByLabel('Speed').selectOption('A Minute a Second');
    await page.locator('#clock-pace').getByText('60 times real time').waitFor();
    expect((await caller.call('/admin/clock')).body.speed).toBe(60);
  });

  it('turns a switch, and marks what is not as usual', async () => {
    const { page } = browser;
    await open('control');
    await page.getByText('Show All Settings').click();
    await page.locator('#setting-hoyesteOnPaper').uncheck();
    await page.locator('#said').getByText('hoyesteOnPaper was changed.').waitFor();
    await page.locator('#setting-altinnReadingHours').fill('12');
    await page.locator('#setting-altinnReadingHours').press('Tab');
    await page.locator('#said').getByText('altinnReadingHours was changed.').waitFor();
    await page.locator('#setting-invalidLetterStatus').selectOption('422');
    await page.locator('#said').getByText('invalidLetterStatus was changed.').waitFor();
    expect((await caller.call('/admin/settings')).body).toMatchObject({
      hoyesteOnPaper: false,
      altinnReadingHours: 12,
      invalidLetterStatus: 422,
    });
    expect(await page.locator('#settings .changed code').allTextContents()).toEqual(
      expect.arrayContaining(['hoyesteOnPaper', 'altinnReadingHours', 'invalidLetterStatus']),
    );
  });

  it('finds a person, whose number is copied', async () => {
    const { page } = browser;
    await open('persons');
    await page.getByLabel('Search Names, Numbers and What They Test').fill('fyrlykt rask');
    await page.waitForFunction(() => document.querySelectorAll('#persons-rows tr').length === 1);
    await page.getByRole('button', { name: `Copy ${HAS_MAILBOX}` }).click();
    await page.locator('#said').getByText('Copied').waitFor();
    expect(await copied()).toBe(HAS_MAILBOX);
  });

  it('finds a vehicle, whose plate is copied', async () => {
    const { page } = browser;
    await open('vehicles');
    await page.getByLabel('Search Plates, Numbers and What They Test').fill('DN 00101');
    await page.getByRole('button', { name: 'Copy DN 00101' }).click();
    await page.locator('#said').getByText('Copied').waitFor();
    expect(await copied()).toBe('DN 00101');
  });

  it('copies a credential, and all of them as text', async () => {
    const { page } = browser;
    await open('credentials');
    await page.getByText(sandbox.credentials.fiks.integrationPassword, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Copy Integration Password' }).click();
    await page.locator('#said').getByText('Copied').waitFor();
    expect(await copied()).toBe(sandbox.credentials.fiks.integrationPassword);
    await page.getByRole('radio', { name: '.env' }).check();
    await page.getByText('FIKS_KONTO_ID=').waitFor();
    await page.getByRole('button', { name: 'Copy All' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('FIKS_KONTO_ID='));
    expect(await copied()).toBe((await caller.call('/credentials.env')).body);
  });

  it('can be used with the keys alone', async () => {
    const { page } = browser;
    await sendLetter(HAS_MAILBOX, 'Brev med tastaturet');
    await open('letters');
    await page.getByRole('button', { name: 'Brev med tastaturet' }).waitFor();
    await page.getByRole('link', { name: 'Requests' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Requests']);
    await page.getByRole('link', { name: 'Letters' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Brev med tastaturet' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('says that the sandbox does not answer, and goes on when it does', async () => {
    const { page } = browser;
    await open('letters');
    await page.getByText('No letters yet.').waitFor();
    await page.context().setOffline(true);
    await page.getByText('The sandbox does not answer.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('The sandbox does not answer.').waitFor({ state: 'hidden' });
  });

  it('keeps to a narrow screen', async () => {
    const { page } = browser;
    const usual = page.viewportSize()!;
    await page.setViewportSize({ width: 320, height: 640 });
    await sendLetter(NEVER_OPENS, 'Et brev med en lang tittel om noe som ikke får plass på en linje');
    await caller.call('/krr/rest/v2/personer', { method: 'POST' });
    await caller.postJson('/admin/faults', { service: 'svarut', kind: 'dropAfter' });
    for (const section of SECTIONS) {
      await open(section);
      await showsData(section);
      await openDetails(section);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await browser.shoot(`sandbox-narrow-${section}`);
    }
    await page.setViewportSize(usual);
  });

  describe.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'nb'],
    ['dark', 'nb'],
  ] as const)('in %s, in %s', (colorScheme, language) => {
    beforeEach(async () => {
      await browser.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await sendLetter(NEVER_OPENS, 'Vedtak om barnehageplass');
      await caller.call('/krr/rest/v2/personer', { method: 'POST' });
      await caller.postJson('/admin/faults', { service: 'svarut', kind: 'dropAfter' });
    });

    const problems = async (): Promise<string[]> => {
      await browser.page.evaluate(AXE);
      const { violations, passes } = await browser.page.evaluate(() => (globalThis as any).axe.run());
      expect(passes.length).toBeGreaterThan(10);
      return violations.map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html).join(' ')}`);
    };

    it.each(SECTIONS)('has %s to look at, with nothing that shuts anybody out', async (section) => {
      await open(section, language);
      await showsData(section);
      await openDetails(section);
      expect(await problems()).toEqual([]);
      expect(await browser.shoot(`sandbox-${section}-${language}-${colorScheme}`)).toBeGreaterThan(NOT_BLANK);
    });

    it('has a letter to look at, with nothing that shuts anybody out', async () => {
      await open('letters', language);
      await browser.page.getByRole('button', { name: 'Vedtak om barnehageplass' }).click();
      await browser.page.getByRole('dialog').waitFor();
      expect(await problems()).toEqual([]);
      expect(await browser.shoot(`sandbox-letter-${language}-${colorScheme}`)).toBeGreaterThan(NOT_BLANK);
    });
  });

  it('meets no error that nobody caught', () => {
    expect(browser.pageErrors).toEqual([]);
  });
});
