import { readPasted } from '../../../../src/maskinporten/keys/pasted';
import { newRsaKey, pkcs8 } from '../../../keyFiles/authority';
import { base64 } from '../../../keyFiles/written';
import { thrownBy } from '../../fakePorts';

const read = (text: string) => readPasted(text, { passphrase: '', keyId: '' });
const key = newRsaKey();
const MANY = 250_000;

test('what was wrapped twice is unwrapped, and what was wrapped three times is not', async () => {
  const twice = base64(base64(key.export({ type: 'pkcs8', format: 'der' })));
  expect(read(twice).keys).toHaveLength(1);
  expect((await thrownBy(() => read(base64(twice)))).code).toBe('ERR_KEY_FORMAT');
});

// Each would take minutes if it were searched again from each of its characters.
test.each([
  ['blanks', `a${' '.repeat(MANY)}b`, 'ERR_KEY_FORMAT'],
  ['quotes', `a${'"'.repeat(MANY)}b`, 'ERR_KEY_FORMAT'],
  ['backslashes', `a${'\\'.repeat(MANY)}b`, 'ERR_KEY_FORMAT'],
  ['dashes', `a${'-'.repeat(MANY)}b`, 'ERR_KEY_FORMAT'],
  ['base64 digits', 'a'.repeat(MANY), 'ERR_KEY_FORMAT'],
  ['beginnings', '-----BEGIN '.repeat(MANY / 11), 'ERR_KEY_DAMAGED'],
  ['whole beginnings', '-----BEGIN PRIVATE KEY-----'.repeat(MANY / 27), 'ERR_KEY_DAMAGED'],
  ['headers', `-----BEGIN A-----${'DEK-Info: a'.repeat(MANY / 11)}-----END A-----`, 'ERR_KEY_DAMAGED'],
  ['braces', '{'.repeat(MANY), 'ERR_KEY_DAMAGED'],
  ['nested lists', `{"keys":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'ERR_KEY_FORMAT'],
])('a long run of %s is refused like a short one', async (_what, text, code) => {
  expect((await thrownBy(() => read(text))).code).toBe(code);
});

test('a text of 256 kB is the longest that is looked at', async () => {
  const pem = pkcs8(key);
  const longest = pem + ' '.repeat(256 * 1024 - pem.length);
  expect(read(longest).keys).toHaveLength(1);
  expect((await thrownBy(() => read(`${longest} `))).code).toBe('ERR_KEY_TOO_LARGE');
});
