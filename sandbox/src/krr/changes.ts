import type { KrrPerson } from './contact.js';

/** The real register has numbered so high since August 2023. */
const FIRST_CHANGE = 200_000_001;
const BETWEEN_CHANGES = 3;
/** A real page holds up to 1000 persons; small ones let a reader meet more than one. */
const CHANGES_PER_PAGE = 20;

/** In the middle of all changes stands a page about nobody: their persons have been changed again since. */
const changeOf = (index: number, persons: number): number => {
  const inSecondHalf = index >= persons / 2;
  return FIRST_CHANGE + index * BETWEEN_CHANGES + (inSecondHalf ? 2 * CHANGES_PER_PAGE : 0);
};

/** @param listed in the order they were changed last */
export const lastChangeOf = ({ length }: readonly KrrPerson[]): number => changeOf(length - 1, length);

export interface Page {
  readonly persons: readonly KrrPerson[];
  readonly lastChange: number;
}

/** What was changed after a change; every person has the number of the last change alone. */
export const pageAfter = (listed: readonly KrrPerson[], change: number): Page => {
  const from = Math.max(change, FIRST_CHANGE - 1);
  const to = Math.min(from + CHANGES_PER_PAGE, Math.max(lastChangeOf(listed), from));
  return {
    persons: listed.filter((_person, index) => {
      const number = changeOf(index, listed.length);
      return number > from && number <= to;
    }),
    lastChange: to,
  };
};
