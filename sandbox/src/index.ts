import type { AddressInfo } from 'node:net';
import { credentialsFor } from './admin/credentials.js';
import { AccessTokens } from './maskinporten/accessTokens.js';
import { readBaseUrl, urlOf } from './network.js';
import { readScenario, requireKnownOperations, type Scenario } from './scenario.js';
import { createServer } from './server.js';
import { SandboxState } from './state.js';
import { createWorld, type WorldOptions } from './world.js';

/** With `faults` and `settings` what is out of the ordinary from the start, and again after a reset. */
export interface SandboxOptions extends Scenario, WorldOptions {
  /** 0, the default, means any free port. */
  port?: number;
  /** The address to listen on; only this machine by default. Everyone who reaches another one can use the administration. */
  host?: string;
  /** The base address others call it by, when that is not the one it listens on. Grants must name it. */
  url?: string;
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

export { OwnDataError } from './ownData/problem.js';
export type { OwnData } from './ownData/schema.js';

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
  url,
  speed = 1,
  faults,
  settings,
  ...worldOptions
}: SandboxOptions = {}): Promise<Sandbox> => {
  const ownUrl = url === undefined ? undefined : readBaseUrl(url);
  const state = new SandboxState(speed, createWorld(worldOptions));
  const server = await createServer(state, await AccessTokens.create());
  if (faults || settings) {
    const scenario = readScenario({ faults, settings });
    requireKnownOperations(scenario, state.operations);
    state.begin(scenario);
  }
  await server.listen({ port, host });
  state.url = ownUrl ?? urlOf(host, (server.server.address() as AddressInfo).port);
  return {
    url: state.url,
    credentials: credentialsFor(state.url),
    close: () => server.close(),
  };
};
