/**
 * Letters with a file that n8n reads from disk and keeps there, in a real n8n server.
 */
import type { SandboxCredentials } from '../demo/ledger.mts';
import { exampleCredentials } from '../n8n/demo.mts';
import type { ImportedWorkflow } from '../n8n/execute.mts';
import { publish } from '../n8n/production.mts';
import { setUpOwner } from '../n8n/rest.mts';
import { startN8n } from '../n8n/server.mts';
import { createUserFolder } from '../n8n/userFolder.mts';
import { pack } from '../pack.mts';
import { LETTER, type LetterHost } from './letterHost.mts';

const to = (node: string): object => ({ main: [[{ node, type: 'main', index: 0 }]] });

const asked = (name: string): string => `={{ $('Run').item.json.body.${name} }}`;

const READ = {
  id: 'read',
  name: 'Read',
  type: 'n8n-nodes-base.readWriteFile',
  typeVersion: 1,
  position: [200, 0],
  parameters: { operation: 'read', fileSelector: asked('file'), options: {} },
};

const SEND = {
  id: 'svarut',
  name: 'SvarUt',
  type: 'n8n-nodes-norsk-kommune.svarUt',
  typeVersion: 1,
  position: [400, 0],
  parameters: {
    operation: 'sendToPerson',
    ...LETTER,
    documents: 'data',
    eksternReferanse: asked('eksternReferanse'),
    kunDigitalLevering: true,
    options: { kryptert: asked('encrypted') },
  },
  credentials: { maskinportenApi: { name: 'Maskinporten' }, fiksIntegrationApi: { name: 'Fiks' } },
};

type BenchNode = typeof READ | typeof SEND;

const workflowOf = (nodes: readonly BenchNode[]): ImportedWorkflow => ({
  id: 'bench',
  name: 'Bench',
  nodes: [{ name: 'Run' }, ...nodes],
  connections: Object.fromEntries(nodes.map((node, at) => [nodes[at - 1]?.name ?? 'Run', to(node.name)])),
  settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' },
});

const start = async (
  credentials: SandboxCredentials,
  folderOfFiles: string,
  ...nodes: readonly BenchNode[]
): Promise<LetterHost> => {
  const folder = await createUserFolder((await pack('n8n')).path);
  const env = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem', N8N_RESTRICT_FILE_ACCESS_TO: folderOfFiles };
  const n8n = await startN8n({ folder, env });
  const stop = async (): Promise<void> => {
    await n8n.stop();
    await folder.remove();
  };
  try {
    const call = await setUpOwner(n8n.url);
    return {
      pid: n8n.pid,
      send: await publish(workflowOf(nodes), exampleCredentials(credentials), call, n8n.url),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** @param folderOfFiles the only one that n8n may read files from */
export const startLettersInN8n = (credentials: SandboxCredentials, folderOfFiles: string): Promise<LetterHost> =>
  start(credentials, folderOfFiles, READ, SEND);

/** Only what n8n itself does before it comes to our node, which is to copy the file into a store of its own. */
export const startReadingInN8n = (credentials: SandboxCredentials, folderOfFiles: string): Promise<LetterHost> =>
  start(credentials, folderOfFiles, READ);
