import { checkInput } from '../../../src/operations/checkInput';
import type { Field } from '../../../src/operations/field';
import { thrownBy } from '../fakePorts';
import { someNumbers } from '../numbers';

const text = (en: string) => ({ en, nb: en });
const base = (name: string, en: string) => ({ name, label: text(en), help: text('Help'), required: false }) as const;
const choice = (value: string) => ({ value, label: text(value) });
const TEST = { realPersons: false };

const LIST = {
  ...base('rows', 'Files'),
  kind: 'list',
  entry: text('File'),
  maxEntries: 3,
  columns: [
    { ...base('filnavn', 'File Name'), kind: 'text', required: true, maxLength: 5 },
    { ...base('page', 'Page'), kind: 'number', min: 1, max: 9 },
    { ...base('secret', 'Secret'), kind: 'boolean', default: false },
    { ...base('mode', 'Mode'), kind: 'choice', choices: [choice('a'), choice('b')], default: 'a' },
    { ...base('at', 'At'), kind: 'dateTime' },
    { ...base('who', 'Who'), kind: 'identifier', identifier: 'personOrOrganisation' },
  ],
} as const satisfies Field;

const listed = (value: unknown, field: Field = LIST): unknown => checkInput([field], { rows: value }, TEST).rows;
const refused = (value: unknown, field: Field = LIST) => thrownBy(() => listed(value, field));

describe('rows', () => {
  const filled = {
    filnavn: 'a',
    page: 2,
    secret: true,
    mode: 'b',
    at: '2026-11-20T00:00:00.000+01:00',
    who: '310475025',
  };

  test('come through in order, each cell checked as a field is, and nothing that has no column', () => {
    const rows = [
      { filnavn: ' a ', page: '2', secret: 'true', mode: 'b', at: '2026-11-20', who: '310 475 025', more: 'x' },
      { filnavn: 'b' },
    ];
    expect(listed(rows)).toEqual([
      filled,
      { filnavn: 'b', page: undefined, secret: false, mode: 'a', at: undefined, who: undefined },
    ]);
  });

  test('may be JSON text, as a form without rows gives', () => {
    expect(listed(JSON.stringify([filled]))).toEqual([filled]);
  });

  test.each([undefined, null, '', ' ', [], '[]'])('given as %j are none', (value) => {
    expect(listed(value)).toEqual([]);
  });

  test('are as many as they may be, and no more', async () => {
    const rows = Array.from({ length: 3 }, () => ({ filnavn: 'a' }));
    expect(listed(rows)).toHaveLength(3);
    expect(await refused([...rows, ...rows])).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      message: '"Files" has more than 3 rows.',
      details: { field: 'rows' },
    });
  });

  test('must be given where the list is required', async () => {
    expect((await refused([], { ...LIST, required: true })).message).toBe('"Files" is empty.');
  });

  test.each([
    ['a text', 'canary'],
    ['JSON that is no list', '{"filnavn":"canary"}'],
    ['an object', { filnavn: 'canary' }],
    ['a list of texts', ['canary']],
    ['a list in a list', [['canary']]],
    ['a list with a hole', [null]],
    ['a number', 5],
  ])('cannot be %s', async (_what, value) => {
    const error = await refused(value);
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'rows' } });
    expect(error.message).toBe('"Files" is not a list of rows.');
    expect(error.action).not.toContain('canary');
  });

  test.each<[string, object, string, RegExp]>([
    ['an empty cell that is required', { filnavn: ' ' }, 'filnavn', /^"Files, row 2: File Name" is empty\.$/],
    ['text that is too long', { filnavn: 'canary' }, 'filnavn', /row 2: File Name" is longer than 5/],
    ['a number out of range', { filnavn: 'a', page: 0 }, 'page', /row 2: Page" is not a whole number in its range/],
    ['a wrong choice', { filnavn: 'a', mode: 'c' }, 'mode', /row 2: Mode" is not one of its choices/],
    ['a moment that is none', { filnavn: 'a', at: 'canary' }, 'at', /row 2: At" is not a date/],
    [
      'an identifier that is none',
      { filnavn: 'a', who: '310475026' },
      'who',
      /row 2: Who" is not an organisation number/,
    ],
  ])('with %s name the list, the row and the column, and not what stands there', async (_what, row, field, words) => {
    const error = await refused([{ filnavn: 'a' }, row]);
    expect(error.details.field).toBe(field);
    expect(error.message).toMatch(words);
    expect(error.message + error.action).not.toMatch(/canary|310475026/);
  });
});

describe('a field that is shown only with another', () => {
  const MODE = {
    ...base('mode', 'Mode'),
    kind: 'choice',
    choices: [choice('short'), choice('long'), choice('both')],
    default: 'short',
  } as const satisfies Field;
  const DETAIL = {
    ...base('detail', 'Detail'),
    kind: 'text',
    maxLength: 5,
    required: true,
    shownWhen: { field: 'mode', is: ['long', 'both'] },
  } as const satisfies Field;
  const check = (given: Record<string, unknown>, detail: Field = DETAIL) => checkInput([MODE, detail], given, TEST);

  test.each(['long', 'both'])('is checked and needed where it is shown (%s)', async (mode) => {
    expect(check({ mode, detail: 'abc' })).toEqual({ mode, detail: 'abc' });
    expect((await thrownBy(() => check({ mode, detail: '' }))).message).toBe('"Detail" is empty.');
    expect((await thrownBy(() => check({ mode, detail: 'abcdef' }))).details.field).toBe('detail');
  });

  test('is not given where it is hidden, whatever is left over in it', () => {
    for (const detail of ['abc', 'far too long', { a: 1 }])
      expect(check({ mode: 'short', detail })).toEqual({ mode: 'short', detail: undefined });
  });

  test('goes by the default of the field that decides, where that is empty', () => {
    for (const mode of [undefined, null, '', ' ']) {
      expect(check({ mode, detail: 'abc' })).toEqual({ mode: 'short', detail: undefined });
      const shown = { ...DETAIL, shownWhen: { field: 'mode', is: ['short'] } } as const satisfies Field;
      expect(check({ mode, detail: 'abc' }, shown)).toEqual({ mode: 'short', detail: 'abc' });
    }
  });

  test('has its own default where it is hidden', () => {
    const flag = { ...base('flag', 'Flag'), kind: 'boolean', default: true, shownWhen: DETAIL.shownWhen } as const;
    expect(check({ mode: 'short', flag: false }, flag)).toEqual({ mode: 'short', flag: true });
    expect(check({ mode: 'long', flag: false }, flag)).toEqual({ mode: 'long', flag: false });
    const list = { ...LIST, shownWhen: DETAIL.shownWhen } as const;
    expect(check({ mode: 'short', rows: [{ filnavn: 'a' }] }, list)).toEqual({ mode: 'short', rows: [] });
  });

  test.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [undefined, false],
  ])('may go by a switch (%j)', (decided, shown) => {
    const SWITCH = { ...base('all', 'All'), kind: 'boolean', default: false } as const satisfies Field;
    const limit = {
      ...base('limit', 'Limit'),
      kind: 'number',
      min: 1,
      max: 9,
      shownWhen: { field: 'all', is: [true] },
    } as const satisfies Field;
    expect(checkInput([SWITCH, limit], { all: decided, limit: 5 }, TEST).limit).toBe(shown ? 5 : undefined);
  });
});

