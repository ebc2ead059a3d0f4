/**
 * Events with the persons they happened to, as those are now.
 */
import { presentError } from '../../http/redact';
import type { ServiceError } from '../../http/serviceError';
import type { JsonObject, Outcome } from '../../operations/operation';
import type { Session } from '../../session';
import { PERSONS } from '../client/documents';
import { presentAll, type Wanted } from '../present';
import type { FeedEvent } from './feed';

/** What passes, or is mended by somebody, is not what the event is to come with: it must come again whole. */
const concernsAll = ({ kind, code }: ServiceError): boolean => kind === 'system' && code !== 'ERR_UNEXPECTED_ANSWER';

const personOf = (outcome: Outcome | undefined): JsonObject | null => {
  if (!outcome) return null;
  return outcome.ok ? outcome.value : { error: presentError(outcome.error) as unknown as JsonObject };
};

/**
 * Each event with `person`: null where the event names none, and `error` in it where this one cannot be shown.
 * @param events at most 1000
 * @throws ServiceError what concerns all of them
 */
export const withPersons = async (
  session: Session,
  wanted: Wanted,
  events: readonly FeedEvent[],
): Promise<readonly JsonObject[]> => {
  const numbers = [...new Set(events.flatMap(({ foedselsnummer }) => foedselsnummer ?? []))];
  const outcomes = numbers.length > 0 ? await presentAll(session, wanted, PERSONS, numbers, true) : [];
  for (const outcome of outcomes) if (!outcome.ok && concernsAll(outcome.error)) throw outcome.error;
  const found = new Map(numbers.map((number, at) => [number, outcomes[at]]));
  return events.map((event) => ({ ...event, person: personOf(found.get(event.foedselsnummer ?? '')) }));
};
