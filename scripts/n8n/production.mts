/**
 * A workflow as it runs in production: active in a server, and started by a request from outside.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportedCredential, ImportedWorkflow } from './execute.mts';
import type { Call } from './rest.mts';

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
    const chosen = Object.entries(node.credentials ?? {}).map(([type, given]): [string, object] => [
      type,
      { ...given, id: ids.get(type) },
    ]);
    return node.name === 'Run' ? webhookAt(path) : { ...node, credentials: Object.fromEntries(chosen) };
  });
  return (await call<Saved>('POST', '/rest/workflows', { ...workflow, nodes: withOurs })).data;
};

/** Runs the workflow with `body` in the item of its first node; resolves when it has come to its end. */
export type Start = (body?: object) => Promise<void>;

/** Saves and activates the workflow. */
export const publish = async (
  workflow: ImportedWorkflow,
  credentials: readonly ImportedCredential[],
  call: Call,
  url: string,
): Promise<Start> => {
  const path = randomUUID();
  const { id, versionId } = await save(workflow, credentials, call, path);
  await call('POST', `/rest/workflows/${id}/activate`, { versionId });
  const ask = (body: object): Promise<Response> =>
    fetch(`${url}/webhook/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(50_000),
    });
  return async (body = {}) => {
    let response = await ask(body);
    // An activated workflow listens a moment later.
    for (let tried = 0; tried < 100 && response.status === 404; tried += 1) {
      await sleep(100);
      response = await ask(body);
    }
    if (response.status !== 200) throw new Error(`The workflow answered ${response.status}: ${await response.text()}`);
  };
};
