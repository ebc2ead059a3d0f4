import fc from 'fast-check';
import { documentFromBytes } from '../../../src/http/document';
import { checkInput } from '../../../src/operations/checkInput';
import type { Field } from '../../../src/operations/field';
import { inputRulesFor } from '../../../src/session';
import { credentialOf, thrownBy } from '../fakePorts';
import { madeNumber } from '../numbers';

const base = {
  name: 'value',
  label: { en: 'Value', nb: 'Verdi' },
  help: { en: 'Help', nb: 'Hjelp' },
  required: false,
} as const;
const choice = (value: string) => ({ value, label: { en: value, nb: value } });

const TEXT = { ...base, kind: 'text', maxLength: 5 } as const satisfies Field;
const NUMBER = { ...base, kind: 'number', min: 1, max: 10, default: 3 } as const satisfies Field;
const FLAG = { ...base, kind: 'boolean', default: true } as const satisfies Field;
const CHOICE = { ...base, kind: 'choice', choices: [choice('a'), choice('b')], default: 'a' } as const satisfies Field;
const CHOICES = {
  ...base,
  kind: 'choices',
  choices: [choice('a'), choice('b')],
  default: ['b'],
} as const satisfies Field;
const JSON_VALUE = { ...base, kind: 'json' } as const satisfies Field;
const DOCUMENTS = { ...base, kind: 'documents' } as const satisfies Field;
const UUID = { ...base, kind: 'identifier', identifier: 'uuid' } as const satisfies Field;
const MOMENT = { ...base, kind: 'dateTime' } as const satisfies Field;
const PLATE = { ...base, kind: 'identifier', identifier: 'kjennemerke' } as const satisfies Field;
const PLATE_PATTERN = { ...base, kind: 'identifier', identifier: 'kjennemerkePattern' } as const satisfies Field;
const CHASSIS = { ...base, kind: 'identifier', identifier: 'understellsnummer' } as const satisfies Field;
const CHASSIS_PATTERN = {
  ...base,
  kind: 'identifier',
  identifier: 'understellsnummerPattern',
} as const satisfies Field;
const PERSON = { ...base, kind: 'identifier', identifier: 'foedselsnummer' } as const satisfies Field;

const TEST = { realPersons: false };
const PRODUCTION = { realPersons: true };

const checked = (field: Field, value: unknown, rules = TEST): unknown => checkInput([field], { value }, rules).value;
const refused = (field: Field, value: unknown, rules = TEST) => thrownBy(() => checked(field, value, rules));
const required = <F extends Field>(field: F): F => ({ ...field, required: true });

const file = documentFromBytes('a.pdf', 'application/pdf', new Uint8Array([1]));

describe('a value that fits', () => {
  test.each<[string, Field, unknown, unknown]>([
    ['text is trimmed', TEXT, '  abc ', 'abc'],
    ['a number is text too', TEXT, 42, '42'],
    ['text as long as allowed', TEXT, 'abcde', 'abcde'],
    ['a number', NUMBER, 10, 10],
    ['a number written as text', NUMBER, ' 7 ', 7],
    ['true', FLAG, true, true],
    ['false written as text', FLAG, 'false', false],
    ['one of the choices', CHOICE, 'b', 'b'],
    ['some of the choices, each once', CHOICES, ['b', 'a', 'b'], ['b', 'a']],
    ['choices written as a list in a text', CHOICES, ' a , b ', ['a', 'b']],
    ['an object', JSON_VALUE, { a: 1 }, { a: 1 }],
    ['a date', MOMENT, '2026-11-20', '2026-11-20T00:00:00.000+01:00'],
    ['a plate', PLATE, ' dn 00101 ', 'DN00101'],
    ['a plate with an unknown character', PLATE_PATTERN, 'dn 0010?', 'DN0010?'],
    ['a chassis number', CHASSIS, 'synt-1', 'SYNT-1'],
    ['the beginning of a chassis number', CHASSIS_PATTERN, 'synt*', 'SYNT*'],
    ['JSON text', JSON_VALUE, '{"a":1}', { a: 1 }],
    [
      'a UUID with blanks around',
      UUID,
      ' 2B2b2b2b-0000-4000-8000-000000000002 ',
      '2B2b2b2b-0000-4000-8000-000000000002',
    ],
    ['documents', DOCUMENTS, [file], [file]],
  ])('%s', (_what, field, value, expected) => {
    expect(checked(field, value)).toEqual(expected);
  });
});

describe('a value that does not fit', () => {
  test.each<[string, Field, unknown]>([
    ['text that is too long', TEXT, 'abcdef'],
    ['an object for a text', TEXT, { a: 1 }],
    ['a number too small', NUMBER, 0],
    ['a number too large', NUMBER, 11],
    ['a text that is no number', NUMBER, '12 days'],
    ['NaN', NUMBER, NaN],
    ['infinity', NUMBER, Infinity],
    ['a flag in other words', FLAG, 'yes'],
    ['a number for a flag', FLAG, 1],
    ['no choice', CHOICE, 'no-such-choice'],
    ['a list for one choice', CHOICE, ['a']],
    ['one wrong among the choices', CHOICES, ['a', 'c']],
    ['an object for choices', CHOICES, { a: true }],
    ['a day that does not exist', MOMENT, '2026-02-30'],
    ['a number for a moment', MOMENT, 1795165200000],
    ['text that is not JSON', JSON_VALUE, '{"a":'],
    ['something that is no file', DOCUMENTS, ['vedtak.pdf']],
    ['a file that is not in a list', DOCUMENTS, file],
  ])('%s names the field and not the value', async (_what, field, value) => {
    const error = await refused(field, value);
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'value' } });
    expect(error.message).toMatch(/^"Value" .*\.$/);
    if (typeof value === 'string') expect(error.message + error.action).not.toContain(value);
  });

  test.each(['not-a-uuid', '2b2b2b2b00004000800000000000000', 5])('%p is no UUID', async (value) => {
    expect(await refused(UUID, value)).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'value' } });
  });
});

