import { createPrivateKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { checkRsaKey } from '../../../../src/maskinporten/keys/rsaKey';
import { newRsaKey } from '../../../keyFiles/authority';
import { thrownBy } from '../../fakePorts';

const key = newRsaKey();
const jwk = key.export({ format: 'jwk' });

/** Another digit in the middle. */
const changed = (text: string): string => {
  const at = text.length >> 1;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
};

test.each([2048, 3072, 4096])('a key of %i bits can be used', (bits) => {
  expect(() => checkRsaKey(newRsaKey(bits))).not.toThrow();
});

test.each(['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const)('a key whose %s is wrong cannot', async (part) => {
  const wrong: JsonWebKey = { ...jwk, [part]: changed(jwk[part]!) };
  const check = () => checkRsaKey(createPrivateKey({ key: wrong, format: 'jwk' }));
  expect((await thrownBy(check)).code).toBe('ERR_KEY_DAMAGED');
});

test.each(['p', 'q'] as const)('a key whose %s is one cannot', async (part) => {
  const check = () => checkRsaKey(createPrivateKey({ key: { ...jwk, [part]: 'AQ' }, format: 'jwk' }));
  expect((await thrownBy(check)).code).toBe('ERR_KEY_DAMAGED');
});

test.each([
  ['shorter than 2048 bits', newRsaKey(2040), 'ERR_KEY_TOO_SHORT'],
  ['elliptic', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'ERR_KEY_NOT_RSA'],
  ['for PSS alone', generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey, 'ERR_KEY_ALGORITHM'],
])('a key that is %s cannot', async (_what, other, code) => {
  expect((await thrownBy(() => checkRsaKey(other))).code).toBe(code);
});

test('a key that no signature can be verified with in time cannot', async () => {
  const n = Buffer.alloc(2100, 0xff).toString('base64url');
  const check = () => checkRsaKey(createPrivateKey({ key: { ...jwk, n }, format: 'jwk' }));
  expect((await thrownBy(check)).code).toBe('ERR_KEY_TOO_LARGE');
});
