import fc from 'fast-check';
import { describeFile, documentFromObject, isFileObject, type FileObject } from '../../../src/http/fileObject';
import { thrownBy } from '../fakePorts';

const FIELD = { name: 'documents', label: { en: 'Documents' } };
const PDF = 'application/pdf';

const documentOf = (file: FileObject) => documentFromObject(FIELD, file, 'dokument');

const bytesOf = async (file: FileObject): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of documentOf(file)!.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe('name and type of a file', () => {
  test.each<[FileObject, string, string]>([
    [{ filename: 'a.txt', mimeType: PDF }, 'a.txt', PDF],
    [{ filename: 'a.txt' }, 'a.txt', 'text/plain'],
    [{ filename: 'a.pdf', mimeType: 'application/octet-stream' }, 'a.pdf', PDF],
    [{ filename: 'a', mimeType: PDF }, 'a', PDF],
    [{ mimeType: PDF }, 'dokument.pdf', PDF],
    [{ filename: '', mimeType: '' }, 'dokument', 'application/octet-stream'],
    [{ mimeType: 'application/x-own' }, 'dokument', 'application/x-own'],
    [{}, 'dokument', 'application/octet-stream'],
  ])('follow from each other: %j is %p of the type %p', (file, filnavn, mimeType) => {
    expect(describeFile(file, 'dokument')).toEqual({ filnavn, mimeType });
  });

  test('give no second ending to one that has it already', () => {
    expect(describeFile({ mimeType: PDF }, 'Vedtak.PDF').filnavn).toBe('Vedtak.PDF');
  });
});

test.each([[null], [undefined], ['a'], [7], [{ filename: 7 }], [{ mimeType: {} }]])('%j is no file', (value) => {
  expect(isFileObject(value)).toBe(false);
});

describe('the bytes of a file', () => {
  const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

  test('are those of a Buffer, or of its base64 in either alphabet, in lines or in a data URL', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const base64 = bytes.toString('base64');
        const urlSafe = base64.replaceAll('+', '-').replaceAll('/', '_');
        const lines = base64.replace(/.{10}/g, '$&\r\n');
        for (const data of [bytes, base64, urlSafe, lines, `data:;base64,${base64}`]) {
          expect((await bytesOf({ data })).equals(bytes)).toBe(true);
          expect(documentOf({ data })?.size).toBe(bytes.length);
        }
      }),
    );
  });

  test('have the type of their data URL unless another is given', () => {
    const data = 'data:application/pdf;name=a.pdf;base64,AAAA';
    expect(documentOf({ data })).toMatchObject({ filnavn: 'dokument.pdf', mimeType: PDF, size: 3 });
    expect(documentOf({ data, mimeType: 'text/plain' })).toMatchObject({ mimeType: 'text/plain' });
    expect(documentOf({ data, filename: 'b' })).toMatchObject({ filnavn: 'b', mimeType: PDF });
  });

  test.each(['Dear Kari Nordmann', 'vedtak.pdf', 'AAA', 'AA=A', 'AAAA AAAA', 'data:text/plain,AAAA', '%PDF'])(
    'are not made of text that is no base64: %p, which is not repeated',
    async (data) => {
      const error = await thrownBy(() => documentOf({ filename: 'a.pdf', data }));
      expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'documents' } });
      expect(error.message).toBe('"Documents" has a file whose data is not base64.');
      expect(error.action).not.toContain(data);
    },
  );

  test.each([[undefined], [null], [7], [{}]])('are not there where the data is %j', (data) => {
    expect(documentOf({ filename: 'a.pdf', data })).toBeUndefined();
  });
});
