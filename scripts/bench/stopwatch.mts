import { middleOf } from './table.mts';

const COLD = 10;
const TIMES = 21;

export const millisecondsOf = async (run: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/** The middle one of many, after the first few, which find everything cold. */
export const usualMilliseconds = async (run: () => Promise<void>): Promise<number> => {
  const all: number[] = [];
  for (let time = 0; time < COLD + TIMES; time += 1) all.push(await millisecondsOf(run));
  return middleOf(all.slice(COLD));
};
