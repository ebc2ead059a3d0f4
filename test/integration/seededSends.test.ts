/**
 * Hundreds of letters through random trouble: cut connections before and after the letter was taken, gateways, outages,
 * refusals, stale tokens, and look-ups that do not show a letter at once. The sandbox's ledger is the judge.
 *
 * One limit is kept to, because no client can lift it: a letter is never hidden for longer than the client waits for it
 * (a minute), and nobody runs the flow again before that.
 */
import type { Outcome } from '../../src/core';
import { WAITS_MS } from '../../src/svarut/sendOnce';
import { letter } from './letters';
import { ALL_NUMBERS } from './persons';
import { sendingIn } from './sending';
import { valueOf, verdictsOf, World, type Fault, type LedgerLetter } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const { send } = sendingIn(() => world);

/** Mulberry32: small, and the same everywhere. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const SEEDS = [11, 23, 37, 41, 59, 67, 73, 97];
const LINES = 60;
const TROUBLES = 50;
const RUNS = 12;
const LONGEST_HIDDEN_MS = WAITS_MS.reduce((sum, ms) => sum + ms, 0) - 1;

const KINDS: readonly Omit<Fault, 'service' | 'operation'>[] = [
  { kind: 'drop' },
  { kind: 'dropAfter' },
  { kind: 'dropAfter' },
  { kind: 'html' },
  { kind: 'html', status: 200 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 400 },
  { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
  { kind: 'status', status: 200, body: '' },
];
const WHERE: readonly Pick<Fault, 'service' | 'operation'>[] = [
  { service: 'svarut', operation: 'sendPerson' },
  { service: 'svarut', operation: 'sendPerson' },
  { service: 'svarut', operation: 'sendPerson' },
  { service: 'svarut', operation: 'metadata' },
  { service: 'maskinporten', operation: 'token' },
];

const judge = (
  lines: readonly ReturnType<typeof letter>[],
  outcomes: readonly Outcome[],
  ledger: readonly LedgerLetter[],
): void => {
  const references = ledger.map(({ eksternReferanse }) => eksternReferanse);
  expect(references.filter((reference, at) => references.indexOf(reference) !== at)).toEqual([]);
  expect(verdictsOf(outcomes)).toHaveLength(lines.length);
  expect(verdictsOf(outcomes)).not.toContain('lost');
  outcomes.forEach((outcome, at) => {
    if (!outcome.ok) return;
    const { letterId } = valueOf(outcome);
    expect(ledger.find(({ id }) => id === letterId)?.eksternReferanse).toBe(lines[at]?.eksternReferanse);
  });
};

describe.each(SEEDS)('letters with seed %i', (seed) => {
  it('never become two for a reference, and all arrive when the trouble is over', async () => {
    const random = randomFrom(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    // Some lines share a reference, and then everything else too.
    const lines = Array.from({ length: LINES }, () => {
      const at = Math.floor(random() * LINES * 0.8);
      return letter(`sak-${seed}-${at}`, { foedselsnummer: ALL_NUMBERS[at % 12] });
    });
    const verdicts: string[][] = [];
    // Run again and again, as a municipality would, until every line is through.
    for (let run = 0; run < RUNS && verdicts.at(-1)?.every((verdict) => verdict === 'ok') !== true; run += 1) {
      await world.settings({ eksternRefVisibleAfterMs: Math.floor(random() * LONGEST_HIDDEN_MS) });
      const troubles = run < 2 ? TROUBLES : 0;
      for (let count = 0; count < troubles; count += 1) await world.order({ ...pick(WHERE), ...pick(KINDS) });
      const outcomes = await send(lines);
      judge(lines, outcomes, await world.ledger());
      verdicts.push(verdictsOf(outcomes));
      await world.advance((LONGEST_HIDDEN_MS + 1) / 1000);
    }
    const failed = verdicts.map((run) => run.filter((verdict) => verdict !== 'ok').length);
    // The trouble was real, and it passed; counted over all seeds, far more than 300 uploads.
    expect(await world.asked('svarut', 'sendPerson')).toBeGreaterThan(LINES);
    expect([failed[0]! > 0, failed.at(-1)]).toEqual([true, 0]);
    expect(await world.ledger()).toHaveLength(new Set(lines.map(({ eksternReferanse }) => eksternReferanse)).size);
  });
});
