/**
 * A pilot: an execution sends so many new letters, and no more.
 */
import { ServiceError } from '../../http/serviceError';
import { executionOf, type Session } from '../../session';

const sent = new WeakMap<Session, number>();
/** Of executions that come in several parts, such as a loop's; the newest. */
const sentInParts = new Map<string, number>();
const MOST_EXECUTIONS = 1000;

const sentBy = (session: Session): number =>
  (session.execution === undefined ? sent.get(executionOf(session)) : sentInParts.get(session.execution)) ?? 0;

const note = (session: Session, letters: number): void => {
  if (session.execution === undefined) {
    sent.set(executionOf(session), letters);
    return;
  }
  sentInParts.delete(session.execution);
  sentInParts.set(session.execution, letters);
  const [oldest] = sentInParts.keys();
  if (sentInParts.size > MOST_EXECUTIONS && oldest !== undefined) sentInParts.delete(oldest);
};

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
  const taken = sentBy(session);
  if (most !== undefined && taken >= most) throw paused(most);
  note(session, taken + 1);
  return { giveBack: () => note(session, sentBy(session) - 1) };
};
