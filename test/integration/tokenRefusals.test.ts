import { REFUSAL_CODES } from '../../sandbox/src/maskinporten/refusals';
import { cold, failureOf, verdictsOf, World } from './world';
import type { PresentedError } from '../../src/core';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const find = (pasted = cold(world)) =>
  world.run('svarut', 'findByReference', [{ eksternReferanse: 'sak' }], world.session(pasted));

const refusedWith = async (code: string): Promise<PresentedError> => {
  // A wrong clock is corrected once, so only the second refusal is told.
  await world.order({ service: 'maskinporten', kind: 'refusal', code, times: 2 });
  return failureOf((await find())[0]);
};

/** Not met by users: only a fault of ours could bring them about, so that they need no advice of their own. */
const OURS = ['unsupported-grant-type', 'MP-130-lifetime'];
/** Two sentences of Maskinporten's about the same clock. */
const CLOCK = ['MP-130', 'MP-130-future'];
const KNOWN = REFUSAL_CODES.filter((code) => !OURS.includes(code));

describe.each([
  ['as it comes by default', {}],
  ['with its code in the text', { mpCodeInDescription: true }],
  ['with the older kind of reference', { traceStyle: 'correlation id' }],
])('a refusal %s', (_how, settings) => {
  beforeEach(() => world.settings(settings));

  it.each(REFUSAL_CODES)('%s is told in two sentences, with the reference support asks for', async (code) => {
    expect(await refusedWith(code)).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      service: 'maskinporten',
      retryable: false,
      message: expect.stringMatching(/^[A-Z].*\.$/),
      action: expect.stringMatching(/^[A-Z].*\.$/),
      supportReference: expect.stringMatching(/^[\w-]{8,64}$/),
    });
  });

  it('gives its own hint and no other', async () => {
    const hints = new Map<string, string[]>();
    for (const code of KNOWN) {
      await world.reset();
      await world.settings(settings);
      const { message, action } = await refusedWith(code);
      hints.set(message, [...(hints.get(message) ?? []), code]);
      hints.set(action, [...(hints.get(action) ?? []), code]);
    }
    expect([...hints.values()].filter((codes) => codes.length > 1)).toEqual([CLOCK, CLOCK]);
  });

  it.each(KNOWN.filter((code) => /^MP-/.test(code)))('is named by its code: %s', async (code) => {
    expect((await refusedWith(code)).serviceCode).toBe(code.slice(0, 'MP-123'.length));
  });
});

describe('a clock that differs from Maskinporten’s', () => {
  it.each([
    ['a minute behind', 60, /^The clock of this machine is about (?:59|60|61) seconds behind Maskinporten's\./],
    ['a minute ahead', -60, /^The clock of this machine is about (?:59|60|61) seconds ahead of Maskinporten's\./],
  ])('%s gets its token at the second try, and one warning that names the skew', async (_how, seconds, words) => {
    await world.settings({ maskinportenClockOffsetSeconds: seconds });
    expect(verdictsOf(await find())).toEqual(['ok']);
    expect(await world.asked('maskinporten', 'token')).toBe(2);
    expect([world.warnings, world.waits]).toEqual([[expect.stringMatching(words)], []]);
  });

  it.each([5, -5])('by %i seconds needs no second try and no warning', async (seconds) => {
    await world.settings({ maskinportenClockOffsetSeconds: seconds });
    expect(verdictsOf(await find())).toEqual(['ok']);
    expect([await world.asked('maskinporten', 'token'), world.warnings]).toEqual([1, []]);
  });

  it('is not corrected a second time where the corrected one is refused too', async () => {
    await world.settings({ maskinportenClockOffsetSeconds: 60 });
    await world.order({ service: 'maskinporten', kind: 'refusal', code: 'MP-130', times: 9 });
    expect(failureOf((await find())[0])).toMatchObject({ code: 'ERR_TOKEN_REFUSED', serviceCode: 'MP-130' });
    expect([await world.asked('maskinporten', 'token'), world.warnings]).toEqual([2, []]);
  });
});
