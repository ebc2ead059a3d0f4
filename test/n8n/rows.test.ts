/**
 * Lists of rows in n8n's form, and what an operation gets of them.
 */
import { NodeHelpers, type INodeParameters, type INodeProperties, type INodePropertyCollection } from 'n8n-workflow';
import type { Field } from '../../src/core';
import { field, operationOf } from '../ownOperation';
import { itemsOf } from './fakeHost';
import { givenTo, nodeOf } from './ownNode';

const COLUMNS = [
  field({ kind: 'text', name: 'url', maxLength: 100, required: true }),
  field({ kind: 'number', name: 'page', min: 1, max: 9 }),
  field({ kind: 'boolean', name: 'hidden', default: false }),
  field({ kind: 'dateTime', name: 'until' }),
  field({
    kind: 'choice',
    name: 'colour',
    default: 'red',
    choices: [
      { value: 'red', label: { en: 'Red', nb: 'Rød' } },
      { value: 'blue', label: { en: 'Blue', nb: 'Blå' } },
    ],
  }),
] as const;

const listField = (changes: object = {}): Field =>
  field({
    kind: 'list',
    name: 'links',
    entry: { en: 'Link', nb: 'Lenke' },
    columns: COLUMNS,
    maxEntries: 3,
    ...changes,
  });

const LINKS = listField();
const ADVANCED = listField({ group: 'advanced' });
const ONE = listField({ maxEntries: 1 });

const row = (changes: object = {}) => ({
  url: 'a',
  page: undefined,
  hidden: false,
  until: undefined,
  colour: 'red',
  ...changes,
});

const propertyOf = (list: Field): INodeProperties =>
  nodeOf(operationOf([list])).description.properties.find(({ name }) => name === 'links')!;

const sectionsOf = (property: INodeProperties) => property.options as INodePropertyCollection[];

describe('a list in the form', () => {
  it('takes rows, as many as there may be, in an order that can be changed', () => {
    expect(propertyOf(LINKS)).toMatchObject({
      displayName: 'links',
      type: 'fixedCollection',
      default: {},
      placeholder: 'Add Link',
      typeOptions: { multipleValues: true, sortable: true, maxAllowedFields: 3 },
    });
  });

  it('has columns as fields have', () => {
    expect(sectionsOf(propertyOf(LINKS))[0]).toMatchObject({
      name: 'entries',
      displayName: 'Link',
      values: [
        { name: 'url', type: 'string', default: '', required: true, description: 'About url.' },
        { name: 'page', type: 'number', default: '', typeOptions: { minValue: 1, maxValue: 9 } },
        { name: 'hidden', type: 'boolean', default: false },
        { name: 'until', type: 'dateTime', default: '' },
        { name: 'colour', type: 'options', default: 'red', options: [{ value: 'red' }, { value: 'blue' }] },
      ],
    });
  });

  it('has a place for an expression that gives the whole list, and says what is in it', () => {
    expect(sectionsOf(propertyOf(LINKS))[1]).toMatchObject({
      name: 'lists',
      displayName: 'From an Expression',
      values: [{ displayName: 'links', type: 'json', description: expect.stringContaining('url, page, hidden') }],
    });
  });

  it('of one row at most has no place for more', () => {
    expect(propertyOf(ONE).typeOptions).toBeUndefined();
  });
});

describe('an operation gets', () => {
  it('the rows in order, and nothing for what is not filled in', async () => {
    const entries = [
      { url: 'a', page: '', until: '' },
      { url: 'b', page: 2, hidden: true, until: '2026-11-20', colour: 'blue' },
    ];
    expect(await givenTo([LINKS], { links: { entries } })).toEqual([
      {
        links: [row(), { url: 'b', page: 2, hidden: true, until: '2026-11-20T00:00:00.000+01:00', colour: 'blue' }],
      },
    ]);
  });

  it('the rows of a list under Options', async () => {
    expect(await givenTo([ADVANCED], { options: { links: { entries: [{ url: 'a' }] } } })).toEqual([
      { links: [row()] },
    ]);
  });

  it('no rows from a list that was not touched, or emptied again', async () => {
    expect(await givenTo([LINKS])).toEqual([{ links: [] }]);
    expect(await givenTo([ADVANCED])).toEqual([{ links: [] }]);
    expect(await givenTo([LINKS], { links: { entries: [] } })).toEqual([{ links: [] }]);
  });

  it('the one row of a list that has no more', async () => {
    expect(await givenTo([ONE], { links: { entries: { url: 'a' } } })).toEqual([{ links: [row()] }]);
  });

  it.each([
    ['a list', [{ url: 'a' }, { url: 'b' }]],
    ['JSON text', JSON.stringify([{ url: 'a' }, { url: 'b' }])],
  ])('what an expression gives as %s, after the rows', async (_what, list) => {
    const links = { entries: [{ url: 'first' }], lists: [{ list }] };
    expect(await givenTo([LINKS], { links })).toEqual([
      { links: [row({ url: 'first' }), row({ url: 'a' }), row({ url: 'b' })] },
    ]);
  });

  it.each([[{ url: 'a' }], [[{ url: 'a' }]]])('one row from %j', async (list) => {
    expect(await givenTo([LINKS], { links: { lists: [{ list }] } })).toEqual([{ links: [row()] }]);
  });

  it.each([[''], ['[]'], [null], [[]]])('no rows from an expression that gives %j', async (list) => {
    expect(await givenTo([LINKS], { links: { lists: [{ list }] } })).toEqual([{ links: [] }]);
  });
});

