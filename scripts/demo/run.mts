/**
 * The demonstration, the same in both hosts: a sandbox, a host with the example flow, the runs, the table.
 */
import { freePort } from '../freePort.mts';
import { readCredentials, readLedger, type SandboxCredentials } from './ledger.mts';
import { readOptions, type DemoOptions } from './options.mts';
import { makeReport, printTable, type FlowLine } from './report.mts';

export interface DemoHost {
  readonly name: string;
  /** Where to look at the flow. */
  readonly url: string;
  readonly runFlow: () => Promise<readonly FlowLine[]>;
  readonly stop: () => Promise<void>;
}

/** Letters move through their states this many times faster than on the real side of the sandbox's clock. */
const SPEED = 10;
const SANDBOX_PORT = 8440;

/** Stops at the first signal; a second one is left to end the process at once. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

export const runDemo = async (
  startHost: (sandbox: { url: string; credentials: SandboxCredentials }, options: DemoOptions) => Promise<DemoHost>,
): Promise<void> => {
  const options = readOptions();
  const { startSandbox } = await import('norsk-kommune-sandbox');
  const sandbox = await startSandbox({ port: await freePort(SANDBOX_PORT), speed: SPEED });
  const host = await startHost({ url: sandbox.url, credentials: await readCredentials(sandbox.url) }, options).catch(
    async (error: unknown) => {
      await sandbox.close();
      throw error;
    },
  );
  try {
    const started = performance.now();
    let lines: readonly FlowLine[] = [];
    for (let run = 1; run <= options.times; run += 1) {
      lines = await host.runFlow();
      if (run < options.times) console.log(`Run ${run} of ${options.times} is done.`);
    }
    const report = makeReport(host.name, lines, await readLedger(sandbox.url), (performance.now() - started) / 1000);
    printTable(report);
    if (!options.once) {
      console.log(
        `\n${host.name === 'n8n' ? 'n8n' : 'Node-RED'}: ${host.url}\nSandbox:  ${sandbox.url}\nStop with Ctrl+C.`,
      );
    }
    if (options.json) console.log(JSON.stringify(report.figures));
    if (!options.once) await untilStopped();
  } finally {
    await host.stop();
    await sandbox.close();
  }
};
