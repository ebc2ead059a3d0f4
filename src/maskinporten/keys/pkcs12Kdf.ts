/**
 * From a passphrase to keys, the way of PKCS#12 (RFC 7292 appendix B).
 */
import { createHash } from 'node:crypto';

/** What the bytes are for; each use gets others from the same passphrase. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Derivation {
  readonly digest: 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly purpose: (typeof PURPOSE)[keyof typeof PURPOSE];
  /** undefined is no passphrase at all, which gives other bytes than an empty one. */
  readonly passphrase: string | undefined;
  readonly salt: Buffer;
  readonly iterations: number;
  /** Bytes wanted. */
  readonly length: number;
}

/** UTF-16, big end first, with a zero character at the end. */
const bmpString = (passphrase: string): Buffer => Buffer.from(`${passphrase}\0`, 'utf16le').swap16();

/** Adds `addend` + 1 to a block, as a number with its big end first; what does not fit is dropped. */
const addOneMoreThan = (addend: Buffer, block: Buffer): void => {
  let carry = 1;
  for (let i = block.length - 1; i >= 0; i -= 1) {
    const sum = block.readUInt8(i) + addend.readUInt8(i) + carry;
    block[i] = sum & 0xff;
    carry = sum >> 8;
  }
};

export const derivePkcs12 = (wanted: Pkcs12Derivation): Buffer => {
  const { digest, purpose, passphrase, salt, iterations, length } = wanted;
  const blockBytes = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const wholeBlocks = (bytes: Buffer): Buffer => Buffer.alloc(blockBytes * Math.ceil(bytes.length / blockBytes), bytes);
  const diversifier = Buffer.alloc(blockBytes, purpose);
  const secret = passphrase === undefined ? Buffer.alloc(0) : bmpString(passphrase);
  const input = Buffer.concat([wholeBlocks(salt), wholeBlocks(secret)]);
  let derived = Buffer.alloc(0);
  while (derived.length < length) {
    let hash = createHash(digest).update(diversifier).update(input).digest();
    for (let i = 1; i < iterations; i += 1) hash = createHash(digest).update(hash).digest();
    derived = Buffer.concat([derived, hash]);
    const addend = Buffer.alloc(blockBytes, hash);
    for (let from = 0; from < input.length; from += blockBytes) {
      addOneMoreThan(addend, input.subarray(from, from + blockBytes));
    }
  }
  return derived.subarray(0, length);
};
