import fc from 'fast-check';
import { readDateTime } from '../../../src/operations/dateTime';

describe('a moment', () => {
  test.each([
    ['a date in winter begins at midnight in Norway', '2026-11-20', '2026-11-20T00:00:00.000+01:00'],
    ['a date in summer begins at midnight in Norway', '2020-06-01', '2020-06-01T00:00:00.000+02:00'],
    ['a time without an offset is Norwegian', '2018-11-15T23:00', '2018-11-15T23:00:00.000+01:00'],
    ['a blank may stand for the T', '2018-11-15 23:00:05', '2018-11-15T23:00:05.000+01:00'],
    ['an offset is heeded', '2018-11-15T23:00:00.000+01:00', '2018-11-15T23:00:00.000+01:00'],
    ['another offset is written as the Norwegian', '2018-06-01T10:00:00Z', '2018-06-01T12:00:00.000+02:00'],
    ['one or two digits of a second are kept', '2018-06-01T12:00:00.25+02:00', '2018-06-01T12:00:00.250+02:00'],
    ['blanks around it do not matter', ' 2026-11-20 ', '2026-11-20T00:00:00.000+01:00'],
    ['the hour that summer time skips is the one after', '2026-03-29T02:30', '2026-03-29T03:30:00.000+02:00'],
  ])('%s', (_rule, written, moment) => {
    expect(readDateTime(written)).toBe(moment);
  });

  test('may be a Date, as programs have it', () => {
    expect(readDateTime(new Date('2026-11-20T09:00:00Z'))).toBe('2026-11-20T10:00:00.000+01:00');
    expect(readDateTime(new Date('x'))).toBeUndefined();
  });

  test('is the same moment whichever way it is written', () => {
    const days = fc.date({ min: new Date('1980-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const read = readDateTime(date.toISOString());
        expect(read).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+0[12]:00$/);
        expect(Date.parse(read ?? '')).toBe(date.getTime());
      }),
    );
  });

  test.each([
    'not-a-date',
    '2026',
    '2026-11',
    '2026-W47',
    '10:00',
    '20.11.2026',
    '2026-02-30',
    '2026-11-20T25:00',
    '2026-11-20T10',
    '2026-11-20T10:00+0100x',
    '',
    1795165200000,
    null,
    {},
  ])('%p is none', (written) => {
    expect(readDateTime(written)).toBeUndefined();
  });
});
