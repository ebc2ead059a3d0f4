/** Something wrong with the data: where, as a JSON pointer, and what it is and what to do, as the rest of a sentence. */
export interface Problem {
  readonly at: string;
  readonly says: string;
}

/** All that is wrong with data of one's own. Never what stands there: it might be a real person's number. */
export class OwnDataError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The data cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}
