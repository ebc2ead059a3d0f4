/**
 * A call with a token, fetched anew once when the service no longer accepts it.
 */
import { send, transportFailure, type Call } from '../http/call';
import type { TransportResponse } from '../http/transport';
import type { Session } from '../session';
import { dropToken, tokenFor } from './tokenCache';

/** Others may wait for the same token, so the request for it goes on; this run alone no longer waits. */
const unlessStopped = async <T>(waited: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (!signal) return waited;
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(transportFailure('maskinporten', undefined, signal));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([waited, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

/**
 * Repeating after a 401 is safe for sends too: the request was refused before it was looked at.
 * @param isFinal whether a 401 is about something a new token cannot change
 * @returns the answer, whatever its status
 */
export const authorizedCall = async (
  session: Session,
  scope: string,
  call: Omit<Call, 'signal'>,
  isFinal: (response: TransportResponse) => boolean = () => false,
): Promise<TransportResponse> => {
  const { ports, maskinporten, signal } = session;
  const attempt = async (): Promise<{ token: string; response: TransportResponse }> => {
    const token = await unlessStopped(tokenFor(ports, maskinporten, scope), signal);
    const headers = { accept: 'application/json', ...call.headers, authorization: `Bearer ${token}` };
    return { token, response: await send(ports, { ...call, headers, signal }) };
  };
  const first = await attempt();
  if (first.response.status !== 401 || isFinal(first.response)) return first.response;
  await dropToken(maskinporten, scope, first.token);
  return (await attempt()).response;
};
