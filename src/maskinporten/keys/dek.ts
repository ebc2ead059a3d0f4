/**
 * How OpenSSL hid keys before PKCS#8: a header in the PEM names the cipher, and the key is one round of MD5 of the passphrase.
 */
import { createHash } from 'node:crypto';
import { AES_128, AES_192, AES_256, requireVector, requireWholeBlocks, TRIPLE_DES, type Cipher } from './ciphers';
import type { Der } from './der';
import { keyError } from './keyError';
import { openWith, passphrasesToTry } from './pbe';

const CIPHERS: Readonly<Record<string, Cipher>> = {
  'AES-128-CBC': AES_128,
  'AES-192-CBC': AES_192,
  'AES-256-CBC': AES_256,
  'DES-EDE3-CBC': TRIPLE_DES,
};

interface DekHeader {
  readonly cipher: Cipher;
  readonly iv: Buffer;
  /** What follows the header. */
  readonly body: string;
}

/**
 * Where the line breaks were lost the vector runs into the base64 after it, so its length is taken from the cipher.
 * @returns undefined when there is no such header
 * @throws ServiceError ERR_KEY_CIPHER, ERR_KEY_DAMAGED
 */
export const readDekHeader = (text: string): DekHeader | undefined => {
  const [header, name] = /^[^]*?DEK-Info:\s*([\w-]+),\s*/.exec(text) ?? [];
  if (header === undefined || name === undefined) return undefined;
  const cipher = CIPHERS[name];
  if (!cipher) throw keyError('ERR_KEY_CIPHER');
  const end = header.length + 2 * cipher.blockBytes;
  const iv = requireVector(Buffer.from(text.slice(header.length, end), 'hex'), cipher);
  return { cipher, iv, body: text.slice(end) };
};

const deriveKey = (passphrase: string, salt: Buffer, length: number): Buffer => {
  let derived = Buffer.alloc(0);
  let digest = Buffer.alloc(0);
  while (derived.length < length) {
    digest = createHash('md5').update(digest).update(passphrase).update(salt).digest();
    derived = Buffer.concat([derived, digest]);
  }
  return derived.subarray(0, length);
};

/** @throws ServiceError ERR_KEY_PASSPHRASE_MISSING, ERR_KEY_PASSPHRASE_WRONG, ERR_KEY_DAMAGED */
export const unlockDek = ({ cipher, iv }: DekHeader, hidden: Buffer, passphrase: string): Der => {
  requireWholeBlocks(hidden, cipher);
  return openWith(passphrasesToTry(passphrase), (tried = '') =>
    cipher.decrypt(deriveKey(tried, iv.subarray(0, 8), cipher.keyBytes), iv, hidden),
  );
};
