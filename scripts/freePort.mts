/**
 * A port nothing listens on, for hosts that must be told one.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

const take = async (wanted: number): Promise<number> => {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** The preferred port where it is free, else any. */
export const freePort = (preferred = 0): Promise<number> => take(preferred).catch(() => take(0));
