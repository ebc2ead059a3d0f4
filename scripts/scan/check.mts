/**
 * One thing the scan looks at. `passed` is undefined where it cannot be judged on this machine.
 */
export interface Check {
  readonly name: string;
  readonly passed: boolean | undefined;
  readonly detail?: string;
}
