import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { Der } from '../../../../src/maskinporten/keys/der';
import { readPkcs1, readPkcs8 } from '../../../../src/maskinporten/keys/privateKey';
import { readSigningKey } from '../../../../src/maskinporten/keys/signingKey';
import { newRsaKey, pkcs8 } from '../../../keyFiles/authority';
import { materialOf } from '../../../keyFiles/keyCase';
import { pkcs8Der } from '../../../keyFiles/written';
import { thrownBy } from '../../fakePorts';

const key = newRsaKey();
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pkcs1Der = key.export({ type: 'pkcs1', format: 'der' });

test('a key is read, whatever error OpenSSL remembers of something else', () => {
  // Comparing two kinds of keys leaves one behind.
  key.equals(ec);
  expect(readPkcs8(Der.read(pkcs8Der(key))).equals(key)).toBe(true);
  key.equals(ec);
  expect(readPkcs1(Der.read(pkcs1Der)).equals(key)).toBe(true);
});

test('reading keys of two kinds leaves no error behind for others', () => {
  readSigningKey(materialOf({ privateKey: pkcs8(ec) + pkcs8(key), keyId: 'a' }), 0);
  expect(createPrivateKey({ key: pkcs8Der(key), format: 'der', type: 'pkcs8' }).equals(key)).toBe(true);
});

test.each([
  // The version, the algorithm, and octets that hold no key.
  ['rsaEncryption', '300d06092a864886f70d0101010500', 'ERR_KEY_DAMAGED'],
  ['an algorithm nobody knows', '300506032a0304', 'ERR_KEY_NOT_RSA'],
])('octets that are no key of %s are refused for what they are', async (_what, algorithm, code) => {
  const body = `020100${algorithm}0403020100`;
  const der = Der.read(Buffer.from(`30${(body.length / 2).toString(16).padStart(2, '0')}${body}`, 'hex'));
  expect((await thrownBy(() => readPkcs8(der))).code).toBe(code);
});
