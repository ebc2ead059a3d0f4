import { request, type OutgoingHttpHeaders } from 'node:http';

/** Sends some of a body and then cuts the connection. */
export const postInPieces = (
  url: string,
  path: string,
  headers: OutgoingHttpHeaders,
  pieces: readonly string[],
): Promise<void> =>
  new Promise((resolve) => {
    const outgoing = request(`${url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    });
    outgoing.on('error', () => undefined);
    outgoing.on('close', () => resolve());
    for (const piece of pieces) outgoing.write(piece);
    setTimeout(() => outgoing.destroy(), 100);
  });

/** A request with a Host or Origin header of the test's choice, which fetch does not allow. */
export const requestWithHeaders = (
  url: string,
  path: string,
  headers: OutgoingHttpHeaders,
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { method, headers }, (incoming) => {
      incoming.resume();
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
