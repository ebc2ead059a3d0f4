/**
 * Carries out the send-once protocol: the steps come from `sendOnce`, the doing is here.
 */
import { transportFailure } from '../http/call';
import { ServiceError, isServiceError } from '../http/serviceError';
import type { Session } from '../session';
import { findByReference, isAmbiguous, sendToPerson } from './client';
import type { Letter } from './letter';
import type { KnownLetter } from './model';
import { INITIAL, next, type Event, type Verdict } from './sendOnce';
import { wasTaken } from './status';

export interface SendOptions {
  readonly kontoId: string;
  /** Letters with the reference that are older do not count as the same letter. Days. */
  readonly windowDays: number;
}

const DAY_MS = 86_400_000;

const timeOf = ({ dato = '' }: KnownLetter): number => Date.parse(dato) || 0;

/** The newest letter that counts: taken by SvarUt, and inside the window. One without a date counts. */
const liveHit = (letters: readonly KnownLetter[], windowDays: number, now: number): KnownLetter | undefined => {
  const oldest = now - windowDays * DAY_MS;
  return letters
    .filter(({ status, dato }) => wasTaken(status) && !(dato && Date.parse(dato) < oldest))
    .sort((a, b) => timeOf(b) - timeOf(a))[0];
};

const known = (error: unknown): ServiceError => {
  if (isServiceError(error)) return error;
  throw error;
};

export const runSendOnce = async (
  session: Session,
  letter: Letter,
  { kontoId, windowDays }: SendOptions,
): Promise<Verdict> => {
  const { ports, signal } = session;
  const lookUp = async (): Promise<Event> => {
    try {
      const letters = await findByReference(session, kontoId, letter.metadata.eksternReferanse);
      return { type: 'lookedUp', letter: liveHit(letters, windowDays, ports.now()) };
    } catch (error) {
      return { type: 'lookUpFailed', error: known(error) };
    }
  };
  const send = async (): Promise<Event> => {
    // Nothing has left yet, so this is no doubt.
    if (signal?.aborted) return { type: 'refused', error: transportFailure('svarut', undefined, signal) };
    const started = ports.now();
    try {
      return { type: 'accepted', id: await sendToPerson(session, kontoId, letter.metadata, letter.documents) };
    } catch (error) {
      const failure = known(error);
      if (!isAmbiguous(failure)) return { type: 'refused', error: failure };
      return { type: 'ambiguous', error: failure, tookMs: ports.now() - started };
    }
  };
  // A cancelled wait goes on to the look-up, which fails at once: the end is then `unknown`, and not a guess.
  const wait = (ms: number): Promise<Event> =>
    ports.sleep(ms, signal).then(
      (): Event => ({ type: 'waited' }),
      (): Event => ({ type: 'waited' }),
    );

  let [state, step] = next(INITIAL, { type: 'start' });
  while (step.do !== 'finish') {
    const event = step.do === 'lookUp' ? await lookUp() : step.do === 'send' ? await send() : await wait(step.ms);
    [state, step] = next(state, event);
  }
  return step.verdict;
};

export const outcomeUnknown = (cause: ServiceError): ServiceError =>
  new ServiceError(
    'ERR_LETTER_OUTCOME_UNKNOWN',
    'It is not known whether SvarUt took the letter: the answer was lost and the reference is not to be found yet.',
    'Do not send it by other means. Run it again later with the same reference: it is looked up first, and sent only if it is not there.',
    { ...cause.details, service: 'svarut' },
  );
