/** Switches for behaviour on which the sources disagree or where a test wants the less common case. */
export interface Settings {
  /** KRR withholds addresses, mailbox and certificate of persons who cannot be notified. */
  filtrerUtgaatt: boolean;
  /** Virtual milliseconds before a new letter can be found by its eksternReferanse. */
  eksternRefVisibleAfterMs: number;
  tokenLifetimeSeconds: number;
  /**
   * What a bulk lookup with somBestilt answers for a number that has been replaced: the person under the number asked
   * for, the person under the current number, or an error. The documentation leaves it open.
   */
  historicalNumberInBulk: 'asked' | 'current' | 'error';
  /** How Fiks sends `errorJson`: the specification says string, the documentation shows an object. */
  errorJson: 'absent' | 'string' | 'object';
}

export const defaultSettings = (): Settings => ({
  filtrerUtgaatt: false,
  eksternRefVisibleAfterMs: 0,
  tokenLifetimeSeconds: 119,
  historicalNumberInBulk: 'asked',
  errorJson: 'absent',
});
