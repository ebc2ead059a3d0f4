/**
 * A pilot: an execution sends so many new letters, and no more.
 */
import { ServiceError } from '../../http/serviceError';
import { executionOf, type Session } from '../../session';

const sent = new WeakMap<Session, number>();

const paused = (most: number): ServiceError =>
  new ServiceError(
    'ERR_PAUSED',
    `This execution has sent the ${most} letters it was allowed to; this one was not sent.`,
    'Look at the letters that were sent, then run again with a higher number in "Pause After", or without it.',
    { service: 'svarut', field: 'pauseAfter' },
  );

export interface Place {
  /** The letter was not sent after all, so that the next one may be. */
  readonly giveBack: () => void;
}

/**
 * Takes a place for a letter that is about to be sent.
 * @throws ServiceError ERR_PAUSED when all are taken
 */
export const takePlace = (session: Session, most: number | undefined): Place => {
  const execution = executionOf(session);
  const taken = sent.get(execution) ?? 0;
  if (most !== undefined && taken >= most) throw paused(most);
  sent.set(execution, taken + 1);
  return { giveBack: () => void sent.set(execution, (sent.get(execution) ?? 1) - 1) };
};
