/**
 * A document as SvarUt takes it encrypted: CMS enveloped data for one recipient, made while it is being sent
 * (fact sheet svarut §6; RFC 5652 §6, RFC 4055 §4.1).
 */
import { constants, createCipheriv, publicEncrypt, randomBytes, type Cipheriv } from 'node:crypto';
import { inPieces, PIECE, type DocumentSource } from '../../http/document';
import { begunElement, element, objectIdentifier, sequence, TAG } from './der';
import type { RecipientKey } from './recipientKey';

/** Bytes. */
const CONTENT_KEY = 32;
const BLOCK = 16;

const DATA = objectIdentifier('1.2.840.113549.1.7.1');
const ENVELOPED_DATA = objectIdentifier('1.2.840.113549.1.7.3');
const RSAES_OAEP = objectIdentifier('1.2.840.113549.1.1.7');
const MGF1 = objectIdentifier('1.2.840.113549.1.1.8');
const SHA_256 = objectIdentifier('2.16.840.1.101.3.4.2.1');
const AES_256_CBC = objectIdentifier('2.16.840.1.101.3.4.1.42');

const VERSION_0 = element(TAG.integer, Buffer.from([0]));

const HASH = sequence(SHA_256, element(TAG.null));
/** Both hashes are said, for left out they are SHA-1. The empty label is the default, which DER leaves out. */
const KEY_TRANSPORT = sequence(
  RSAES_OAEP,
  sequence(element(TAG.constructed(0), HASH), element(TAG.constructed(1), sequence(MGF1, HASH))),
);

/** There is always padding: of a whole block where the content fills its last one. */
const encryptedSize = (size: number): number => (Math.floor(size / BLOCK) + 1) * BLOCK;

/** Everything before the encrypted content, which is the last part of all that is begun here. */
const headOf = (issuerAndSerial: Uint8Array, encryptedKey: Uint8Array, iv: Uint8Array, contentSize: number): Buffer => {
  const begun = (tag: number, ...content: readonly Uint8Array[]): Buffer => begunElement(contentSize, tag, ...content);
  const octets = (bytes: Uint8Array): Buffer => element(TAG.octets, bytes);
  const recipient = sequence(VERSION_0, sequence(issuerAndSerial), KEY_TRANSPORT, octets(encryptedKey));
  const content = begun(TAG.sequence, DATA, sequence(AES_256_CBC, octets(iv)), begun(TAG.primitive(0)));
  const envelopedData = begun(TAG.sequence, VERSION_0, element(TAG.set, recipient), content);
  return begun(TAG.sequence, ENVELOPED_DATA, begun(TAG.constructed(0), envelopedData));
};

interface Begun {
  readonly head: Buffer;
  readonly cipher: Cipheriv;
}

/** With a new content key and a new IV each time. All heads for one recipient and one size are equally long. */
const begin = ({ publicKey, issuerAndSerial }: RecipientKey, size: number): Begun => {
  const contentKey = randomBytes(CONTENT_KEY);
  const iv = randomBytes(BLOCK);
  // The hash of MGF1 follows that of OAEP.
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const encryptedKey = publicEncrypt({ key: publicKey, ...oaep }, contentKey);
  return {
    head: headOf(issuerAndSerial, encryptedKey, iv, encryptedSize(size)),
    cipher: createCipheriv('aes-256-cbc', contentKey, iv),
  };
};

/** From Node 21 on. */
interface Releasable {
  readonly transfer?: (size: 0) => unknown;
}

/**
 * The cipher makes each piece in new memory, and a hundred megabytes of old pieces would lie about before they are cleared
 * away; so they move out, and the memory they came in is given back at once, where it holds nothing else.
 */
const moveInto = (memory: Uint8Array, { buffer, byteOffset, byteLength }: Uint8Array): Uint8Array => {
  memory.set(new Uint8Array(buffer, byteOffset, byteLength));
  if (buffer.byteLength === byteLength) (buffer as Releasable).transfer?.(0);
  return memory.subarray(0, byteLength);
};

/** The last block is held back until all has been read, so a file of another size than it said never becomes an envelope. */
async function* encrypt({ open, size }: DocumentSource, recipient: RecipientKey): AsyncGenerator<Uint8Array> {
  const { head, cipher } = begin(recipient, size);
  yield head;
  let read = 0;
  const memory = new Uint8Array(PIECE + BLOCK);
  for await (const piece of inPieces(open())) {
    read += piece.byteLength;
    if (read > size) break;
    yield moveInto(memory, cipher.update(piece));
  }
  if (read !== size) throw new Error('the file has another size than it said');
  yield cipher.final();
}

/**
 * The document, encrypted anew each time it is opened. It keeps its name and its type; `size` is that of the envelope, in
 * bytes, and exact.
 */
export const encrypted = (document: DocumentSource, recipient: RecipientKey): DocumentSource => ({
  ...document,
  size: begin(recipient, document.size).head.byteLength + encryptedSize(document.size),
  open: () => encrypt(document, recipient),
});
