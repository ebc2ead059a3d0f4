/**
 * Ordering an extract, which the register makes in its own time (fact sheet folkeregister §7).
 */
import { z } from 'zod/v4';
import { errorMarks, isSuccess, readAnswer } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import type { TransportResponse } from '../../http/transport';
import type { Session } from '../../session';
import { latestEventNumber } from '../client/events';
import { asInvalid, isOwnNotFound, refused } from '../client/refusal';
import { ask, type Question, type Way } from '../client/way';
import { text } from '../values';
import { tailoredOrder, type TailoredTo } from './criteria';

/** What the fields in criteriaFields.ts hold. */
export interface Order extends TailoredTo, Way {
  readonly extract: 'bostedskommune' | 'oppholdskommune' | 'wholeCountry' | 'complete';
  readonly feedsekvensnr: number | undefined;
}

export interface Ordered {
  readonly jobId: string;
  /** The event a complete extract was made at. */
  readonly feedsekvensnr: number | null;
}

const orderAnswer = z.looseObject({ jobbId: text, feilmelding: text });

const NOT_TAKEN = [
  'Folkeregisteret did not take the order: it does not accept one of the criteria, or these together.',
  'Check the criteria; a municipality number that is no longer in use is refused too.',
] as const;

const tooMany = (response: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_TOO_MANY_EXTRACTS',
    'Folkeregisteret takes no new order now: your organisation has ten extracts going, which is the most, or has asked for too much in a short time.',
    'Fetch those that are ordered to their end, by their job ids, or wait until the register has dropped them; then run it again.',
    { service: 'folkeregister', status: response.status, ...errorMarks(response) },
  );

const place = async (
  session: Session,
  way: Way,
  question: Pick<Question, 'resource' | 'body'>,
): Promise<TransportResponse> => {
  // An order whose answer was lost may have been taken; each repetition would take up one of ten places.
  const response = await ask(session, way, { ...question, timeoutMs: 60_000, retry: 'never' });
  if (response.status === 429) throw tooMany(response);
  return response;
};

/** A refusal may come with status 200, as a message in place of a job. */
const jobIn = (session: Session, way: Way, response: TransportResponse): string => {
  if (!isSuccess(response)) throw asInvalid(refused(session, way, response), ...NOT_TAKEN);
  const { jobbId, feilmelding } = readAnswer('folkeregister', orderAnswer, response);
  if (jobbId !== undefined) return jobbId;
  const { status } = response;
  if (feilmelding !== undefined)
    throw new ServiceError('ERR_REFUSED', ...NOT_TAKEN, { service: 'folkeregister', status });
  throw new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'Folkeregisteret answered an order for an extract without the id of a job.',
    'Report it with the version of the package; the service may have changed.',
    { service: 'folkeregister', status },
  );
};

const notOffered = ({ status }: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_NOT_FOUND',
    'Folkeregisteret offers this role or rights package no complete extract.',
    'Order one with criteria instead; the complete one takes a package with legal basis.',
    { service: 'folkeregister', status, field: 'extract' },
  );

const orderComplete = async (session: Session, way: Way, feedsekvensnr: number): Promise<string> => {
  const response = await place(session, way, { resource: `uttrekk/komplett?feedsekvensnr=${feedsekvensnr}` });
  if (isOwnNotFound(response)) throw notOffered(response);
  return jobIn(session, way, response);
};

/**
 * @throws ServiceError ERR_INVALID_INPUT, ERR_REFUSED for what cannot be ordered, ERR_TOO_MANY_EXTRACTS, and the errors of a
 * call
 */
export const orderExtract = async (session: Session, input: Order): Promise<Ordered> => {
  if (input.extract === 'complete') {
    // Named in any case, so that the result can tell which event to go on with.
    const feedsekvensnr = input.feedsekvensnr ?? (await latestEventNumber(session, input));
    return { jobId: await orderComplete(session, input, feedsekvensnr), feedsekvensnr };
  }
  const body = tailoredOrder(input);
  const response = await place(session, input, { resource: 'uttrekk/tilpasset', body });
  return { jobId: jobIn(session, input, response), feedsekvensnr: null };
};
