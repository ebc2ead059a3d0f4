import fc from 'fast-check';
import { vurderVarsling } from '../../../src/krr/varsling';
import { monthsBefore, writings } from './oslo';

const isFresh = (dates: { updated?: string; verified?: string }, now: number): boolean | undefined =>
  vurderVarsling(
    {
      foedselsnummer: '12848539668',
      status: 'AKTIV',
      reserved: false,
      contactTold: true,
      email: { address: 'x', shared: false, ...dates },
    },
    'vedtak',
    now,
  ).verdicts[0]?.fresh;

const at = (iso: string): number => Date.parse(iso);
const whole = (moment: number): number => Math.floor(moment / 1000) * 1000;

const moments = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => whole(date.getTime()));

/** Days whose limit is hard to find: ends of months and leap days, and both changes of clocks, each also 18 months later. */
const HARD_DAYS = [
  ...[2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => Date.UTC(year, month + 1, 0)),
  ),
  ...['2025-03-30', '2026-03-29', '2027-03-28', '2025-10-26', '2026-10-25', '2027-10-31'].flatMap((day) => {
    const moment = new Date(`${day}T00:00:00Z`);
    return [moment.getTime(), moment.setUTCMonth(moment.getUTCMonth() + 18)];
  }),
];
const hardMoments = fc
  .tuple(fc.constantFrom(...HARD_DAYS), fc.integer({ min: -26 * 3_600, max: 26 * 3_600 }))
  .map(([day, seconds]) => day + seconds * 1_000);

describe('the limit of 18 calendar months', () => {
  test('is kept to the second in every way KRR writes a date, and a date on the limit has expired', () => {
    fc.assert(
      fc.property(fc.oneof(moments, hardMoments), fc.constantFrom('updated', 'verified'), (now, which) => {
        const limits = monthsBefore(now, 18);
        fc.pre(limits.length === 1);
        const [limit = 0] = limits;
        for (const written of writings(limit)) expect(isFresh({ [which]: written }, now)).toBe(false);
        for (const written of writings(limit + 1_000)) expect(isFresh({ [which]: written }, now)).toBe(true);
        for (const written of writings(limit - 1_000)) expect(isFresh({ [which]: written }, now)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('is passed by either date: the later of the two decides', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: -1_000, max: 1_000 }),
        fc.integer({ min: -1_000, max: 1_000 }),
        (now, days, otherDays) => {
          const limits = monthsBefore(now, 18);
          fc.pre(limits.length === 1 && days !== 0 && otherDays !== 0);
          const [limit = 0] = limits;
          const [updated] = writings(limit + days * 86_400_000);
          const [verified] = writings(limit + otherDays * 86_400_000);
          expect(isFresh({ updated, verified }, now)).toBe(days > 0 || otherDays > 0);
        },
      ),
    );
  });

  test.each([
    [
      'the last of August, counted back to a February of 28 days',
      '2026-08-31T12:00:00+02:00',
      '2025-02-28T12:00:00+01:00',
    ],
    [
      'the 29th of August, counted back to a February of 28 days',
      '2026-08-29T12:00:00+02:00',
      '2025-02-28T12:00:00+01:00',
    ],
    ['the last of August, counted back to a leap day', '2025-08-31T12:00:00+02:00', '2024-02-29T12:00:00+01:00'],
    ['the 29th of August, counted back to a leap day', '2025-08-29T12:00:00+02:00', '2024-02-29T12:00:00+01:00'],
    ['a leap day, counted back to August', '2028-02-29T12:00:00+01:00', '2026-08-29T12:00:00+02:00'],
    [
      'the last of March, counted back to a September of 30 days',
      '2026-03-31T12:00:00+02:00',
      '2024-09-30T12:00:00+02:00',
    ],
    [
      'the last of December, counted back to a June of 30 days',
      '2026-12-31T23:59:59+01:00',
      '2025-06-30T23:59:59+02:00',
    ],
    ['a summer day, counted back over the change of clocks', '2026-07-01T00:00:00+02:00', '2025-01-01T00:00:00+01:00'],
    ['a winter day, counted back over the change of clocks', '2026-12-01T00:00:00+01:00', '2025-06-01T00:00:00+02:00'],
    ['a moment that is another day in UTC', '2026-06-30T23:30:00Z', '2025-01-01T00:30:00Z'],
  ])('on %s', (_what, now, limit) => {
    expect(monthsBefore(at(now), 18)).toEqual([at(limit)]);
    expect(isFresh({ updated: new Date(at(limit)).toISOString() }, at(now))).toBe(false);
    expect(isFresh({ updated: new Date(at(limit) + 1).toISOString() }, at(now))).toBe(true);
  });

  test("in the hour that spring skips lies inside that hour's gap", () => {
    // 18 months before half past two on 30 September 2026 is half past two on 30 March 2025, which never was.
    const now = at('2026-09-30T02:30:00+02:00');
    expect(monthsBefore(now, 18)).toEqual([]);
    expect(isFresh({ updated: '2025-03-30T01:59:59+01' }, now)).toBe(false);
    expect(isFresh({ updated: '2025-03-30T03:30:01+02' }, now)).toBe(true);
  });

  test('in the hour that autumn repeats is one of the two', () => {
    // 18 months before half past two on 27 April 2026 is half past two on 27 October 2024, which was twice.
    const now = at('2026-04-27T02:30:00+02:00');
    expect(monthsBefore(now, 18)).toHaveLength(2);
    expect(isFresh({ updated: '2024-10-27T02:29:59+02' }, now)).toBe(false);
    expect(isFresh({ updated: '2024-10-27T02:30:01+01' }, now)).toBe(true);
  });

  test.each([undefined, '', 'i fjor', '2026-13-45T00:00:00+02', '2026-06-10T25:00:00+02'])(
    'a channel whose dates are %p is not fresh',
    (date) => {
      expect(isFresh({ updated: date, verified: date }, at('2026-11-20T10:00:00+01:00'))).toBe(false);
    },
  );

  test('a date that cannot be read does not spoil the other', () => {
    expect(isFresh({ updated: 'i fjor', verified: '2026-06-10T21:00:01+02' }, at('2026-11-20T10:00:00+01:00'))).toBe(
      true,
    );
  });
});

test('the day a channel is said to expire promises no more than the law allows', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -40 * 24, max: 40 * 24 }), (now, hours) => {
      const limits = monthsBefore(now, 18);
      fc.pre(limits.length === 1);
      const [limit = 0] = limits;
      const [updated = ''] = writings(limit + hours * 3_600_000);
      const { verdicts } = vurderVarsling(
        {
          foedselsnummer: '12848539668',
          status: 'AKTIV',
          reserved: false,
          contactTold: true,
          email: { address: 'x', shared: false, updated },
        },
        'vedtak',
        now,
      );
      const expires = Date.parse(verdicts[0]?.expires ?? '');
      // The hour that autumn repeats has two readings.
      fc.pre(Math.abs(expires - now) > 3_600_000);
      if (expires > now) expect(verdicts[0]?.fresh).toBe(true);
      // A month-end is clamped in one direction only, so the two may differ by three days, and no more.
      if (expires < now - 4 * 86_400_000) expect(verdicts[0]?.fresh).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
