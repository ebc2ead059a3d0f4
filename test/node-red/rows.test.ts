/**
 * What an operation gets of lists of rows, and of fields that depend on others.
 */
import { field } from '../ownOperation';
import { givenTo } from './ownInputs';

const URL = field({ kind: 'text', name: 'url', maxLength: 100, required: true });
const PAGE = field({ kind: 'number', name: 'page', min: 1, max: 9 });
const HIDDEN = field({ kind: 'boolean', name: 'hidden', default: false });
const LINKS = field({
  kind: 'list',
  name: 'links',
  entry: { en: 'Link', nb: 'Lenke' },
  columns: [URL, PAGE, HIDDEN],
  maxEntries: 3,
});

const rows = (links: unknown) => ({ links, linksType: 'rows' });
const row = (changes: object = {}) => ({ url: 'a', page: undefined, hidden: false, ...changes });
const ROWS = [{ url: 'a' }, { url: 'b' }];

describe('an operation gets', () => {
  test('the rows on the node, in order, and nothing for what is not filled in', async () => {
    const written = '[{"url":"a","page":"","hidden":false},{"url":"b","page":"2","hidden":true}]';
    expect(await givenTo([LINKS], rows(written))).toEqual({
      links: [row(), { url: 'b', page: 2, hidden: true }],
    });
  });

  test.each([[rows('[]')], [rows('')], [{}], [{ linksType: 'rows' }]])('no rows from %j', async (properties) => {
    expect(await givenTo([LINKS], properties)).toEqual({ links: [] });
  });

  test.each([
    ['the item', 'item', { item: { found: ROWS } }],
    ['the message', 'msg', { message: { found: ROWS } }],
    ['the message, as JSON text', 'msg', { message: { found: JSON.stringify(ROWS) } }],
  ])('rows from %s', async (_what, linksType, situation) => {
    expect(await givenTo([LINKS], { links: 'found', linksType }, situation)).toEqual({
      links: [row(), row({ url: 'b' })],
    });
  });

  test('rows that an expression makes', async () => {
    const properties = { links: 'found.{"url": address}', linksType: 'jsonata' };
    const message = { found: [{ address: 'a' }, { address: 'b' }] };
    expect(await givenTo([LINKS], properties, { message })).toEqual({ links: [row(), row({ url: 'b' })] });
  });
});

describe('rows that are wrong are refused, by their number', () => {
  test.each([
    ['a required column that is empty', '[{"url":"a"},{"url":""}]', /^"links, row 2: url" is empty\.$/],
    [
      'a number out of its range',
      '[{"url":"a","page":"10"}]',
      /^"links, row 1: page" is not a .*number in its range\.$/,
    ],
    ['text that is none', 'secret', /^"links" could not be worked out\.$/],
    ['rows that are none', '[1]', /^"links" is not a list of rows\.$/],
  ])('%s', async (_what, written, message) => {
    const error = await givenTo([LINKS], rows(written));
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', message: expect.stringMatching(message) });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('none, of a list that is required', async () => {
    expect(await givenTo([{ ...LINKS, required: true }], rows('[]'))).toMatchObject({ message: '"links" is empty.' });
  });
});

describe('an empty field on the node', () => {
  test('is no number, and not zero', async () => {
    expect(await givenTo([{ ...PAGE, min: 0 }], { page: '', pageType: 'num' })).toEqual({ page: undefined });
    expect(await givenTo([{ ...PAGE, min: 0 }], { page: '0', pageType: 'num' })).toEqual({ page: 0 });
  });

  test('is no structure either', async () => {
    const address = field({ kind: 'json', name: 'address' });
    expect(await givenTo([address], { address: '', addressType: 'json' })).toEqual({ address: undefined });
  });
});

describe('a field that depends on another', () => {
  const KIND = field({
    kind: 'choice',
    name: 'kind',
    default: 'doctor',
    choices: [
      { value: 'doctor', label: { en: 'Doctor', nb: 'Lege' } },
      { value: 'number', label: { en: 'Number', nb: 'Nummer' } },
    ],
  });
  const HER_ID = field({
    kind: 'number',
    name: 'herId',
    min: 1,
    max: 9,
    required: true,
    shownWhen: { field: 'kind', is: ['number'] },
  });
  const FIELDS = [KIND, HER_ID];
  const given = (kind: string) =>
    givenTo(
      FIELDS,
      { kind: 'kind', kindType: 'item', herId: '$error("secret")', herIdType: 'jsonata' },
      { item: { kind } },
    );

  test('is neither given nor required, nor worked out, where it is hidden', async () => {
    expect(await given('doctor')).toEqual({ kind: 'doctor', herId: undefined });
    expect(await given('number')).toMatchObject({ message: '"herId" could not be worked out.' });
  });

  test('is required where it is shown', async () => {
    const properties = { kind: 'number', kindType: 'choice', herId: '', herIdType: 'num' };
    expect(await givenTo(FIELDS, properties)).toMatchObject({ message: '"herId" is empty.' });
    expect(await givenTo(FIELDS, { ...properties, herId: '7' })).toEqual({ kind: 'number', herId: 7 });
  });
});
