import type { Sender } from '../traffic/sender.js';
import type { Account } from './accounts.js';
import type { Channel } from './channel.js';
import type { FiledDocument } from './files.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';
import type { Fingerprint } from './receivedFile.js';
import type { SigningStep } from './signing.js';
import { stepsTaken, type Step } from './timeline.js';

/** Something that was received, for as long as there is room for it. */
export interface KeptBytes extends Fingerprint {
  /** Undefined when it was too large to keep, or had to give way to newer ones. */
  content: Buffer | undefined;
}

export interface LetterDocument extends Omit<FiledDocument, 'file'>, KeptBytes {
  /** As it came over the wire, where that was encrypted. */
  readonly encrypted?: Fingerprint;
}

export type Deletion = 'ORIGINALDOKUMENTER' | 'ALLE';

export interface Letter {
  readonly id: string;
  readonly receivedAt: Date;
  /** Where the virtual clock stood, so that the letter ages with it. */
  readonly receivedElapsed: number;
  readonly sender: Sender;
  readonly account: Account;
  readonly endpoint: Endpoint;
  /** The first part of the upload, as it came. */
  readonly metadata: KeptBytes;
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
    at: dateAfter(letter, step.after),
  }));

const dateAfter = ({ receivedAt }: Letter, after: number): Date => new Date(receivedAt.getTime() + after);

export interface DatedState {
  readonly state: string;
  readonly at: Date;
}

export interface Station extends DatedState {
  readonly reached: boolean;
}

/** Every state of a letter: those it has gone through, and those it will reach if nobody intervenes. */
export const journeyOf = (letter: Letter, elapsed: number): readonly Station[] =>
  letter.plan.flatMap(({ state, after }) =>
    state === undefined
      ? []
      : [{ state, at: dateAfter(letter, after), reached: after <= elapsed - letter.receivedElapsed }],
  );

/** Virtual milliseconds until the letter's next state; undefined when there is none to come. */
export const untilNextState = (letter: Letter, elapsed: number): number | undefined => {
  const now = elapsed - letter.receivedElapsed;
  const next = letter.plan.find(({ state, after }) => state !== undefined && after > now);
  return next && next.after - now;
};

/** The states a letter has gone through so far. */
const historyOf = (letter: Letter, elapsed: number): readonly DatedState[] =>
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
