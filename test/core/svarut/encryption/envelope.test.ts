import { randomBytes, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import fc from 'fast-check';
import type { DocumentSource } from '../../../../src/http/document';
import { encrypted } from '../../../../src/svarut/encryption/envelope';
import { readRecipientKey } from '../../../../src/svarut/encryption/recipientKey';
import { ReadableDocuments } from '../../../../src/svarut/readableDocuments';
import { Authority, newRsaKey } from '../../../keyFiles/authority';
import { Workshop } from '../../../keyFiles/workshop';
import { cms } from '../../../sandbox/cms';
import { certify, NOW } from './certified';
import { childrenOf, opened, openedByOpenssl, partsOf } from './opening';

const KEY_LENGTHS = [2048, 2056, 3072, 4096];
const owners = Workshop.use((workshop) => {
  const authority = new Authority(workshop);
  return KEY_LENGTHS.map((bits) => certify(authority, newRsaKey(bits)));
});
const recipientOf = ({ certificate }: { readonly certificate: string }) =>
  readRecipientKey(Buffer.from(certificate), NOW);
const [owner] = owners as [(typeof owners)[0]];
const recipient = recipientOf(owner);

/** @param pieces how many bytes come at a time, over and over */
async function* inPieces(bytes: Buffer, ...pieces: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const piece = pieces[turn % pieces.length]!;
    yield bytes.subarray(at, at + piece);
    at += piece;
  }
}

const documentOf = (bytes: Buffer, ...pieces: readonly number[]): DocumentSource => ({
  filnavn: 'vedtak.pdf',
  mimeType: 'application/pdf',
  size: bytes.length,
  open: () => inPieces(bytes, ...pieces),
});

const chunksOf = async ({ open }: DocumentSource): Promise<Uint8Array[]> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of open()) chunks.push(Buffer.from(chunk));
  return chunks;
};
const bytesOf = async (document: DocumentSource): Promise<Buffer> => Buffer.concat(await chunksOf(document));

describe('an encrypted document', () => {
  test.each([
    [0, [1]],
    [1, [1]],
    [15, [7]],
    [16, [16]],
    [16, [15]],
    [17, [16]],
    [1024 * 1024, [1021, 1, 65_537]],
    [1024 * 1024 + 5, [1024 * 1024 + 5]],
    // Where lengths need a byte more.
    [16_777_000, [65_536]],
    [16_777_216, [65_536]],
  ])('of %i bytes that come %p at a time is opened by openssl, and is as long as it says', async (size, pieces) => {
    const plain = randomBytes(size);
    const source = encrypted(documentOf(plain, ...pieces), recipient);
    const envelope = await bytesOf(source);
    expect(openedByOpenssl(envelope, owner).equals(plain)).toBe(true);
    expect(envelope).toHaveLength(source.size);
  });

  test.each(owners.map((one, at) => [KEY_LENGTHS[at], one] as const))(
    'for a key of %i bits is opened by openssl, and is as long as it says',
    async (_bits, one) => {
      const source = encrypted(documentOf(Buffer.from('%PDF-1.7'), 3), recipientOf(one));
      const envelope = await bytesOf(source);
      expect(openedByOpenssl(envelope, one).toString()).toBe('%PDF-1.7');
      expect(envelope).toHaveLength(source.size);
    },
  );

  test('is enveloped data for one recipient, as KS makes it', async () => {
    const envelope = await bytesOf(encrypted(documentOf(randomBytes(1000), 100), recipient));
    const parts = partsOf(envelope);
    expect(parts).toMatchObject({
      offset: envelope.length,
      names: ['1.2.840.113549.1.7.3', '1.2.840.113549.1.7.1', '2.16.840.1.101.3.4.1.42'],
      versions: [0, 0],
      recipients: 1,
      contentTag: { tagClass: 3, tagNumber: 0, isConstructed: false },
    });
    // RSAES-OAEP; [0] SHA-256; [1] MGF1 with SHA-256; and no label, which is the default.
    expect(parts.transport).toBe(
      '303c06092a864886f70d010107302f' +
        'a00f300d06096086480165030402010500' +
        'a11c301a06092a864886f70d010108300d06096086480165030402010500',
    );
  });

  test('names its recipient by issuer and serial number, to the byte as they stand in the certificate', async () => {
    const { issuerAndSerial } = partsOf(await bytesOf(encrypted(documentOf(Buffer.from('x'), 1), recipient)));
    const certificate = new X509Certificate(owner.certificate).raw;
    const [serial, , issuer] = childrenOf(childrenOf(fromBER(certificate).result)[0]).slice(1);
    const content = Buffer.concat([issuer, serial].map((part) => Buffer.from(part.valueBeforeDecodeView)));
    expect(issuerAndSerial.subarray(2).equals(content)).toBe(true);
  });

  test('is as long as another maker of CMS makes it', async () => {
    const plain = randomBytes(100_000);
    const { size } = encrypted(documentOf(plain, 1000), recipient);
    expect(cms(plain, new X509Certificate(owner.certificate))).toHaveLength(size);
  });

  test('keeps the name and the type of the plain one', () => {
    expect(encrypted(documentOf(Buffer.from('x'), 1), recipient)).toMatchObject({
      filnavn: 'vedtak.pdf',
      mimeType: 'application/pdf',
    });
  });

  test('is as long as it says, and opens to what it was, whatever its size and however it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        // Around full blocks, and where lengths need a byte more.
        fc.oneof(fc.nat(600), fc.integer({ min: 64_500, max: 65_600 })),
        fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...owners),
        async (size, pieces, one) => {
          const plain = Buffer.alloc(size, 'vedtak om barnehageplass');
          const source = encrypted(documentOf(plain, ...pieces), recipientOf(one));
          const envelope = await bytesOf(source);
          return envelope.length === source.size && opened(envelope, one).equals(plain);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is another each time it is opened, and always of the same size', async () => {
    const plain = randomBytes(100);
    const source = encrypted(documentOf(plain, 9), recipient);
    const envelopes = [await bytesOf(source), await bytesOf(source), await bytesOf(source)];
    const parts = envelopes.map(partsOf);
    const secrets = parts.flatMap(({ iv, encryptedKey, content }) => [iv, encryptedKey, content]);
    expect(new Set(secrets.map((bytes) => bytes.toString('hex'))).size).toBe(9);
    expect(envelopes.map(({ length }) => length)).toEqual([source.size, source.size, source.size]);
    expect(envelopes.map((envelope) => opened(envelope, owner).equals(plain))).toEqual([true, true, true]);
  });

  test('is not opened before it is read', () => {
    const opens = jest.fn();
    encrypted({ ...documentOf(Buffer.from('x'), 1), open: opens }, recipient);
    expect(opens).not.toHaveBeenCalled();
  });
});

