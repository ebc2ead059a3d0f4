/**
 * What this execution has done with a reference, so that a second line with the same one gets the first line's answer
 * even while SvarUt's look-up does not show the letter yet.
 */
import { executionOf, type Session } from '../session';
import type { Letter } from './letter/letter';
import type { Verdict } from './sendOnce';
import { referenceInUse } from './sentBefore';

interface Done {
  readonly verdict: Verdict;
  readonly sameLetter: string;
}

const runs = new WeakMap<Session, Map<string, Done>>();

const doneIn = (session: Session): Map<string, Done> => {
  const done = runs.get(executionOf(session)) ?? new Map<string, Done>();
  runs.set(executionOf(session), done);
  return done;
};

/** Sizes and names stand in for the documents: two letters that differ in them are never taken for one. */
const identityOf = ({ recipient, tittel, documents }: Letter): string =>
  JSON.stringify([recipient, tittel, documents.map(({ filnavn, size }) => [filnavn, size])]);

export interface Order {
  readonly kontoId: string;
  /** What a validation found says nothing of a letter that is to be sent, nor the other way round. */
  readonly validateOnly: boolean;
}

/**
 * Runs `send` unless this execution already has an answer for the reference.
 * @throws ServiceError ERR_REFERENCE_IN_USE when the reference was used for another recipient, title or document
 */
export const oncePerRun = async (
  session: Session,
  { kontoId, validateOnly }: Order,
  letter: Letter,
  send: () => Promise<Verdict>,
): Promise<Verdict> => {
  const done = doneIn(session);
  const key = JSON.stringify([kontoId, validateOnly, letter.eksternReferanse]);
  const sameLetter = identityOf(letter);
  const before = done.get(key);
  if (before && before.sameLetter !== sameLetter) {
    throw referenceInUse();
  }
  if (before?.verdict.outcome === 'sent') return { outcome: 'duplicate', letter: { id: before.verdict.id } };
  if (before && before.verdict.outcome !== 'refused') return before.verdict;
  const verdict = await send();
  done.set(key, { verdict, sameLetter });
  return verdict;
};
