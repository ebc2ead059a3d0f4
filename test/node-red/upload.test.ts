/** A form with files as it goes over a line that is slower than the disk: from memory that is used again and again. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Agent, request } from 'undici';
import type { NodeAPI } from 'node-red';
import { documentsFrom } from '../../node-red/src/documents';
import { uploadOf } from '../../node-red/src/upload';
import { PIECE, type DocumentSource, type Part } from '../../src/core';
import { partsIn } from '../contract/multipart';
import { Authority, newRsaKey, pkcs8 } from '../keyFiles/authority';
import { Workshop } from '../keyFiles/workshop';
import { sha256 } from './letter';
import { startSlowServer, type SlowServer, type Taken } from './slowServer';
import { temporaryFolder } from './temporaryFolder';

const MEGABYTE = 1024 * 1024;

const folder = temporaryFolder();

/** No two of its places look alike. */
const numbered = (size: number, seed = 0): Buffer => {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE(seed + at, at);
  return bytes;
};

/** Comes in chunks of that size, all in the same memory, as a file on disk does. */
const document = (filnavn: string, bytes: Buffer, chunkSize = PIECE): DocumentSource => ({
  filnavn,
  mimeType: 'application/pdf',
  size: bytes.length,
  open: async function* () {
    const memory = new Uint8Array(chunkSize);
    for (let at = 0; at < bytes.length; at += chunkSize) {
      const chunk = bytes.subarray(at, at + chunkSize);
      memory.set(chunk);
      yield memory.subarray(0, chunk.length);
    }
  },
});

const named = (documents: readonly DocumentSource[]): Part[] =>
  documents.map((one, at) => ({ name: `filer_${at}`, document: one }));

const authority = Workshop.use((workshop) => {
  const made = new Authority(workshop);
  const key = newRsaKey();
  return { key: pkcs8(key), cert: made.issue({ key, usage: 'digitalSignature,keyEncipherment' }) };
});

describe.each([
  ['plain', undefined],
  ['TLS', authority],
])('over a slow line, %s,', (_line, secure) => {
  let server: SlowServer;
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });

  beforeAll(async () => {
    server = await startSlowServer(secure);
  });
  afterAll(async () => {
    await dispatcher.close();
    await server.close();
  });

  const upload = async (parts: readonly Part[]): Promise<Taken> => {
    const { statusCode, body } = await request(server.url, { method: 'POST', dispatcher, ...uploadOf(parts) });
    await body.dump();
    expect(statusCode).toBe(200);
    return server.taken.at(-1)!;
  };

  const hashesIn = async (taken: Taken): Promise<string[]> => (await partsIn(taken)).map((part) => part.sha256);

  test.each([
    ['a piece at a time', PIECE],
    ['a little at a time', 1000],
    ['much at a time', 3 * MEGABYTE],
  ])('large files that are read %s arrive as they are', async (_how, chunkSize) => {
    const files = [numbered(20 * MEGABYTE), numbered(8 * MEGABYTE + 1, 7)];
    const taken = await upload(named(files.map((bytes, at) => document(`${at}.pdf`, bytes, chunkSize))));
    expect(await hashesIn(taken)).toEqual(files.map(sha256));
    expect(taken.headers['content-length']).toBe(String(taken.body.length));
    expect(taken.headers['transfer-encoding']).toBeUndefined();
  });

  test('files that just fill a piece, or just do not, arrive as they are', async () => {
    const files = [0, -1, 1].flatMap((more) => [1, 2, 5].map((pieces) => numbered(pieces * PIECE + more, pieces)));
    expect(await hashesIn(await upload(named(files.map((bytes, at) => document(`${at}.pdf`, bytes)))))).toEqual(
      files.map(sha256),
    );
  });

  test('many small files arrive as they are', async () => {
    const files = Array.from({ length: 400 }, (_, at) => numbered(4 * at + 4, at));
    expect(await hashesIn(await upload(named(files.map((bytes, at) => document(`${at}.pdf`, bytes)))))).toEqual(
      files.map(sha256),
    );
  });

  test('a file on disk arrives as it is', async () => {
    const bytes = numbered(20 * MEGABYTE + 3);
    const place = path.join(folder, 'vedtak.pdf');
    writeFileSync(place, bytes);
    const RED = { settings: {} } as NodeAPI;
    const documents = await documentsFrom(RED, { name: 'documents' } as never, { path: place });
    expect(await hashesIn(await upload(named(documents)))).toEqual([sha256(bytes)]);
  });

  test('what a name or a type has in it stays in its place', async () => {
    const parts = await partsIn(
      await upload([
        { name: 'forsendelse', text: '{"tittel":"Søknad"}' },
        {
          name: 'filer_0',
          document: { ...document('a"\r\nX-Evil: 1\r\n\r\n.pdf', numbered(8)), mimeType: 'a/b\r\nX: 1' },
        },
        { name: 'filer_1', document: document('Vedtak om støtte.pdf', numbered(8)) },
      ]),
    );
    expect(parts).toMatchObject([
      { kind: 'field', name: 'forsendelse', content: Buffer.from('{"tittel":"Søknad"}') },
      { kind: 'file', filename: 'a%22%0D%0AX-Evil: 1%0D%0A%0D%0A.pdf', type: 'application/octet-stream' },
      { kind: 'file', filename: 'Vedtak om støtte.pdf', type: 'application/pdf' },
    ]);
  });
});
