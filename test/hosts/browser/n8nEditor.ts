/**
 * A fresh n8n with our package in it, and its owner signed in to the editor.
 */
import { installN8n } from '../../../scripts/n8n/install.mts';
import { OWNER, setUpOwner, type Call } from '../../../scripts/n8n/rest.mts';
import { startN8n } from '../../../scripts/n8n/server.mts';
import { createUserFolder } from '../../../scripts/n8n/userFolder.mts';
import { pack } from '../../../scripts/pack.mts';
import { openBrowser, type Browser } from './chromium';

export interface N8nEditor {
  readonly url: string;
  /** As the owner. */
  readonly call: Call;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const signIn = async ({ page }: Browser, url: string): Promise<void> => {
  await page.goto(`${url}/signin`);
  await page.getByLabel(/email/i).fill(OWNER.email);
  await page.locator('input[type=password]').fill(OWNER.password);
  await page.locator('[data-test-id=form-submit-button]').click();
  await page.waitForURL(/home|workflow/);
};

export const openN8nEditor = async (env?: NodeJS.ProcessEnv): Promise<N8nEditor> => {
  await installN8n();
  const folder = await createUserFolder((await pack('n8n')).path);
  const n8n = await startN8n({ folder, env });
  const call = await setUpOwner(n8n.url);
  const browser = await openBrowser('en-US');
  await signIn(browser, n8n.url);
  const close = async (): Promise<void> => {
    await browser.close();
    await n8n.stop();
    await folder.remove();
  };
  return { url: n8n.url, call, browser, close };
};
