/**
 * What this process has sent, or tried to send, under a reference. SvarUt tells neither recipient nor title of a letter it finds,
 * so without this a reference that is used for another letter in a later execution would look like a duplicate; and it may
 * not find a letter yet that it took a moment ago.
 */
import { createHash, randomBytes } from 'node:crypto';
import { ServiceError } from '../http/serviceError';
import type { Letter } from './letter/letter';

/** So many are remembered, the newest; what is older is a duplicate as before. */
const MOST = 10_000;
/** What is kept can be compared, and tells nothing of the recipient. */
const SALT = randomBytes(16);

export interface Before {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Known once SvarUt has said that it took the letter. */
  readonly letterId?: string;
  /** What kept this process from knowing whether SvarUt took it. */
  readonly doubt?: Doubt;
}

export interface Doubt {
  readonly error: ServiceError;
  readonly mayBeUnderWay: boolean;
}

const letters = new Map<string, Before & { readonly identity: string }>();

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

export const remember = (kontoId: string, letter: Letter, before: Before): void => {
  const key = keyOf(kontoId, letter);
  letters.delete(key);
  letters.set(key, { ...before, identity: identityOf(letter) });
  const [oldest] = letters.keys();
  if (letters.size > MOST && oldest !== undefined) letters.delete(oldest);
};

export const recall = (kontoId: string, letter: Letter): Before | undefined => letters.get(keyOf(kontoId, letter));

/** As a process that has just been started. */
export const forgetAll = (): void => letters.clear();

/** @throws ServiceError ERR_REFERENCE_IN_USE when the letter that SvarUt has is known to be another */
export const checkSameLetter = (kontoId: string, letter: Letter): void => {
  const before = letters.get(keyOf(kontoId, letter));
  if (before !== undefined && before.identity !== identityOf(letter)) throw referenceInUse();
};

const turns = new Map<string, Promise<unknown>>();

/** Two executions of this process never have letters with the same reference on their way at once. */
export const inTurn = async <T>(kontoId: string, letter: Letter, work: () => Promise<T>): Promise<T> => {
  const key = keyOf(kontoId, letter);
  const mine = (turns.get(key) ?? Promise.resolve()).then(work);
  const ended = mine.catch(() => undefined);
  turns.set(key, ended);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === ended) turns.delete(key);
  }
};
