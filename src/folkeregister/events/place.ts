/**
 * Where the trigger has come to in the feed, as it is stored between two looks. It identifies nobody.
 */
import { z } from 'zod/v4';
import { ServiceError } from '../../http/serviceError';
import type { Json } from '../../operations/operation';
import type { Session } from '../../session';
import { latestEventNumber } from '../client/events';
import { doorOf, type Way } from '../client/way';
import { startNumber } from './triggerFields';

const place = z.object({
  /** What was chosen on the node when it began; another choice begins anew. */
  start: z.union([z.literal('now'), z.number()]),
  /** Whose numbers they are: each rights package has its own. */
  source: z.string(),
  nextNumber: z.number(),
  /** Of the page at the end of the feed, which is asked for again and again. */
  etag: z.string().optional(),
});

export type Place = z.infer<typeof place>;

/** The number is given only where that is chosen. */
export interface Begin extends Way {
  readonly fromNumber: number | undefined;
}

const startOf = ({ fromNumber }: Begin): Place['start'] => fromNumber ?? 'now';

const sourceOf = (session: Session, way: Way): string =>
  `${session.maskinporten.environment} ${way.route} ${doorOf(session, way)}`;

const ofAnother = (): ServiceError =>
  new ServiceError(
    'ERR_INVALID_INPUT',
    'The events were read through another role, rights package or environment until now, and the numbers of one mean nothing to another.',
    'Choose the former one again, or change "Begin" to a number of the new one, which Get Latest Event Number gives.',
    { service: 'folkeregister', field: 'start' },
  );

const pastTheEnd = (): ServiceError =>
  new ServiceError(
    'ERR_INVALID_INPUT',
    `"${startNumber.label.en}" is past the newest event of this role or rights package.`,
    'Give at most the nextNumber of Get Latest Event Number, asked with the same role or rights package.',
    { service: 'folkeregister', field: startNumber.name },
  );

/**
 * Where to go on from; undefined where nothing is stored, or something else was chosen since.
 * @throws ServiceError ERR_INVALID_INPUT where the stored number is of another role or package
 */
export const storedPlace = (session: Session, input: Begin, stored: Json): Place | undefined => {
  const known = place.safeParse(stored).data;
  if (known?.start !== startOf(input)) return undefined;
  if (known.source !== sourceOf(session, input)) throw ofAnother();
  return known;
};

/** @throws ServiceError ERR_INVALID_INPUT where the number chosen does not exist yet, and the errors of a call */
export const firstPlace = async (session: Session, input: Begin): Promise<Place> => {
  const end = (await latestEventNumber(session, input)) + 1;
  const start = startOf(input);
  const nextNumber = start === 'now' ? end : start;
  if (nextNumber > end) throw pastTheEnd();
  return { start, source: sourceOf(session, input), nextNumber };
};
