import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

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
 * Origin.
 */
export const requireLocalCaller = async ({ headers }: FastifyRequest): Promise<void> => {
  const { host, origin } = headers;
  const name = host === undefined ? undefined : hostname(host);
  if (name === undefined || !LOOPBACK_NAMES.has(name)) {
    throw new Refusal(403, 'The administration answers only on localhost.');
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal(403, 'The administration does not answer pages from other sites.');
  }
};
