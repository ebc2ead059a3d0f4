import type { Event, Protection } from '../../../src/svarut/sendOnce';
import {
  ABSENT,
  accepted,
  ambiguous,
  blind,
  cut,
  CYCLE,
  cutShort,
  everyLook,
  hit,
  LETTER,
  lost,
  nothing,
  playInTurn,
  refusal,
  refused,
  repeated,
  repetition,
  slow,
  wordsOf,
} from './sendOncePlay';

const sent = { outcome: 'sent', id: 'letter-2', recovered: false };
const recovered = { outcome: 'sent', id: LETTER.id, recovered: true };
const duplicate = { outcome: 'duplicate', letter: LETTER };

describe('only after an ambiguous failure', () => {
  const inTurn = (...events: Event[]) => playInTurn('afterAmbiguity', ...events);

  test('a letter is sent without a look', () => {
    const trace = inTurn(accepted);
    expect([wordsOf(trace), trace.verdict]).toEqual([['send'], sent]);
  });

  test('a refusal ends it', () => {
    expect(inTurn(refusal).verdict).toEqual({ outcome: 'refused', error: refused });
  });

  test('a lost answer is looked for among what came since, and recovered', () => {
    const trace = inTurn(ambiguous, nothing, hit);
    expect([wordsOf(trace), trace.verdict]).toEqual([['send', ...CYCLE.slice(0, 4)], recovered]);
    for (const step of trace.steps) if (step.do === 'lookUp') expect(step.among).toBe('sinceSent');
  });

  test('a letter that stays away is sent once more', () => {
    const trace = inTurn(ambiguous, ...ABSENT, accepted);
    expect([wordsOf(trace), trace.verdict]).toEqual([['send', ...CYCLE, 'send'], sent]);
  });

  test('look-ups that fail are no ground to send', () => {
    const trace = inTurn(ambiguous, ...everyLook(blind));
    expect([wordsOf(trace), trace.verdict]).toEqual([['send', ...CYCLE], { outcome: 'unknown', error: lost }]);
  });
});

describe('never', () => {
  const inTurn = (...events: Event[]) => playInTurn('off', ...events);

  test('a letter is sent, and that is all', () => {
    const trace = inTurn(accepted);
    expect([wordsOf(trace), trace.verdict]).toEqual([['send'], sent]);
  });

  test.each([ambiguous, slow])('a lost answer is an outcome that is not known', (event) => {
    const trace = inTurn(event);
    expect([wordsOf(trace), trace.verdict]).toEqual([['send'], { outcome: 'unknown', error: lost }]);
  });

  test('a refusal as a repetition is a refusal', () => {
    const trace = inTurn(repeated);
    expect([wordsOf(trace), trace.verdict]).toEqual([['send'], { outcome: 'refused', error: repetition }]);
  });
});

describe('a letter that SvarUt has already, as it says', () => {
  const PROTECTED: readonly (readonly [Protection, readonly Event[], readonly string[]])[] = [
    ['protect', [nothing], ['lookUp']],
    ['afterAmbiguity', [], []],
  ];

  test.each(PROTECTED)('is looked for among all letters, whatever their age (%s)', (protection, first, before) => {
    const trace = playInTurn(protection, ...first, repeated, nothing, hit);
    expect(wordsOf(trace)).toEqual([...before, 'send', ...CYCLE.slice(0, 4)]);
    expect(trace.verdict).toEqual(duplicate);
    expect(trace.steps.at(-1)).toEqual({ do: 'lookUp', among: 'all' });
  });

  test.each(PROTECTED)(
    'and that is not to be found is refused with its word for it (%s)',
    (protection, first, before) => {
      for (const look of [nothing, blind]) {
        const trace = playInTurn(protection, ...first, repeated, ...everyLook(look));
        expect(wordsOf(trace)).toEqual([...before, 'send', ...CYCLE]);
        expect(trace.verdict).toEqual({ outcome: 'refused', error: repetition });
      }
    },
  );

  test.each(PROTECTED)('after a lost answer is the one whose answer was lost (%s)', (protection, first) => {
    const trace = playInTurn(protection, ...first, ambiguous, ...ABSENT, repeated, hit);
    expect(trace.verdict).toEqual(recovered);
  });

  test.each(PROTECTED)(
    'after a lost answer is never an older one: where there is none since, nobody knows (%s)',
    (protection, first) => {
      const trace = playInTurn(protection, ...first, ambiguous, ...ABSENT, repeated, ...ABSENT);
      expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
      for (const step of trace.steps) if (step.do === 'lookUp') expect(step.among).not.toBe('all');
    },
  );
});

describe('a letter that was cut off on its way', () => {
  const PROTECTED: readonly (readonly [Protection, readonly Event[], readonly string[]])[] = [
    ['protect', [nothing], ['lookUp']],
    ['afterAmbiguity', [], []],
    ['off', [], []],
  ];

  test.each(PROTECTED)(
    'is sent once more at once, since nothing can have come of it (%s)',
    (protection, first, before) => {
      const trace = playInTurn(protection, ...first, cutShort, accepted);
      expect([wordsOf(trace), trace.verdict]).toEqual([[...before, 'send', 'send'], sent]);
    },
  );

  test.each(PROTECTED)('twice is given up, and is no doubt (%s)', (protection, first, before) => {
    const trace = playInTurn(protection, ...first, cutShort, cutShort);
    expect(wordsOf(trace)).toEqual([...before, 'send', 'send']);
    expect(trace.verdict).toEqual({ outcome: 'refused', error: cut });
  });

  test('the second time leaves the doubt about the first', () => {
    const trace = playInTurn('protect', nothing, ambiguous, ...ABSENT, cutShort);
    expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
  });

  test('and whose second answer is lost is looked for, and not sent a third time', () => {
    const trace = playInTurn('protect', nothing, cutShort, ambiguous, ...ABSENT);
    expect(wordsOf(trace)).toEqual(['lookUp', 'send', 'send', ...CYCLE]);
    expect(trace.verdict).toEqual({ outcome: 'unknown', error: lost });
  });
});
