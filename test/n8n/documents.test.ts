import type { IHttpRequestOptions } from 'n8n-workflow';
import { SvarUt } from '../../nodes/SvarUt/SvarUt.node';
import { executeIn, overFetch, type Given } from './fakeHost';
import { inMemory, LETTER_FORM, letterTo, PDF, sha256, stored } from './letter';
import { useSandbox } from '../useSandbox';

const sandbox = useSandbox();
const SECOND = Buffer.from('%PDF-1.7 the appendix');

const send = (changes: Partial<Given>) =>
  executeIn(sandbox, { node: new SvarUt(), parameters: LETTER_FORM, items: [letterTo()], ...changes });

const documentsSent = async (): Promise<unknown> => {
  const letters = (await sandbox.ledger()).letters as unknown as { documents: unknown }[];
  return letters.map(({ documents }) => documents);
};

const asSent = (filnavn: string, bytes: Buffer) => ({
  filnavn,
  mimeType: 'application/pdf',
  size: bytes.byteLength,
  sha256: sha256(bytes),
});

describe('a file in the item', () => {
  it('arrives byte for byte, under its name', async () => {
    await send({});
    expect(await documentsSent()).toMatchObject([[asSent('vedtak.pdf', PDF)]]);
  });

  it('without a name is called after its field and its type', async () => {
    const { fileName: _fileName, ...nameless } = inMemory();
    await send({ items: [letterTo({}, { data: nameless })] });
    expect(await documentsSent()).toMatchObject([[{ filnavn: 'data.pdf', sha256: sha256(PDF) }]]);
  });
});

describe("a file in n8n's store", () => {
  const items = [letterTo({}, { data: stored('file-1', 'vedtak.pdf') })];
  const files = { 'file-1': PDF };

  it('arrives byte for byte, and is opened once for its record and once to be sent', async () => {
    const { opened } = await send({ items, files });
    expect(await documentsSent()).toMatchObject([[asSent('vedtak.pdf', PDF)]]);
    expect(opened).toEqual(['file-1', 'file-1']);
  });

  it('is opened only for its record where the letter was sent before', async () => {
    await send({ items, files });
    const { items: again, opened } = await send({ items, files });
    expect(again[0]?.json.outcome).toBe('duplicate');
    expect(opened).toEqual(['file-1']);
  });

  it('is opened anew for a second attempt, so that the whole file arrives', async () => {
    let refused = 0;
    const refuseOnce = async (options: IHttpRequestOptions): Promise<unknown> => {
      if (!options.url.endsWith('/forsendelser/person') || refused > 0) return overFetch(options);
      refused += 1;
      // The first attempt takes all there is before it is turned away.
      await new Response(options.body as FormData).arrayBuffer();
      return { statusCode: 401, headers: {}, body: Buffer.from('{"message":"token expired"}') };
    };
    const { items: sent, opened } = await send({ items, files, httpRequest: refuseOnce });
    expect(sent[0]?.json.outcome).toBe('sent');
    expect(opened).toEqual(['file-1', 'file-1', 'file-1']);
    expect(await documentsSent()).toMatchObject([[asSent('vedtak.pdf', PDF)]]);
  });
});

it('sends several files in the order they are named, wherever n8n keeps them', async () => {
  const binary = { first: stored('file-1', 'vedtak.pdf'), second: inMemory(SECOND, 'vedlegg.pdf') };
  await send({
    parameters: { ...LETTER_FORM, documents: 'second, first' },
    items: [letterTo({}, binary)],
    files: { 'file-1': PDF },
  });
  expect(await documentsSent()).toMatchObject([[asSent('vedlegg.pdf', SECOND), asSent('vedtak.pdf', PDF)]]);
});

/** As n8n's own client does, and the fetch of the other tests does not: a file that fails ends the request with an error. */
const readFirst = async (options: IHttpRequestOptions): Promise<unknown> => {
  if (options.body instanceof FormData)
    for (const part of options.body.values())
      if (typeof part !== 'string') await new Response(part.stream()).arrayBuffer();
  return overFetch(options);
};

it("makes a file that is gone from n8n's store when it is sent the error of its own item, without a doubt", async () => {
  const { items: results } = await send({
    items: [letterTo({ case: 'vedtak-1' }, { data: stored('file-1', 'vedtak.pdf') }), letterTo({ case: 'vedtak-2' })],
    files: { 'file-1': PDF },
    gone: ['file-1'],
    onError: 'continue',
    httpRequest: readFirst,
  });
  expect(results[0]?.json.error).toMatchObject({ code: 'ERR_INVALID_INPUT', kind: 'business', field: 'documents' });
  expect(JSON.stringify(results[0]?.json)).not.toMatch(/ENOENT|binaryData|file-1/);
  expect(results[1]?.json.outcome).toBe('sent');
  expect((await sandbox.ledger()).letters).toHaveLength(1);
});

describe('a file that is not there', () => {
  const items = [letterTo({ case: 'vedtak-1' }, {}), letterTo({ case: 'vedtak-2' })];

  it('is the error of its own item, which says where to look', async () => {
    const { items: results } = await send({ items, onError: 'continue' });
    expect(results[0]?.json).toEqual({
      error: {
        code: 'ERR_INVALID_INPUT',
        kind: 'business',
        retryable: false,
        field: 'documents',
        message: '"Documents" names a binary field that the item does not have.',
        action: 'Check the name in the Binary tab of the incoming item.',
      },
    });
    expect(results[1]?.json.outcome).toBe('sent');
    expect((await sandbox.ledger()).letters).toHaveLength(1);
  });

  it('is so too when one of several is missing', async () => {
    const { items: results } = await send({
      parameters: { ...LETTER_FORM, documents: 'data,appendix' },
      onError: 'continue',
    });
    expect(results[0]?.json.error).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'documents' });
    expect((await sandbox.ledger()).letters).toEqual([]);
  });

  it('is said to be left out when no field is named', async () => {
    const { items: results } = await send({ parameters: { ...LETTER_FORM, documents: '' }, onError: 'continue' });
    expect(results[0]?.json.error).toMatchObject({ code: 'ERR_INVALID_INPUT', field: 'documents' });
    expect((await sandbox.ledger()).letters).toEqual([]);
  });
});
