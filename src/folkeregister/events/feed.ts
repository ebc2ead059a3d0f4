/**
 * A page of the register's feed (fact sheet folkeregister §4.1).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import type { TransportResponse } from '../../http/transport';
import type { JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { latestEventNumber } from '../client/events';
import { isOwnNotFound, isPage, refused } from '../client/refusal';
import { ask, type Way } from '../client/way';
import { text } from '../values';

/** Types are added without a new version of the service, so `hendelsetype` is any word. */
export type FeedEvent = JsonObject & {
  readonly sekvensnummer: number;
  readonly hendelsetype: string | null;
  /** Null in packages without identity numbers. */
  readonly foedselsnummer: string | null;
  /** Null without legal basis. */
  readonly hendelsesdokument: string | null;
  /** Null without legal basis, and for a number that ceased. */
  readonly persondokument: string | null;
  /** ISO 8601 with offset. */
  readonly ajourholdstidspunkt: string | null;
};

export interface FeedPage {
  /** In order; at most 1000. */
  readonly events: readonly FeedEvent[];
  /** Where the page after this begins; the same number where there is nothing yet. */
  readonly nextNumber: number;
  /** What tells this page from a later one that begins with the same number, where the register gives it. */
  readonly etag: string | undefined;
  /** Whether the page is the one that was had before. */
  readonly unchanged: boolean;
}

/** Only the number must be readable: one event of an unknown kind must not stop the others. */
const feedAnswer = z.array(
  z.looseObject({
    sekvensnummer: z.int(),
    hendelse: z
      .looseObject({
        folkeregisteridentifikator: text,
        hendelsetype: text,
        hendelsesdokument: text,
        persondokument: text,
        ajourholdstidspunkt: text,
      })
      .nullish()
      .catch(undefined),
  }),
);

const eventFrom = ({ sekvensnummer, hendelse }: z.infer<typeof feedAnswer>[number]): FeedEvent => ({
  sekvensnummer,
  hendelsetype: hendelse?.hendelsetype ?? null,
  foedselsnummer: hendelse?.folkeregisteridentifikator ?? null,
  hendelsesdokument: hendelse?.hendelsesdokument ?? null,
  persondokument: hendelse?.persondokument ?? null,
  ajourholdstidspunkt: hendelse?.ajourholdstidspunkt ?? null,
});

const tooOld = ({ status }: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_EVENT_NOT_FOUND',
    'Folkeregisteret no longer gives out events from that number: they are older than 36 months, or it is not a number of this role or rights package.',
    'Begin with the number that Get Latest Event Number gives, or with the one a new extract was made at; what happened before it is in the persons as they are now, so look those up.',
    { service: 'folkeregister', status },
  );

/**
 * @param from the number it begins with, inclusive; numbers have gaps
 * @param etag of the page as it was had before
 * @throws ServiceError ERR_EVENT_NOT_FOUND when the number is older than 36 months, and the errors of a call
 */
export const readFeedPage = async (session: Session, way: Way, from: number, etag?: string): Promise<FeedPage> => {
  const askFor = () =>
    ask(session, way, {
      resource: `hendelser/feed?seq=${from}`,
      timeoutMs: 30_000,
      ...(etag !== undefined && { headers: { 'if-none-match': etag } }),
    });
  let response = await askFor();
  if (isOwnNotFound(response)) {
    // The end of the feed may be not found; so is a wrong address, and then this is refused too.
    const latest = await latestEventNumber(session, way);
    if (from > latest) return { events: [], nextNumber: from, etag: undefined, unchanged: false };
    // What was the end may have come since; what is not found now is no end.
    response = await askFor();
  }
  if (response.status === 304) return { events: [], nextNumber: from, etag, unchanged: true };
  if (response.status === 406 && !isPage(response)) throw tooOld(response);
  if (!isSuccess(response)) throw refused(session, way, response);
  const events = readAnswer('folkeregister', feedAnswer, response).map(eventFrom);
  const last = events.at(-1);
  return {
    events,
    nextNumber: last ? last.sekvensnummer + 1 : from,
    etag: response.headers.etag,
    unchanged: false,
  };
};
