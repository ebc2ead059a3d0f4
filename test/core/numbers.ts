/**
 * Makes identity numbers from the rules in the fact sheet (folkeregister §10), on its own: nothing from `src`.
 */
import fc from 'fast-check';

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const sum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);

/** The whole number, or undefined where a control digit would be 10. `remainder` 0 is today's rule, 1 to 3 come in 2032. */
export const withControlDigits = (nine: string, remainder: number): string | undefined => {
  const first = (11 + remainder - (sum(nine, FIRST) % 11)) % 11;
  if (first === 10) return undefined;
  const second = (11 - (sum(nine + String(first), SECOND) % 11)) % 11;
  return second === 10 ? undefined : `${nine}${first}${second}`;
};

export type Series = 0 | 40 | 65 | 80;

export interface MadeNumber {
  readonly value: string;
  readonly dNumber: boolean;
  /** Nobody can have it: 40 is given to real people too, and 65 is treated alike. */
  readonly synthetic: boolean;
  readonly added: Series;
  /** What the first check leaves: more than 0 only by the rule of 2032. */
  readonly remainder: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

export const madeNumber = (series: readonly Series[] = [0, 40, 65, 80]): fc.Arbitrary<MadeNumber> =>
  fc
    .record({
      month: fc.integer({ min: 1, max: 12 }),
      dayAt: fc.integer({ min: 0, max: 30 }),
      year: fc.integer({ min: 0, max: 99 }),
      individual: fc.integer({ min: 0, max: 999 }),
      added: fc.constantFrom(...series),
      dNumber: fc.boolean(),
      remainder: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ month, dayAt, year, individual, added, dNumber, remainder }) => {
      const day = (dayAt % (DAYS[month - 1] ?? 28)) + 1 + (dNumber ? 40 : 0);
      for (let tried = 0; tried < 1000; tried += 1) {
        const nine = `${two(day)}${two(month + added)}${two(year)}${String((individual + tried) % 1000).padStart(3, '0')}`;
        const value = withControlDigits(nine, remainder);
        if (value) return { value, dNumber, synthetic: added === 80, added, remainder };
      }
      throw new Error('no number fits');
    });

/** A number that may be used in the test environments. */
export const syntheticNumber = (): fc.Arbitrary<string> => madeNumber([80]).map(({ value }) => value);

/** Distinct synthetic numbers, always the same ones. */
export const someNumbers = (count: number): string[] =>
  [...new Set(fc.sample(syntheticNumber(), { numRuns: count * 2, seed: 7 }))].slice(0, count);
