/**
 * An extract from its order to its end, batch by batch: what is in memory is one batch of ids, the documents of one bulk
 * look-up, and the result.
 */
import { isServiceError, ServiceError } from '../../http/serviceError';
import type { JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { BULK_LIMIT, PERSONS, VERSIONS, type Kind } from '../client/documents';
import { lookUpList, lookUpVersions } from '../manyPersons';
import type { Wanted } from '../present';
import { writePlace, type Place } from './place';
import { batchWhenReady } from './waiting';

/** What the fields in fields.ts hold. */
export interface Listing extends Wanted {
  readonly returnAll: boolean;
  readonly limit: number;
  readonly includePersons: boolean;
  readonly waitMinutes: number;
}

export const idsAs = (kind: Kind, ids: readonly string[]): JsonObject => ({
  foedselsnumre: kind === PERSONS ? ids : null,
  persondokumenter: kind === VERSIONS ? ids : null,
});

const personsOf = (session: Session, input: Listing, kind: Kind, ids: readonly string[]) =>
  kind === PERSONS ? lookUpList(session, input, ids, true) : lookUpVersions(session, input, ids);

/** Whatever goes wrong after the order, the job is there to go on with. */
const withJob = async <T>(jobId: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isServiceError(error)) throw error;
    throw new ServiceError(error.code, error.message, error.action, { ...error.details, jobId });
  }
};

/** What one bulk look-up takes, of one batch. */
interface Piece {
  readonly kind: Kind;
  readonly ids: readonly string[];
  /** Where it begins. */
  readonly at: Place;
}

async function* piecesFrom(session: Session, input: Listing, from: Place): AsyncGenerator<Piece> {
  const { jobId } = from;
  for (let { batch, position } = from; ; batch += 1, position = 0) {
    const found = await batchWhenReady(session, input, { jobId, batch, position }, input.waitMinutes);
    if (!found) return;
    const { kind, ids } = found;
    for (; position < ids.length; position += BULK_LIMIT)
      yield { kind, ids: ids.slice(position, position + BULK_LIMIT), at: { jobId, batch, position } };
  }
}

const collect = async (session: Session, input: Listing, from: Place): Promise<JsonObject> => {
  const most = input.returnAll ? Infinity : input.limit;
  const ids: string[] = [];
  const persons: JsonObject[] = [];
  let kind: Kind = PERSONS;
  let next: Place | undefined;
  for await (const piece of piecesFrom(session, input, from)) {
    ({ kind } = piece);
    const some = piece.ids.slice(0, most - ids.length);
    if (input.includePersons) persons.push(...(await personsOf(session, input, kind, some)));
    ids.push(...some);
    session.onProgress?.(ids.length);
    if (ids.length < most) continue;
    next = { ...piece.at, position: piece.at.position + some.length };
    break;
  }
  return {
    jobId: from.jobId,
    ...idsAs(kind, ids),
    count: ids.length,
    persons: input.includePersons ? persons : null,
    goOnFrom: next ? writePlace(next) : null,
  };
};

/** @throws ServiceError always with the job id, so that nothing has to be ordered again */
export const listFrom = (session: Session, input: Listing, from: Place): Promise<JsonObject> =>
  withJob(from.jobId, () => collect(session, input, from));
