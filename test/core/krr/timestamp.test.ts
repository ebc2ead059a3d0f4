import fc from 'fast-check';
import { readTimestamp, writeTimestamp } from '../../../src/krr/timestamp';
import { writings } from './oslo';

test.each([
  ['2023-06-29T10:14:52+02', '2023-06-29T10:14:52+02:00'],
  ['2023-01-29T10:14:52+01', '2023-01-29T10:14:52+01:00'],
  ['2023-08-05T10:45:15.768Z', '2023-08-05T12:45:15.768+02:00'],
  ['2014-11-27T08:29:10.123+01:00', '2014-11-27T08:29:10.123+01:00'],
  ['2023-06-29T10:14:52+0200', '2023-06-29T10:14:52+02:00'],
  ['2023-06-29T10:14:52', '2023-06-29T10:14:52+02:00'],
  ['2023-06-29', '2023-06-29T00:00:00+02:00'],
  ['  2023-06-29T10:14:52+02 ', '2023-06-29T10:14:52+02:00'],
  // The repeated hour of autumn: only the offset tells the two apart.
  ['2023-10-29T02:30:00+02', '2023-10-29T02:30:00+02:00'],
  ['2023-10-29T02:30:00+01', '2023-10-29T02:30:00+01:00'],
])('%s is written out whole, in Norwegian time: %s', (text, written) => {
  expect(writeTimestamp(text)).toBe(written);
});

test.each(['', '  ', 'i går', '29.06.2023', '2023-02-30T00:00:00+01', '20914695016'])('%p is no timestamp', (text) => {
  expect(writeTimestamp(text)).toBeUndefined();
});

test('nothing is no timestamp', () => {
  expect(readTimestamp(undefined)).toBeUndefined();
});

test("every moment is read the same from each of KRR's three ways of writing it", () => {
  const moments = fc.date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2050-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (date) => {
      const moment = Math.floor(date.getTime() / 1000) * 1000;
      expect(writings(moment).map((text) => readTimestamp(text)?.toMillis())).toEqual([moment, moment, moment]);
    }),
  );
});
