/**
 * Keys without a certificate, in every form people have been seen to hold them in.
 */
import type { KeyMaterial } from '../../src/maskinporten/keys/signingKey';
import { newRsaKey, pkcs8 } from './authority';
import { KEY_ID, materialOf, PASSPHRASE, publicJwkOf, type KeyCase } from './keyCase';
import type { Made } from './made';
import {
  base64,
  base64url,
  bodyOf,
  inLines,
  jwkOf,
  pkcs1,
  pkcs8Der,
  publicPem,
  withDekHeader,
  withLiteralBreaks,
  withoutBreaks,
  withSpaces,
} from './written';

type Entry = readonly [name: string, privateKey: string, more?: Partial<KeyMaterial>];

const pemKeys = ({ key, ec }: Made): readonly Entry[] => {
  const pem = pkcs8(key);
  return [
    ['PKCS#8', pem],
    ['PKCS#1', pkcs1(key)],
    ['PKCS#8 with CRLF', withLiteralBreaks(pem, '\r\n')],
    ['a byte order mark and blanks around', `\ufeff \n${pem}\n \t`],
    ['straight quotes around', `"${pem}"`],
    ['single quotes around', `'${pem.trim()}'`],
    ['the quotes of a word processor around', `“${pem}”`],
    ['PKCS#8 with its line breaks turned into spaces', withSpaces(pem)],
    ['PKCS#1 with its line breaks turned into spaces', withSpaces(pkcs1(key))],
    ['PKCS#8 with its line breaks lost', withoutBreaks(pem)],
    ['PKCS#1 with its line breaks lost', withoutBreaks(pkcs1(key))],
    ['PKCS#8 with all blanks lost', pem.replace(/\s/g, '')],
    ['literal \\n', withLiteralBreaks(pem)],
    ['literal \\r\\n', withLiteralBreaks(pem, '\\r\\n')],
    ['literal \\\\n', withLiteralBreaks(pem, '\\\\n')],
    ['the string of a JSON file', JSON.stringify(pem)],
    ['PKCS#1 under the label of PKCS#8', pkcs1(key).replaceAll('RSA PRIVATE', 'PRIVATE')],
    ['its public half beside it', publicPem(key) + pem],
    ['the same key twice', pem + pkcs1(key)],
    ['an elliptic key before it', pkcs8(ec) + pem],
    ['a mail around it', `Hei!\n\nHer er nøkkelen:\n${pem}\nHilsen\nDrift\n`],
  ];
};

const derKeys = ({ key }: Made): readonly Entry[] => {
  const pem = pkcs8(key);
  const utf16 = Buffer.from(`\ufeff${pem}`, 'utf16le');
  return [
    ['base64 of PKCS#8', base64(pkcs8Der(key))],
    ['base64 of PKCS#8 in lines', inLines(base64(pkcs8Der(key)))],
    ['base64url of PKCS#8', base64url(pkcs8Der(key))],
    ['base64 of PKCS#1', bodyOf(pkcs1(key))],
    ['base64 of a PEM', base64(pem)],
    ['base64 of a PEM in lines', inLines(base64(pem))],
    ['base64url of a PEM', base64url(pem)],
    ['base64 of a PEM in UTF-16', base64(utf16)],
    ['base64 of base64 of PKCS#8', base64(base64(pkcs8Der(key)))],
  ];
};

