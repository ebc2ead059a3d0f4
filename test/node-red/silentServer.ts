/**
 * A server that takes requests and leaves those it is told to without an answer, until they are cut.
 */
import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it answers; all else waits. */
const ANSWERS = {
  tokens: { at: /\/token$/, body: { access_token: 'a-token', token_type: 'Bearer', expires_in: 119 } },
  lookUpsOfLetters: { at: /\/metadata\?/, body: { forsendelser: [] } },
} as const;

export interface SilentServer {
  readonly url: string;
  /** When the first request that gets no answer has come. */
  readonly asked: Promise<unknown>;
  /** When the one who asked has hung up. */
  readonly leftAlone: Promise<unknown>;
  readonly close: () => Promise<void>;
}

const closed = async (server: Server): Promise<void> => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
};

export const startSilentServer = async (answering: readonly (keyof typeof ANSWERS)[]): Promise<SilentServer> => {
  const seen = new EventEmitter();
  const server = createServer((request, response) => {
    const known = answering.map((name) => ANSWERS[name]).find(({ at }) => at.test(request.url ?? ''));
    if (known) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known.body));
      return;
    }
    seen.emit('asked');
    response.on('close', () => seen.emit('leftAlone'));
  });
  const asked = once(seen, 'asked');
  const leftAlone = once(seen, 'leftAlone');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, leftAlone, close: () => closed(server) };
};
