import { createDecipheriv } from 'node:crypto';
import { OID, readContentAlgorithm, readKeyTransport } from './algorithms.js';
import {
  BerError,
  childrenOf,
  isEndMark,
  LONGEST_HEADER,
  readElement,
  readHeader,
  TAG,
  type Element,
  type Header,
} from './ber.js';
import { ByteStream } from './byteStream.js';
import { ISSUER_AND_SERIAL, unwrapContentKey } from './keyPair.js';

/** Recipients and algorithms come before the content and must fit in this. */
const LARGEST_HEAD = 64 * 1024;

/** Why an encrypted document could not be opened, in the words of the request log. */
export class EnvelopeError extends Error {}

/**
 * Decrypts CMS enveloped data as it arrives, as KS' own library makes it (fact sheet svarut §6).
 *
 * @throws EnvelopeError when it is something else, is for somebody else, or is cut off
 */
export async function* openEnvelope(source: AsyncIterable<Buffer>, acceptPkcs1: boolean): AsyncGenerator<Buffer> {
  const stream = new ByteStream(source);
  try {
    const head = readHead(await stream.peek(LARGEST_HEAD), acceptPkcs1);
    stream.skip(head.size);
    const decipher = createDecipheriv('aes-256-cbc', head.key, head.iv);
    for await (const piece of contentOf(stream, head.content)) yield decipher.update(piece);
    yield finish(decipher);
  } catch (error) {
    throw error instanceof BerError ? new EnvelopeError(`not CMS for SvarUt: ${error.message}`) : error;
  }
}

const finish = (decipher: ReturnType<typeof createDecipheriv>): Buffer => {
  try {
    return decipher.final();
  } catch {
    throw new BerError('its content does not end as AES-CBC does');
  }
};

interface Head {
  readonly key: Buffer;
  readonly iv: Buffer;
  readonly content: Header;
  /** Bytes before the content itself. */
  readonly size: number;
}

const readHead = (bytes: Buffer, acceptPkcs1: boolean): Head => {
  let at = 0;
  const enter = (tag: number): void => {
    const header = readHeader(bytes, at);
    if (header.tag !== tag) throw new BerError('it is not built as enveloped data');
    at += header.size;
  };
  const take = (): Element => {
    const element = readElement(bytes, at);
    at += element.raw.length;
    return element;
  };
  const takeOid = (expected: string): void => {
    const { tag, content } = take();
    if (tag !== TAG.oid || content.toString('hex') !== expected) throw new BerError('it is not enveloped data');
  };

  enter(TAG.sequence);
  takeOid(OID.envelopedData);
  enter(TAG.constructed(0));
  enter(TAG.sequence);
  take();
  if (readHeader(bytes, at).tag === TAG.constructed(0)) take();
  const key = contentKeyFor(take(), acceptPkcs1);
  enter(TAG.sequence);
  takeOid(OID.data);
  const iv = readContentAlgorithm(take());
  const content = readHeader(bytes, at);
  return { key, iv, content, size: at + content.size };
};

const contentKeyFor = (recipients: Element, acceptPkcs1: boolean): Buffer => {
  if (recipients.tag !== TAG.set) throw new BerError('it names no recipients');
  for (const recipient of childrenOf(recipients)) {
    if (recipient.tag !== TAG.sequence) continue;
    const [, identifier, algorithm, encryptedKey] = childrenOf(recipient);
    if (identifier?.tag !== TAG.sequence || !identifier.content.equals(ISSUER_AND_SERIAL)) continue;
    return unwrapContentKey(encryptedKey?.content ?? Buffer.alloc(0), readKeyTransport(algorithm, acceptPkcs1));
  }
  throw new BerError('no recipient is named by the issuer and serial number of the certificate of SvarUt');
};

/** Encrypted octets in one piece, or in several one after the other. */
async function* contentOf(stream: ByteStream, { tag, length }: Header): AsyncGenerator<Buffer> {
  if (tag === TAG.primitive(0) && length !== undefined) {
    yield* stream.portion(length);
    return;
  }
  if (tag !== TAG.constructed(0)) throw new BerError('it has no encrypted content');
  for (let left = length ?? Infinity; left > 0;) {
    const header = readHeader(await stream.peek(LONGEST_HEADER), 0);
    stream.skip(header.size);
    if (length === undefined && isEndMark(header)) return;
    if (header.tag !== TAG.octets || header.length === undefined) throw new BerError('its content is in odd pieces');
    yield* stream.portion(header.length);
    left -= header.size + header.length;
  }
}
