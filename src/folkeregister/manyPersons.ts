/**
 * A list of numbers or versions in one input, to a list of persons in one result.
 */
import { presentError } from '../http/redact';
import { isServiceError, type ServiceError } from '../http/serviceError';
import { failed, type JsonObject, type Outcome } from '../operations/operation';
import type { Session } from '../session';
import { BULK_LIMIT, PERSONS } from './client/documents';
import { presentAll, type Wanted } from './present';
import { presentVersions } from './presentVersions';

/** A number as it is sent, or why it cannot be. */
export type Checked = string | ServiceError;

const entryOf = (outcome: Outcome): JsonObject =>
  outcome.ok ? outcome.value : { error: presentError(outcome.error) as unknown as JsonObject };

/** A fault of the set-up or the service that left nobody to show is that of the whole list. */
const faultOf = (outcomes: readonly Outcome[]): ServiceError | undefined => {
  if (outcomes.some(({ ok }) => ok)) return undefined;
  return outcomes.flatMap((outcome) => (!outcome.ok && outcome.error.kind === 'system' ? [outcome.error] : []))[0];
};

/** In calls of at most 1000; what was found before a failure stays found. */
const lookUpEach = async (
  ids: readonly string[],
  present: (some: readonly string[]) => Promise<readonly Outcome[]>,
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  while (outcomes.length < ids.length) {
    const some = ids.slice(outcomes.length, outcomes.length + BULK_LIMIT);
    try {
      outcomes.push(...(await present(some)));
    } catch (error) {
      if (!isServiceError(error)) throw error;
      // Asking on would only add load.
      outcomes.push(...ids.slice(outcomes.length).map(() => failed(error)));
    }
  }
  const fault = faultOf(outcomes);
  if (fault) throw fault;
  return outcomes;
};

/**
 * One entry for each number, in order: the person, or `error`. A number that comes twice is asked for once.
 * @throws ServiceError what concerns all of them
 */
export const lookUpList = async (
  session: Session,
  wanted: Wanted,
  numbers: readonly Checked[],
  recheckUnknown: boolean,
): Promise<readonly JsonObject[]> => {
  const asked = [...new Set(numbers.filter((number) => typeof number === 'string'))];
  const outcomes = await lookUpEach(asked, (some) => presentAll(session, wanted, PERSONS, some, recheckUnknown));
  const found = new Map(asked.map((number, at) => [number, outcomes[at] as Outcome]));
  return numbers.map((number) => entryOf(isServiceError(number) ? failed(number) : (found.get(number) as Outcome)));
};

/**
 * One entry for each version, in order: the person as of then, or `error`.
 * @throws ServiceError what concerns all of them
 */
export const lookUpVersions = async (
  session: Session,
  wanted: Wanted,
  ids: readonly string[],
): Promise<readonly JsonObject[]> =>
  (await lookUpEach(ids, (some) => presentVersions(session, wanted, some))).map(entryOf);
