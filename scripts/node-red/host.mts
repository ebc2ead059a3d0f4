/**
 * A real Node-RED as a child process, with the package of this tree, a user folder of its own and nothing to reach but
 * this machine.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../freePort.mts';
import { inProject, root } from '../project.mts';

export interface NodeRedOptions {
  readonly port?: number;
  /** The user folder, kept afterwards; a fresh one that loads this tree's package, and is removed, when none is given. */
  readonly userDir?: string;
  /** Lines of JavaScript for the settings file, after ours. */
  readonly settings?: string;
}

export type FlowNode = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

export interface NodeRed {
  readonly url: string;
  readonly pid: number;
  /** What it has written so far. */
  readonly log: () => string;
  /** Replaces all flows; `secrets` gives the credentials of nodes by id. */
  readonly deploy: (
    flow: readonly FlowNode[],
    secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const READY_WITHIN_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const settingsFile = (port: number, nodesDir: readonly string[], more: string): string =>
  `module.exports = { ...${JSON.stringify({
    uiHost: '127.0.0.1',
    uiPort: port,
    flowFile: 'flows.json',
    credentialSecret: 'only for this run',
    nodesDir,
    telemetry: { enabled: false },
    logging: { console: { level: 'info' } },
    editorTheme: { tours: false, projects: { enabled: false }, palette: { allowInstall: false } },
  })},\n${more} };\n`;

export const startNodeRed = async ({ port, userDir: own, settings = '' }: NodeRedOptions = {}): Promise<NodeRed> => {
  const userDir = own ?? mkdtempSync(path.join(tmpdir(), 'norsk-kommune-node-red-'));
  const at = await freePort(port);
  writeFileSync(path.join(userDir, 'settings.js'), settingsFile(at, own ? [] : [inProject('node-red')], settings));
  const red = createRequire(inProject('node-red', 'package.json')).resolve('node-red/red.js');
  const child = spawn(process.execPath, [red, '-u', userDir, '-s', path.join(userDir, 'settings.js')], {
    cwd: root,
    // What a parent (jest, a debugger) passes to Node is not for Node-RED.
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(late);
    if (!own) rmSync(userDir, { recursive: true, force: true });
  };

  const limit = Date.now() + READY_WITHIN_MS;
  // Either of the two can come first.
  while (!log.includes('Started flows') || !log.includes('Server now running')) {
    if (child.exitCode !== null || Date.now() > limit) {
      await stop();
      throw new Error(`Node-RED did not start:\n${log}`);
    }
    await pause(50);
  }

  const url = `http://127.0.0.1:${at}`;
  const deploy: NodeRed['deploy'] = async (flow, secrets = {}) => {
    const flows = flow.map((node) => (secrets[node.id] ? { ...node, credentials: secrets[node.id] } : node));
    const started = log.split('Started flows').length;
    const response = await fetch(`${url}/flows`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'Node-RED-API-Version': 'v2', 'Node-RED-Deployment-Type': 'full' },
      body: JSON.stringify({ flows }),
    });
    if (!response.ok) throw new Error(`Node-RED refused the flow: ${response.status} ${await response.text()}`);
    const deployLimit = Date.now() + READY_WITHIN_MS;
    while (log.split('Started flows').length === started) {
      if (Date.now() > deployLimit) throw new Error(`Node-RED did not start the flow:\n${log}`);
      await pause(20);
    }
  };
  return { url, pid: child.pid ?? 0, log: () => log, deploy, stop };
};