describe('a number of a person or an organisation', () => {
  const EITHER = {
    ...base('rows', 'Reader'),
    kind: 'identifier',
    identifier: 'personOrOrganisation',
  } as const satisfies Field;
  const [person = ''] = someNumbers(1);

  test.each([
    ['310475025', '310475025'],
    ['310 475 025', '310475025'],
    [310475025, '310475025'],
    [person, person],
    [`${person.slice(0, 6)} ${person.slice(6)}`, person],
    [`${person.slice(0, 6)}-${person.slice(6)}`, person],
  ])('can be %j', (given, read) => {
    expect(listed(given, EITHER)).toBe(read);
  });

  test.each([
    ['nine digits that are no organisation', '310475026', /not an organisation number/],
    ['a wrong digit of a person', '12848539669', /control digits/],
    ['too few digits', '1284853966', /fewer than 11/],
    ['too many', '1284853966800', /more than 11/],
    ['a name', 'RASK FYRLYKT', /not digits/],
    ['an object', { number: person }, /./],
  ])('cannot be %s', async (_what, given, words) => {
    const error = await refused(given, EITHER);
    expect(error).toMatchObject({ code: 'ERR_INVALID_IDENTIFIER', details: { field: 'rows' } });
    expect(error.message).toMatch(words);
    if (typeof given === 'string') expect(error.message + error.action).not.toContain(given);
  });

  test('follows the rule of the environment for persons, as every number does', async () => {
    const production = { realPersons: true };
    expect((await thrownBy(() => checkInput([EITHER], { rows: person }, production))).code).toBe(
      'ERR_SYNTHETIC_IDENTIFIER',
    );
    expect(checkInput([EITHER], { rows: '310475025' }, production).rows).toBe('310475025');
  });
});

describe('texts that the operation checks one by one', () => {
  const EACH = {
    ...base('rows', 'Numbers'),
    kind: 'texts',
    unchecked: true,
    maxLength: 5,
    maxEntries: 3,
  } as const satisfies Field;

  test('come as they are given, whatever they are', () => {
    expect(listed(['a', null, 12848539668], EACH)).toEqual(['a', null, 12848539668]);
    expect(listed('longer than five, b\n c', EACH)).toEqual(['longer than five', ' b', ' c']);
    expect(listed(7, EACH)).toEqual([7]);
  });

  test('can be too many all the same', async () => {
    expect((await refused(['a', 'b', 'c', 'd'], EACH)).message).toBe('"Numbers" has more than 3 entries.');
  });
});

describe('a number field', () => {
  const NUMBER = { ...base('rows', 'Page'), kind: 'number', min: 1, max: 9 } as const satisfies Field;

  test.each([1.5, '1.5', 2.0000001, '1e-1', NaN])('is a whole number, and not %p', async (given) => {
    expect((await refused(given, NUMBER)).message).toBe('"Page" is not a whole number in its range.');
  });

  test('may have no default', () => {
    expect(listed('', NUMBER)).toBeUndefined();
  });
});
