/**
 * RC2, to decrypt only (RFC 2268): old PKCS#12 files hide their certificates with it, and node:crypto no longer has it.
 */

/** A permutation of all bytes made from the digits of pi (RFC 2268 §2). */
const PI = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const BLOCK_BYTES = 8;
const ROTATIONS = [1, 2, 3, 5] as const;
/** Mixing rounds as decryption meets them, with a mashing round between the groups. */
const MIXING = [5, 6, 5] as const;

const pi = (index: number): number => PI.readUInt8(index & 0xff);

/** 64 words (RFC 2268 §2). */
const expandKey = (key: Buffer, effectiveBits: number): Uint16Array => {
  const bytes = Buffer.alloc(128);
  key.copy(bytes);
  const byte = (index: number): number => bytes.readUInt8(index);
  for (let i = key.length; i < 128; i += 1) bytes[i] = pi(byte(i - 1) + byte(i - key.length));
  const effectiveBytes = Math.ceil(effectiveBits / 8);
  const first = 128 - effectiveBytes;
  bytes[first] = pi(byte(first) & (0xff >> (8 * effectiveBytes - effectiveBits)));
  for (let i = first - 1; i >= 0; i -= 1) bytes[i] = pi(byte(i + 1) ^ byte(i + effectiveBytes));
  return Uint16Array.from({ length: 64 }, (_, i) => bytes.readUInt16LE(2 * i));
};

/**
 * @param effectiveBits to how many bits the key was weakened, which is not always its length
 * @returns what decrypts one block of eight bytes
 */
export const rc2BlockDecrypter = (key: Buffer, effectiveBits: number): ((block: Buffer) => Buffer) => {
  const words = expandKey(key, effectiveBits);
  const word = (index: number): number => words[index & 63] ?? 0;
  return (block) => {
    const r = Uint16Array.from({ length: 4 }, (_, i) => block.readUInt16LE(2 * i));
    const at = (index: number): number => r[index & 3] ?? 0;
    let next = 63;
    const mix = (): void => {
      for (let i = 3; i >= 0; i -= 1) {
        const rotation = ROTATIONS[i] ?? 0;
        const rotated = (at(i) >>> rotation) | (at(i) << (16 - rotation));
        r[i] = rotated - word(next) - (at(i - 1) & at(i - 2)) - (~at(i - 1) & at(i - 3));
        next -= 1;
      }
    };
    const mash = (): void => {
      for (let i = 3; i >= 0; i -= 1) r[i] = at(i) - word(at(i - 1));
    };
    MIXING.forEach((rounds, group) => {
      if (group > 0) mash();
      for (let round = 0; round < rounds; round += 1) mix();
    });
    const plain = Buffer.alloc(BLOCK_BYTES);
    r.forEach((value, i) => plain.writeUInt16LE(value, 2 * i));
    return plain;
  };
};

const unpad = (padded: Buffer): Buffer => {
  const padding = padded.at(-1) ?? 0;
  const filling = padded.subarray(padded.length - padding);
  if (padding < 1 || padding > BLOCK_BYTES || filling.some((byte) => byte !== padding)) throw new Error('bad padding');
  return padded.subarray(0, padded.length - padding);
};

/**
 * CBC with the padding of PKCS#7, like a cipher of node:crypto.
 * @throws Error when the padding is wrong, as it is with a wrong key
 */
export const decryptRc2Cbc = (key: Buffer, effectiveBits: number, iv: Buffer, data: Buffer): Buffer => {
  const decryptBlock = rc2BlockDecrypter(key, effectiveBits);
  const padded = Buffer.alloc(data.length);
  let previous = iv;
  for (let from = 0; from < data.length; from += BLOCK_BYTES) {
    const block = data.subarray(from, from + BLOCK_BYTES);
    decryptBlock(block).forEach((byte, i) => (padded[from + i] = byte ^ previous.readUInt8(i)));
    previous = block;
  }
  return unpad(padded);
};
