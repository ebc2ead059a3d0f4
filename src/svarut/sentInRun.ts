/**
 * What this execution has done with a reference, so that a second line with the same one gets the first line's answer
 * even while SvarUt's look-up does not show the letter yet.
 */
import { ServiceError } from '../http/serviceError';
import { executionOf, type Session } from '../session';
import type { Letter } from './letter';
import type { Verdict } from './sendOnce';

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
const identityOf = ({ metadata, documents }: Letter): string =>
  JSON.stringify([metadata.mottaker.digitalId, metadata.tittel, documents.map(({ filnavn, size }) => [filnavn, size])]);

/**
 * Runs `send` unless this execution already has an answer for the reference.
 * @throws ServiceError ERR_REFERENCE_IN_USE when the reference was used for another recipient, title or document
 */
export const oncePerRun = async (
  session: Session,
  kontoId: string,
  letter: Letter,
  send: () => Promise<Verdict>,
): Promise<Verdict> => {
  const done = doneIn(session);
  const key = JSON.stringify([kontoId, letter.metadata.eksternReferanse]);
  const sameLetter = identityOf(letter);
  const before = done.get(key);
  if (before && before.sameLetter !== sameLetter) {
    throw new ServiceError(
      'ERR_REFERENCE_IN_USE',
      'The same reference was used in this run for another letter: the recipient, the title or a document differs.',
      "Give each letter a reference of its own, such as the case number with the letter's and the recipient's place in it.",
      { service: 'svarut', field: 'eksternReferanse' },
    );
  }
  if (before?.verdict.outcome === 'sent') return { outcome: 'duplicate', letter: { id: before.verdict.id } };
  if (before && before.verdict.outcome !== 'refused') return before.verdict;
  const verdict = await send();
  done.set(key, { verdict, sameLetter });
  return verdict;
};
