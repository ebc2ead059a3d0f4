/**
 * Waiting for a batch that is not made yet.
 */
import { ServiceError } from '../../http/serviceError';
import type { Session } from '../../session';
import type { Way } from '../client/way';
import { pause } from '../pace';
import { getBatch, type ReadyBatch } from './batch';
import type { Place } from './place';

/** Between what recorded clients waited, 2 and 15 seconds (fact sheet folkeregister §7); the last holds from then on. */
const PAUSES_MS = [2_000, 4_000, 8_000];
const LONGEST_PAUSE_MS = 15_000;

const MINUTE_MS = 60_000;

const notReady = (jobId: string): ServiceError =>
  new ServiceError(
    'ERR_EXTRACT_NOT_READY',
    'Folkeregisteret had not made the next batch of the extract in the time it was given.',
    'Run it again later, or with more time, with "Go On With a Job" and the jobId of this error, or the goOnFrom it was run with.',
    { service: 'folkeregister', jobId },
  );

/**
 * @param minutes how long to wait for this batch
 * @returns undefined behind the last batch
 * @throws ServiceError ERR_EXTRACT_NOT_READY, ERR_EXTRACT_GONE, ERR_CANCELLED, and the errors of a call
 */
export const batchWhenReady = async (
  session: Session,
  way: Way,
  { jobId, batch }: Place,
  minutes: number,
): Promise<ReadyBatch | undefined> => {
  let left = minutes * MINUTE_MS;
  for (let times = 0; ; times += 1) {
    const found = await getBatch(session, way, jobId, batch);
    if (found.state === 'ready') return found;
    if (found.state === 'end') return undefined;
    if (left <= 0) throw notReady(jobId);
    const ms = Math.min(left, PAUSES_MS[times] ?? LONGEST_PAUSE_MS);
    left -= ms;
    await pause(session, ms);
  }
};
