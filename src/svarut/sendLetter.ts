/**
 * Carries out the send-once protocol: the steps come from `sendOnce`, the doing is here.
 */
import { transportFailure } from '../http/call';
import type { DocumentSource } from '../http/document';
import { ServiceError, isServiceError } from '../http/serviceError';
import type { Session } from '../session';
import { isAmbiguous, isRepetition, sendForsendelse, wasCutShort } from './client/send';
import { findByReference } from './client/shipments';
import { statusesOf } from './following/statusesOf';
import type { Letter } from './letter/letter';
import type { KnownLetter } from './model';
import { takePlace, type Place } from './sending/pilot';
import { initial, next, type Among, type Event, type Protection, type Verdict } from './sendOnce';
import { recall, remember, type Before } from './sentBefore';
import { wasTaken } from './status';

export interface SendOptions {
  readonly kontoId: string;
  readonly protection: Protection;
  /** Letters with the reference that are older do not count as the same letter. Days. */
  readonly windowDays: number;
  /** How many new letters the execution may send; all of them where nothing is said. */
  readonly pauseAfter?: number;
  /** The files as they leave; asked for once, when the letter is about to be sent. */
  readonly documents: () => Promise<readonly DocumentSource[]>;
}

const DAY_MS = 86_400_000;
/** How far SvarUt's clock and ours may be apart. */
const CLOCKS_APART_MS = 5 * 60_000;
/** For so long SvarUt may work on a request; after that a doubt is settled by what it finds. */
const WORKS_FOR_MS = 16 * 60_000;

const timeOf = ({ dato = '' }: KnownLetter): number => Date.parse(dato) || 0;

/** The newest letter that counts: taken by SvarUt, and not older than `oldest`. One without a date counts. */
const liveHit = (letters: readonly KnownLetter[], oldest: number): KnownLetter | undefined =>
  letters
    .filter(({ status, dato }) => wasTaken(status) && !(dato && Date.parse(dato) < oldest))
    .sort((a, b) => timeOf(b) - timeOf(a))[0];

/**
 * @param except the id of a letter that is known to be another
 * @throws ServiceError what keeps the look-up from being made or read
 */
export const findLive = async (
  session: Session,
  kontoId: string,
  eksternReferanse: string,
  oldest: number,
  except?: string,
): Promise<KnownLetter | undefined> => {
  const letters = await findByReference(session, kontoId, eksternReferanse);
  return liveHit(
    letters.filter(({ id }) => id !== except),
    oldest,
  );
};

export const oldestInWindow = (session: Session, windowDays: number): number =>
  session.ports.now() - windowDays * DAY_MS;

/** Whether it is this letter or an older one cannot be told: neither an answer nor a ground to send. */
const ageless = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'SvarUt has a letter with the reference, and does not say when it came.',
    'Look the reference up with Find by Reference.',
    { service: 'svarut' },
  );

/** The letter that this process knows SvarUt took, where the look-up by reference does not show it yet. */
const findRemembered = async (
  session: Session,
  kontoId: string,
  before: Before | undefined,
  oldest: number,
): Promise<KnownLetter | undefined> => {
  if (before?.letterId === undefined || before.at < oldest) return undefined;
  const id = before.letterId;
  const statuses = await statusesOf(session, kontoId, [id]);
  const found = statuses.get(id.toLowerCase());
  return found && wasTaken(found.status) ? { id, status: found.status } : undefined;
};

const earlierDoubt = (before: Before | undefined, now: number): Before['doubt'] =>
  before?.doubt && now - before.at < WORKS_FOR_MS ? before.doubt : undefined;

const known = (error: unknown): ServiceError => {
  if (isServiceError(error)) return error;
  throw error;
};

export const runSendOnce = async (session: Session, letter: Letter, options: SendOptions): Promise<Verdict> => {
  const { ports, signal } = session;
  const { kontoId, windowDays, protection, pauseAfter } = options;
  const before = protection === 'off' ? undefined : recall(kontoId, letter);
  let firstSent: number | undefined;
  let place: Place | undefined;

  const oldest: Readonly<Record<Among, () => number>> = {
    window: () => oldestInWindow(session, windowDays),
    sinceSent: () => (firstSent ?? ports.now()) - CLOCKS_APART_MS,
    all: () => 0,
  };
  const find = async (among: Among): Promise<KnownLetter | undefined> => {
    const since = oldest[among]();
    const reference = letter.eksternReferanse;
    if (firstSent === undefined)
      return (
        (await findLive(session, kontoId, reference, since)) ?? (await findRemembered(session, kontoId, before, since))
      );
    // One that was there before is not what was sent now, unless SvarUt says that this is a repetition of it.
    return await findLive(session, kontoId, reference, since, among === 'all' ? undefined : before?.letterId);
  };
  const lookUp = async (among: Among): Promise<Event> => {
    try {
      const found = await find(among);
      if (among === 'sinceSent' && found && timeOf(found) === 0) throw ageless();
      return { type: 'lookedUp', letter: found };
    } catch (error) {
      return { type: 'lookUpFailed', error: known(error) };
    }
  };
  /** What must be so before anything leaves; failing here is no doubt. */
  const ready = async (): Promise<readonly DocumentSource[]> => {
    if (signal?.aborted) throw transportFailure('svarut', undefined, signal);
    place ??= takePlace(session, pauseAfter);
    return await options.documents();
  };
  const send = async (): Promise<Event> => {
    let documents: readonly DocumentSource[];
    try {
      documents = await ready();
    } catch (error) {
      return { type: 'refused', error: known(error) };
    }
    const started = ports.now();
    firstSent ??= started;
    try {
      return { type: 'accepted', id: await sendForsendelse(session, kontoId, letter, documents) };
    } catch (error) {
      const failure = known(error);
      if (wasCutShort(failure)) return { type: 'cutShort', error: failure };
      if (isRepetition(failure)) return { type: 'repeated', error: failure };
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

  const earlier = protection === 'protect' ? earlierDoubt(before, ports.now()) : undefined;
  let [state, step] = next(initial(protection, earlier), { type: 'start' });
  while (step.do !== 'finish') {
    const event =
      step.do === 'lookUp' ? await lookUp(step.among) : step.do === 'send' ? await send() : await wait(step.ms);
    [state, step] = next(state, event);
  }
  if (step.verdict.outcome === 'refused' || step.verdict.outcome === 'duplicate') place?.giveBack();
  const { verdict } = step;
  if (protection !== 'off' && verdict.outcome === 'sent')
    remember(kontoId, letter, { at: ports.now(), letterId: verdict.id });
  // Where nothing was sent now, the earlier doubt goes on from when it began: running again often must not prolong it.
  if (protection !== 'off' && verdict.outcome === 'unknown' && firstSent !== undefined)
    remember(kontoId, letter, { at: ports.now(), doubt: { error: verdict.error, mayBeUnderWay: state.mayBeUnderWay } });
  return verdict;
};

export const outcomeUnknown = (cause: ServiceError): ServiceError =>
  new ServiceError(
    'ERR_LETTER_OUTCOME_UNKNOWN',
    'It is not known whether SvarUt took the letter: the answer was lost and the reference is not to be found yet.',
    'Do not send it by other means. Run it again later with the same reference: it is looked up first, and sent only if it is not there.',
    { ...cause.details, service: 'svarut' },
  );
