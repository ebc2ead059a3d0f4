/**
 * What a sender is told on its standard input, and what it says of each letter at the end.
 */
export interface Order {
  /** The sandbox's address. */
  readonly sandbox: string;
  readonly seed: number;
  /** How many of the answers come late, 0 to 1. */
  readonly slow: number;
  readonly letters: readonly { readonly eksternReferanse: string; readonly foedselsnummer: string }[];
}

export interface Report {
  readonly eksternReferanse: string;
  readonly outcome: 'sent' | 'duplicate' | 'refused' | 'unknown';
  /** Where there is one. */
  readonly letterId?: string;
  /** The answer came so late that the letter may still have been under way. */
  readonly slow: boolean;
}
