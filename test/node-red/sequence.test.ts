import { isLast, placeOf, progressOf } from '../../node-red/src/sequence';

const messageWith = (parts: unknown) => ({ _msgid: 'an-id', parts }) as never;

test.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'third of ten'],
  ['an index alone', { index: 2, count: 10 }],
  ['an id alone', { id: 'a-sequence', count: 10 }],
])('a message with %s for parts is in no sequence', (_what, parts) => {
  expect(placeOf(messageWith(parts))).toBeUndefined();
});

test('a message knows its place, and whether it is the last', () => {
  const places = [2, 9].map((index) => placeOf(messageWith({ id: 'a-sequence', index, count: 10, type: 'array' }))!);
  expect(places.map(({ sequence }) => sequence)).toEqual(['a-sequence', 'a-sequence']);
  expect(places.map(progressOf)).toEqual(['3/10', '10/10']);
  expect(places.map(isLast)).toEqual([false, true]);
});

test('none is the last where the end is not known yet', () => {
  const place = placeOf(messageWith({ id: 'a-sequence', index: 2 }))!;
  expect([progressOf(place), isLast(place)]).toEqual(['3/…', false]);
});
