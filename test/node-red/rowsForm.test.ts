/**
 * Lists of rows, fields that depend on others and fields with words of their own, in the dialog of a service node.
 */
import type { Field } from '../../src/core';
import { field, operationOf, serviceOf } from '../ownOperation';
import { useForm } from './ownForm';

const URL = field({ kind: 'text', name: 'url', maxLength: 100, required: true });
const COLUMNS = [
  URL,
  field({ kind: 'number', name: 'page', min: 1, max: 9 }),
  field({ kind: 'boolean', name: 'hidden', default: false }),
  field({ kind: 'dateTime', name: 'until' }),
  field({ kind: 'identifier', identifier: 'uuid', name: 'account' }),
  field({
    kind: 'choice',
    name: 'colour',
    default: 'red',
    choices: [
      { value: 'red', label: { en: 'Red', nb: 'Rød' } },
      { value: 'blue', label: { en: 'Blue', nb: 'Blå' } },
    ],
  }),
  field({ kind: 'text', name: 'shade', maxLength: 9, required: true, shownWhen: { field: 'colour', is: ['blue'] } }),
] as const;

const LINKS = field({
  kind: 'list',
  name: 'links',
  entry: { en: 'Link', nb: 'Lenke' },
  columns: COLUMNS,
  maxEntries: 2,
});
const KIND = field({
  kind: 'choice',
  name: 'kind',
  default: 'doctor',
  choices: [
    { value: 'doctor', label: { en: 'Doctor', nb: 'Lege' } },
    { value: 'number', label: { en: 'Number', nb: 'Nummer' } },
  ],
});
const OPEN = field({ kind: 'boolean', name: 'open', default: false });
const HER_ID = field({ kind: 'number', name: 'herId', min: 1, max: 99, shownWhen: { field: 'kind', is: ['number'] } });
const BEHIND = field({ kind: 'text', name: 'behind', maxLength: 9, shownWhen: { field: 'open', is: [true] } });
const PATIENT = { ...HER_ID, label: { en: 'Patient', nb: 'Pasient' }, shownWhen: undefined };
const FIELDS = [LINKS, KIND, OPEN, HER_ID, BEHIND] as readonly Field[];

const form = useForm(
  serviceOf(
    operationOf(FIELDS),
    operationOf([{ ...LINKS, columns: [URL] }, PATIENT], { name: 'short' }),
    operationOf([OPEN], { name: 'without' }),
  ),
);

const ROWS = { '#node-input-linksType': 'rows' };
const LIST = '#norsk-kommune-svarut-links';

describe('a list', () => {
  const { definition, typedInputs, traces, html } = form.open('own', ROWS);

  test('is filled in with rows to begin with, or comes from elsewhere', () => {
    expect(typedInputs.links).toEqual(['rows', 'item', 'msg', 'flow', 'global', 'jsonata']);
    expect(definition.defaults.linksType).toEqual({ value: 'rows' });
    expect(definition.defaults.links?.value).toBe('[]');
  });

  test('has a label of its own', () => {
    expect(html).toContain(`<label for="node-input-links" id="norsk-kommune-svarut-links-label"`);
    expect(html).toContain(`<ol id="norsk-kommune-svarut-links">`);
  });

  test('shows its rows only while they are filled in here', () => {
    expect(traces.shown[LIST]).toBe(true);
    expect(form.open('own', { '#node-input-linksType': 'msg' }).traces.shown[LIST]).toBe(false);
  });

  test.each([
    ['the rows that are stored', '[{"url":"a"},{"url":"b","page":"2"}]', [{ url: 'a' }, { url: 'b', page: '2' }]],
    ['no rows from what was never filled in', '', []],
    ['no rows from what is none', '{"url":"a"}', []],
    ['no rows from what is not JSON', 'payload.links', []],
  ])('begins with %s', (_what, stored, rows) => {
    expect(form.open('own', { ...ROWS, '#node-input-links': stored }).traces.rows[LIST]).toEqual(rows);
  });
});

