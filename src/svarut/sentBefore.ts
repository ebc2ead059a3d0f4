/**
 * What this process has sent under a reference. SvarUt tells neither recipient nor title of a letter it finds, so without
 * this a reference that is used for another letter in a later execution would look like a duplicate.
 */
import { createHash, randomBytes } from 'node:crypto';
import { ServiceError } from '../http/serviceError';
import type { Letter } from './letter/letter';

/** So many are remembered, the newest; what is older is a duplicate as before. */
const MOST = 10_000;
/** What is kept can be compared, and tells nothing of the recipient. */
const SALT = randomBytes(16);

const letters = new Map<string, string>();

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(SALT).update(JSON.stringify(parts)).digest('base64url');

const keyOf = (kontoId: string, { eksternReferanse }: Letter): string => hashOf([kontoId, eksternReferanse]);
const identityOf = ({ recipient, tittel }: Letter): string => hashOf([recipient, tittel]);

export const referenceInUse = (): ServiceError =>
  new ServiceError(
    'ERR_REFERENCE_IN_USE',
    'The same reference was used for another letter: the recipient, the title or a document differs.',
    "Give each letter a reference of its own, such as the case number with the letter's and the recipient's place in it.",
    { service: 'svarut', field: 'eksternReferanse' },
  );

export const rememberSent = (kontoId: string, letter: Letter): void => {
  const key = keyOf(kontoId, letter);
  letters.delete(key);
  letters.set(key, identityOf(letter));
  const [oldest] = letters.keys();
  if (letters.size > MOST && oldest !== undefined) letters.delete(oldest);
};

/** @throws ServiceError ERR_REFERENCE_IN_USE when the letter that SvarUt has is known to be another */
export const checkSameLetter = (kontoId: string, letter: Letter): void => {
  const before = letters.get(keyOf(kontoId, letter));
  if (before !== undefined && before !== identityOf(letter)) throw referenceInUse();
};
