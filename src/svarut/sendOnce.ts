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
  /** It was cut off before its end was sent: SvarUt cannot have taken it. */
  | { readonly type: 'cutShort'; readonly error: ServiceError }
  /** SvarUt says that it has a letter with this reference already. */
  | { readonly type: 'repeated'; readonly error: ServiceError }
  /** It may have taken it: time-out, reset, 5xx, unreadable answer. */
  | { readonly type: 'ambiguous'; readonly error: ServiceError; readonly tookMs: number }
  | { readonly type: 'waited' };

export type Verdict =
  | { readonly outcome: 'sent'; readonly id: string; readonly recovered: boolean }
  | { readonly outcome: 'duplicate'; readonly letter: KnownLetter }
  | { readonly outcome: 'refused'; readonly error: ServiceError }
  | { readonly outcome: 'unknown'; readonly error: ServiceError };

/**
 * Which letters with the reference count: those inside the window; those that came since this one was first sent, where an older
 * one is another letter; or all, where SvarUt itself says that there is one.
 */
export type Among = 'window' | 'sinceSent' | 'all';

/** What to do next. */
export type Step =
  | { readonly do: 'lookUp'; readonly among: Among }
  | { readonly do: 'send' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'finish'; readonly verdict: Verdict };

/** When SvarUt is asked whether it has the letter: always, only after an ambiguous failure, or never. */
export type Protection = 'protect' | 'afterAmbiguity' | 'off';

export interface State {
  readonly protection: Protection;
  readonly sends: number;
  /** Look-ups since the last ambiguous send. */
  readonly looks: number;
  /** The last of them answered, and found nothing. A re-send is allowed on no other ground. */
  readonly surelyAbsent: boolean;
  /** A send ended so late that SvarUt may still be working on it; then no look-up proves that it will not appear. */
  readonly mayBeUnderWay: boolean;
  /** The first ambiguous failure, of an earlier execution too; from then on the letter may exist. */
  readonly doubt?: ServiceError;
  /** SvarUt's refusal of a repetition; from then on the letter exists, whatever its age. */
  readonly repetition?: ServiceError;
}

/** @param earlier what an earlier execution could not find out, a little while ago */
export const initial = (
  protection: Protection,
  earlier?: { readonly error: ServiceError; readonly mayBeUnderWay: boolean },
): State => ({
  protection,
  sends: 0,
  looks: 0,
  surelyAbsent: false,
  mayBeUnderWay: earlier?.mayBeUnderWay ?? false,
  doubt: earlier?.error,
});

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

const amongOf = ({ doubt, repetition, protection }: State): Among => {
  // After doubt too, an older letter is not the one that may have been taken.
  if (repetition && !doubt) return 'all';
  return protection === 'protect' ? 'window' : 'sinceSent';
};

const lookUp = (state: State): [State, Step] => [state, { do: 'lookUp', among: amongOf(state) }];

/** After doubt: wait and look again, then send once more if it is surely absent and ended fast, else give up. */
const doubtful = (state: State, doubt: ServiceError): [State, Step] => {
  const wait = state.protection === 'off' ? undefined : WAITS_MS[state.looks];
  if (wait !== undefined) return [state, { do: 'wait', ms: wait }];
  if (state.surelyAbsent && !state.mayBeUnderWay && state.sends < MAX_SENDS)
    return [{ ...state, looks: 0, surelyAbsent: false }, { do: 'send' }];
  return finish(state, { outcome: 'unknown', error: doubt });
};

/** After the refusal of a repetition: the letter is there, so it is looked for and not sent again. */
const repeated = (state: State, repetition: ServiceError): [State, Step] => {
  const wait = state.protection === 'off' ? undefined : WAITS_MS[state.looks];
  if (wait !== undefined) return [state, { do: 'wait', ms: wait }];
  return finish(
    state,
    state.doubt ? { outcome: 'unknown', error: state.doubt } : { outcome: 'refused', error: repetition },
  );
};

export const next = (state: State, event: Event): [State, Step] => {
  const { doubt, repetition } = state;
  switch (event.type) {
    case 'start':
      return state.protection === 'protect' ? lookUp(state) : [state, { do: 'send' }];
    case 'waited':
      return lookUp(state);
    case 'lookedUp': {
      if (event.letter) {
        return finish(
          state,
          doubt && state.sends > 0
            ? { outcome: 'sent', id: event.letter.id, recovered: true }
            : { outcome: 'duplicate', letter: event.letter },
        );
      }
      const since = { ...state, looks: state.looks + 1, surelyAbsent: true };
      if (repetition) return repeated(since, repetition);
      if (!doubt) return [state, { do: 'send' }];
      return doubtful(since, doubt);
    }
    case 'lookUpFailed': {
      const since = { ...state, looks: state.looks + 1, surelyAbsent: false };
      if (repetition) return repeated(since, repetition);
      // Nothing has been sent yet: failing here is safe, sending unseen is not.
      if (!doubt) return finish(state, { outcome: 'refused', error: event.error });
      return doubtful(since, doubt);
    }
    case 'accepted':
      return finish({ ...state, sends: state.sends + 1 }, { outcome: 'sent', id: event.id, recovered: false });
    case 'refused':
      // A refusal of the second try says nothing of the first.
      return finish(
        { ...state, sends: state.sends + 1 },
        doubt ? { outcome: 'unknown', error: doubt } : { outcome: 'refused', error: event.error },
      );
    case 'cutShort': {
      const since = { ...state, sends: state.sends + 1 };
      if (since.sends < MAX_SENDS) return [since, { do: 'send' }];
      return finish(since, doubt ? { outcome: 'unknown', error: doubt } : { outcome: 'refused', error: event.error });
    }
    case 'repeated':
      return repeated({ ...state, sends: state.sends + 1, looks: 0, repetition: event.error }, event.error);
    case 'ambiguous': {
      const since = {
        ...state,
        sends: state.sends + 1,
        looks: 0,
        surelyAbsent: false,
        // A clock that was put back meanwhile tells nothing of how long it took.
        mayBeUnderWay: state.mayBeUnderWay || event.tookMs < 0 || event.tookMs > SLOW_MS,
        doubt: doubt ?? event.error,
      };
      return doubtful(since, since.doubt);
    }
  }
};
