/**
 * An n8n with a workflow that is switched on, which is killed as a machine that loses power would, and started again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxCredentials } from '../../../scripts/demo/ledger.mts';
import { freePort } from '../../../scripts/freePort.mts';
import { exampleCredentials } from '../../../scripts/n8n/demo.mts';
import { setUpOwner, type Call } from '../../../scripts/n8n/rest.mts';
import { startN8n, type N8n } from '../../../scripts/n8n/server.mts';
import { createUserFolder, type UserFolder } from '../../../scripts/n8n/userFolder.mts';
import { pack } from '../../../scripts/pack.mts';
import { tablesOf } from './database';
import { to } from './smallWorkflow';

interface Saved {
  readonly data: { readonly id: string; readonly versionId: string };
}

interface OurTrigger {
  readonly type: 'svarUtTrigger' | 'folkeregisterTrigger';
  readonly parameters: object;
}

type Named = object & { readonly name: string };

const TRIGGER = 'Trigger';

/** One after the other. */
const connectionsOf = (names: readonly string[]): object =>
  Object.fromEntries(names.slice(0, -1).map((name, at) => [name, to(names[at + 1]!)]));

/** @param orElse what to say of it where it never comes to that */
export const until = async (isSo: () => boolean, orElse: () => string): Promise<void> => {
  const limit = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > limit) throw new Error(orElse());
    await sleep(10);
  }
};

export class ActiveN8n {
  readonly name = 'n8n';
  #n8n: N8n | undefined;
  #call: Call | undefined;

  private constructor(
    readonly folder: UserFolder,
    private readonly port: number,
    private readonly credentials: SandboxCredentials,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(credentials: SandboxCredentials, env: NodeJS.ProcessEnv = {}): Promise<ActiveN8n> {
    const folder = await createUserFolder((await pack('n8n')).path);
    const active = new ActiveN8n(folder, await freePort(), credentials, env);
    await active.start();
    active.#call = await setUpOwner(active.#n8n!.url);
    return active;
  }

  async start(): Promise<void> {
    const { folder, port, env } = this;
    this.#n8n = await startN8n({ folder, port, env });
  }

  /** Saves a workflow of these nodes, one after the other, and switches it on. */
  async switchOn({ type, parameters }: OurTrigger, next: readonly Named[]): Promise<void> {
    const call = this.#call!;
    const credentials: Record<string, object> = {};
    for (const { name, type: kind, data } of exampleCredentials(this.credentials))
      credentials[kind] = {
        id: (await call<Saved>('POST', '/rest/credentials', { name, type: kind, data })).data.id,
        name,
      };
    const trigger = {
      id: 'c0ffee00-0000-4000-8000-000000000001',
      name: TRIGGER,
      type: `n8n-nodes-norsk-kommune.${type}`,
      typeVersion: 1,
      position: [0, 0],
      parameters,
      credentials,
    };
    const { data } = await call<Saved>('POST', '/rest/workflows', {
      name: 'Active',
      nodes: [trigger, ...next],
      connections: connectionsOf([TRIGGER, ...next.map(({ name }) => name)]),
      settings: { executionOrder: 'v1' },
    });
    await call('POST', `/rest/workflows/${data.id}/activate`, { versionId: data.versionId });
  }

  /**
   * n8n switches workflows on a moment after it has said so, and one it was at when it was killed it leaves alone for minutes.
   */
  async kill(): Promise<void> {
    await until(
      () => this.#hasSwitchedOn(),
      () => 'n8n did not switch the workflow on.',
    );
    process.kill(this.#n8n!.pid, 'SIGKILL');
    await this.#n8n!.stop();
  }

  #hasSwitchedOn(): boolean {
    const stored = tablesOf(this.folder).get('workflow_publication_outbox') ?? '[]';
    const records = JSON.parse(stored) as { status: string }[];
    return records.length > 0 && records.every(({ status }) => status === 'completed');
  }

  async remove(): Promise<void> {
    await this.#n8n?.stop();
    await this.folder.remove();
  }
}
