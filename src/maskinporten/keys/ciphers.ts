/**
 * The block ciphers that keys are hidden with, all in CBC.
 */
import { createDecipheriv } from 'node:crypto';
import { keyError } from './keyError';
import { decryptRc2Cbc } from './rc2';

export interface Cipher {
  readonly keyBytes: number;
  /** Also the length of the initialisation vector. */
  readonly blockBytes: number;
  /** @throws Error when the padding is wrong, as it is with a wrong key */
  readonly decrypt: (key: Buffer, iv: Buffer, data: Buffer) => Buffer;
}

const openssl =
  (name: string): Cipher['decrypt'] =>
  (key, iv, data) => {
    const decipher = createDecipheriv(name, key, iv);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  };

const rc2 = (bits: number): Cipher => ({
  keyBytes: bits / 8,
  blockBytes: 8,
  decrypt: (key, iv, data) => decryptRc2Cbc(key, bits, iv, data),
});

const aes = (bits: number): Cipher => ({ keyBytes: bits / 8, blockBytes: 16, decrypt: openssl(`aes-${bits}-cbc`) });

const tripleDes = openssl('des-ede3-cbc');

export const AES_128 = aes(128);
export const AES_192 = aes(192);
export const AES_256 = aes(256);
export const TRIPLE_DES: Cipher = { keyBytes: 24, blockBytes: 8, decrypt: tripleDes };
/** Its third key is its first. */
export const TWO_KEY_TRIPLE_DES: Cipher = {
  keyBytes: 16,
  blockBytes: 8,
  decrypt: (key, iv, data) => tripleDes(Buffer.concat([key, key.subarray(0, 8)]), iv, data),
};
export const RC2_40 = rc2(40);
export const RC2_128 = rc2(128);

/** So that what was cut off is not taken for a wrong passphrase. @throws ServiceError ERR_KEY_DAMAGED */
export const requireWholeBlocks = (hidden: Buffer, { blockBytes }: Cipher): void => {
  if (hidden.length === 0 || hidden.length % blockBytes !== 0) throw keyError('ERR_KEY_DAMAGED');
};

/** @throws ServiceError ERR_KEY_DAMAGED */
export const requireVector = (iv: Buffer, { blockBytes }: Cipher): Buffer => {
  if (iv.length !== blockBytes) throw keyError('ERR_KEY_DAMAGED');
  return iv;
};
