/**
 * A server that nothing secret may ever reach: it writes down whatever comes.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForeignServer {
  readonly url: () => string;
  /** Every request, with its body. */
  readonly seen: () => readonly string[];
}

/** A fresh one for each test of the block it is used in. */
export const useForeignServer = (): ForeignServer => {
  let server: Server;
  let seen: string[];
  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${body}`);
        response.end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return { url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen: () => seen };
};
