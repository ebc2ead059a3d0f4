/**
 * What becomes of a letter that is ready: the checks that need its files, the sending, and the record of it.
 */
import { fiksCredentialOf } from '../../fiks/fiksCall';
import { isServiceError, ServiceError } from '../../http/serviceError';
import { succeeded, type JsonObject, type Outcome } from '../../operations/operation';
import type { Session } from '../../session';
import { accountOf } from '../client/calls';
import { encryptAll } from '../encryption/encryptAll';
import type { Channel, Letter } from '../letter/letter';
import { findLive, oldestInWindow, outcomeUnknown, runSendOnce } from '../sendLetter';
import type { Protection, Verdict } from '../sendOnce';
import { checkSameLetter, inTurn } from '../sentBefore';
import { oncePerRun, type Order } from '../sentInRun';
import { asInspected, inspectAll } from './inspect';
import { journalRecord } from './journal';
import { checkMaySend, checkReplyTo, redirected } from './permission';

export interface HowToSend {
  readonly kontoId: string | undefined;
  readonly sendOnce: Protection;
  readonly windowDays: number;
  readonly pauseAfter: number | undefined;
  readonly validateOnly: boolean;
}

type RecordOf = (state: 'sent' | 'duplicate' | 'refused' | 'unknown' | 'validated', letterId?: string) => JsonObject;

/** The error keeps what an archive wants to know of the letter. */
const recorded = (error: ServiceError, record: JsonObject): ServiceError =>
  new ServiceError(error.code, error.message, error.action, { ...error.details, journal: record });

const resultOf = (verdict: Verdict, { eksternReferanse }: Letter, record: RecordOf): JsonObject => {
  switch (verdict.outcome) {
    case 'sent':
      return {
        outcome: 'sent',
        letterId: verdict.id,
        eksternReferanse,
        recovered: verdict.recovered,
        journal: record('sent', verdict.id),
      };
    case 'duplicate':
      return {
        outcome: 'duplicate',
        letterId: verdict.letter.id,
        eksternReferanse,
        status: verdict.letter.status ?? null,
        journal: record('duplicate', verdict.letter.id),
      };
    case 'refused':
      throw recorded(verdict.error, record('refused'));
    case 'unknown':
      throw recorded(outcomeUnknown(verdict.error), record('unknown'));
  }
};

const validationOf = (verdict: Verdict, { eksternReferanse, channel }: Letter, record: RecordOf): JsonObject => ({
  outcome: 'validated',
  wouldBe: verdict.outcome,
  // One that stands before it in the same run has no id yet.
  letterId: verdict.outcome === 'duplicate' ? verdict.letter.id || null : null,
  eksternReferanse,
  channel,
  journal: record('validated'),
});

/** Without protection every input is a letter of its own. */
const once = (session: Session, order: Order, letter: Letter, protection: Protection, send: () => Promise<Verdict>) =>
  protection === 'off' ? send() : oncePerRun(session, order, letter, send);

/** What sending would end as, found out without sending. */
const pretend = async (session: Session, kontoId: string, letter: Letter, how: HowToSend): Promise<Verdict> => {
  const before =
    how.sendOnce === 'protect'
      ? await findLive(session, kontoId, letter.eksternReferanse, oldestInWindow(session, how.windowDays))
      : undefined;
  return before ? { outcome: 'duplicate', letter: before } : { outcome: 'sent', id: '', recovered: false };
};

/**
 * Sends, or only validates.
 * @throws ServiceError why the letter was not sent, or that nobody knows; with the journal record once there is a letter
 */
export const sendTheLetter = async (session: Session, given: Letter, how: HowToSend): Promise<JsonObject> => {
  const account = accountOf(session, how.kontoId);
  if (!how.validateOnly) checkMaySend(session);
  checkReplyTo(session, given);
  const letter = redirected(session, given);
  const inspected = await inspectAll(letter.documents, given.printable);
  const checked = letter.documents.map((document, at) => asInspected(document, inspected[at]?.sha256 ?? ''));
  const record: RecordOf = (state, letterId) =>
    journalRecord(letter, inspected, fiksCredentialOf(session).referenceSecret, {
      state,
      letterId: letterId ?? null,
      at: session.ports.now(),
    });

  const send = (): Promise<Verdict> =>
    runSendOnce(session, letter, {
      kontoId: account,
      protection: how.sendOnce,
      windowDays: how.windowDays,
      pauseAfter: how.pauseAfter,
      documents: async () => (letter.encrypted ? await encryptAll(session, checked) : checked),
    });
  const judge = async (): Promise<Verdict> => {
    const order = { kontoId: account, validateOnly: how.validateOnly };
    try {
      const verdict = await once(session, order, letter, how.sendOnce, () =>
        how.validateOnly ? pretend(session, account, letter, how) : inTurn(account, letter, send),
      );
      if (verdict.outcome === 'duplicate') checkSameLetter(account, letter);
      return verdict;
    } catch (error) {
      if (!isServiceError(error)) throw error;
      return { outcome: 'refused', error };
    }
  };

  const verdict = await judge();
  if (how.validateOnly && verdict.outcome !== 'refused') return validationOf(verdict, letter, record);
  return resultOf(verdict, letter, record);
};

const CHANNELS: readonly Channel[] = ['digitalOrPrint', 'digitalOnly', 'print', 'healthNetwork'];

/** What a whole batch would be: added to each result of a validation, so that a flow can stop before it sends. */
export const withTotals = (outcomes: readonly Outcome[]): readonly Outcome[] => {
  const validated = outcomes.flatMap((outcome) =>
    outcome.ok && outcome.value.outcome === 'validated' ? [outcome.value] : [],
  );
  if (validated.length === 0) return outcomes;
  const letters = validated.filter(({ wouldBe }) => wouldBe === 'sent');
  const totals = {
    letters: letters.length,
    duplicates: validated.length - letters.length,
    failed: outcomes.filter(({ ok }) => !ok).length,
    ...Object.fromEntries(
      CHANNELS.map((channel) => [channel, letters.filter((letter) => letter.channel === channel).length]),
    ),
  };
  return outcomes.map((outcome) =>
    outcome.ok && outcome.value.outcome === 'validated' ? succeeded({ ...outcome.value, totals }) : outcome,
  );
};
