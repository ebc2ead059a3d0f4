/**
 * Whether a person is of age, from the date of birth in the register and never from the number (fact sheet folkeregister §10).
 */
import { DateTime } from 'luxon';
import { currentOf, type Folkeregisterperson } from '../model';

const OSLO = 'Europe/Oslo';
const AGE_OF_MAJORITY = 18;

/** `unknown` where the register holds no whole date of birth and the year does not settle it. */
export type AgeGroup = 'adult' | 'minor' | 'unknown';

/** Whether the person has had that birthday in Oslo; undefined where the register does not settle it. */
export const hasTurned = (years: number, { foedsel }: Folkeregisterperson, nowMs: number): boolean | undefined => {
  const birth = currentOf(foedsel);
  const today = DateTime.fromMillis(nowMs, { zone: OSLO }).startOf('day');
  const date = DateTime.fromISO(birth?.foedselsdato?.slice(0, 10) ?? '', { zone: OSLO });
  if (date.isValid) return date.plus({ years }) <= today;
  const passed = today.year - Number(birth?.foedselsaar ?? NaN);
  if (passed > years) return true;
  return passed < years ? false : undefined;
};

export const ageGroupOf = (person: Folkeregisterperson, nowMs: number): AgeGroup => {
  const isAdult = hasTurned(AGE_OF_MAJORITY, person, nowMs);
  if (isAdult === undefined) return 'unknown';
  return isAdult ? 'adult' : 'minor';
};
