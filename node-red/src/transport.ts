/**
 * The core's ports over undici with an agent of our own, so that nothing in the shared process is changed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvHttpProxyAgent, request } from 'undici';
import { ServiceError, type Ports, type Transport } from '../../src/core';
import { uploadOf, type Sent } from './upload';

export interface Proxy {
  readonly url: string;
  /** Hosts that are called without it. */
  readonly noProxy: readonly string[];
  readonly token?: string;
}

/** HTTP/1 only: what is uploaded leaves through memory that is used again once it is sent, which HTTP/2 would not tell. */
const AGENT_OPTIONS = { connect: { timeout: 10_000 }, keepAliveTimeout: 4_000, allowH2: false };

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE when the proxy's address is not one */
const dispatcherFor = (proxy: Proxy | undefined): EnvHttpProxyAgent => {
  if (!proxy) return new EnvHttpProxyAgent(AGENT_OPTIONS);
  if (!URL.canParse(proxy.url)) {
    throw new ServiceError(
      'ERR_CREDENTIAL_INCOMPLETE',
      'The address in the proxy configuration is not a web address.',
      'Give it as http://host:port in the "http proxy" configuration.',
      { field: 'proxy' },
    );
  }
  const { url, noProxy, token } = proxy;
  return new EnvHttpProxyAgent({
    ...AGENT_OPTIONS,
    httpProxy: url,
    httpsProxy: url,
    noProxy: noProxy.join(','),
    token,
  });
};

const headersOf = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** undici tells that a proxy refuses to open the way only in a sentence. */
const requestThroughProxy: typeof request = async (...given) => {
  try {
    return await request(...given);
  } catch (error) {
    const status = /^Proxy response \((\d{3})\)/.exec((error as Error).message)?.[1];
    throw status === undefined ? error : Object.assign(new Error('refused by the proxy'), { code: `PROXY_${status}` });
  }
};

export interface Connection {
  readonly transport: Transport;
  /** Ends what is under way too: a deploy waits for it. */
  readonly close: () => Promise<void>;
}

/** Without a proxy of its own it honours HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
export const connect = (proxy?: Proxy): Connection => {
  const dispatcher = dispatcherFor(proxy);
  return {
    transport: async ({ method, url, headers, body, timeoutMs, signal }) => {
      const limit = AbortSignal.timeout(timeoutMs);
      const sent: Sent = typeof body === 'object' ? uploadOf(body) : { body };
      const response = await requestThroughProxy(url, {
        method,
        headers: { ...headers, ...sent.headers },
        body: sent.body,
        dispatcher,
        // The signal is the one limit for the whole answer.
        headersTimeout: 0,
        bodyTimeout: 0,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const bytes = new Uint8Array(await response.body.arrayBuffer());
      return { status: response.statusCode, headers: headersOf(response.headers), body: bytes };
    },
    close: () => dispatcher.destroy(),
  };
};

export const portsOver = (connection: Connection, warn: Ports['warn']): Ports => ({
  transport: connection.transport,
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, { signal });
  },
  random: () => Math.random(),
  warn,
});
