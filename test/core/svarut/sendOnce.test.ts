import fc from 'fast-check';
import { ServiceError } from '../../../src/http/serviceError';
import {
  INITIAL,
  MAX_SENDS,
  next,
  SLOW_MS,
  WAITS_MS,
  type Event,
  type Step,
  type Verdict,
} from '../../../src/svarut/sendOnce';

const lost = new ServiceError('ERR_TIMEOUT', 'Late.', 'Again.', { service: 'svarut' });
const refused = new ServiceError('ERR_REFUSED', 'No.', 'Mend.', { service: 'svarut', status: 400 });
const down = new ServiceError('ERR_SERVICE_FAILURE', 'Down.', 'Again.', { service: 'svarut', status: 503 });

const LETTER = { id: 'letter-1', dato: '2026-11-20T10:00:00+01:00', status: 'AKSEPTERT' };

const nothing: Event = { type: 'lookedUp', letter: undefined };
const hit: Event = { type: 'lookedUp', letter: LETTER };
const blind: Event = { type: 'lookUpFailed', error: down };
const accepted: Event = { type: 'accepted', id: 'letter-2' };
/** As late as a failure may come for the letter to be sent once more. */
const ambiguous: Event = { type: 'ambiguous', error: lost, tookMs: SLOW_MS };
const slow: Event = { type: 'ambiguous', error: lost, tookMs: SLOW_MS + 1 };
const refusal: Event = { type: 'refused', error: refused };

interface Trace {
  readonly steps: Step[];
  readonly events: Event[];
  readonly verdict: Verdict;
}

const LONGEST = 2 + MAX_SENDS * (1 + 2 * WAITS_MS.length);

/** Plays the machine; `choose` says what happens at each look-up and each send. */
const play = (choose: (step: 'lookUp' | 'send') => Event): Trace => {
  const steps: Step[] = [];
  const events: Event[] = [];
  let [state, step] = next(INITIAL, { type: 'start' });
  while (step.do !== 'finish') {
    steps.push(step);
    if (steps.length > LONGEST) throw new Error('it goes on for ever');
    const event: Event = step.do === 'wait' ? { type: 'waited' } : choose(step.do);
    events.push(event);
    [state, step] = next(state, event);
  }
  return { steps, events, verdict: step.verdict };
};

const inTurn = (...events: Event[]) => {
  const left = [...events];
  return play(() => {
    const event = left.shift();
    if (!event) throw new Error('more was asked than told');
    return event;
  });
};

const wordOf = (step: Step): string => (step.do === 'wait' ? `wait ${step.ms}` : step.do);
const CYCLE = WAITS_MS.flatMap((ms) => [`wait ${ms}`, 'lookUp']);
/** What each look-up between two sends finds, when they all find the same. */
const everyLook = (event: Event): Event[] => WAITS_MS.map(() => event);
const ABSENT = everyLook(nothing);

