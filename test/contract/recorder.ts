/** A server that writes down what really comes over the wire, byte for byte, and says yes to everything. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const YES = {
  access_token: 'a.b.c',
  token_type: 'Bearer',
  expires_in: 600,
  forsendelser: [],
  id: '11111111-2222-4333-8444-555555555555',
};

export interface Recorder {
  readonly url: string;
  readonly recorded: Recorded[];
  close(): Promise<void>;
}

export const startRecorder = async (): Promise<Recorder> => {
  const recorded: Recorded[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      recorded.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(YES));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recorded,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
