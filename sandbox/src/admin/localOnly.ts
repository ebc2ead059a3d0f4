import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../network.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';

const hostname = (host: string): string | undefined => {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
};

/**
 * The administration shows letters and can change what the sandbox does, so a web page from elsewhere must not reach it.
 * A name that an attacker points at this machine (DNS rebinding) shows in Host; a form or script on another site shows in
 * Origin. Besides the names of this machine only the name in the address the sandbox was told to go by is right, which
 * nobody else chooses. It is no lock: who reaches the port and is no browser writes what it likes into both.
 */
export const localCallersOnly =
  (state: SandboxState) =>
  async ({ headers }: FastifyRequest): Promise<void> => {
    const { host, origin } = headers;
    const own = new URL(state.url);
    const name = host === undefined ? undefined : hostname(host);
    if (name === undefined || !(isLoopback(name) || name === own.hostname)) {
      throw new Refusal(403, 'The administration answers only on localhost.');
    }
    if (origin !== undefined && origin !== `http://${host}` && origin !== own.origin) {
      throw new Refusal(403, 'The administration does not answer pages from other sites.');
    }
  };
