/**
 * The last line of every runner. .ci/run adds these lines up, and takes a runner without one for a failed one.
 */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
}

export const printSummary = (runner: string, { passed, failed, skipped }: Tally): void => {
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped !== undefined) parts.push(`${skipped} skipped`);
  console.log(`${runner}: ${parts.join(', ')}`);
};