test.each<[string, Field, string, RegExp]>([
  ['a plate with an unknown character', PLATE, 'DN0010?', /only a search/],
  ['a plate that is an address', PLATE, 'https://x', /no plate has/],
  ['four unknown characters', PLATE_PATTERN, 'D????1', /more than three/],
  ['a chassis number with an open end', CHASSIS, 'SYNT*', /only a search/],
  ['an opening inside a chassis number', CHASSIS_PATTERN, 'SY*NT', /beginning or the end/],
  ['an organisation where a person is asked for', PERSON, '310475025', /organisation number/],
])('%s is refused in its own words, which do not repeat it', async (_what, field, value, words) => {
  const error = await refused(field, value);
  expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'value' } });
  expect(error.message).toMatch(words);
  expect(error.message + error.action).not.toContain(value);
});

describe('a value that is not given', () => {
  const EMPTY = [undefined, null, '', [], '   ', '\t\n', '\u00a0', ',', ' , ,'];
  const empty = fc.constantFrom(...EMPTY);

  test('is an error where the field is required', async () => {
    await fc.assert(
      fc.asyncProperty(empty, fc.constantFrom<Field>(TEXT, JSON_VALUE, DOCUMENTS, UUID), async (value, field) => {
        const error = await refused(required(field), value);
        expect(error.code).toBe('ERR_INVALID_INPUT');
        expect(error.message).toBe('"Value" is empty.');
      }),
    );
  });

  test("is an identifier's error where the field is a required identity number", async () => {
    for (const value of EMPTY) expect((await refused(required(PERSON), value)).code).toBe('ERR_INVALID_IDENTIFIER');
  });

  test('is the default where there is one, no files for documents, and nothing elsewhere', () => {
    for (const [field, expected] of [
      [NUMBER, 3],
      [FLAG, true],
      [CHOICE, 'a'],
      [CHOICES, ['b']],
      [DOCUMENTS, []],
      [TEXT, undefined],
      [UUID, undefined],
      [MOMENT, undefined],
      [PLATE, undefined],
      [JSON_VALUE, undefined],
    ] as const) {
      for (const value of EMPTY) expect(checked(field, value)).toEqual(expected);
    }
  });

  test('is not what false and zero are', async () => {
    expect(checked(required(FLAG), false)).toBe(false);
    expect(checked(TEXT, 0)).toBe('0');
    expect((await refused(NUMBER, 0)).code).toBe('ERR_INVALID_INPUT');
  });

  test('is what blanks are in a required text', async () => {
    expect((await refused(required(TEXT), '   ')).message).toBe('"Value" is empty.');
  });

  test('is what blanks are in an optional text, so that no empty text is sent', () => {
    expect(checked(TEXT, '   ')).toBeUndefined();
  });

  test('is what a list of nothing but commas is, so that the default is used', () => {
    expect(checked(CHOICES, ' , ')).toEqual(['b']);
  });
});

test('only the declared fields come through', () => {
  expect(checkInput([TEXT, { ...FLAG, name: 'flag' }], { value: 'a', other: 'x' }, TEST)).toEqual({
    value: 'a',
    flag: true,
  });
});

describe('an identity number', () => {
  test('is given to the operation as eleven digits', () => {
    expect(checked(PERSON, ' 128485 39668 ')).toBe('12848539668');
    expect(checked(PERSON, 12848539668)).toBe('12848539668');
  });

  test("is accepted in production when it can be a real person's and in test when it cannot", async () => {
    await fc.assert(
      fc.asyncProperty(madeNumber(), async ({ value, synthetic }) => {
        const [home, abroad] = synthetic ? [TEST, PRODUCTION] : [PRODUCTION, TEST];
        expect(checked(PERSON, value, home)).toBe(value);
        const error = await refused(PERSON, value, abroad);
        expect(error.code).toBe(synthetic ? 'ERR_SYNTHETIC_IDENTIFIER' : 'ERR_REAL_IDENTIFIER');
        expect(error.message + error.action).not.toContain(value);
      }),
    );
  });

  test('with 40 or 65 added to the month counts as real: refused outside production, accepted in it', async () => {
    await fc.assert(
      fc.asyncProperty(madeNumber([40, 65]), async ({ value }) => {
        expect((await refused(PERSON, value, TEST)).code).toBe('ERR_REAL_IDENTIFIER');
        expect(checked(PERSON, value, PRODUCTION)).toBe(value);
      }),
    );
  });

  test('that is wrong says what is wrong and never repeats it', async () => {
    for (const [value, fault] of [
      ['12848539669', 'control digits'],
      ['1284853966', 'fewer than 11'],
      ['128485396680', 'DUF'],
      ['1284853966800', 'more than 11'],
      ['+47 900 00 000', 'phone number'],
      ['99999999999', 'date'],
      ['12848539A68', 'not digits'],
    ] as const) {
      const error = await refused(PERSON, value);
      expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'value' } });
      expect(error.message).toContain(fault);
      expect(error.message + error.action).not.toContain(value);
    }
  });
});

test('real persons belong to production only, never to test or the sandbox', () => {
  expect(inputRulesFor(credentialOf({ environment: 'production' }))).toEqual({ realPersons: true });
  expect(inputRulesFor(credentialOf({ environment: 'test' }))).toEqual({ realPersons: false });
  expect(inputRulesFor(credentialOf({ environment: 'sandbox' }))).toEqual({ realPersons: false });
});
