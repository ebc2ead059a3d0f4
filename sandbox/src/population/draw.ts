/** Spreads the bits of a number over all 32 (the last step of the hash known as MurmurHash3). */
const mixed = (bits: number): number => {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** A whole number from 0 to 2^32 - 1 that is always the same for the same seed, household and matter. */
export type Draw = (household: number, matter: number) => number;

export const drawWith =
  (seed: number): Draw =>
  (household, matter) =>
    mixed(mixed(mixed(seed + 1) ^ household) + matter);

export const oneOf = <T>(items: readonly T[], drawn: number): T => items[drawn % items.length] as T;

/** Rows begin with their share of all. */
export type Shares<T> = readonly (readonly [share: number, item: T])[];

export const byShare = <T>(rows: Shares<T>, drawn: number): T => {
  const all = rows.reduce((sum, [share]) => sum + share, 0);
  let rest = drawn % all;
  for (const [share, item] of rows) {
    if (rest < share) return item;
    rest -= share;
  }
  throw new RangeError('the shares are empty');
};