describe('whatever happens', () => {
  const lookUps = fc.infiniteStream(fc.constantFrom(nothing, nothing, nothing, blind, hit));
  const sends = fc.infiniteStream(fc.constantFrom(ambiguous, ambiguous, ambiguous, slow, accepted, refusal));
  const anyTrace = fc
    .tuple(lookUps, sends)
    .map(([looks, tries]) => play((step) => (step === 'lookUp' ? looks : tries).next().value));
  const property = (check: (trace: Trace) => void) => fc.assert(fc.property(anyTrace, check), { numRuns: 3000 });

  test('it comes to an end within a bounded number of steps', () => {
    property(({ steps }) => expect(steps.length).toBeLessThanOrEqual(LONGEST));
  });

  test('it never sends but right after a look-up that answered, and found nothing', () => {
    property(({ steps, events }) => {
      steps.forEach((step, at) => {
        if (step.do !== 'send') return;
        expect(steps[at - 1]?.do).toBe('lookUp');
        expect(events[at - 1]).toBe(nothing);
      });
    });
  });

  test(`it never sends more than ${MAX_SENDS} times, and never again after anything but a fast doubt`, () => {
    property(({ steps, events }) => {
      const outcomes = steps.flatMap((step, at) => (step.do === 'send' ? [events[at]] : []));
      expect(outcomes.length).toBeLessThanOrEqual(MAX_SENDS);
      for (const outcome of outcomes.slice(0, -1)) expect(outcome).toBe(ambiguous);
    });
  });

  test('it never sends again after a slow doubt: it looks after every wait, and ends without a guess', () => {
    property(({ steps, events, verdict }) => {
      const at = events.indexOf(slow);
      if (at < 0) return;
      const words = steps.slice(at + 1).map(wordOf);
      expect(words).not.toContain('send');
      expect(words).toEqual(CYCLE.slice(0, words.length));
      if (events.at(-1) === hit) expect(verdict).toEqual({ outcome: 'sent', id: LETTER.id, recovered: true });
      else expect([words, verdict]).toEqual([CYCLE, { outcome: 'unknown', error: lost }]);
    });
  });

  test('it never sends again before it has waited all waits and looked after each', () => {
    property(({ steps }) => {
      const words = steps.map(wordOf);
      const first = words.indexOf('send');
      const second = words.indexOf('send', first + 1);
      if (second > 0) expect(words.slice(first + 1, second)).toEqual(CYCLE);
    });
  });

  test('it reports a letter only with an id that SvarUt gave', () => {
    property(({ events, verdict }) => {
      if (verdict.outcome === 'sent') {
        const told = events.at(-1);
        expect(told).toBe(verdict.recovered ? hit : accepted);
        expect(verdict.id).toBe(verdict.recovered ? LETTER.id : 'letter-2');
      }
      if (verdict.outcome === 'duplicate') expect([verdict.letter, events.at(-1)]).toEqual([LETTER, hit]);
    });
  });

  test('it calls a letter a duplicate only when it has sent nothing itself', () => {
    property(({ steps, verdict }) => {
      if (verdict.outcome === 'duplicate') expect(steps.map(({ do: what }) => what)).toEqual(['lookUp']);
    });
  });

  test('it says "refused" only when nothing can have been taken, and "unknown" only when something may have been', () => {
    property(({ events, verdict }) => {
      const inDoubt = events.includes(ambiguous) || events.includes(slow);
      if (verdict.outcome === 'refused') expect(inDoubt).toBe(false);
      if (verdict.outcome === 'unknown') {
        expect(inDoubt).toBe(true);
        expect(verdict.error).toBe(lost);
      }
    });
  });
});

