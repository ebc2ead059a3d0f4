import { withControlDigits } from '../identifiers.js';
import type { Draw } from './draw.js';

/** Whom a series of numbers is for: everybody in it is of one gender and born in these years, both inclusive. */
export interface Cohort {
  readonly gender: 'kvinne' | 'mann';
  readonly firstYear: number;
  readonly lastYear: number;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Added to the month; no real number has it. */
const SYNTHETIC = 80;

/**
 * A day has these individual numbers, of which the odd ones are men's. Those born from 2000 on have higher ones. None of the
 * persons with a story has one so low.
 */
const INDIVIDUALS = 100;
const FIRST_FROM_2000 = 500;

const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

/**
 * Numbers without a list of them: the household with index i has a birth day that follows from i, and gets the next number
 * of that day that nobody before had. Both ways are arithmetic.
 */
export class NumberSeries {
  readonly #firstDay: number;
  readonly #days: number;
  readonly #offset: number;
  readonly #step: number;
  readonly #inverse: number;
  /** As far as they have been asked for: making one takes longer than all the rest. */
  readonly #dates: string[] = [];

  constructor(
    private readonly cohort: Cohort,
    draw: Draw,
    matter: number,
  ) {
    this.#firstDay = dayNumber(cohort.firstYear, 1, 1);
    this.#days = dayNumber(cohort.lastYear + 1, 1, 1) - this.#firstDay;
    this.#offset = draw(0, matter) % this.#days;
    // Without a divisor in common with the days, the step meets each of them once before it comes back.
    let step = 1 + (draw(1, matter) % (this.#days - 1));
    while (divisor(step, this.#days) !== 1) step = (step % (this.#days - 1)) + 1;
    this.#step = step;
    let inverse = 1;
    while ((inverse * step) % this.#days !== 1) inverse += 1;
    this.#inverse = inverse;
  }

  /** YYYY-MM-DD */
  bornAt(household: number): string {
    return this.#dateOf(this.#dayOf(household));
  }

  numberAt(household: number): string {
    let turn = Math.floor(household / this.#days);
    for (const number of this.#numbersOf(this.bornAt(household))) {
      if (turn === 0) return number;
      turn -= 1;
    }
    throw new RangeError('a day has no more numbers');
  }

  /** Which household a number belongs to; undefined for what is no number of the series. */
  householdOf(number: string): number | undefined {
    const [day, month, shortYear] = [0, 2, 4].map((at) => Number(number.slice(at, at + 2))) as [number, number, number];
    const { firstYear, lastYear } = this.cohort;
    const year = [1900, 2000].map((century) => century + shortYear).find((one) => one >= firstYear && one <= lastYear);
    if (year === undefined) return undefined;
    const born = dayNumber(year, month - SYNTHETIC, day);
    const at = born - this.#firstDay;
    if (!(at >= 0 && at < this.#days)) return undefined;
    let household = ((at - this.#offset + this.#days) * this.#inverse) % this.#days;
    for (const one of this.#numbersOf(this.#dateOf(at))) {
      if (one === number) return household;
      // A day's numbers rise as far as the individual number goes.
      if (one.slice(0, 9) > number.slice(0, 9)) return undefined;
      household += this.#days;
    }
    return undefined;
  }

  *#numbersOf(born: string): Generator<string> {
    const [year = '', month = '', day = ''] = born.split('-');
    const date = `${day}${twoDigits(Number(month) + SYNTHETIC)}${year.slice(2)}`;
    const first = (year < '2000' ? 0 : FIRST_FROM_2000) + (this.cohort.gender === 'mann' ? 1 : 0);
    for (let individual = first; individual < first + INDIVIDUALS; individual += 2) {
      const number = withControlDigits(`${date}${String(individual).padStart(3, '0')}`);
      if (number !== undefined) yield number;
    }
  }

  /** @param at days after the first */
  #dateOf(at: number): string {
    return (this.#dates[at] ??= new Date((this.#firstDay + at) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10));
  }

  #dayOf(household: number): number {
    return (household * this.#step + this.#offset) % this.#days;
  }
}
