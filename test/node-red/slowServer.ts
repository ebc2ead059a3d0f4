/**
 * A server that takes an upload as slowly as a line far away would, so that the sender has to wait for it, and keeps what came.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Taken {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface SlowServer {
  readonly url: string;
  readonly taken: readonly Taken[];
  readonly close: () => Promise<void>;
}

const PAUSE_EVERY_BYTES = 256 * 1024;

/** @param secure key and certificate, in PEM, of one that speaks TLS */
export const startSlowServer = async (secure?: {
  readonly key: string;
  readonly cert: string;
}): Promise<SlowServer> => {
  const taken: Taken[] = [];
  const take = async (request: IncomingMessage): Promise<void> => {
    const chunks: Buffer[] = [];
    let read = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      read += chunk.length;
      if (read < PAUSE_EVERY_BYTES) continue;
      read = 0;
      await sleep(2);
    }
    taken.push({ headers: request.headers, body: Buffer.concat(chunks) });
  };
  const answer: RequestListener = (request, response) => {
    take(request).then(
      () => response.end('{}'),
      () => response.destroy(),
    );
  };
  const server: Server = secure ? createSecureServer(secure, answer) : createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`, taken, close };
};
