/**
 * A workflow as it runs in production: active in a server, and started by a request from outside.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportedCredential, ImportedWorkflow } from '../../../scripts/n8n/execute.mts';
import type { Call } from '../../../scripts/n8n/rest.mts';

interface Saved {
  readonly data: { readonly id: string; readonly versionId: string };
}

interface PlacedNode {
  readonly name: string;
  readonly credentials?: Readonly<Record<string, object>>;
}

/** In place of the node one presses. */
const webhookAt = (path: string): object => ({
  name: 'Run',
  id: randomUUID(),
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2,
  position: [0, 200],
  webhookId: path,
  parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData', options: {} },
});

const save = async (
  { id: _id, nodes, ...workflow }: ImportedWorkflow,
  credentials: readonly ImportedCredential[],
  call: Call,
  path: string,
): Promise<Saved['data']> => {
  const ids = new Map<string, string>();
  for (const { name, type, data } of credentials)
    ids.set(type, (await call<Saved>('POST', '/rest/credentials', { name, type, data })).data.id);
  const withOurs = (nodes as readonly PlacedNode[]).map((node) => {
    const chosen = Object.entries(node.credentials ?? {}).map(([type, given]) => [
      type,
      { ...given, id: ids.get(type) },
    ]);
    return node.name === 'Run' ? webhookAt(path) : { ...node, credentials: Object.fromEntries(chosen) };
  });
  return (await call<Saved>('POST', '/rest/workflows', { ...workflow, nodes: withOurs })).data;
};

/** Resolves when the workflow has come to its end. */
export const runInProduction = async (
  workflow: ImportedWorkflow,
  credentials: readonly ImportedCredential[],
  call: Call,
  url: string,
): Promise<void> => {
  const path = randomUUID();
  const { id, versionId } = await save(workflow, credentials, call, path);
  await call('POST', `/rest/workflows/${id}/activate`, { versionId });
  const start = () => fetch(`${url}/webhook/${path}`, { method: 'POST', signal: AbortSignal.timeout(50_000) });
  let response = await start();
  // An activated workflow listens a moment later.
  for (let tried = 0; tried < 100 && response.status === 404; tried += 1) {
    await sleep(100);
    response = await start();
  }
  if (response.status !== 200) throw new Error(`The workflow answered ${response.status}: ${await response.text()}`);
};
