/** Plays the send-once machine: what happens at each step is told, and what it does is written down. */
import { ServiceError } from '../../../src/http/serviceError';
import {
  initial,
  MAX_SENDS,
  next,
  SLOW_MS,
  WAITS_MS,
  type Event,
  type Protection,
  type Step,
  type Verdict,
} from '../../../src/svarut/sendOnce';

export const lost = new ServiceError('ERR_TIMEOUT', 'Late.', 'Again.', { service: 'svarut' });
export const cut = new ServiceError('ERR_CONNECTION_LOST', 'Cut.', 'Again.', { service: 'svarut' });
export const refused = new ServiceError('ERR_REFUSED', 'No.', 'Mend.', { service: 'svarut', status: 400 });
export const repetition = new ServiceError('ERR_REFUSED', 'Again?', 'Look.', { service: 'svarut', status: 400 });
export const down = new ServiceError('ERR_SERVICE_FAILURE', 'Down.', 'Again.', { service: 'svarut', status: 503 });

export const LETTER = { id: 'letter-1', dato: '2026-11-20T10:00:00+01:00', status: 'AKSEPTERT' };

export const nothing: Event = { type: 'lookedUp', letter: undefined };
export const hit: Event = { type: 'lookedUp', letter: LETTER };
export const blind: Event = { type: 'lookUpFailed', error: down };
export const accepted: Event = { type: 'accepted', id: 'letter-2' };
/** As late as a failure may come for the letter to be sent once more. */
export const ambiguous: Event = { type: 'ambiguous', error: lost, tookMs: SLOW_MS };
export const slow: Event = { type: 'ambiguous', error: lost, tookMs: SLOW_MS + 1 };
export const refusal: Event = { type: 'refused', error: refused };
export const cutShort: Event = { type: 'cutShort', error: cut };
export const repeated: Event = { type: 'repeated', error: repetition };

export interface Trace {
  readonly steps: Step[];
  readonly events: Event[];
  readonly verdict: Verdict;
}

export const LONGEST = 2 + MAX_SENDS * (1 + 2 * WAITS_MS.length);

/** `choose` says what happens at each look-up and each send. */
export const play = (choose: (step: 'lookUp' | 'send') => Event, protection: Protection = 'protect'): Trace => {
  const steps: Step[] = [];
  const events: Event[] = [];
  let [state, step] = next(initial(protection), { type: 'start' });
  while (step.do !== 'finish') {
    steps.push(step);
    if (steps.length > LONGEST) throw new Error('it goes on for ever');
    const event: Event = step.do === 'wait' ? { type: 'waited' } : choose(step.do);
    events.push(event);
    [state, step] = next(state, event);
  }
  return { steps, events, verdict: step.verdict };
};

export const playInTurn = (protection: Protection, ...events: Event[]): Trace => {
  const left = [...events];
  const trace = play(() => {
    const event = left.shift();
    if (!event) throw new Error('more was asked than told');
    return event;
  }, protection);
  if (left.length > 0) throw new Error('more was told than asked');
  return trace;
};

export const inTurn = (...events: Event[]): Trace => playInTurn('protect', ...events);

export const wordOf = (step: Step): string => (step.do === 'wait' ? `wait ${step.ms}` : step.do);
export const wordsOf = ({ steps }: Trace): string[] => steps.map(wordOf);
export const CYCLE = WAITS_MS.flatMap((ms) => [`wait ${ms}`, 'lookUp']);
/** What each look-up between two sends finds, when they all find the same. */
export const everyLook = (event: Event): Event[] => WAITS_MS.map(() => event);
export const ABSENT = everyLook(nothing);
