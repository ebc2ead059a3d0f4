/**
 * Fødselsnummer and D-number (fact sheet folkeregister §10). Nothing but validity is read from a number: age and sex
 * come from the register.
 */
import { isOrganisasjonsnummer } from './organisasjonsnummer';

export type NumberFault =
  'empty' | 'phone' | 'characters' | 'organisation' | 'tooShort' | 'duf' | 'tooLong' | 'date' | 'controlDigits';

/**
 * What is added to the month: nothing in ordinary numbers, 80 in the synthetic ones of Skatteetaten (Tenor), 40 in help numbers
 * of hospitals and in NAV's test persons, 65 in Norsk helsenett's test persons.
 */
export type Series = 'ordinary' | 'plus40' | 'plus65' | 'plus80';

export type ReadNumber =
  | {
      readonly ok: true;
      readonly value: string;
      readonly type: 'foedselsnummer' | 'dNummer';
      readonly series: Series;
      /** Nobody can have it. */
      readonly synthetic: boolean;
      /** By which rule its control digits fit: numbers given out from 2032 may fit a wider one alone. */
      readonly controlDigits: 'today' | 'from2032';
    }
  | { readonly ok: false; readonly fault: NumberFault };

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** Today's rule leaves remainder 0; numbers given out from 2032 may leave 0 to 3 in the first check. Both are valid at once. */
const controlDigitsOf = (digits: readonly number[]): 'today' | 'from2032' | undefined => {
  const first = (weigh(digits, FIRST_WEIGHTS) + (digits[9] ?? 0)) % 11;
  const second = (weigh(digits, SECOND_WEIGHTS) + (digits[10] ?? 0)) % 11;
  if (second !== 0 || first > 3) return undefined;
  return first === 0 ? 'today' : 'from2032';
};

const SERIES: readonly (readonly [series: Series, added: number])[] = [
  ['ordinary', 0],
  ['plus40', 40],
  ['plus65', 65],
  ['plus80', 80],
];

/** Undefined where no series has such a month. */
const seriesOf = (written: number): Series | undefined =>
  SERIES.find(([, added]) => written > added && written <= added + 12)?.[0];

/** Only as strict as it must be: which days a month has is the register's business, and the control digits find typos. */
const isDay = (day: number): boolean => day >= 1 && day <= 31;

/** Eight digits, or with the country before them; no number that lost a leading zero has so few. */
const PHONE = /^(?:\d{8}|\+\d{9,15}|0047\d{8})$/;

const fault = (name: NumberFault): ReadNumber => ({ ok: false, fault: name });

/** Reads a number as people write it: blanks, a dot or a dash between date and individual digits, or a spreadsheet's number. */
export const readFoedselsnummer = (written: unknown): ReadNumber => {
  // Only a whole number is digits: the point of 1284853966.8 must not pass for the gap people write.
  if (typeof written === 'number' && !(Number.isSafeInteger(written) && written >= 0)) return fault('characters');
  const text = typeof written === 'number' ? String(written) : written;
  if (typeof text !== 'string' || text.trim() === '') return fault('empty');
  const value = text.replace(/[\s\u00a0.-]/g, '');
  if (PHONE.test(value)) return fault('phone');
  if (!/^\d+$/.test(value)) return fault('characters');
  if (isOrganisasjonsnummer(value)) return fault('organisation');
  if (value.length === 12) return fault('duf');
  if (value.length !== 11) return fault(value.length < 11 ? 'tooShort' : 'tooLong');
  const day = Number(value.slice(0, 2));
  const isDNumber = day > 40;
  const series = seriesOf(Number(value.slice(2, 4)));
  if (!series || !isDay(isDNumber ? day - 40 : day)) return fault('date');
  const controlDigits = controlDigitsOf([...value].map(Number));
  if (!controlDigits) return fault('controlDigits');
  return {
    ok: true,
    value,
    type: isDNumber ? 'dNummer' : 'foedselsnummer',
    series,
    // 40 and 65 are used for tests too, but 40 also for the help numbers that hospitals give to real people.
    synthetic: series === 'plus80',
    controlDigits,
  };
};

/** What is wrong, for the sentence of an error; never the number. */
export const NUMBER_FAULTS: Record<NumberFault, { readonly en: string; readonly nb: string }> = {
  empty: { en: 'is empty', nb: 'er tomt' },
  phone: { en: 'looks like a phone number', nb: 'ser ut som et telefonnummer' },
  characters: { en: 'has characters that are not digits', nb: 'har tegn som ikke er siffer' },
  organisation: {
    en: 'is an organisation number, where a person is asked for',
    nb: 'er et organisasjonsnummer, der det spørres om en person',
  },
  tooShort: {
    en: 'has fewer than 11 digits (a spreadsheet may have dropped a leading zero)',
    nb: 'har færre enn 11 siffer (et regneark kan ha mistet en null foran)',
  },
  duf: {
    en: "has 12 digits: it is a DUF number, the immigration authorities' own, or has one digit too many",
    nb: 'har 12 siffer: det er et DUF-nummer, utlendingsmyndighetenes eget, eller har ett siffer for mye',
  },
  tooLong: { en: 'has more than 11 digits', nb: 'har flere enn 11 siffer' },
  date: { en: 'does not begin with a date', nb: 'begynner ikke med en dato' },
  controlDigits: {
    en: 'has control digits that do not fit, so at least one digit is wrong',
    nb: 'har kontrollsifre som ikke stemmer, så minst ett siffer er feil',
  },
};
