import type { Account } from './accounts.js';
import type { Channel } from './channel.js';
import type { FiledDocument } from './files.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';
import type { Fingerprint } from './receivedFile.js';
import type { SigningStep } from './signing.js';
import { stepsTaken, type Step } from './timeline.js';

export interface LetterDocument extends Omit<FiledDocument, 'file'>, Fingerprint {
  /** Undefined when the file was too large to keep, or had to give way to newer ones. */
  content: Buffer | undefined;
  /** As it came over the wire, where that was encrypted. */
  readonly encrypted?: Fingerprint;
}

export type Deletion = 'ORIGINALDOKUMENTER' | 'ALLE';

export interface Letter {
  readonly id: string;
  readonly receivedAt: Date;
  /** Where the virtual clock stood, so that the letter ages with it. */
  readonly receivedElapsed: number;
  readonly account: Account;
  readonly endpoint: Endpoint;
  readonly forsendelse: Forsendelse;
  readonly channel: Channel;
  readonly documents: readonly LetterDocument[];
  readonly signing: readonly SigningStep[];
  plan: readonly Step[];
  /** The most that has been deleted. */
  deleted: Deletion | null;
}

/** A letter's dates count from the real time of receipt, at the pace of the virtual clock. */
export const dated = <T extends Pick<Step, 'after'>>(
  letter: Letter,
  plan: readonly T[],
  elapsed: number,
): readonly (T & { readonly at: Date })[] =>
  stepsTaken(plan, elapsed - letter.receivedElapsed).map((step) => ({
    ...step,
    at: new Date(letter.receivedAt.getTime() + step.after),
  }));

export interface DatedState {
  readonly state: string;
  readonly at: Date;
}

/** The states a letter has gone through so far. */
export const historyOf = (letter: Letter, elapsed: number): readonly DatedState[] =>
  dated(letter, letter.plan, elapsed).flatMap(({ state, at }) => (state === undefined ? [] : [{ state, at }]));

export const lastStateOf = (letter: Letter, elapsed: number): DatedState => {
  const last = historyOf(letter, elapsed).at(-1);
  return last ?? { state: 'MOTTATT', at: letter.receivedAt };
};

/** Something happens that was not planned. A new state ends the plans, except that of removing the documents some day. */
export const intervene = (letter: Letter, elapsed: number, change: Omit<Step, 'after'>): void => {
  const after = elapsed - letter.receivedElapsed;
  const taken = stepsTaken(letter.plan, after);
  const ahead = letter.plan.slice(taken.length);
  letter.plan = [
    ...taken,
    { ...change, after },
    ...ahead.filter(({ state }) => change.state === undefined || (state === 'SLETTET' && change.state !== state)),
  ];
};
