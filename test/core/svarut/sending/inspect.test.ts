import { createHash } from 'node:crypto';
import type { DocumentSource } from '../../../../src/http/document';
import { inspectAll } from '../../../../src/svarut/sending/inspect';
import { thrownBy } from '../../fakePorts';

/** A file that comes in these pieces. */
const file = (pieces: readonly (string | Uint8Array)[], changes: Partial<DocumentSource> = {}): DocumentSource => {
  const chunks = pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece));
  return {
    filnavn: 'vedtak.pdf',
    mimeType: 'application/pdf',
    size: chunks.reduce((sum, { byteLength }) => sum + byteLength, 0),
    open: async function* () {
      yield* chunks;
    },
    ...changes,
  };
};

const read = (document: DocumentSource, printable = ['vedtak.pdf']) => inspectAll([document], printable);
const faultOf = async (document: DocumentSource, printable?: string[]) => {
  const error = await thrownBy(() => read(document, printable));
  expect(error).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { service: 'svarut', field: 'documents' } });
  return error.message;
};

const body = (trailer: string, text = 'BT (Vedtak) Tj ET'): string => `%PDF-1.7
%\xe2\xe3\xcf\xd3
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/Contents 4 0 R>>
endobj
4 0 obj
<</Length ${text.length}>>
stream
${text}
endstream
endobj
${trailer}
startxref
9
%%EOF
`;

const KEY = '8 0 obj\n<</Filter/Standard/V 4/R 4/Length 128/P -3904/O<00>/U<00>>>\nendobj\n';

/** The ends of files, as their makers write them; the key itself is always an object of its own, or in place. */
const PROTECTED: readonly (readonly [maker: string, end: string])[] = [
  [
    'Word, with a table of references',
    `${KEY}xref\n0 1\n0000000000 65535 f\r\ntrailer\r\n<</Size 20/Root 1 0 R/Info 9 0 R/ID[<0A1B><0A1B>] /Encrypt 8 0 R>>`,
  ],
  [
    'LibreOffice, a line for each',
    `${KEY}xref\n0 1\ntrailer\n<</Size 16/Root 14 0 R\n/Encrypt 8 0 R\n/Info 15 0 R\n/ID [ <00>\n<00> ]\n>>`,
  ],
  ['qpdf, with blanks', `${KEY}xref\n0 1\ntrailer << /Info 2 0 R /Root 1 0 R /Size 9 /ID [<00><00>] /Encrypt 8 0 R >>`],
  [
    'Acrobat, with a stream of references',
    `${KEY}7 0 obj\r<</DecodeParms<</Columns 4/Predictor 12>>/Encrypt 8 0 R/Filter/FlateDecode/ID[<00><00>]/Length 5/Root 1 0 R/Size 9/Type/XRef/W[1 2 1]>>stream\r\n\x78\x9c\x01\x02\x03\r\nendstream\rendobj`,
  ],
  [
    'iText, with a stream of references',
    `${KEY}7 0 obj\n<</Type/XRef/W[1 2 1]/Index[0 9]/Root 1 0 R /Encrypt 8 0 R/ID[<00><00>]/Size 9/Length 5>>stream\nxxxxx\nendstream\nendobj`,
  ],
  ['a key in place', 'xref\n0 1\ntrailer\n<</Size 9/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3>>/ID[<00><00>]>>'],
  ['a key in place, after a line', 'xref\n0 1\ntrailer\n<</Size 9/Root 1 0 R/Encrypt\r\n << /Filter /Standard >> >>'],
  ['old updates, with a large number', 'xref\n0 1\ntrailer\n<</Prev 116/Size 90000/Encrypt 89123 65535 R/Root 1 0 R>>'],
];

const OPEN = 'xref\n0 1\ntrailer\n<</Size 9/Root 1 0 R/ID[<00><00>]>>';

describe('a PDF that is protected', () => {
  test.each(PROTECTED)('by %s is known', async (_maker, end) => {
    expect(await faultOf(file([body(end)]))).toMatch(/protected with a password/);
  });

  test.each(PROTECTED)('by %s is known, wherever it is cut into pieces', async (_maker, end) => {
    const whole = body(end);
    const key = whole.indexOf('/Encrypt');
    for (let cut = key - 1; cut <= key + 30; cut += 1)
      expect(await faultOf(file([whole.slice(0, cut), whole.slice(cut)]))).toMatch(/protected with a password/);
    expect(await faultOf(file([...whole]))).toMatch(/protected with a password/);
  });

  test('may be sent where it is never printed, as a whole or by itself', async () => {
    const [, [, end]] = PROTECTED as [unknown, readonly [string, string]];
    const locked = file([body(end)]);
    expect(await read(locked, [])).toHaveLength(1);
    expect(await read(locked, ['vedlegg.pdf'])).toHaveLength(1);
  });
});

