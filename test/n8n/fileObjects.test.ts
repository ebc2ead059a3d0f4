/**
 * What a field for files takes besides names of binary fields, and what an operation gets of it.
 */
import { field } from '../ownOperation';
import { itemsOf, type Given } from './fakeHost';
import { inMemory, stored } from './letter';
import { givenTo } from './ownNode';

const FILES = field({ kind: 'documents', name: 'files', usual: 'data' });

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const BINARY = {
  data: inMemory(Buffer.from('first'), 'a.pdf'),
  nameless: { data: base64('second'), mimeType: 'text/plain' },
  kept: stored('id-1', 'c.pdf'),
};

const filesFrom = async (files: unknown, more: Partial<Given> = {}): Promise<any> => {
  const items = [{ json: {}, binary: BINARY }];
  const store = { 'id-1': Buffer.from('third') };
  const [given] = await givenTo([FILES], { files: () => files }, { items, files: store, ...more });
  return given.files ?? given;
};

const file = (filnavn: string, mimeType: string, text: string) => ({ filnavn, mimeType, size: text.length, text });
const FIRST = file('a.pdf', 'application/pdf', 'first');

describe('an expression may give', () => {
  it.each([
    ['names with commas', ' data , nameless '],
    ['a list of names', ['data', 'nameless']],
    ['a list of objects that name them', [{ binary: 'data' }, { binary: 'nameless' }]],
  ])('%s, in order', async (_what, files) => {
    expect(await filesFrom(files)).toEqual([FIRST, file('nameless.txt', 'text/plain', 'second')]);
  });

  it('a new name and type for a binary field', async () => {
    const given = { binary: 'kept', filename: 'Vedtak.pdf', mimeType: 'application/pdf' };
    expect(await filesFrom(given)).toEqual([file('Vedtak.pdf', 'application/pdf', 'third')]);
    expect(await filesFrom({ binary: 'nameless', filename: 'b.txt' })).toEqual([file('b.txt', 'text/plain', 'second')]);
  });

  it('files as base64, with binary fields between them', async () => {
    const files = [
      { filename: 'x.pdf', mimeType: 'application/pdf', data: base64('one') },
      'data',
      { filename: 'y.xml', data: `data:text/xml;base64,${base64('two')}` },
      { filename: 'z.docx', data: base64('three') },
    ];
    expect(await filesFrom(files)).toMatchObject([
      { filnavn: 'x.pdf', mimeType: 'application/pdf', text: 'one' },
      FIRST,
      { filnavn: 'y.xml', mimeType: 'text/xml', text: 'two' },
      { filnavn: 'z.docx', mimeType: expect.stringContaining('wordprocessingml'), text: 'three' },
    ]);
  });

  it('files without names, which get names of their own', async () => {
    const nameless = { mimeType: 'application/pdf', data: base64('one') };
    expect(await filesFrom([nameless, nameless])).toMatchObject([
      { filnavn: 'dokument.pdf' },
      { filnavn: 'dokument-2.pdf' },
    ]);
  });

  it.each([[undefined], [null], [''], [' , '], [[]]])('no files: %j', async (files) => {
    expect(await filesFrom(files)).toEqual([]);
  });
});

describe('what is no file is the error of its item, which names the field and nothing of what it holds', () => {
  it.each([
    ['text that is no base64', { filename: 'secret.pdf', data: 'Dear Kari' }, /whose data is not base64\.$/],
    ['a data URL of another kind', { data: 'data:text/plain,secret' }, /not base64\.$/],
    ['an object with neither data nor binary', { filename: 'secret.pdf' }, /has something that is no file\.$/],
    ['a name that is not text', { filename: 7, data: '' }, /no file\.$/],
    ['a list with a number in it', ['data', 7], /no file\.$/],
    ['a binary field that is not there', { binary: 'secret' }, /names a binary field that the item does not have\.$/],
  ])('%s', async (_what, files, message) => {
    const error = await filesFrom(files);
    expect(error).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      field: 'files',
      message: expect.stringMatching(message),
      action: expect.stringMatching(/\.$/),
    });
    expect(JSON.stringify(error)).not.toMatch(/secret|Kari/);
  });

  it('an expression that fails is told as one', async () => {
    const fails = () => {
      throw new Error('no such thing as secret');
    };
    const [error] = await givenTo([FILES], { files: fails });
    expect(error).toMatchObject({ message: '"files" could not be worked out.', action: 'Check the expression.' });
  });
});

it('files under Options are files too', async () => {
  const advanced = { ...FILES, group: 'advanced' } as const;
  const items = [{ json: {}, binary: BINARY }];
  expect(await givenTo([advanced], { options: { files: 'data' } }, { items })).toEqual([{ files: [FIRST] }]);
  expect(await givenTo([advanced], {}, { items: itemsOf({}) })).toEqual([{ files: [] }]);
});
