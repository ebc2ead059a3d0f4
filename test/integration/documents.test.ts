import { randomBytes } from 'node:crypto';
import type { DocumentSource } from '../../src/core';
import { letter, pdf, sha256 } from './letters';
import { sendingIn } from './sending';
import { failureOf, refillRetries, valueOf, verdictsOf, World } from './world';

let world: World;
beforeAll(async () => void (world = await World.start()));
afterAll(() => world.close());
beforeEach(() => refillRetries(world, 'svarut'));

const { send, onSend, ids, sends } = sendingIn(() => world);

const sendDocuments = (documents: readonly DocumentSource[]) => send([letter('sak-2026-17', { documents })]);
const arrived = async () => (await world.ledger()).map(({ documents }) => documents);

const randomPdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(size)]);

/** A file that is read piece by piece, and counts how often it was opened: once to be checked, and once for each upload. */
const streamed = (bytes: Buffer, pieces = 64 * 1024) => {
  const opened = { times: 0 };
  const source: DocumentSource = {
    filnavn: 'vedtak.pdf',
    mimeType: 'application/pdf',
    size: bytes.length,
    open: async function* () {
      opened.times += 1;
      for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
    },
  };
  return { source, opened };
};

describe('the documents of a letter', () => {
  it('arrive whole, in the order given, with their names and types', async () => {
    const names = ['2 vedlegg.pdf', '10 vedlegg.pdf', '1 vedtak.pdf', 'b.pdf', 'a.pdf'];
    valueOf((await sendDocuments(names.map((name) => pdf(name, `the text of ${name}`))))[0]);
    const expected = names.map((filnavn) => {
      const content = `%PDF-1.7 the text of ${filnavn}`;
      return { filnavn, mimeType: 'application/pdf', size: content.length, sha256: sha256(content) };
    });
    expect(await arrived()).toMatchObject([expected]);
  });

  it.each([
    'Vedtak om støtte på ærlig måte.pdf',
    'Ångström Čáhcesuolu.pdf',
    "50 % av 'alt' (2026), ny & god; del=1.pdf",
    '手紙 🙂.pdf',
    `${'x'.repeat(222)}.pdf`,
  ])('may be called %s', async (name) => {
    for (const form of ['NFC', 'NFD'] as const) {
      valueOf((await send([letter(`sak-${form}`, { documents: [pdf(name.normalize(form))] })]))[0]);
    }
    // Written with combining marks, as macOS does, or not: the same name arrives.
    expect((await arrived()).flat().map(({ filnavn }) => filnavn)).toEqual([
      name.normalize('NFC'),
      name.normalize('NFC'),
    ]);
  });

  it('of two names that differ only in how å is written are one name too many', async () => {
    const [outcome] = await sendDocuments([pdf('på.pdf'.normalize('NFC')), pdf('på.pdf'.normalize('NFD'))]);
    expect(failureOf(outcome)).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'documents' });
  });

  it('may be 20 MB, and arrive as they were', async () => {
    const bytes = randomPdf(20 * 1024 * 1024);
    const { source, opened } = streamed(bytes);
    valueOf((await sendDocuments([source, pdf('vedlegg.pdf')]))[0]);
    expect((await arrived())[0]).toMatchObject([
      { size: bytes.length, sha256: sha256(bytes) },
      { filnavn: 'vedlegg.pdf' },
    ]);
    expect(opened.times).toBe(2);
  });

  it('are checked, and not read again, when the look-up shows that the letter is not new', async () => {
    await send();
    const { source, opened } = streamed(Buffer.from('%PDF-1.7'));
    expect(valueOf((await sendDocuments([source]))[0]).outcome).toBe('duplicate');
    expect(opened.times).toBe(1);
  });
});

describe('a repeated upload', () => {
  it.each([
    ['the connection was cut', { kind: 'drop' } as const],
    ['a gateway answered', { kind: 'html' } as const],
    ['the token had become stale', { kind: 'status', status: 401 } as const],
  ])('after %s opens the document again and sends all of it', async (_name, trouble) => {
    const bytes = randomPdf(3 * 1024 * 1024);
    const { source, opened } = streamed(bytes);
    await onSend(trouble);
    valueOf((await sendDocuments([source]))[0]);
    expect([opened.times, await sends()]).toEqual([3, 2]);
    expect(await arrived()).toEqual([[expect.objectContaining({ size: bytes.length, sha256: sha256(bytes) })]]);
  });
});

describe('a document that cannot be read', () => {
  const failing = (open: DocumentSource['open']): DocumentSource => ({ ...pdf(), size: 200_000, open });

  it.each<[string, DocumentSource['open']]>([
    [
      'because it is gone',
      () => {
        throw Object.assign(new Error('ENOENT: /home/rask.fyrlykt/vedtak.pdf'), { code: 'ENOENT' });
      },
    ],
    [
      'to its end',
      async function* () {
        yield new Uint8Array(100_000);
        throw new Error('read error');
      },
    ],
    [
      'because it is shorter than it said',
      async function* () {
        yield new Uint8Array(100_000);
      },
    ],
    [
      'because it is longer than it said',
      async function* () {
        yield new Uint8Array(300_000);
      },
    ],
    [
      'because it is far longer than it said',
      async function* () {
        for (let piece = 0; piece < 400; piece += 1) yield new Uint8Array(64 * 1024);
      },
    ],
    [
      'because it is one byte longer than it said',
      async function* () {
        yield new Uint8Array(200_001);
      },
    ],
    [
      'because nothing is in it',
      async function* () {
        // Nothing comes.
      },
    ],
  ])('%s makes no letter, and the other lines go on', async (_name, open) => {
    const outcomes = await send([letter('sak-1'), letter('sak-2', { documents: [failing(open)] }), letter('sak-3')]);
    expect(verdictsOf(outcomes)).toEqual(['ok', 'ERR_INVALID_INPUT', 'ok']);
    expect(failureOf(outcomes[1])).toMatchObject({ field: 'documents', kind: 'business', retryable: false });
    // It was certainly not sent, so nothing was waited for.
    expect([(await ids()).length, world.waits]).toEqual([2, []]);
    expect(JSON.stringify(failureOf(outcomes[1]))).not.toMatch(/fyrlykt|read error/);
  });
});
