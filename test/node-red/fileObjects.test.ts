/**
 * What a field for files takes, and what an operation gets of it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentsFrom } from '../../node-red/src/documents';
import { field } from '../ownOperation';
import { givenTo, type Situation } from './ownInputs';
import { temporaryFolder } from './temporaryFolder';

const FILES = field({ kind: 'documents', name: 'files' });
const PDF = 'application/pdf';
const folder = temporaryFolder();

const on = (name: string): string => path.join(folder, name);

const filesFrom = async (files: unknown, situation: Situation = {}): Promise<any> => {
  const given = await givenTo([FILES], { files: 'files', filesType: 'msg' }, { message: { files }, ...situation });
  return given.files ?? given;
};

const file = (filnavn: string, mimeType: string, text: string) => ({
  filnavn,
  mimeType,
  size: Buffer.byteLength(text),
  text,
});

beforeAll(() => {
  writeFileSync(on('vedtak.pdf'), 'on disk');
  writeFileSync(on('Søknad.docx'), 'bytes: øæå');
  mkdirSync(on('folder'));
});

describe('a file on disk', () => {
  test('has the name, the size and the type it has there', async () => {
    expect(await filesFrom({ path: on('vedtak.pdf') })).toEqual([file('vedtak.pdf', PDF, 'on disk')]);
    expect(await filesFrom({ path: on('Søknad.docx') })).toMatchObject([
      { filnavn: 'Søknad.docx', mimeType: expect.stringContaining('wordprocessingml'), text: 'bytes: øæå' },
    ]);
  });

  test('may be sent under another name and type', async () => {
    const given = { path: on('vedtak.pdf'), filename: 'brev.txt' };
    expect(await filesFrom(given)).toMatchObject([{ filnavn: 'brev.txt', mimeType: 'text/plain' }]);
    expect(await filesFrom({ ...given, mimeType: PDF })).toMatchObject([{ filnavn: 'brev.txt', mimeType: PDF }]);
  });

  test("may stand below Node-RED's own folder for files", async () => {
    const settings = { fileWorkingDirectory: folder };
    expect(await filesFrom({ path: 'vedtak.pdf' }, { settings })).toEqual([file('vedtak.pdf', PDF, 'on disk')]);
  });

  test('may stand in a list with others, which keeps its order', async () => {
    const files = [Buffer.from('one'), { path: on('vedtak.pdf') }, { filename: 'c.txt', data: 'dGhyZWU=' }];
    expect(await filesFrom(files)).toEqual([
      file('dokument.pdf', PDF, 'one'),
      file('vedtak.pdf', PDF, 'on disk'),
      file('c.txt', 'text/plain', 'three'),
    ]);
  });

  test.each([
    ['is not there', () => on('missing.pdf')],
    ['is a folder', () => on('folder')],
    ['has no path', () => ''],
  ])('that %s is an error that names the field and not the path', async (_what, where) => {
    const error = await filesFrom({ path: where() });
    expect(error).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      field: 'files',
      message: '"files" names a file that is not there or cannot be read.',
    });
    expect(JSON.stringify(error)).not.toMatch(/missing|folder|tmp|ENOENT/);
  });

  test('is opened anew each time it is sent', async () => {
    writeFileSync(on('changing.txt'), 'first');
    const [document] = await documentsFrom({ settings: {} } as never, FILES, { path: on('changing.txt') });
    const read = async (): Promise<string> => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of document!.open()) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    };
    expect(await read()).toBe('first');
    expect(await read()).toBe('first');
    rmSync(on('changing.txt'));
    await expect(read()).rejects.toThrow();
  });
});

describe('a file in the message', () => {
  test('is a PDF where it is nothing but bytes, and called a document', async () => {
    expect(await filesFrom([Buffer.from('a'), Buffer.from('b')])).toEqual([
      file('dokument.pdf', PDF, 'a'),
      file('dokument-2.pdf', PDF, 'b'),
    ]);
  });

  test('has the type that its name tells', async () => {
    expect(await filesFrom({ filename: 'a.xml', data: Buffer.from('a') })).toEqual([
      file('a.xml', 'application/xml', 'a'),
    ]);
    expect(await filesFrom({ filename: 'a', data: Buffer.from('a') })).toMatchObject([
      { filnavn: 'a', mimeType: 'application/octet-stream' },
    ]);
  });

  test.each([
    ['text that is no base64', { filename: 'secret.pdf', data: 'Dear Kari' }, /whose data is not base64\.$/],
    ['an object with neither data nor path', { filename: 'secret.pdf' }, /holds no files\.$/],
    ['a path that is not text', { path: 7 }, /holds no files\.$/],
    ['a list with text in it', [Buffer.from('a'), 'secret'], /holds no files\.$/],
  ])('is none: %s', async (_what, files, message) => {
    const error = await filesFrom(files);
    expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'files', message: expect.stringMatching(message) });
    expect(JSON.stringify(error)).not.toMatch(/secret|Kari/);
  });
});
