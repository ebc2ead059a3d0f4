/**
 * The batches of an extract. There is no other status of a job than what a batch answers (fact sheet folkeregister §7).
 */
import { z } from 'zod/v4';
import { errorMarks, isSuccess, readAnswer } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import type { TransportResponse } from '../../http/transport';
import type { Session } from '../../session';
import { PERSONS, VERSIONS, type Kind } from '../client/documents';
import { isOwnNotFound, isPage, refused } from '../client/refusal';
import { ask, type Way } from '../client/way';

export interface ReadyBatch {
  readonly state: 'ready';
  /** Numbers of persons in a tailored extract, versions of persons in a complete one. */
  readonly kind: Kind;
  readonly ids: readonly string[];
}

/** `end` is behind the last batch. */
export type Batch = ReadyBatch | { readonly state: 'notReady' | 'end' };

const ids = z.array(z.string()).nullish();

const batchAnswer = z.looseObject({ foedselsEllerDNummer: ids, dokumentidentifikator: ids });

const gone = (jobId: string, response: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_EXTRACT_GONE',
    'Folkeregisteret has no such extract, or no such batch of it; it drops extracts after some time.',
    'Order a new one; one that was just ordered must be asked for through the same role or rights package, in the same environment.',
    { service: 'folkeregister', status: response.status, ...errorMarks(response), jobId },
  );

const unreadable = ({ status }: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'Folkeregisteret answered with a batch of an extract that has neither persons nor an end.',
    'Run it again later; if it goes on, report it with the version of the package.',
    { service: 'folkeregister', status },
  );

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/**
 * @param index from 0
 * @throws ServiceError ERR_EXTRACT_GONE, and the errors of a call
 */
export const getBatch = async (session: Session, way: Way, jobId: string, index: number): Promise<Batch> => {
  const resource = `uttrekk/${encodeURIComponent(jobId)}/batch/${index}`;
  const response = await ask(session, way, { resource, timeoutMs: 60_000 });
  // Of every index, the end too: it never means that there is no more.
  if (isOwnNotFound(response)) return { state: 'notReady' };
  if (response.status === 410 && !isPage(response)) throw gone(jobId, response);
  if (!isSuccess(response)) throw refused(session, way, response);
  const answer = readAnswer('folkeregister', batchAnswer, response);
  for (const kind of [PERSONS, VERSIONS]) {
    const given = answer[kind.id];
    if (given && given.length > 0) return { state: 'ready', kind, ids: given };
  }
  // An empty object ends it; a message in its place does not.
  if (Object.values(answer).every(isNothing)) return { state: 'end' };
  throw unreadable(response);
};
