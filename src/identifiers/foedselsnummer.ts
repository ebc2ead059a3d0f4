/**
 * Fødselsnummer and D-number (fact sheet folkeregister §10). Nothing but validity is read from a number: age and sex
 * come from the register.
 */
import { isOrganisasjonsnummer } from './organisasjonsnummer';

export type NumberFault = 'empty' | 'characters' | 'organisation' | 'tooShort' | 'tooLong' | 'date' | 'controlDigits';

export type ReadNumber =
  | {
      readonly ok: true;
      readonly value: string;
      readonly type: 'foedselsnummer' | 'dNummer';
      readonly synthetic: boolean;
    }
  | { readonly ok: false; readonly fault: NumberFault };

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** Today's rule leaves remainder 0; numbers given out from 2032 may leave 0 to 3 in the first check. Both are valid at once. */
const hasValidControlDigits = (digits: readonly number[]): boolean => {
  const first = (weigh(digits, FIRST_WEIGHTS) + (digits[9] ?? 0)) % 11;
  const second = (weigh(digits, SECOND_WEIGHTS) + (digits[10] ?? 0)) % 11;
  return first <= 3 && second === 0;
};

/**
 * Synthetic numbers add 80 to the month (Tenor). 40 and 65 are used for tests too, but 40 also for the help numbers that
 * hospitals give to real people, so they count as real.
 */
const monthOf = (written: number): { month: number; synthetic: boolean } => {
  for (const added of [80, 65, 40])
    if (written > added && written <= added + 12) return { month: written - added, synthetic: added === 80 };
  return { month: written, synthetic: false };
};

/** Only as strict as it must be: which days a month has is the register's business, and the control digits find typos. */
const hasDate = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** Reads a number as people write it: blanks, a dot or a dash between date and individual digits, or a spreadsheet's number. */
export const readFoedselsnummer = (written: unknown): ReadNumber => {
  // Only a whole number is digits: the point of 1284853966.8 must not pass for the gap people write.
  if (typeof written === 'number' && !(Number.isSafeInteger(written) && written >= 0))
    return { ok: false, fault: 'characters' };
  const text = typeof written === 'number' ? String(written) : written;
  if (typeof text !== 'string' || text.trim() === '') return { ok: false, fault: 'empty' };
  const value = text.replace(/[\s\u00a0.-]/g, '');
  if (!/^\d+$/.test(value)) return { ok: false, fault: 'characters' };
  if (isOrganisasjonsnummer(value)) return { ok: false, fault: 'organisation' };
  if (value.length !== 11) return { ok: false, fault: value.length < 11 ? 'tooShort' : 'tooLong' };
  const digits = [...value].map(Number);
  const day = Number(value.slice(0, 2));
  const isDNumber = day > 40;
  const { month, synthetic } = monthOf(Number(value.slice(2, 4)));
  if (!hasDate(isDNumber ? day - 40 : day, month)) return { ok: false, fault: 'date' };
  if (!hasValidControlDigits(digits)) return { ok: false, fault: 'controlDigits' };
  return { ok: true, value, type: isDNumber ? 'dNummer' : 'foedselsnummer', synthetic };
};

/** What is wrong, for the sentence of an error; never the number. */
export const NUMBER_FAULTS: Record<NumberFault, string> = {
  empty: 'is empty',
  characters: 'has characters that are not digits',
  organisation: 'is an organisation number, where a person is asked for',
  tooShort: 'has fewer than 11 digits (a spreadsheet may have dropped a leading zero)',
  tooLong: 'has more than 11 digits (a DUF number has 12 and is something else)',
  date: 'does not begin with a date',
  controlDigits: 'has control digits that do not fit, so at least one digit is wrong',
};
