/**
 * The distribution's Chromium, headless, that reaches nothing but this machine.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { inProject } from '../../../scripts/project.mts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SCREENSHOTS = inProject('.work', 'screenshots');

export interface Browser {
  readonly page: Page;
  /** Errors that no code of the page caught. */
  readonly pageErrors: readonly string[];
  /** Takes a screenshot to look at and gives its size in bytes. */
  readonly shoot: (name: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

export const openBrowser = async (locale: string): Promise<Browser> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'norsk-kommune-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    locale,
    viewport: { width: 1500, height: 950 },
    args: ARGUMENTS,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.route('**/*', (route) =>
    new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort(),
  );
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  mkdirSync(SCREENSHOTS, { recursive: true });
  return {
    page,
    pageErrors,
    shoot: async (name) => (await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })).byteLength,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

/** An empty page of this size is a few thousand bytes; a dialog with text is far more. */
export const NOT_BLANK = 25_000;
