const FIRST_CONTROL_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_CONTROL_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** From 2032 a first control digit may leave any of these remainders; numbers of both kinds live side by side. */
const FIRST_CONTROL_REMAINDERS = [0, 1, 2, 3];

const remainder = (number: string, weights: readonly number[]): number => {
  const weighted = weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0);
  return (weighted + Number(number[weights.length])) % 11;
};

const controlDigit = (digits: string, weights: readonly number[]): number =>
  (11 - (remainder(`${digits}0`, weights) % 11)) % 11;

/** A fødselsnummer or D-number, real or synthetic: eleven digits with control digits that add up. */
export const isPersonIdentifier = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{11}$/.test(value) &&
  FIRST_CONTROL_REMAINDERS.includes(remainder(value, FIRST_CONTROL_WEIGHTS)) &&
  remainder(value, SECOND_CONTROL_WEIGHTS) === 0;

/** Adds the control digits to the nine digits before them; undefined where one of them would be ten. */
export const withControlDigits = (nine: string): string | undefined => {
  const first = controlDigit(nine, FIRST_CONTROL_WEIGHTS);
  const second = controlDigit(`${nine}${first}`, SECOND_CONTROL_WEIGHTS);
  return first > 9 || second > 9 ? undefined : `${nine}${first}${second}`;
};

/** Synthetic persons have 80 added to the month, and no real one has. */
export const isSynthetic = (number: string): boolean => /^\d{2}(?:8[1-9]|9[0-2])/.test(number);

export const isOrganisationNumber = (value: string): boolean =>
  /^\d{9}$/.test(value) && remainder(value, ORGANISATION_WEIGHTS) === 0;

export const isUuid = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);

/** Hides the part of a person identifier that is not a birth date. */
export const maskPersonIdentifiers = (text: string): string =>
  text.replace(/\d{11,}/g, (digits) => `${digits.slice(0, 6)}*****`);
