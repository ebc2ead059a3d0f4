import { generateKeyPairSync } from 'node:crypto';
import { readSigningKey } from '../../../src/maskinporten/key';
import { testKey, thrownBy } from '../fakePorts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...rsa.privateKey.export({ format: 'jwk' }), kid: 'from-jwk', use: 'sig', alg: 'RS256' };
const pkcs1 = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
const pkcs8 = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const encrypted = rsa.privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'secret',
}) as string;
const oldEncrypted = rsa.privateKey.export({
  type: 'pkcs1',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'secret',
}) as string;
const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const publicPkcs1 = rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }) as string;
const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;

const read = (privateKey: string, keyId = 'field') => readSigningKey({ privateKey, keyId });
const samePublic = (privateKey: string): boolean => read(privateKey).key.export({ format: 'jwk' }).n === jwk.n;

describe('a key that can be used', () => {
  test.each([
    ['PKCS#8', pkcs8],
    ['PKCS#1', pkcs1],
    ['a JWK', JSON.stringify(jwk)],
    ['a JWK over several lines', JSON.stringify(jwk, null, 2)],
    ['CRLF line ends', pkcs8.replaceAll('\n', '\r\n')],
    ['blanks and a byte order mark around', `\ufeff  \n${pkcs8}\n\n `],
    [
      'the attributes that openssl writes before a key',
      `Bag Attributes\n    friendlyName: kommune\nKey Attributes: <No Attributes>\n${pkcs8}`,
    ],
  ])('%s', (_what, text) => {
    expect(samePublic(text)).toBe(true);
  });

  test('is named by the field, and by the JWK where the field is empty', () => {
    expect(read(JSON.stringify(jwk), 'field').kid).toBe('field');
    expect(read(JSON.stringify(jwk), '').kid).toBe('from-jwk');
    expect(read(pkcs8, 'field').kid).toBe('field');
  });

  test('may be longer than 2048 bits', () => {
    const long = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
    expect(read(long.export({ type: 'pkcs8', format: 'pem' }) as string).key.asymmetricKeyDetails?.modulusLength).toBe(
      3072,
    );
  });
});

test('a key without a name is asked for its name', async () => {
  const error = await thrownBy(() => read(pkcs8, ''));
  expect(error).toMatchObject({ code: 'ERR_KEY_ID_MISSING', details: { service: 'maskinporten', field: 'keyId' } });
});

describe('a key that cannot be used', () => {
  const { kty, n, e } = jwk;
  const cases: [string, string, RegExp][] = [
    ['the public half in PEM', publicPem, /public half/],
    ['the public half in PKCS#1', publicPkcs1, /public half/],
    ['the public half as JWK', JSON.stringify({ kty, n, e, kid: 'x' }), /public half/],
    ['an encrypted key', encrypted, /passphrase/],
    ['a key encrypted the old way', oldEncrypted, /passphrase/],
    ['a short key', small.export({ type: 'pkcs8', format: 'pem' }) as string, /2048/],
    ['a short key as JWK', JSON.stringify(small.export({ format: 'jwk' })), /2048/],
    ['an elliptic key', ec.export({ type: 'pkcs8', format: 'pem' }) as string, /not an RSA key/],
    ['an elliptic key as JWK', JSON.stringify(ec.export({ format: 'jwk' })), /not an RSA key/],
    ['an Edwards key', ed.export({ type: 'pkcs8', format: 'pem' }) as string, /not an RSA key/],
    ['a key for encryption', JSON.stringify({ ...jwk, use: 'enc' }), /encryption/],
    ['half a JWK', JSON.stringify(jwk).slice(0, 200), /not whole JSON/],
    ['a JWK with only n, e and d', JSON.stringify({ kty, n, e, d: jwk.d }), /could not be read/],
    ['half a PEM', pkcs8.slice(0, 300), /could not be read/],
    ['anything else', 'hemmelig-passord-for-nokkelen', /could not be read/],
  ];

  test.each(cases)('%s is refused with one clear sentence', async (_what, text, sentence) => {
    const error = await thrownBy(() => read(text));
    expect(error).toMatchObject({
      code: 'ERR_KEY_UNREADABLE',
      details: { service: 'maskinporten', field: 'privateKey' },
    });
    expect(error.message).toMatch(sentence);
    expect(error.action).toMatch(/\.$/);
  });

  test.each(cases)('%s is never repeated in the error', async (_what, text) => {
    const error = await thrownBy(() => read(text));
    const shown = [error.message, error.action, JSON.stringify(error.details), String(error.cause ?? '')].join(' ');
    for (const piece of text.match(/[\w+/-]{20,}/g) ?? [text]) expect(shown).not.toContain(piece);
    // Whoever looks for keys in logs looks for this.
    expect(shown).not.toContain('-----BEGIN');
  });
});

test('the key of the tests itself can be used', () => {
  expect(read(testKey()).key.type).toBe('private');
});
