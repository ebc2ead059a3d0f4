/**
 * Ports for servers that listen on this machine only.
 */
import { createServer, type AddressInfo } from 'node:net';

const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });

/** The preferred port, or any free one. */
export const freePort = async (preferred = 0): Promise<number> => {
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1.');
  return port;
};
