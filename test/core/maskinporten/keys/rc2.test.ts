import { execFileSync } from 'node:child_process';
import { decryptRc2Cbc, rc2BlockDecrypter } from '../../../../src/maskinporten/keys/rc2';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('one block', () => {
  // RFC 2268 §5.
  test.each([
    ['0000000000000000', 63, 'ebb773f993278eff', '0000000000000000'],
    ['ffffffffffffffff', 64, '278b27e42e2f0d49', 'ffffffffffffffff'],
    ['3000000000000000', 64, '30649edf9be7d2c2', '1000000000000001'],
    ['88', 64, '61a8a244adacccf0', '0000000000000000'],
    ['88bca90e90875a', 64, '6ccf4308974c267f', '0000000000000000'],
    ['88bca90e90875a7f0f79c384627bafb2', 64, '1a807d272bbe5db1', '0000000000000000'],
    ['88bca90e90875a7f0f79c384627bafb2', 128, '2269552ab0f85ca6', '0000000000000000'],
    ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '5b78d3a43dfff1f1', '0000000000000000'],
  ])('is decrypted as published, with key %s of %i effective bits', (key, effectiveBits, hidden, expected) => {
    expect(rc2BlockDecrypter(bytes(key), effectiveBits)(bytes(hidden)).toString('hex')).toBe(expected);
  });
});

describe('many blocks', () => {
  const KEYS = { 40: '0102030405', 64: '0102030405060708', 128: '0102030405060708090a0b0c0d0e0f10' };
  const CIPHERS = { 40: 'rc2-40-cbc', 64: 'rc2-64-cbc', 128: 'rc2-cbc' };
  const iv = 'f0e1d2c3b4a59687';
  const encrypt = (bits: keyof typeof KEYS, plain: Buffer): Buffer =>
    execFileSync(
      'openssl',
      ['enc', `-${CIPHERS[bits]}`, '-K', KEYS[bits], '-iv', iv, '-provider', 'legacy', '-provider', 'default'],
      { input: plain },
    );

  test.each([40, 64, 128] as const)('are decrypted as openssl encrypted them with %i bits', (bits) => {
    for (const length of [0, 1, 7, 8, 9, 100]) {
      const plain = Buffer.from(Array.from({ length }, (_, i) => i));
      expect(decryptRc2Cbc(bytes(KEYS[bits]), bits, bytes(iv), encrypt(bits, plain)).equals(plain)).toBe(true);
    }
  });

  test('are refused when the padding shows another key', () => {
    const hidden = encrypt(128, Buffer.alloc(20));
    expect(() => decryptRc2Cbc(bytes('00'.repeat(16)), 128, bytes(iv), hidden)).toThrow('padding');
  });
});
