/**
 * A letter is sent once: the protocol as a pure state machine (design: a letter is sent once; fact sheet svarut §10).
 * SvarUt has no idempotency key, so what is known of a reference decides each step.
 */
import type { ServiceError } from '../http/serviceError';
import type { KnownLetter } from './model';

/** What happened since the last step. */
export type Event =
  | { readonly type: 'start' }
  /** The look-up by reference answered; `letter` is a hit that counts, or nothing. */
  | { readonly type: 'lookedUp'; readonly letter: KnownLetter | undefined }
  | { readonly type: 'lookUpFailed'; readonly error: ServiceError }
  | { readonly type: 'accepted'; readonly id: string }
  /** SvarUt certainly did not take it. */
  | { readonly type: 'refused'; readonly error: ServiceError }
  /** It may have taken it: time-out, reset, 5xx, unreadable answer. */
  | { readonly type: 'ambiguous'; readonly error: ServiceError; readonly tookMs: number }
  | { readonly type: 'waited' };

export type Verdict =
  | { readonly outcome: 'sent'; readonly id: string; readonly recovered: boolean }
  | { readonly outcome: 'duplicate'; readonly letter: KnownLetter }
  | { readonly outcome: 'refused'; readonly error: ServiceError }
  | { readonly outcome: 'unknown'; readonly error: ServiceError };

/** What to do next. */
export type Step =
  | { readonly do: 'lookUp' }
  | { readonly do: 'send' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'finish'; readonly verdict: Verdict };

export interface State {
  readonly sends: number;
  /** Look-ups since the last ambiguous send. */
  readonly looks: number;
  /** The last of them answered, and found nothing. A re-send is allowed on no other ground. */
  readonly surelyAbsent: boolean;
  /** A send ended so late that SvarUt may still be working on it; then no look-up proves that it will not appear. */
  readonly mayBeUnderWay: boolean;
  /** The first ambiguous failure; from then on the letter may exist. */
  readonly doubt?: ServiceError;
}

export const INITIAL: State = { sends: 0, looks: 0, surelyAbsent: false, mayBeUnderWay: false };

/**
 * Waits before each look-up after an ambiguous send. How long an accepted letter stays hidden is not known; a minute in all
 * is long for a database and short for a flow.
 */
export const WAITS_MS = [1_000, 4_000, 15_000, 40_000] as const;
export const MAX_SENDS = 2;
/**
 * SvarUt works on a request for up to 16 minutes, and something in between can give up before it. What failed faster than
 * this was an end and not a cut.
 */
export const SLOW_MS = 10_000;

const finish = (state: State, verdict: Verdict): [State, Step] => [state, { do: 'finish', verdict }];

/** After doubt: wait and look again, then send once more if it is surely absent and ended fast, else give up. */
const doubtful = (state: State, doubt: ServiceError): [State, Step] => {
  const wait = WAITS_MS[state.looks];
  if (wait !== undefined) return [state, { do: 'wait', ms: wait }];
  if (state.surelyAbsent && !state.mayBeUnderWay && state.sends < MAX_SENDS)
    return [{ ...state, looks: 0, surelyAbsent: false }, { do: 'send' }];
  return finish(state, { outcome: 'unknown', error: doubt });
};

export const next = (state: State, event: Event): [State, Step] => {
  const { doubt } = state;
  switch (event.type) {
    case 'start':
    case 'waited':
      return [state, { do: 'lookUp' }];
    case 'lookedUp': {
      if (event.letter) {
        return finish(
          state,
          doubt
            ? { outcome: 'sent', id: event.letter.id, recovered: true }
            : { outcome: 'duplicate', letter: event.letter },
        );
      }
      if (!doubt) return [state, { do: 'send' }];
      return doubtful({ ...state, looks: state.looks + 1, surelyAbsent: true }, doubt);
    }
    case 'lookUpFailed':
      // Nothing has been sent yet: failing here is safe, sending unseen is not.
      if (!doubt) return finish(state, { outcome: 'refused', error: event.error });
      return doubtful({ ...state, looks: state.looks + 1, surelyAbsent: false }, doubt);
    case 'accepted':
      return finish({ ...state, sends: state.sends + 1 }, { outcome: 'sent', id: event.id, recovered: false });
    case 'refused':
      // A refusal of the second try says nothing of the first.
      return finish(
        { ...state, sends: state.sends + 1 },
        doubt ? { outcome: 'unknown', error: doubt } : { outcome: 'refused', error: event.error },
      );
    case 'ambiguous': {
      const since = {
        sends: state.sends + 1,
        looks: 0,
        surelyAbsent: false,
        mayBeUnderWay: state.mayBeUnderWay || event.tookMs > SLOW_MS,
        doubt: doubt ?? event.error,
      };
      return doubtful(since, since.doubt);
    }
  }
};
