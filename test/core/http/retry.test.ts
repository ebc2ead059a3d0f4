import fc from 'fast-check';
import { backoffMs, isTransient, retryAfterMs, RetryBudget, waitBeforeRetry } from '../../../src/http/retry';
import { answer, fakeWorld, START } from '../fakePorts';

const asking = (value: string, status = 503) => answer({ status, headers: { 'retry-after': value } });
const portsWith = (random: number) => fakeWorld(() => ({}), { random }).ports;

test('only throttling and failures of the other side are transient', () => {
  const transient = Array.from({ length: 500 }, (_, at) => at + 100).filter(isTransient);
  expect(transient).toEqual([429, 500, 502, 503, 504]);
});

describe('the wait a service asks for', () => {
  test.each([
    ['120', 'seconds', 120_000],
    ['0', 'seconds', 0],
    ['5000', 'milliseconds', 5_000],
    ['1', 'milliseconds', 1_000],
    [' 7 ', 'seconds', 7_000],
  ] as const)('"%s" counted in %s is %i ms', (value, unit, expected) => {
    expect(retryAfterMs(asking(value), unit, START)).toBe(expected);
  });

  test('a date is counted from now, and a date that has passed is no wait', () => {
    expect(retryAfterMs(asking(new Date(START + 3_000).toUTCString()), 'seconds', START)).toBe(3_000);
    expect(retryAfterMs(asking(new Date(START - 3_000).toUTCString()), 'milliseconds', START)).toBe(0);
  });

  test.each(['', 'soon', '-5x'])('"%s" asks for nothing', (value) => {
    expect(retryAfterMs(asking(value), 'seconds', START)).toBeUndefined();
  });
});

describe('the wait before a retry', () => {
  test('is anywhere between nothing and the doubled base, and never above 20 seconds', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.boolean(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, throttled, random) => {
          const most = Math.min(20_000, (throttled ? 500 : 100) * 2 ** attempt);
          expect(backoffMs(attempt, throttled, () => random)).toBeCloseTo(random * most, 6);
        },
      ),
    );
  });

  test('is what the service asked for, up to 60 seconds, or our own where that is longer', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(100_000),
        fc.constantFrom(429, 503),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, asked, status, random) => {
          const ports = portsWith(random);
          const wait = waitBeforeRetry(attempt, asking(String(asked), status), 'milliseconds', ports);
          const own = backoffMs(attempt, status === 429, ports.random);
          expect(wait).toBeGreaterThanOrEqual(Math.min(60_000, asked));
          expect(wait).toBe(Math.max(Math.min(60_000, Math.max(1_000, asked)), own));
          expect(wait).toBeLessThanOrEqual(60_000);
        },
      ),
    );
  });

  test.each([
    ['59', 59_000],
    ['60', 60_000],
    ['61', 60_000],
    ['86400', 60_000],
  ])('asked for in %s seconds is %i ms', (asked, expected) => {
    expect(waitBeforeRetry(0, asking(asked), 'seconds', portsWith(0.5))).toBe(expected);
  });

  test('of our own is never above 20 seconds', () => {
    expect(waitBeforeRetry(40, answer({ status: 429 }), 'seconds', portsWith(0.999))).toBeCloseTo(19_980, 6);
    expect(waitBeforeRetry(40, undefined, 'seconds', portsWith(0.999))).toBeCloseTo(19_980, 6);
  });

  test('starts higher when the service throttles', () => {
    expect(waitBeforeRetry(0, answer({ status: 429 }), 'seconds', portsWith(0.5))).toBe(250);
    expect(waitBeforeRetry(0, answer({ status: 503 }), 'seconds', portsWith(0.5))).toBe(50);
    expect(waitBeforeRetry(1, undefined, 'seconds', portsWith(0.5))).toBe(100);
  });
});

describe('the budget of retries', () => {
  const spend = (budget: RetryBudget): number => {
    let taken = 0;
    while (taken < 1_000 && budget.take()) taken += 1;
    return taken;
  };

  test('runs out in an outage', () => {
    expect(spend(new RetryBudget())).toBe(10);
  });

  test('earns back less from a success than a retry costs, and never more than it began with', () => {
    const budget = new RetryBudget();
    spend(budget);
    budget.success();
    expect(budget.take()).toBe(false);
    budget.success();
    expect(budget.take()).toBe(true);
    for (let times = 0; times < 500; times += 1) budget.success();
    expect(spend(budget)).toBe(10);
  });
});
