import { documentFromBytes, inPieces, PIECE, StreamedFile } from '../../../src/http/document';

const bytes = new TextEncoder().encode('%PDF-1.7 vedtak');
const source = documentFromBytes('vedtak.pdf', 'application/pdf', bytes);

const readAll = async (file: File): Promise<string> => new Response(file.stream()).text();

test('a document tells its name, type and size without being opened', () => {
  let opened = 0;
  const file = new StreamedFile({
    ...source,
    size: 300_000_000,
    open: () => {
      opened += 1;
      return source.open();
    },
  });
  expect([file.name, file.type, file.size]).toEqual(['vedtak.pdf', 'application/pdf', 300_000_000]);
  expect(opened).toBe(0);
});

test('a repeated upload opens the document again and sends it whole', async () => {
  const file = new StreamedFile(source);
  expect(await readAll(file)).toBe('%PDF-1.7 vedtak');
  expect(await readAll(file)).toBe('%PDF-1.7 vedtak');
});

test('an upload that is cut off lets go of the document', async () => {
  let released = false;
  const file = new StreamedFile({
    ...source,
    open: async function* () {
      try {
        for (;;) yield bytes;
      } finally {
        released = true;
      }
    },
  });
  const reader = file.stream().getReader();
  await reader.read();
  await reader.cancel();
  expect(released).toBe(true);
});

test('a document that cannot be read fails the upload', async () => {
  const file = new StreamedFile({
    ...source,
    open: async function* () {
      yield bytes;
      throw new Error('the disk is gone');
    },
  });
  await expect(readAll(file)).rejects.toThrow('the disk is gone');
});

test('a file that goes through the same memory over and over reaches a host that keeps what it gets', async () => {
  const file = new StreamedFile({
    ...source,
    open: async function* () {
      const memory = new Uint8Array(3);
      for (const letter of 'abc') yield memory.fill(letter.charCodeAt(0));
    },
  });
  const kept: Uint8Array[] = [];
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) kept.push(next.value);
  expect(Buffer.concat(kept).toString()).toBe('aaabbbccc');
});

test('a file that is in memory leaves in pieces, none of them copied', async () => {
  const whole = new Uint8Array(2 * PIECE + 1);
  const pieces: Uint8Array[] = [];
  for await (const piece of inPieces(documentFromBytes('a.pdf', 'application/pdf', whole).open())) pieces.push(piece);
  expect(pieces.map(({ byteLength }) => byteLength)).toEqual([PIECE, PIECE, 1]);
  expect(pieces.every(({ buffer }) => buffer === whole.buffer)).toBe(true);
});