describe('each way through', () => {
  const words = ({ steps }: Trace): string[] => steps.map(wordOf);

  test('a letter nobody has sent is looked up and sent', () => {
    const trace = inTurn(nothing, accepted);
    expect(words(trace)).toEqual(['lookUp', 'send']);
    expect(trace.verdict).toEqual({ outcome: 'sent', id: 'letter-2', recovered: false });
  });

  test('a letter that was sent before is not sent', () => {
    const trace = inTurn(hit);
    expect(words(trace)).toEqual(['lookUp']);
    expect(trace.verdict).toEqual({ outcome: 'duplicate', letter: LETTER });
  });

  test('a look-up that fails at first stops it: sending unseen is never safe', () => {
    expect(inTurn(blind)).toMatchObject({ steps: [{ do: 'lookUp' }], verdict: { outcome: 'refused', error: down } });
  });

  test('a definite refusal ends it', () => {
    expect(inTurn(nothing, refusal).verdict).toEqual({ outcome: 'refused', error: refused });
  });

  test('a lost answer is recovered by the first look-up that shows the letter', () => {
    const trace = inTurn(nothing, ambiguous, nothing, hit);
    expect(words(trace)).toEqual(['lookUp', 'send', ...CYCLE.slice(0, 4)]);
    expect(trace.verdict).toEqual({ outcome: 'sent', id: LETTER.id, recovered: true });
  });

  test('a letter that stays away is sent once more, and only once', () => {
    const trace = inTurn(nothing, ambiguous, ...ABSENT, ambiguous, ...ABSENT);
    expect(words(trace)).toEqual(['lookUp', 'send', ...CYCLE, 'send', ...CYCLE]);
    expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
  });

  test.each([SLOW_MS + 1, 60_000, 16 * 60_000])(
    'a letter whose send failed after %i ms is looked for after all waits, and not sent again',
    (tookMs) => {
      const trace = inTurn(nothing, { ...slow, tookMs }, ...ABSENT);
      expect(words(trace)).toEqual(['lookUp', 'send', ...CYCLE]);
      expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
    },
  );

  test('a letter whose send failed late is recovered by the first look-up that shows it', () => {
    const trace = inTurn(nothing, slow, nothing, hit);
    expect(words(trace)).toEqual(['lookUp', 'send', ...CYCLE.slice(0, 4)]);
    expect(trace.verdict).toEqual({ outcome: 'sent', id: LETTER.id, recovered: true });
  });

  test('ten seconds are what a send may take', () => {
    expect(SLOW_MS).toBe(10_000);
  });

  test('a second try that succeeds is a letter sent', () => {
    expect(inTurn(nothing, ambiguous, ...ABSENT, accepted).verdict).toEqual({
      outcome: 'sent',
      id: 'letter-2',
      recovered: false,
    });
  });

  test('a refusal of the second try says nothing of the first', () => {
    expect(inTurn(nothing, ambiguous, ...ABSENT, refusal).verdict).toEqual({
      outcome: 'unknown',
      error: lost,
    });
  });

  test('a last look-up that fails forbids the second try, whatever those before it found', () => {
    const trace = inTurn(nothing, ambiguous, ...ABSENT.slice(1), blind);
    expect(words(trace).filter((word) => word === 'send')).toHaveLength(1);
    expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
  });

  test('look-ups that fail and then answer allow the second try', () => {
    const trace = inTurn(nothing, ambiguous, ...everyLook(blind).slice(1), nothing, accepted);
    expect(words(trace).filter((word) => word === 'send')).toHaveLength(2);
  });

  test('look-ups that all fail are no ground to send again', () => {
    const trace = inTurn(nothing, ambiguous, ...everyLook(blind));
    expect(words(trace)).toEqual(['lookUp', 'send', ...CYCLE]);
    expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
  });

  test('a letter that only the last look-up shows is recovered', () => {
    const trace = inTurn(nothing, ambiguous, ...ABSENT.slice(1), hit);
    expect(words(trace)).toEqual(['lookUp', 'send', ...CYCLE]);
    expect(trace.verdict).toEqual({ outcome: 'sent', id: LETTER.id, recovered: true });
  });

  test('the waits are a minute in all, and each is longer than the one before', () => {
    expect(WAITS_MS.reduce((sum, ms) => sum + ms, 0)).toBe(60_000);
    expect([...WAITS_MS].sort((one, other) => one - other)).toEqual([...WAITS_MS]);
  });
});

