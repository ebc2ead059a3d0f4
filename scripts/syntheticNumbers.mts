/**
 * Identity numbers that nobody has, as many as are wanted, made from the rules alone: for the bench and for tests of scale.
 */
const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Synthetic persons are born in the months 81 to 92. */
const FIRST_MONTH = 81;
const MONTHS = 12;
/** Every month has as many. */
const DAYS = 28;
const YEARS = 100;
const INDIVIDUALS = 1000;

const controlDigit = (digits: string, weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)) % 11;

/** Some numbers have no control digits: those for which one would be 10. */
const withControlDigits = (nine: string): string | undefined => {
  const first = controlDigit(nine, FIRST_WEIGHTS);
  const second = controlDigit(`${nine}${first}`, SECOND_WEIGHTS);
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`;
};

const nineDigits = (at: number): string => {
  const individual = at % INDIVIDUALS;
  const day = Math.floor(at / INDIVIDUALS) % DAYS;
  const month = Math.floor(at / (INDIVIDUALS * DAYS)) % MONTHS;
  const year = Math.floor(at / (INDIVIDUALS * DAYS * MONTHS));
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return part(day + 1, 2) + part(month + FIRST_MONTH, 2) + part(year, 2) + part(individual, 3);
};

/** Distinct, and always the same ones. */
export const syntheticNumbers = (count: number): string[] => {
  const numbers: string[] = [];
  for (let at = 0; numbers.length < count; at += 1) {
    if (at === INDIVIDUALS * DAYS * MONTHS * YEARS) throw new Error(`There are not ${count} such numbers.`);
    const number = withControlDigits(nineDigits(at));
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
};