describe('a PDF that is not protected', () => {
  test.each([
    ['has no word of it', 'BT (Vedtak) Tj ET'],
    ['writes about it', 'BT (How to Encrypt a file, and Encrypt 8 0 R) Tj ET'],
    ['names it in a comment', '% /Encrypt is not used here'],
    ['has a name that begins alike', '/EncryptMetadata true /Encryption 8 0 R /EncryptedPayload 8 0 R'],
    ['has a name that is a value', '/Subtype /Encrypt /Next 8 0 R'],
    ['has it without a key', '/Encrypt null'],
  ])('and %s can be printed', async (_what, text) => {
    expect(await read(file([body(OPEN, text)]))).toHaveLength(1);
  });
});

describe('a file that is called a PDF', () => {
  test('is one when it says so within its first 1024 bytes, whole or in pieces', async () => {
    for (const before of [0, 1, 1019]) {
      const text = `${'x'.repeat(before)}%PDF-1.4`;
      expect(await read(file([text]))).toHaveLength(1);
      expect(await read(file([...text]))).toHaveLength(1);
    }
    for (const before of [1020, 5000]) {
      const text = `${'x'.repeat(before)}%PDF-1.4`;
      expect(await faultOf(file([text]))).toMatch(/called a PDF and is none/);
      expect(await faultOf(file([...text]))).toMatch(/called a PDF and is none/);
    }
  });

  test.each([
    ['a web page', '<!DOCTYPE html><title>502</title>'],
    ['base64 of one', 'JVBERi0xLjcKJeLjz9MK'],
    ['an archive', 'PK\x03\x04'],
    ['something shorter than the mark', '%PD'],
  ])('is none when it is %s, also where nothing is printed', async (_what, text) => {
    expect(await faultOf(file([text]), [])).toMatch(/called a PDF and is none/);
  });

  test('of another type may hold anything', async () => {
    const xml = file(['<a>/Encrypt 8 0 R</a>'], { filnavn: 'data.xml', mimeType: 'application/xml' });
    expect(await read(xml, ['data.xml'])).toHaveLength(1);
  });
});

describe('a file that cannot be read as it said', () => {
  const bytes = [body(OPEN)];
  test.each<[string, DocumentSource]>([
    ['is shorter', file(bytes, { size: body(OPEN).length + 1 })],
    ['is longer', file(bytes, { size: body(OPEN).length - 1 })],
    ['has nothing', file([], { size: 5 })],
    [
      'breaks off',
      file(bytes, {
        open: async function* () {
          yield Buffer.from('%PDF-');
          throw new Error('EIO: /home/rask.fyrlykt/vedtak.pdf');
        },
      }),
    ],
    [
      'cannot be opened',
      file(bytes, {
        open: () => {
          throw new Error('ENOENT: /home/rask.fyrlykt/vedtak.pdf');
        },
      }),
    ],
  ])('because it %s is refused, and its place is not told', async (_what, document) => {
    const message = await faultOf(document);
    expect(message).toMatch(/could not be read/);
    expect(message).not.toMatch(/fyrlykt|EIO|ENOENT/);
  });
});

describe('what is kept of each file', () => {
  test('is its name, type, size and the hash of its bytes, in the order they are sent', async () => {
    const files = [
      file([body(OPEN)], { filnavn: 'b.pdf' }),
      file([Buffer.from([0, 255]), Buffer.from([1])], { filnavn: 'a.bin', mimeType: 'application/octet-stream' }),
    ];
    expect(await inspectAll(files, ['b.pdf'])).toEqual([
      {
        filnavn: 'b.pdf',
        mimeType: 'application/pdf',
        size: body(OPEN).length,
        sha256: createHash('sha256')
          .update(Buffer.from(body(OPEN), 'latin1'))
          .digest('hex'),
      },
      {
        filnavn: 'a.bin',
        mimeType: 'application/octet-stream',
        size: 3,
        sha256: createHash('sha256')
          .update(Buffer.from([0, 255, 1]))
          .digest('hex'),
      },
    ]);
  });

  test('is the same however the file comes in pieces', async () => {
    const whole = body(OPEN);
    const [inOne] = await read(file([whole]));
    const [inMany] = await read(file([...whole]));
    expect(inMany).toEqual(inOne);
  });

  test('is read one file after the other, each opened once', async () => {
    const log: string[] = [];
    const watched = (filnavn: string) =>
      file(['%PDF-1.7'], {
        filnavn,
        open: async function* () {
          log.push(`open ${filnavn}`);
          await new Promise((resolve) => setImmediate(resolve));
          yield Buffer.from('%PDF-1.7');
          log.push(`read ${filnavn}`);
        },
      });
    await inspectAll([watched('a.pdf'), watched('b.pdf')], []);
    expect(log).toEqual(['open a.pdf', 'read a.pdf', 'open b.pdf', 'read b.pdf']);
  });
});
