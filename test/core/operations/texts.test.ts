import { checkInput } from '../../../src/operations/checkInput';
import type { TextsField } from '../../../src/operations/field';
import { thrownBy } from '../fakePorts';

const label = { en: 'References', nb: 'Referanser' };
const TEXTS = {
  kind: 'texts',
  name: 'texts',
  label,
  help: label,
  required: false,
  maxLength: 10,
  maxEntries: 3,
} as const satisfies TextsField;
const IDS = { ...TEXTS, identifier: 'uuid', maxLength: 36 } as const satisfies TextsField;
const ID = '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2';

const check = (field: TextsField, value: unknown): unknown =>
  checkInput([field], { texts: value }, { realPersons: false }).texts;

test.each([
  ['one text', 'sak 1', ['sak 1']],
  ['commas between them', 'a, b ,c', ['a', 'b', 'c']],
  ['new lines between them, as they are pasted', 'a\r\nb\n\n c \n', ['a', 'b', 'c']],
  ['a list, in which a comma is no separator', ['a,b', ' c '], ['a,b', 'c']],
  ['a number', 17, ['17']],
  ['nothing', undefined, []],
  ['blanks and commas alone', ' ,\n, ', []],
  ['an empty list', [], []],
])('are given as %s', (_name, value, expected) => {
  expect(check(TEXTS, value)).toEqual(expected);
});

test.each([
  ['has more than 3 entries', TEXTS, 'a,b,c,d'],
  ['entry 2" is longer than 10 characters', TEXTS, ['a', 'b'.repeat(11)]],
  ['entry 1" is not text', TEXTS, [{ a: 1 }]],
  ['entry 2" is not a UUID', IDS, `${ID},sak-1`],
])('are refused where one %s, without saying what it was', async (message, field, value) => {
  const error = await thrownBy(() => check(field, value));
  expect(error.message).toContain(message);
  expect(error.details.field).toBe('texts');
  expect(`${error.message} ${error.action}`).not.toMatch(/sak-1|bbb/);
});

test('are identifiers where the field says so', () => {
  expect(check(IDS, ` ${ID} `)).toEqual([ID]);
});

test('must be given where they are required', async () => {
  const error = await thrownBy(() => check({ ...TEXTS, required: true }, ' , '));
  expect(error.message).toBe('"References" is empty.');
});
