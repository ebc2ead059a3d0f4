/**
 * A sandbox and an n8n folder with the packed package in it, for the tests of a file.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCredentials, readLedger, type Ledger, type SandboxCredentials } from '../../../scripts/demo/ledger.mts';
import { exampleCredentials, FILE_ACCESS } from '../../../scripts/n8n/demo.mts';
import {
  executeWorkflow,
  type ExecutionRecord,
  type ImportedCredential,
  type ImportedWorkflow,
} from '../../../scripts/n8n/execute.mts';
import { createUserFolder, type UserFolder } from '../../../scripts/n8n/userFolder.mts';
import { pack } from '../../../scripts/pack.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index';

/** As in the demonstration: letters arrive while the example waits for them. */
const SPEED = 10;

export interface Letter {
  readonly id: string;
  readonly eksternReferanse: string;
}

export class UsedN8n {
  constructor(
    readonly sandbox: Sandbox,
    readonly folder: UserFolder,
    readonly credentials: SandboxCredentials,
  ) {}

  /** Where a workflow may read files. */
  get dataFolder(): string {
    return path.join(this.folder.path, 'data');
  }

  get env(): NodeJS.ProcessEnv {
    return { N8N_RESTRICT_FILE_ACCESS_TO: `${FILE_ACCESS.N8N_RESTRICT_FILE_ACCESS_TO};${this.dataFolder}` };
  }

  /** @param credentials in addition to the two the example refers to */
  async execute(
    workflow: ImportedWorkflow,
    credentials: readonly ImportedCredential[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<ExecutionRecord> {
    return executeWorkflow({
      folder: this.folder,
      credentials: [...exampleCredentials(this.credentials), ...credentials],
      workflow,
      env: { ...this.env, ...env },
    });
  }

  async writeData(name: string, text: string): Promise<string> {
    await mkdir(this.dataFolder, { recursive: true });
    const file = path.join(this.dataFolder, name);
    await writeFile(file, text);
    return file;
  }

  ledger(): Promise<Ledger> {
    return readLedger(this.sandbox.url);
  }

  async letters(): Promise<readonly Letter[]> {
    return (await this.ledger()).letters as unknown as Letter[];
  }

  async order(what: 'reset' | 'faults' | 'settings', body?: object): Promise<void> {
    const response = await fetch(`${this.sandbox.url}/admin/${what}`, {
      method: 'POST',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${what}.`);
  }
}

/** Call once in a file; what it gives may be called in tests and hooks. */
export const useN8n = (): (() => UsedN8n) => {
  let used: UsedN8n | undefined;
  beforeAll(async () => {
    const folder = await createUserFolder((await pack('n8n')).path);
    const sandbox = await startSandbox({ speed: SPEED });
    used = new UsedN8n(sandbox, folder, await readCredentials(sandbox.url));
  }, 60_000);
  afterAll(async () => {
    await used?.sandbox.close();
    await used?.folder.remove();
  }, 30_000);
  return () => used!;
};
