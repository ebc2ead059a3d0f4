import { derivePkcs12 } from '../../../../src/maskinporten/keys/pkcs12Kdf';

const derive = (passphrase: string | undefined, purpose: 1 | 2 | 3, iterations: number, salt: string, length: number) =>
  derivePkcs12({ digest: 'sha1', passphrase, purpose, iterations, salt: Buffer.from(salt, 'hex'), length }).toString(
    'hex',
  );

// Vectors that have been passed around among implementers since 1999 (OpenSSL, Bouncy Castle).
test.each([
  ['smeg', 1, 1, '0a58cf64530d823f', 24, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
  ['smeg', 2, 1, '0a58cf64530d823f', 8, '79993dfe048d3b76'],
  ['smeg', 1, 1, '642b99ab44fb4b1f', 24, 'f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966'],
  ['smeg', 2, 1, '642b99ab44fb4b1f', 8, 'c0a38d64a79bea1d'],
  ['smeg', 3, 1, '3d83c0e4546ac140', 20, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
  ['queeg', 1, 1000, '05dec959acff72f7', 24, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
  ['queeg', 2, 1000, '05dec959acff72f7', 8, '11dedad7758d4860'],
  ['queeg', 1, 1000, '1682c0fc5b3f7ec5', 24, '483dd6e919d7de2e8e648ba8f862f3fbfbdc2bcb2c02957f'],
  ['queeg', 2, 1000, '1682c0fc5b3f7ec5', 8, '9d461d1b00355c50'],
  ['queeg', 3, 1000, '263216fcc2fab31c', 20, '5ec4c7a80df652294c3925b6489a7ab857c83476'],
] as const)(
  '%s gives purpose %i after %i iterations the published bytes',
  (passphrase, purpose, iterations, salt, length, expected) => {
    expect(derive(passphrase, purpose, iterations, salt, length)).toBe(expected);
  },
);

test('an absent passphrase gives other bytes than an empty one', () => {
  expect(derive(undefined, 1, 1, '0a58cf64530d823f', 24)).not.toBe(derive('', 1, 1, '0a58cf64530d823f', 24));
});