describe('rows that are wrong', () => {
  it.each([
    ['a required column that is empty', { entries: [{ url: 'a' }, { url: '' }] }, /^"links, row 2: url" is empty\.$/],
    ['a number out of its range', { entries: [{ url: 'a', page: 10 }] }, /^"links, row 1: page" /],
    ['an expression that gives no list', { lists: [{ list: 'secret words' }] }, /^"links" is not a list of rows\.$/],
    ['rows that are none', { lists: [{ list: [1, 2] }] }, /^"links" is not a list of rows\.$/],
    ['too many rows', { lists: [{ list: Array(4).fill({ url: 'a' }) }] }, /more than 3 rows/],
  ])('are refused: %s', async (_what, links, message) => {
    const [error] = await givenTo([LINKS], { links });
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', message: expect.stringMatching(message) });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('of a required list with no row are missing', async () => {
    const [error] = await givenTo([listField({ required: true })], { links: {} });
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'links', message: '"links" is empty.' });
  });
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
const WITH_NUMBER = { shownWhen: { field: 'kind', is: ['number'] } } as const;
const HER_ID = field({ kind: 'number', name: 'herId', min: 1, max: 99, required: true, ...WITH_NUMBER });
const NOTE = field({ kind: 'text', name: 'note', maxLength: 9, group: 'advanced', ...WITH_NUMBER });
const SWITCH = field({ kind: 'boolean', name: 'open', default: false, group: 'advanced' });
const BEHIND = field({
  kind: 'text',
  name: 'behind',
  maxLength: 9,
  group: 'advanced',
  shownWhen: { field: 'open', is: [true] },
});
const FIELDS: readonly Field[] = [KIND, HER_ID, NOTE, SWITCH, BEHIND];

describe('a field that depends on another', () => {
  const { description } = nodeOf(operationOf(FIELDS));
  const namesShown = (parameters: INodeParameters): string[] => {
    const values = { operation: 'own', ...parameters };
    const shown = description.properties.filter((property) =>
      NodeHelpers.displayParameter(values, property, null, description),
    );
    const options = (shown.find(({ name }) => name === 'options')?.options ?? []) as INodeProperties[];
    const within = options.filter((property) => NodeHelpers.displayParameter({}, property, null, description, values));
    return [...shown, ...within].map(({ name }) => name);
  };

  it('is shown only with the values it is for, also under Options', () => {
    expect(namesShown({ kind: 'number' })).toEqual(expect.arrayContaining(['herId', 'note']));
    expect(namesShown({ kind: 'doctor' })).not.toContain('herId');
    expect(namesShown({ kind: 'doctor' })).not.toContain('note');
  });

  it('is shown where an expression decides', () => {
    expect(namesShown({ kind: '={{ $json.kind }}' })).toEqual(expect.arrayContaining(['herId', 'note']));
  });

  it('on an option is always shown, since an option that is not added has no value there', () => {
    expect(namesShown({ kind: 'doctor' })).toContain('behind');
  });

  it('is given only where it is shown, and is not required elsewhere', async () => {
    const filledIn = { herId: 7, options: { note: 'x', behind: 'y' } };
    const items = itemsOf({ kind: 'number' }, { kind: 'doctor' });
    expect(await givenTo(FIELDS, { kind: '={{ $json.kind }}', ...filledIn }, { items })).toMatchObject([
      { kind: 'number', herId: 7, note: 'x' },
      { kind: 'doctor', herId: undefined, note: undefined },
    ]);
    expect(await givenTo(FIELDS, { kind: 'number' })).toMatchObject([{ code: 'ERR_INVALID_INPUT', field: 'herId' }]);
  });

  it('is not worked out where it is hidden', async () => {
    const fails = () => {
      throw new Error('an expression that fails');
    };
    const items = itemsOf({ kind: 'number' }, { kind: 'doctor' });
    expect(await givenTo(FIELDS, { kind: '={{ $json.kind }}', herId: fails }, { items })).toMatchObject([
      { code: 'ERR_INVALID_INPUT', field: 'herId' },
      { kind: 'doctor' },
    ]);
  });

  it('in a row depends on the same row', async () => {
    const columns = [KIND, { ...HER_ID, required: false }];
    const list = listField({ columns });
    expect(sectionsOf(propertyOf(list))[0]?.values[1]?.displayOptions).toEqual({ show: { kind: ['number'] } });
    const entries = [{ kind: 'number', herId: 5 }, { kind: 'doctor' }];
    expect(await givenTo([list], { links: { entries } })).toEqual([
      {
        links: [
          { kind: 'number', herId: 5 },
          { kind: 'doctor', herId: undefined },
        ],
      },
    ]);
  });
});

it('a number that is not filled in is none, and not zero', async () => {
  const number = field({ kind: 'number', name: 'page', min: 0, max: 9 });
  expect(await givenTo([number])).toEqual([{ page: undefined }]);
  expect(await givenTo([number], { page: 0 })).toEqual([{ page: 0 }]);
});
