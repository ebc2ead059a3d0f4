/** A host that sends letters while its memory is watched. */
export interface LetterHost {
  readonly pid: number;
  /** Sends a letter with one file on disk, and waits until it is sent. */
  readonly send: (letter: BenchLetter) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface BenchLetter {
  readonly file: string;
  readonly encrypted: boolean;
  readonly eksternReferanse: string;
}

/** Digitally only: what may be printed must be smaller. */
export const LETTER = {
  foedselsnummer: '12848539668',
  navn: 'RASK FYRLYKT',
  tittel: 'Vedtak om barnehageplass',
} as const;

let letters = 0;

/** No two letters of a bench are the same. */
export const newReference = (): string => `bench-${(letters += 1)}`;
