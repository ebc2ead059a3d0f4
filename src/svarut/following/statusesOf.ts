/**
 * The states of any number of letters. What SvarUt does with an id it does not know, and how many it takes at once, is
 * written nowhere (fact sheet svarut §3): a search it refuses is halved until the rest are answered.
 */
import { isServiceError } from '../../http/serviceError';
import type { Session } from '../../session';
import { getStatuses, STATUS_LIMIT, type LetterStatus } from '../client/shipments';

type Statuses = Map<string, LetterStatus>;

const UNKNOWN = 404;
const TOO_MANY = [400, 413];

const statusIn = (error: unknown): number | undefined => (isServiceError(error) ? error.details.status : undefined);

/** A search for nothing names no letter: an answer, even "nothing was asked for", shows that path and account are there. */
const isThere = async (session: Session, kontoId: string): Promise<boolean> => {
  try {
    await getStatuses(session, kontoId, []);
    return true;
  } catch (error) {
    return statusIn(error) === 400;
  }
};

const halvesOf = (ids: readonly string[]): [string[], string[]] => {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)];
};

/**
 * @returns states by letter id in lower case; ids SvarUt does not know are absent
 * @throws ServiceError what concerns them all, ERR_API_VERSION_UNAVAILABLE among others
 */
export const statusesOf = async (session: Session, kontoId: string, ids: readonly string[]): Promise<Statuses> => {
  let there: Promise<boolean> | undefined;
  const ask = async (some: readonly string[]): Promise<Statuses> => {
    try {
      return await getStatuses(session, kontoId, some);
    } catch (error) {
      const status = statusIn(error);
      if (status === UNKNOWN && (await (there ??= isThere(session, kontoId))))
        return some.length === 1 ? new Map() : await askHalves(some);
      if (status !== undefined && TOO_MANY.includes(status) && some.length > 1) return await askHalves(some);
      throw error;
    }
  };
  const askHalves = async (some: readonly string[]): Promise<Statuses> => {
    const [first, second] = halvesOf(some);
    return new Map([...(await ask(first)), ...(await ask(second))]);
  };

  const distinct = [...new Set(ids.map((id) => id.toLowerCase()))];
  const found: Statuses = new Map();
  for (let at = 0; at < distinct.length; at += STATUS_LIMIT)
    for (const [id, status] of await ask(distinct.slice(at, at + STATUS_LIMIT))) found.set(id, status);
  return found;
};
