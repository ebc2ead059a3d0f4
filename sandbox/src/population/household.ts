import type { Draw } from './draw.js';
import type { Cohort } from './numberSeries.js';

const GROWN_UP = { firstYear: 1960, lastYear: 1990 };
const CHILD = { firstYear: 2009, lastYear: 2025 };
const OLD = { firstYear: 1930, lastYear: 1959 };

/**
 * Every six persons are a family of four, and an old woman and man. No two cohorts have a number in common. Who is named
 * by others comes before them, so that the last household may lack its last members.
 */
export const COHORTS = {
  mother: { gender: 'kvinne', ...GROWN_UP },
  father: { gender: 'mann', ...GROWN_UP },
  daughter: { gender: 'kvinne', ...CHILD },
  son: { gender: 'mann', ...CHILD },
  oldWoman: { gender: 'kvinne', ...OLD },
  oldMan: { gender: 'mann', ...OLD },
} as const satisfies Record<string, Cohort>;

export type Member = keyof typeof COHORTS;
export type Parent = 'mother' | 'father';
export type Child = 'daughter' | 'son';
export type Old = 'oldWoman' | 'oldMan';

export const MEMBERS = Object.keys(COHORTS) as readonly Member[];
export const CHILDREN: readonly Child[] = ['daughter', 'son'];

export const isChild = (member: Member): member is Child => member === 'daughter' || member === 'son';
export const isOld = (member: Member): member is Old => member === 'oldWoman' || member === 'oldMan';

/** One of many, of whom nothing is known beforehand. */
export interface Household {
  readonly index: number;
  readonly draw: Draw;
  /** Undefined for those who are not there because the population ends before them. */
  readonly numberOf: (member: Member) => string | undefined;
  readonly bornOf: (member: Member) => string;
}
