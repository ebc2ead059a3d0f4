/**
 * Persons by number, in as few calls as the role allows.
 */
import { isServiceError, type ServiceError } from '../http/serviceError';
import { failed, succeeded, type JsonObject, type Outcome } from '../operations/operation';
import { executionOf, type Session } from '../session';
import { getPerson, getPersons, roleOf, type Ask } from './client';
import type { PersonDocument } from './model';

/** Roles that refused bulk look-ups in a run, so that the refusal is met once and not once per batch. */
const rolesWithoutBulk = new WeakMap<Session, Set<string>>();

const rolesRefusing = (session: Session): Set<string> => {
  const known = rolesWithoutBulk.get(executionOf(session)) ?? new Set<string>();
  rolesWithoutBulk.set(executionOf(session), known);
  return known;
};

type Found = PersonDocument | ServiceError;

const isUnknown = (found: Found): boolean => isServiceError(found) && found.code === 'ERR_PERSON_NOT_FOUND';

/** Whom one call for all could answer for; the rest are asked for one by one. */
const bulk = async (
  session: Session,
  ask: Ask,
  numbers: readonly string[],
  recheckUnknown: boolean,
): Promise<Map<string, Found>> => {
  const role = roleOf(session, ask.rolleId);
  if (numbers.length < 2 || rolesRefusing(session).has(role)) return new Map();
  try {
    const found = await getPersons(session, ask, numbers);
    return recheckUnknown ? new Map([...found].filter(([, person]) => !isUnknown(person))) : found;
  } catch (error) {
    if (!isServiceError(error) || error.code !== 'ERR_FORBIDDEN') throw error;
    // The role may refuse bulk look-ups or a part; single look-ups tell which.
    rolesRefusing(session).add(role);
    return new Map();
  }
};

/** An answer that cannot be shown concerns this person alone. */
const outcomeOf = (found: Found, show: (person: PersonDocument) => JsonObject): Outcome => {
  if (isServiceError(found)) return failed(found);
  try {
    return succeeded(show(found));
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return failed(error);
  }
};

export const lookUp = async (
  session: Session,
  ask: Ask,
  numbers: readonly string[],
  recheckUnknown: boolean,
  show: (person: PersonDocument) => JsonObject,
): Promise<Outcome[]> => {
  const found = await bulk(session, ask, numbers, recheckUnknown);
  const outcomes: Outcome[] = [];
  let stopped: ServiceError | undefined;
  const askAlone = async (number: string): Promise<Found> => {
    if (stopped) return stopped;
    try {
      return await getPerson(session, ask, number);
    } catch (error) {
      if (!isServiceError(error)) throw error;
      // What is wrong with the set-up or the service is wrong for the rest too; asking on would only add load.
      if (error.kind === 'system') stopped = error;
      return error;
    }
  };
  // One after the other: the register's limit is shared by all who come through Fiks.
  for (const number of numbers) outcomes.push(outcomeOf(found.get(number) ?? (await askAlone(number)), show));
  return outcomes;
};
