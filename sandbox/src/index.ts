import type { AddressInfo } from 'node:net';
import { credentialsFor } from './admin/credentials.js';
import { AccessTokens } from './maskinporten/accessTokens.js';
import { createServer } from './server.js';
import { SandboxState } from './state.js';

export interface SandboxOptions {
  /** 0, the default, means any free port. */
  port?: number;
  /** The address to listen on; only this machine by default. */
  host?: string;
  /** Virtual seconds per real second in the life of a letter. */
  speed?: number;
}

export interface Sandbox {
  /** The base address, without a slash at the end. */
  readonly url: string;
  /** What to paste into the credentials of a flow. */
  readonly credentials: SandboxCredentials;
  close(): Promise<void>;
}

export type SandboxCredentials = ReturnType<typeof credentialsFor>;

/**
 * Starts a local stand-in for Maskinporten, Fiks Folkeregister, KRR, Fiks Kjøretøyregister and SvarUt.
 *
 * @example
 * const sandbox = await startSandbox({ speed: 3600 });
 * // ... point a client at sandbox.url ...
 * await sandbox.close();
 */
export const startSandbox = async ({
  port = 0,
  host = '127.0.0.1',
  speed = 1,
}: SandboxOptions = {}): Promise<Sandbox> => {
  const state = new SandboxState(speed);
  const server = await createServer(state, await AccessTokens.create());
  await server.listen({ port, host });
  state.url = urlOf(host, server.server.address() as AddressInfo);
  return {
    url: state.url,
    credentials: credentialsFor(state.url),
    close: () => server.close(),
  };
};

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

const urlOf = (host: string, { port }: AddressInfo): string => {
  if (ANY_ADDRESS.has(host)) return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};
