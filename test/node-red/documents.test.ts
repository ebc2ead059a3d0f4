import { loadBench, useNodeRed, type Message } from './bench';
import { letterTo, PDF, sha256 } from './letter';
import { useSandbox } from '../useSandbox';

useNodeRed();
const sandbox = useSandbox();

const OTHER = Buffer.from('%PDF-1.7 an enclosure');

const send = async (documents: unknown) => {
  const bench = await loadBench(sandbox.get(), 'svarut');
  return bench.receive({ payload: [letterTo()], documents });
};

const sentDocuments = async (): Promise<unknown> => {
  const [letter] = (await sandbox.ledger()).letters as unknown as Message[];
  return letter?.documents;
};

const pdf = (filnavn: string, bytes: Buffer) => ({
  filnavn,
  mimeType: 'application/pdf',
  size: bytes.length,
  sha256: sha256(bytes),
});

describe('documents may be given as', () => {
  test('a Buffer', async () => {
    await send(PDF);
    expect(await sentDocuments()).toMatchObject([pdf('dokument.pdf', PDF)]);
  });

  test('an object with a name and a Buffer', async () => {
    await send({ filename: 'vedtak.pdf', mimeType: 'application/pdf', data: PDF });
    expect(await sentDocuments()).toMatchObject([pdf('vedtak.pdf', PDF)]);
  });

  test('an object with base64', async () => {
    await send({ filename: 'vedtak.pdf', data: PDF.toString('base64') });
    expect(await sentDocuments()).toMatchObject([pdf('vedtak.pdf', PDF)]);
  });

  test('a list of these, which keeps its order', async () => {
    await send([
      { filename: 'b.pdf', data: OTHER },
      { filename: 'a.pdf', data: PDF.toString('base64') },
    ]);
    expect(await sentDocuments()).toMatchObject([pdf('b.pdf', OTHER), pdf('a.pdf', PDF)]);
  });

  test('a property of each item', async () => {
    const bench = await loadBench(sandbox.get(), 'svarut', { documents: 'file', documentsType: 'item' });
    await bench.receive({ payload: [letterTo({ file: PDF })] });
    expect(await sentDocuments()).toMatchObject([pdf('dokument.pdf', PDF)]);
  });
});

describe('what is no document', () => {
  test.each([
    ['text', 'a letter'],
    ['an object without data', { filename: 'vedtak.pdf' }],
    ['a list with something else in it', [PDF, 'a letter']],
    ['a Buffer that has been through JSON', JSON.parse(JSON.stringify(PDF))],
    ['nothing', undefined],
    ['null', null],
    ['an empty list', []],
    ['an empty Buffer', Buffer.alloc(0)],
    ['a file name that is not text', { filename: 7, data: PDF }],
    ['base64 of nothing', { filename: 'vedtak.pdf', data: '' }],
  ])('is refused before anything is sent: %s', async (_what, documents) => {
    const { messages } = await send(documents);
    expect(messages[0]!.payload).toMatchObject([{ error: { code: 'ERR_INVALID_INPUT', field: 'documents' } }]);
    expect((await sandbox.ledger()).requests.filter(({ operation }) => operation === 'sendPerson')).toHaveLength(0);
  });
});
