/** A SvarUt whose look-ups and sends are told apart, and which reads what it is sent, as the real one does. */
import type { TransportRequest } from '../../../src/http/transport';
import { broken, partsOf, type Reply, type Route, type World } from '../fakePorts';

export const isSend = ({ method, url }: TransportRequest): boolean =>
  method === 'POST' && /\/forsendelser\/(?:person|organisasjon|nhn|print)$/.test(url);

export const sendsOf = (world: World): number => world.requests.filter(isSend).length;

/** Reads every document to its end. */
export const readAll = async (request: TransportRequest): Promise<void> => {
  for (const part of partsOf(request)) {
    if (!('document' in part)) continue;
    for await (const _chunk of part.document.open());
  }
};

/** Takes in the whole letter first, and breaks with the connection's words and not the file's when a file fails. */
export const reading =
  (route: Route): Route =>
  async (request, nth) => {
    if (!isSend(request)) return route(request, nth);
    try {
      await readAll(request);
    } catch {
      return broken('ECONNRESET');
    }
    return route(request, nth);
  };

/** Scripts look-ups and sends apart; the last of each goes on for ever. */
export const svarut = (lookUps: (Reply | Error)[], sends: (Reply | Error)[]): Route => {
  const left = { lookUps: [...lookUps], sends: [...sends] };
  return reading((request) => {
    const list = isSend(request) ? left.sends : left.lookUps;
    const reply = list.length > 1 ? list.shift() : list[0];
    if (!reply) throw new Error('not expected');
    return reply;
  });
};

export const none: Reply = { json: { forsendelser: [] } };
export const found = (...forsendelser: unknown[]): Reply => ({ json: { forsendelser } });
export const taken = { id: 'letter-1', dato: '2026-11-19T10:00:00+01:00', status: 'AKSEPTERT' };
export const ok: Reply = { json: { id: 'letter-2' } };
