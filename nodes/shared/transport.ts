/**
 * The core's ports over n8n's own request helper, which keeps the host's proxy, TLS and SSRF settings.
 */
import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { StreamedFile, type Part, type Ports, type Transport } from '../../src/core';

type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

interface FullResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: ArrayBuffer | Uint8Array | string;
}

const formOf = (parts: readonly Part[]): FormData => {
  const form = new FormData();
  for (const part of parts) {
    if ('document' in part) form.append(part.name, new StreamedFile(part.document));
    // A text entry carries no file name, as SvarUt wants its first part.
    else form.append(part.name, part.text);
  }
  return form;
};

const bytesOf = (body: FullResponse['body']): Uint8Array => {
  if (body === undefined) return new Uint8Array();
  if (typeof body === 'string') return new TextEncoder().encode(body);
  return new Uint8Array(body);
};

const headersOf = (headers: FullResponse['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

export const transportOver =
  (httpRequest: HttpRequest): Transport =>
  async ({ method, url, headers, body, timeoutMs, signal }) => {
    const options: IHttpRequestOptions = {
      method,
      url,
      headers: { ...headers },
      body: typeof body === 'object' ? formOf(body) : body,
      timeout: timeoutMs,
      abortSignal: signal,
      encoding: 'arraybuffer',
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
    };
    const response = (await httpRequest(options)) as FullResponse;
    return { status: response.statusCode, headers: headersOf(response.headers), body: bytesOf(response.body) };
  };

/** Resolves after the time, or rejects as soon as the signal aborts; leaves no listener behind. */
const wait = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
  if (!signal) {
    await sleep(ms);
    return;
  }
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('aborted'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([sleep(ms), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

export const portsOver = (httpRequest: HttpRequest, warn: Ports['warn']): Ports => ({
  transport: transportOver(httpRequest),
  now: () => Date.now(),
  sleep: wait,
  random: () => Math.random(),
  warn,
});
