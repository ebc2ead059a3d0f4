/**
 * Documents about persons, in as few calls as the role allows.
 */
import { askApart } from '../http/askApart';
import { isServiceError, type ServiceError } from '../http/serviceError';
import { executionOf, type Session } from '../session';
import { getDocument, getDocuments, getXml, type Found, type Kind } from './client/documents';
import { doorOf, type Ask } from './client/way';
import { turn } from './pace';

/** Doors that refused to be asked for many in a run, or gave no list, so that the refusal is met once and not once per batch. */
const withoutBulk = new WeakMap<Session, Set<string>>();

const refusing = (session: Session): Set<string> => {
  const known = withoutBulk.get(executionOf(session)) ?? new Set<string>();
  withoutBulk.set(executionOf(session), known);
  return known;
};

type Given = Found | undefined;

/** What one call for all could answer; the rest are asked for one by one. */
const bulk = async (session: Session, how: Ask, kind: Kind, ids: readonly string[]): Promise<readonly Given[]> => {
  const door = `${doorOf(session, how)} ${kind.many}`;
  if (ids.length < 2 || refusing(session).has(door)) return [];
  const ask = async (some: readonly string[]): Promise<Given[]> => {
    const found = await getDocuments(session, how, kind, some);
    if (!found) refusing(session).add(door);
    return some.map((id) => found?.get(id));
  };
  try {
    return await askApart(ask, ids, kind.notAccepted);
  } catch (error) {
    if (!isServiceError(error) || error.code !== 'ERR_FORBIDDEN') throw error;
    // To be asked for many may be refused, or a part; asking for one tells which.
    refusing(session).add(door);
    return [];
  }
};

const isUnknown = (found: Given, { notFound }: Kind): boolean =>
  isServiceError(found) && found.code === notFound().code;

/** Asks for one after the other, in peace: the register's limit is shared by all who come through Fiks. */
const asker = <T>(session: Session, fetch: (id: string) => Promise<T>): ((id: string) => Promise<T | ServiceError>) => {
  let stopped: ServiceError | undefined;
  return async (id) => {
    if (stopped) return stopped;
    try {
      await turn(session);
      return await fetch(id);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      // What is wrong with the set-up or the service is wrong for the rest too; asking on would only add load.
      if (error.kind === 'system') stopped = error;
      return error;
    }
  };
};

/**
 * One document for each id, in order.
 * @param recheckUnknown whether to ask alone for those that are unknown among many
 * @throws ServiceError what concerns all of them
 */
export const lookUp = async (
  session: Session,
  how: Ask,
  kind: Kind,
  ids: readonly string[],
  recheckUnknown = false,
): Promise<readonly Found[]> => {
  const given = await bulk(session, how, kind, ids);
  const askAlone = asker(session, (id) => getDocument(session, how, kind, id));
  const found: Found[] = [];
  for (const [at, id] of ids.entries()) {
    const known = given[at];
    const isOpen = known === undefined || (recheckUnknown && isUnknown(known, kind));
    found.push(isOpen ? await askAlone(id) : known);
  }
  return found;
};

/** The same in XML, each alone: many in one text would have to be taken apart. */
export const lookUpXml = async (
  session: Session,
  how: Ask,
  kind: Kind,
  ids: readonly string[],
): Promise<readonly (string | ServiceError)[]> => {
  const askAlone = asker(session, (id) => getXml(session, how, kind, id));
  const found: (string | ServiceError)[] = [];
  for (const id of ids) found.push(await askAlone(id));
  return found;
};
