import fc from 'fast-check';
import { DateTime } from 'luxon';
import { euControlOf } from '../../../src/kjoretoyregister/euKontroll';
import { kjoretoy } from '../../../src/kjoretoyregister/model';
import { START } from '../fakePorts';
import { plateAt, vehicle } from './vehicles';

const controlOf = (kontrollfrist: unknown, now: number | undefined, status: string) =>
  euControlOf(
    kjoretoy.parse(
      vehicle(plateAt(1), {
        periodiskKjoretoyKontroll: { kontrollfrist },
        registrering: { registreringsstatus: { kodeVerdi: status } },
      }),
    ),
    now,
  );

const stateOf = (kontrollfrist: unknown, now = START, status = 'REGISTRERT') =>
  controlOf(kontrollfrist, now, status).state;

test.each([
  ['2026-11-19', 'overdue'],
  ['2026-11-20', 'due'],
  ['2027-01-19', 'due'],
  ['2027-01-20', 'ok'],
  ['2028-05-02', 'ok'],
  ['2017-06-17', 'overdue'],
])('on 20 November 2026 the deadline %s is %s', (deadline, state) => {
  expect(stateOf(deadline)).toBe(state);
});

test('the day changes at midnight in Norway', () => {
  expect(stateOf('2026-11-20', Date.parse('2026-11-20T23:59:59+01:00'))).toBe('due');
  expect(stateOf('2026-11-20', Date.parse('2026-11-21T00:00:00+01:00'))).toBe('overdue');
  expect(stateOf('2026-07-01', Date.parse('2026-07-01T23:59:59+02:00'))).toBe('due');
});

test.each(['AVREGISTRERT', 'UREGISTRERT', 'UTFORT', 'VRAKET', 'NOE_NYTT'])(
  'a vehicle that is %s has no control to be late for',
  (status) => {
    expect(stateOf('2017-06-17', START, status)).toBe('notApplicable');
  },
);

test.each([undefined, null, '', 'snart', '2017', '2017-06', '2017-13-01', 20170617, {}])(
  'the deadline %p is never overdue',
  (deadline) => {
    expect(stateOf(deadline)).toBe('notApplicable');
  },
);

test('a vehicle without status, or without anything about controls, has none', () => {
  expect(euControlOf(kjoretoy.parse({ periodiskKjoretoyKontroll: { kontrollfrist: '2017-06-17' } }), START)).toEqual({
    state: 'notApplicable',
    deadline: '2017-06-17',
    lastApproved: null,
  });
  expect(euControlOf(kjoretoy.parse({}), START)).toEqual({
    state: 'notApplicable',
    deadline: null,
    lastApproved: null,
  });
});

test('of another moment than now nothing is said, for the deadline is always that of today', () => {
  expect(controlOf('2017-06-17', undefined, 'REGISTRERT')).toMatchObject({
    state: 'notApplicable',
    deadline: '2017-06-17',
  });
});

test('sixty days are sixty days on the calendar, also over a change of the clock', () => {
  const days = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(days, fc.integer({ min: -100, max: 100 }), (start, away) => {
      const today = DateTime.fromISO('2020-01-01', { zone: 'Europe/Oslo' }).plus({ days: start });
      const deadline = today.plus({ days: away }).toISODate();
      const expected = away < 0 ? 'overdue' : away <= 60 ? 'due' : 'ok';
      expect(stateOf(deadline, today.plus({ hours: 12 }).toMillis())).toBe(expected);
    }),
  );
});
