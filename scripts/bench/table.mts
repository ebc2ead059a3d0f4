const FIRST_WIDTH = 50;
const WIDTH = 12;

export const printTable = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void => {
  console.log(`\n${title}\n`);
  for (const [what = '', ...figures] of [['', ...columns], ...rows])
    console.log(what.padEnd(FIRST_WIDTH) + figures.map((figure) => figure.padStart(WIDTH)).join(''));
};

/** The middle one of an odd number of measurements. */
export const middleOf = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[(all.length - 1) / 2] ?? Number.NaN;
