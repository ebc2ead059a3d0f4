import { KRR_PERSONS, type KrrPerson } from './persons.js';

/** The real register has numbered so high since August 2023. */
const FIRST_CHANGE = 200_000_001;
const BETWEEN_CHANGES = 3;
/** A real page holds up to 1000 persons; small ones let a reader meet more than one. */
const CHANGES_PER_PAGE = 20;

/** In the middle of all changes stands a page about nobody: their persons have been changed again since. */
const changeOf = (index: number): number => {
  const inSecondHalf = index >= KRR_PERSONS.length / 2;
  return FIRST_CHANGE + index * BETWEEN_CHANGES + (inSecondHalf ? 2 * CHANGES_PER_PAGE : 0);
};

export const LAST_CHANGE = changeOf(KRR_PERSONS.length - 1);

export interface Page {
  readonly persons: readonly KrrPerson[];
  readonly lastChange: number;
}

/** What was changed after a change; every person has the number of the last change alone. */
export const pageAfter = (change: number): Page => {
  const from = Math.max(change, FIRST_CHANGE - 1);
  const to = Math.min(from + CHANGES_PER_PAGE, Math.max(LAST_CHANGE, from));
  return {
    persons: KRR_PERSONS.filter((_person, index) => changeOf(index) > from && changeOf(index) <= to),
    lastChange: to,
  };
};