describe('a large document', () => {
  const MEGABYTE = 1024 * 1024;

  test('is read only as fast as it is taken', async () => {
    let read = 0;
    const source: DocumentSource = {
      ...documentOf(Buffer.alloc(0), 1),
      size: 350 * MEGABYTE,
      open: async function* () {
        for (; read < 350; read += 1) yield Buffer.alloc(MEGABYTE);
      },
    };
    let taken = 0;
    for await (const chunk of encrypted(source, recipient).open()) {
      taken += chunk.byteLength;
      expect(read).toBeLessThanOrEqual(Math.ceil(taken / MEGABYTE));
      if (taken > 10 * MEGABYTE) break;
    }
    expect(read).toBeLessThanOrEqual(10);
  });

  test('that comes in one piece leaves in small ones', async () => {
    const chunks = await chunksOf(encrypted(documentOf(randomBytes(5 * MEGABYTE), 5 * MEGABYTE), recipient));
    expect(Math.max(...chunks.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(MEGABYTE / 4);
  });

  test('is let go of when the upload is cut off', async () => {
    let released = false;
    const source: DocumentSource = {
      ...documentOf(Buffer.alloc(0), 1),
      size: 10 * MEGABYTE,
      open: async function* () {
        try {
          for (;;) yield Buffer.alloc(1000);
        } finally {
          released = true;
        }
      },
    };
    const chunks = encrypted(source, recipient).open()[Symbol.asyncIterator]();
    for (const _chunk of ['the head', 'encrypted content']) await chunks.next();
    await chunks.return?.();
    expect(released).toBe(true);
  });
});

describe('a document of another size than it said', () => {
  const BLOCK = 16;

  /** Everything that came before it failed. */
  const readUntilFailure = async ({ open }: DocumentSource) => {
    const chunks: Uint8Array[] = [];
    const failure = await (async () => {
      for await (const chunk of open()) chunks.push(Buffer.from(chunk));
    })().catch((error: unknown) => error as Error);
    return { message: failure?.message, came: Buffer.concat(chunks).length };
  };

  test.each([
    ['shorter, by so little that the envelope would be as long', 97, 110],
    ['shorter by far', 3, 110],
    ['empty', 0, 110],
    ['longer, by so little that the envelope would be as long', 111, 110],
    ['longer by one whole block', 112, 111],
    ['longer by far', 1000, 110],
  ])('%s, fails, before its last block has left', async (_what, really, said) => {
    const source = encrypted({ ...documentOf(Buffer.alloc(really), 7), size: said }, recipient);
    const { message, came } = await readUntilFailure(source);
    expect(message).toBe('the file has another size than it said');
    expect(came).toBeLessThanOrEqual(source.size - BLOCK);
  });

  test.each([
    ['of another size', { size: 97 }],
    [
      'that cannot be read',
      {
        open: async function* () {
          yield Buffer.alloc(3);
          throw new Error('ENOENT: /home/rask.fyrlykt/vedtak.pdf');
        },
      },
    ],
  ])('or one %s, is found out as a fault of the file by those who watch the sending', async (_what, changes) => {
    const source = encrypted({ ...documentOf(Buffer.alloc(100), 7), ...changes }, recipient);
    const readable = new ReadableDocuments([source]);
    await readUntilFailure(readable.documents[0]!);
    expect(readable.fault()).toMatchObject({ code: 'ERR_INVALID_INPUT', details: { field: 'documents' } });
  });

  test('is told apart from one that is as it said', async () => {
    const readable = new ReadableDocuments([encrypted(documentOf(Buffer.alloc(100), 7), recipient)]);
    await bytesOf(readable.documents[0]!);
    expect(readable.fault()).toBeUndefined();
  });
});