describe('a SvarUt that loses answers and hides letters', () => {
  const TOTAL_WAIT = WAITS_MS.reduce((sum, ms) => sum + ms, 0);

  interface Fate {
    readonly taken: boolean;
    readonly told: boolean;
    readonly late: boolean;
    readonly hiddenMs: number;
  }
  const fate = (longestHidden: number, late = fc.boolean()): fc.Arbitrary<Fate> =>
    fc.record({ taken: fc.boolean(), told: fc.boolean(), late, hiddenMs: fc.nat(longestHidden) });

  const MOST_RUNS = 5;
  // Lists and not endless streams: two of those draw from the same source, and what they give hangs together.
  const exactly = <T>(length: number, of: fc.Arbitrary<T>) => fc.array(of, { minLength: length, maxLength: length });
  const sends = (of: fc.Arbitrary<Fate>) => exactly(MOST_RUNS * MAX_SENDS, of);
  const looks = exactly(MOST_RUNS * LONGEST, fc.boolean());

  /** The letters SvarUt holds after `runs` runs of the flow, one after the other. */
  const held = (
    fates: Iterator<Fate>,
    lookUpFails: Iterator<boolean>,
    runs: number,
  ): { letters: number[]; verdicts: Verdict[] } => {
    const visibleAt: number[] = [];
    const verdicts: Verdict[] = [];
    let now = 0;
    for (let run = 0; run < runs; run += 1) {
      let [state, step] = next(INITIAL, { type: 'start' });
      while (step.do !== 'finish') {
        let event: Event;
        if (step.do === 'wait') {
          now += step.ms;
          event = { type: 'waited' };
        } else if (step.do === 'lookUp') {
          const at = visibleAt.findIndex((moment) => moment <= now);
          event = lookUpFails.next().value
            ? blind
            : { type: 'lookedUp', letter: at < 0 ? undefined : { id: `letter-${at}` } };
        } else {
          const { taken, told, late, hiddenMs } = fates.next().value as Fate;
          if (taken) visibleAt.push(now + hiddenMs);
          event = !told
            ? late
              ? slow
              : ambiguous
            : taken
              ? { type: 'accepted', id: `letter-${visibleAt.length - 1}` }
              : refusal;
        }
        [state, step] = next(state, event);
      }
      verdicts.push(step.verdict);
      now += TOTAL_WAIT;
    }
    return { letters: visibleAt, verdicts };
  };

  test('never holds two letters, however often the flow is run, unless one was hidden longer than all waits together', () => {
    fc.assert(
      fc.property(sends(fate(TOTAL_WAIT)), looks, fc.integer({ min: 1, max: MOST_RUNS }), (fates, fails, runs) => {
        expect(held(fates.values(), fails.values(), runs).letters.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000 },
    );
  });

  test('holds the letter that was reported, and none where a refusal was', () => {
    fc.assert(
      fc.property(sends(fate(TOTAL_WAIT)), looks, (fates, fails) => {
        const { letters, verdicts } = held(fates.values(), fails.values(), 1);
        const [verdict] = verdicts;
        if (verdict?.outcome === 'sent') expect(letters).toHaveLength(1);
        if (verdict?.outcome === 'refused') expect(letters).toHaveLength(0);
      }),
      { numRuns: 3000 },
    );
  });

  test('never holds two letters of one run when what it hides for longer than all waits is what failed late', () => {
    const anyFate = fc.oneof(fate(TOTAL_WAIT, fc.constant(false)), fate(16 * 60_000, fc.constant(true)));
    fc.assert(
      fc.property(sends(anyFate), looks, (fates, fails) => {
        expect(held(fates.values(), fails.values(), 1).letters.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000 },
    );
  });

  test('holds one when it denies for longer than all waits together a letter whose send failed late', () => {
    const one = held(
      [{ taken: true, told: false, late: true, hiddenMs: TOTAL_WAIT + 1 }].values(),
      Array<boolean>(LONGEST).fill(false).values(),
      1,
    );
    expect(one.letters).toHaveLength(1);
    expect(one.verdicts).toEqual([{ outcome: 'unknown', error: lost }]);
  });

  // The limit that docs/svarut.md states: nothing a client can look up tells this letter from one that was not taken.
  test('holds two, and no more, when it denies a letter it has taken for longer than all waits together', () => {
    const two = held(
      [
        { taken: true, told: false, late: false, hiddenMs: TOTAL_WAIT + 1 },
        { taken: true, told: true, late: false, hiddenMs: 0 },
      ].values(),
      Array<boolean>(LONGEST).fill(false).values(),
      1,
    );
    expect(two.letters).toHaveLength(MAX_SENDS);
  });
});