describe('the rows of a list are right', () => {
  const isRight = (stored: unknown, node: object = {}): unknown => {
    // A dialog that is not open has no inputs, so the node itself tells what is chosen.
    const { definition } = form.open('own', { '#node-input-operation': undefined, '#node-input-linksType': undefined });
    const links = typeof stored === 'string' ? stored : JSON.stringify(stored);
    return definition.defaults.links?.validate?.call({ operation: 'own', linksType: 'rows', ...node }, links);
  };
  const row = (changes: object) => [{ url: 'a', ...changes }];

  test.each([
    ['none', []],
    ['what was never filled in', ''],
    ['one', row({})],
    ['numbers as text, in their range', row({ page: '9' })],
    ['empty where it may be', row({ page: '', until: '', account: '' })],
    ['a date', row({ until: '2026-11-20' })],
    ['an id', row({ account: 'c74d7fb7-adf1-4ec1-9a97-a6a036fb5dc3' })],
    ['a required cell that is not shown', row({ colour: 'red', shade: '' })],
    ['a required cell that is shown and filled in', row({ colour: 'blue', shade: 'dark' })],
  ])('%s', (_what, rows) => {
    expect(isRight(rows)).toBe(true);
  });

  test.each([
    ['without what is required', [{ page: '2' }]],
    ['a number out of its range', row({ page: '10' })],
    ['a number that is none', row({ page: 'two' })],
    ['a date that is none', row({ until: 'tomorrow' })],
    ['an id that is none', row({ account: 'c74d' })],
    ['without what is required because of another cell', row({ colour: 'blue', shade: '' })],
    ['too many', [...row({}), ...row({}), ...row({})]],
    ['text', 'payload.links'],
    ['rows that are none', [1, null]],
  ])('and these are not: %s', (_what, rows) => {
    expect(isRight(rows)).toBe(false);
  });

  test('whatever they are where they come from elsewhere, or the operation has no such list', () => {
    expect(isRight('payload.links', { linksType: 'msg' })).toBe(true);
    expect(isRight([{}], { operation: 'without' })).toBe(true);
  });

  test('by the columns of the chosen operation', () => {
    expect(isRight(row({ page: '10' }), { operation: 'short' })).toBe(true);
  });
});

describe('a field that depends on another', () => {
  const isShown = (name: string, chosen: object, operation = 'own') =>
    form.open(operation, { '#node-input-kindType': 'choice', '#node-input-openType': 'bool', ...chosen }).traces.shown[
      `#node-input-${name}`
    ];

  test.each([
    ['herId', { '#node-input-kind': 'number' }, true],
    ['herId', { '#node-input-kind': 'doctor' }, false],
    ['behind', { '#node-input-open': 'true' }, true],
    ['behind', { '#node-input-open': 'false' }, false],
  ])('%s is shown only with the value it is for: %j', (name, chosen, shown) => {
    expect(isShown(name, chosen)).toBe(shown);
  });

  test('is shown where the other one is worked out for each item', () => {
    expect(isShown('herId', { '#node-input-kind': 'kind', '#node-input-kindType': 'item' })).toBe(true);
  });

  test('depends on nothing in an operation where it is always of use', () => {
    expect(isShown('herId', { '#node-input-kind': 'doctor' }, 'short')).toBeUndefined();
  });
});

describe('a field that an operation calls something else', () => {
  const labelIn = (operation: string) => form.open(operation).traces.texts['#node-input-herId'];

  test('is called so while that operation is chosen', () => {
    expect(labelIn('own')).toBe('norsk-kommune-svarut.label.herId');
    expect(labelIn('short')).toBe('norsk-kommune-svarut.labelIn.short.herId');
    expect(form.words('en').label.herId).toBe('herId');
    expect(form.words('en').labelIn.short.herId).toBe('Patient');
    expect(form.words('nb').labelIn.short.herId).toBe('Pasient');
  });
});

describe.each(['en', 'nb'] as const)('in %s', (language) => {
  test.each(['own', 'short', 'without'])('there is a word for everything the form of %s shows', (operation) => {
    const words = form.words(language);
    const wanted = form.open(operation, ROWS).keys.map((key) => key.split('.').slice(1));
    const missing = wanted.filter((steps) => typeof steps.reduce((at, step) => at?.[step], words) !== 'string');
    expect(missing).toEqual([]);
  });

  test('the help tells what the rows have', () => {
    const [label, about] = language === 'en' ? ['url', 'About url.'] : ['url (nb)', 'About url. (nb)'];
    expect(form.help(language)).toContain(`  - **${label}** *: ${about}`);
  });
});

test('a node made before a field was shows what it does, and not the first there is to choose', () => {
  const { written } = form.open('own').traces;
  expect(written['#node-input-open']).toBe('false');
  expect(written['#node-input-openType']).toBe('bool');
  expect(written['#node-input-links']).toBe('[]');
});

test('a number without a default begins empty', () => {
  expect(form.open('own').definition.defaults.herId?.value).toBe('');
});
