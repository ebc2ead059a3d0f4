/**
 * What is remembered of letters that are followed: their ids and states, and the references by which the user's own form
 * names them.
 */
import { z } from 'zod/v4';
import { ServiceError } from '../http/serviceError';
import type { Json, JsonObject } from '../operations/operation';
import type { LetterStatus } from './client/shipments';
import { meaningOf } from './status';

const followedLetter = z.object({
  /** At the last look; absent before the first, and while SvarUt does not know the letter. */
  status: z.string().optional(),
  eksternReferanse: z.string().optional(),
  /** Looks in a row, up to the one at which it was reported, without SvarUt knowing it. */
  missed: z.number().optional(),
});

export type FollowedLetter = z.infer<typeof followedLetter>;

/** By id in lower case. */
export type FollowedLetters = Readonly<Record<string, FollowedLetter>>;

const place = z.object({ letters: z.record(z.string(), followedLetter) });

/** @throws ServiceError ERR_PLACE_NOT_KEPT */
export const lettersIn = (stored: Json): FollowedLetters => {
  const read = place.safeParse(stored ?? { letters: {} });
  if (read.success) return read.data.letters;
  throw new ServiceError(
    'ERR_PLACE_NOT_KEPT',
    'What is stored of the letters that are followed cannot be read.',
    'Replace the node by a copy of it, which begins anew.',
    { service: 'svarut' },
  );
};

/** Nothing more is expected to happen to it, and that has been reported. */
export const isDone = ({ status }: FollowedLetter): boolean => status !== undefined && meaningOf(status).final;

/** The ids to ask about, in the order of a look. */
export const openIds = (letters: FollowedLetters): string[] =>
  Object.entries(letters)
    .filter(([, letter]) => !isDone(letter))
    .map(([id]) => id)
    .sort();

/** A letter that was accepted a moment ago need not be visible yet. */
const MISSED_AND_REPORTED = 2;

const DELETED = 'SLETTET';

const classOf = (status: string | null): string | null => (status === null ? null : meaningOf(status).statusClass);

const eventOf = (letterId: string, before: FollowedLetter, now: LetterStatus): JsonObject => {
  const previousStatus = before.status ?? null;
  const lastStatus = now.status === DELETED ? previousStatus : null;
  return {
    letterId,
    eksternReferanse: before.eksternReferanse ?? null,
    previousStatus,
    status: now.status,
    changedAt: now.sisteStatusEndring ?? null,
    channel: null,
    ...meaningOf(now.status),
    lastStatus,
    lastStatusClass: classOf(lastStatus),
  };
};

const unknownEvent = (letterId: string, before: FollowedLetter): JsonObject => ({
  letterId,
  eksternReferanse: before.eksternReferanse ?? null,
  previousStatus: null,
  status: null,
  changedAt: null,
  channel: null,
  statusClass: 'unknown',
  final: false,
  lastStatus: null,
  lastStatusClass: null,
});

interface Looked {
  readonly letter: FollowedLetter;
  /** Absent where there is nothing to report. */
  readonly event?: JsonObject;
}

const missing = (id: string, before: FollowedLetter): Looked => {
  const missed = (before.missed ?? 0) + 1;
  // What SvarUt has known once is taken to be there.
  if (before.status !== undefined || missed > MISSED_AND_REPORTED) return { letter: before };
  const letter = { ...before, missed };
  return missed === MISSED_AND_REPORTED ? { letter, event: unknownEvent(id, before) } : { letter };
};

/** @param now undefined where SvarUt does not know the letter */
export const lookAt = (
  id: string,
  before: FollowedLetter,
  now: LetterStatus | undefined,
  reportFirst: boolean,
): Looked => {
  if (!now) return missing(id, before);
  if (now.status === before.status) return { letter: before };
  const { missed: _missed, ...rest } = before;
  const letter = { ...rest, status: now.status };
  return before.status !== undefined || reportFirst ? { letter, event: eventOf(id, before, now) } : { letter };
};

/** So many that are done are remembered, so that one that is named again is not reported again. */
const DONE_LIMIT = 10_000;

/** Those that came first are forgotten first. */
export const withLetters = (letters: FollowedLetters, ids: readonly string[]): FollowedLetters => {
  const added = ids
    .map((id) => id.toLowerCase())
    .filter((id) => !Object.hasOwn(letters, id))
    .map((id): [string, FollowedLetter] => [id, {}]);
  const entries = [...Object.entries(letters), ...added];
  const done = entries.filter(([, letter]) => isDone(letter)).map(([id]) => id);
  const forgotten = new Set(done.slice(0, Math.max(0, done.length - DONE_LIMIT)));
  return Object.fromEntries(entries.filter(([id]) => !forgotten.has(id)));
};
