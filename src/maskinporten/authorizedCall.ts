/**
 * A call with a token, fetched anew once when the service no longer accepts it.
 */
import { send, type Call } from '../http/call';
import type { TransportResponse } from '../http/transport';
import type { Session } from '../session';
import { dropToken, tokenFor } from './tokenCache';

/**
 * Repeating after a 401 is safe for sends too: the request was refused before it was looked at.
 * @returns the answer, whatever its status
 */
export const authorizedCall = async (
  session: Session,
  scope: string,
  call: Omit<Call, 'signal'>,
): Promise<TransportResponse> => {
  const { ports, maskinporten, signal } = session;
  const attempt = async (): Promise<{ token: string; response: TransportResponse }> => {
    const token = await tokenFor(ports, maskinporten, scope);
    const headers = { accept: 'application/json', ...call.headers, authorization: `Bearer ${token}` };
    return { token, response: await send(ports, { ...call, headers, signal }) };
  };
  const first = await attempt();
  if (first.response.status !== 401) return first.response;
  await dropToken(maskinporten, scope, first.token);
  return (await attempt()).response;
};
