/**
 * What every n8n process of ours is started with: its own data folder, loopback only, no calls home.
 */
import { freePort } from '../freePort.mts';
import type { UserFolder } from './userFolder.mts';

export const n8nEnvironment = async (
  folder: UserFolder,
  extra: NodeJS.ProcessEnv = {},
): Promise<NodeJS.ProcessEnv> => ({
  ...process.env,
  // jest sets it to `test`, in which n8n ends at once and in silence.
  NODE_ENV: undefined,
  N8N_USER_FOLDER: folder.path,
  N8N_ENCRYPTION_KEY: 'only-for-sandbox-credentials',
  N8N_LISTEN_ADDRESS: '127.0.0.1',
  // Each process has a broker, also `n8n execute`, and two on one port stop each other.
  N8N_RUNNERS_BROKER_PORT: String(await freePort()),
  N8N_SECURE_COOKIE: 'false',
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  ...extra,
});
