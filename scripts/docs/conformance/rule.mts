/**
 * What the sandbox keeps of the real services, rule by rule in our own words, and the tests that prove it.
 * test/sandbox/conformance.test.ts holds these lists against the tests, the routes and the settings there are.
 */

export interface Proof {
  /** Below test/, without `.test.ts`. */
  readonly file: string;
  /** As the runner prints it: the groups it stands in, then its own. */
  readonly name: string;
}

/** Where in the fact sheets it stands, the rule, and at least one test. */
export type Rule = readonly [source: string, rule: string, ...proofs: readonly [Proof, ...Proof[]]];

export interface Group {
  readonly about: string;
  /** Method and path, as the sandbox has them. */
  readonly endpoints: readonly string[];
  readonly rules: readonly Rule[];
}

export interface ServiceRules {
  readonly title: string;
  /** The fact sheet whose sections are meant where a rule names no other. */
  readonly factSheet: string;
  readonly groups: readonly Group[];
}

/** Tests of a file, one or several that belong together. */
export const testsOf =
  (file: string) =>
  (name: string): Proof => ({ file, name });
