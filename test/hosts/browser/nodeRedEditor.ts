/**
 * Node-RED's editor with the example flow in it.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { EXAMPLE } from '../../../scripts/node-red/demo.mts';
import type { FlowNode } from '../../../scripts/node-red/host.mts';
import { openBrowser, type Browser } from './chromium';

/** What the editor's page gives to scripts. */
export interface Editor {
  readonly RED: {
    readonly workspaces: { active: () => unknown };
    readonly editor: { edit: (node: unknown) => void; editConfig: (name: string, type: string, id: string) => void };
    readonly nodes: {
      node: (id: string) => Readonly<Record<string, unknown>>;
      getType: (type: string) => { readonly defaults: Readonly<Record<string, { readonly value: unknown }>> };
      import: (nodes: readonly object[]) => void;
    };
    readonly sidebar: { help: { show: (type: string) => void } };
  };
}

const flow = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { id: string; type: string; operation?: string }[];

export const idOf = (type: string, operation?: string): string => {
  const node = flow.find((candidate) => candidate.type === type && candidate.operation === operation);
  if (!node) throw new Error(`The example has no ${type}.`);
  return node.id;
};

export const openEditor = async (locale: string, url: string): Promise<Browser> => {
  const browser = await openBrowser(locale);
  const { page } = browser;
  await page.goto(url);
  await page.waitForSelector('.red-ui-palette-node[data-palette-type="norsk-kommune-svarut"]', { state: 'attached' });
  await page.waitForFunction(() => (globalThis as unknown as Editor).RED.workspaces.active());
  await page.waitForSelector('#red-ui-loading-progress', { state: 'hidden' });
  return browser;
};

/** As the palette places it, with nothing filled in but what is given. */
export const place = (page: Page, node: FlowNode): Promise<void> =>
  page.evaluate((given) => {
    const { RED } = globalThis as unknown as Editor;
    const defaults = Object.entries(RED.nodes.getType(given.type).defaults);
    const untouched = Object.fromEntries(defaults.map(([name, { value }]) => [name, value]));
    RED.nodes.import([{ ...untouched, x: 200, y: 100, wires: [[]], ...given }]);
  }, node);

export const openNode = async (page: Page, id: string): Promise<void> => {
  await page.evaluate((nodeId) => {
    const { RED } = globalThis as unknown as Editor;
    RED.editor.edit(RED.nodes.node(nodeId));
  }, id);
  await page.waitForSelector('.nk-form', { state: 'visible' });
};

export const closeNode = async (page: Page, button: 'ok' | 'cancel'): Promise<void> => {
  await page.click(`#node-dialog-${button}`);
  await page.waitForSelector('.nk-form', { state: 'detached' });
};

/** The dialog of the example's configuration of that type, or of a new one. */
export const openConfig = async (page: Page, type: string, id = idOf(type)): Promise<void> => {
  await page.evaluate(
    ([configType, configId]) => {
      (globalThis as unknown as Editor).RED.editor.editConfig('', configType, configId);
    },
    [type, id] as const,
  );
  await page.waitForSelector(`#${type}-check`, { state: 'visible' });
};

export const closeConfig = async (page: Page, type: string, button: 'ok' | 'cancel'): Promise<void> => {
  await page.click(`#node-config-dialog-${button}`);
  await page.waitForSelector(`#${type}-check`, { state: 'detached' });
};
