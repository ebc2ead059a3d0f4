import { nextOsloMidnight, osloDate, osloTimestamp, osloTimestampWithShortOffset } from '../../sandbox/src/osloTime';
import { VirtualClock } from '../../sandbox/src/virtualClock';

describe('Norwegian time', () => {
  it.each([
    ['2023-01-01T10:33:55.008Z', '2023-01-01T11:33:55.008+01:00', '2023-01-01T11:33:55+01'],
    ['2023-06-29T08:14:52.000Z', '2023-06-29T10:14:52.000+02:00', '2023-06-29T10:14:52+02'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999+01:00', '2026-03-29T01:59:59+01'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000+02:00', '2026-03-29T03:00:00+02'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01T00:30:00.000+01:00', '2027-01-01T00:30:00+01'],
  ])('writes %s as %s', (utc, long, short) => {
    expect(osloTimestamp(new Date(utc))).toBe(long);
    expect(osloTimestampWithShortOffset(new Date(utc))).toBe(short);
  });

  it.each([
    ['2026-12-31T22:59:59.999Z', '2026-12-31', '2027-01-01', '2026-12-31T23:00:00.000Z'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', '2027-01-02', '2027-01-01T23:00:00.000Z'],
    ['2026-03-28T23:30:00.000Z', '2026-03-29', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24T21:00:00.000Z', '2026-10-24', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25', '2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('knows at %s which day it is, which is next and when that begins', (utc, day, next, begins) => {
    expect(osloDate(new Date(utc))).toBe(day);
    expect(osloDate(new Date(utc), 1)).toBe(next);
    expect(nextOsloMidnight(new Date(utc)).toISOString()).toBe(begins);
  });
});

describe('the virtual clock', () => {
  it('runs as fast as it is told, also when told on the way', () => {
    let real = 1000;
    const clock = new VirtualClock(10, () => real);
    real += 100;
    expect(clock.elapsed()).toBe(1000);
    clock.setSpeed(2);
    real += 100;
    expect(clock.elapsed()).toBe(1200);
  });

  it('can be moved forward', () => {
    const clock = new VirtualClock(0, () => 0);
    clock.advance(60);
    expect(clock.elapsed()).toBe(60_000);
  });

  it('knows how far it was moved forward, whatever its speed', () => {
    let real = 0;
    const clock = new VirtualClock(10, () => real);
    clock.advance(60);
    real += 1000;
    clock.advance(1);
    expect(clock.advanced).toBe(61_000);
    clock.reset();
    expect(clock.advanced).toBe(0);
  });

  it('starts over at its first speed after a reset', () => {
    let real = 0;
    const clock = new VirtualClock(3, () => real);
    clock.setSpeed(100);
    real += 50;
    clock.reset();
    real += 10;
    expect(clock.elapsed()).toBe(30);
    expect(clock.speed).toBe(3);
  });
});
