/**
 * The smallest forward proxy that speaks both dialects: CONNECT, and whole addresses in the request line.
 */
import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ForwardProxy {
  readonly url: string;
  /** What came through: the host asked for and, where given, the credentials. */
  readonly passed: { readonly host: string; readonly authorization: string | undefined }[];
  readonly close: () => Promise<void>;
}

export const startForwardProxy = async (): Promise<ForwardProxy> => {
  const passed: ForwardProxy['passed'] = [];
  const sockets = new Set<Socket>();
  const note = (host: string, { headers }: IncomingMessage): void => {
    passed.push({ host, authorization: headers['proxy-authorization'] });
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const target = new URL(request.url ?? '');
    note(target.host, request);
    const onward = send(target, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    note(request.url ?? '', request);
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    sockets.add(target).add(client);
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    close: async () => {
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
};