const protectedKeys = ({ key, workshop }: Made): readonly Entry[] => {
  const file = workshop.put(pkcs8(key));
  const openssl = (how: string, passphrase = PASSPHRASE): string =>
    workshop.openssl(`pkcs8 -topk8 ${how} -in ${file}`, '-passout', `pass:${passphrase}`).toString();
  const legacy = '-provider legacy -provider default';
  const modern = openssl('-v2 aes-256-cbc');
  const aes = withDekHeader(key, 'aes-256-cbc');
  const tripleDes = withDekHeader(key, 'des-ede3-cbc');
  const entries: readonly Entry[] = [
    ['PKCS#8 under AES-256', modern],
    ['PKCS#8 under AES-128 with SHA-1', openssl('-v2 aes-128-cbc -v2prf hmacWithSHA1')],
    ['PKCS#8 under AES-192 with SHA-384', openssl('-v2 aes-192-cbc -v2prf hmacWithSHA384')],
    ['PKCS#8 under AES-256 with SHA-512', openssl('-v2 aes-256-cbc -v2prf hmacWithSHA512 -iter 100000')],
    ['PKCS#8 under triple DES', openssl('-v2 des-ede3-cbc')],
    ['PKCS#8 with scrypt', openssl('-scrypt')],
    ['PKCS#8 the old way under triple DES', openssl('-v1 PBE-SHA1-3DES')],
    ['PKCS#8 the old way under two-key triple DES', openssl('-v1 PBE-SHA1-2DES')],
    ['PKCS#8 the old way under RC2 with 40 bits', openssl(`-v1 PBE-SHA1-RC2-40 ${legacy}`)],
    ['PKCS#8 the old way under RC2 with 128 bits', openssl(`-v1 PBE-SHA1-RC2-128 ${legacy}`)],
    ['base64 of protected PKCS#8', bodyOf(modern)],
    ['protected PKCS#8 with its line breaks lost', withoutBreaks(modern)],
    ['protected PKCS#1 (AES-128)', withDekHeader(key, 'aes-128-cbc')],
    ['protected PKCS#1 (AES-192)', withDekHeader(key, 'aes-192-cbc')],
    ['protected PKCS#1 (AES-256)', aes],
    ['protected PKCS#1 (triple DES)', tripleDes],
    ['protected PKCS#1 with its line breaks turned into spaces', withSpaces(aes)],
    ['protected PKCS#1 (AES-256) with its line breaks lost', withoutBreaks(aes)],
    ['protected PKCS#1 (triple DES) with its line breaks lost', withoutBreaks(tripleDes)],
    ['protected PKCS#1 with literal \\n', withLiteralBreaks(aes)],
    ['base64 of protected PKCS#1', base64(aes)],
  ];
  return [
    ...entries.map(([name, privateKey]) => [name, privateKey, { passphrase: PASSPHRASE }] as const),
    [
      'PKCS#8 under a passphrase with Norwegian letters',
      openssl('', 'blåbærsyltetøy'),
      { passphrase: 'blåbærsyltetøy' },
    ],
    ['PKCS#8 under an empty passphrase', openssl('', ''), {}],
    ['an unprotected key and a passphrase nobody needs', pkcs8(key), { passphrase: PASSPHRASE }],
  ];
};

const jwks = ({ key, otherKey, ec }: Made): readonly Entry[] => {
  const jwk = jwkOf(key, { kid: KEY_ID, use: 'sig', alg: 'RS256' });
  const publicTwin = publicJwkOf(key, KEY_ID);
  const neighbours = [
    jwkOf(ec, { kid: 'ec' }),
    jwkOf(otherKey, { kid: 'enc', use: 'enc' }),
    publicJwkOf(otherKey, 'other'),
  ];
  const byKid: Partial<KeyMaterial> = { keyId: '' };
  return [
    ['a JWK with its key id', JSON.stringify(jwk), byKid],
    ['a JWK whose key id the field overrides', JSON.stringify({ ...jwk, kid: 'another' })],
    ['a JWK over several lines', JSON.stringify(jwk, null, 2), byKid],
    ['a JWK with a line break inside a value', JSON.stringify(jwk).replace('"d":"', '"d":"\r\n'), byKid],
    ['a JWK with literal \\n', withLiteralBreaks(JSON.stringify(jwk, null, 2)), byKid],
    ['a JWK as the string of a JSON file', JSON.stringify(JSON.stringify(jwk)), byKid],
    ['a JWK in single quotes', `'${JSON.stringify(jwk)}'`, byKid],
    ['a JWK without use and alg', JSON.stringify(jwkOf(key))],
    ['base64 of a JWK', base64(JSON.stringify(jwk)), byKid],
    ['base64url of a JWK', base64url(JSON.stringify(jwk)), byKid],
    ['a JWKS with one key', JSON.stringify({ keys: [jwk] }), byKid],
    ['a JWKS with one signing key among others', JSON.stringify({ keys: [...neighbours, jwk] }), byKid],
    ['a JWKS with the public twin first', JSON.stringify({ keys: [publicTwin, jwk] })],
    [
      'a JWKS with a key for encryption of the same id',
      JSON.stringify({ keys: [jwkOf(otherKey, { kid: KEY_ID, use: 'enc' }), jwk] }),
    ],
    ['a JWKS with two keys, named by the key id', JSON.stringify({ keys: [jwkOf(otherKey, { kid: 'b' }), jwk] })],
    ['a JWKS with one nameless key', JSON.stringify({ keys: [jwkOf(key), publicJwkOf(otherKey, 'b')] })],
    ['base64 of a JWKS', base64(JSON.stringify({ keys: [jwk] })), byKid],
  ];
};

export const bareKeys = (made: Made): readonly KeyCase[] => {
  const long = newRsaKey(3072);
  return [
    ...[...pemKeys(made), ...derKeys(made), ...protectedKeys(made), ...jwks(made)].map(
      ([name, privateKey, more]): KeyCase => ({
        name,
        material: materialOf({ keyId: KEY_ID, privateKey, ...more }),
        expected: { ok: 'kid' },
        publicJwk: publicJwkOf(made.key, KEY_ID),
      }),
    ),
    {
      name: 'a key of 3072 bits',
      material: materialOf({ keyId: KEY_ID, privateKey: pkcs8(long) }),
      expected: { ok: 'kid' },
      publicJwk: publicJwkOf(long, KEY_ID),
    },
  ];
};
