/**
 * Keys that lost something on their way, and such as nobody made.
 */
import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { pkcs8 } from './authority';
import { KEY_ID, PASSPHRASE, type Refused } from './keyCase';
import type { Made } from './made';
import { exportPkcs12 } from './pkcs12';
import { base64, jwkOf, pkcs8Der, withDekHeader } from './written';

/** Another base64 digit at a place inside the key's numbers. */
const withOneWrong = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

const withFewerDashes = (pem: string): string => pem.replace(/-----$/gm, '----');

/** Protected PKCS#8 that asks for a count of iterations; nothing can be in it. */
const askingFor = (iterations: number): string => {
  const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
  const octets = (length: number): OctetString => new OctetString({ valueHex: Buffer.alloc(length) });
  const sha256 = new Sequence({ value: [oid('1.2.840.113549.2.9'), new Null()] });
  const derivation = new Sequence({ value: [octets(8), new Integer({ value: iterations }), sha256] });
  const pbes2 = new Sequence({
    value: [
      new Sequence({ value: [oid('1.2.840.113549.1.5.12'), derivation] }),
      new Sequence({ value: [oid('2.16.840.1.101.3.4.1.42'), octets(16)] }),
    ],
  });
  const algorithm = new Sequence({ value: [oid('1.2.840.113549.1.5.13'), pbes2] });
  return base64(Buffer.from(new Sequence({ value: [algorithm, octets(1216)] }).toBER()));
};

export const damagedKeys = ({ key, chain, workshop }: Made): readonly Refused[] => {
  const pem = pkcs8(key);
  const der = base64(pkcs8Der(key));
  const jwk = JSON.stringify(jwkOf(key, { kid: KEY_ID }));
  const locked = withDekHeader(key, 'aes-256-cbc');
  const file = base64(exportPkcs12(workshop, { key, certificates: chain }));
  const passphrase = PASSPHRASE;
  const keyId = KEY_ID;
  return [
    ['ERR_KEY_DAMAGED', 'a PEM without its end', pem.slice(0, 900), { keyId }],
    ['ERR_KEY_DAMAGED', 'a PEM without its beginning', pem.slice(200), { keyId }],
    ['ERR_KEY_DAMAGED', 'a PEM whose first dash is missing', pem.slice(1), { keyId }],
    ['ERR_KEY_DAMAGED', 'a PEM with a line missing', pem.replace(/\n.{64}\n/, '\n'), { keyId }],
    ['ERR_KEY_DAMAGED', 'a PEM with a stray character', pem.replace(/\n(.{20})/, '\n$1%'), { keyId }],
    ['ERR_KEY_DAMAGED', 'a PEM with one wrong digit', withOneWrong(pem, 700), { keyId }],
    ['ERR_KEY_DAMAGED', 'a PEM with another end', pem.replace('END PRIVATE', 'END RSA PRIVATE'), { keyId }],
    ['ERR_KEY_DAMAGED', 'a whole PEM and half of another', pem + pem.slice(0, 400), { keyId }],
    ['ERR_KEY_DAMAGED', 'a whole PEM and a certificate that lost dashes', pem + withFewerDashes(chain[0]), { keyId }],
    ['ERR_KEY_DAMAGED', 'a certificate that lost dashes and a whole PEM', withFewerDashes(chain[0]) + pem, { keyId }],
    ['ERR_KEY_DAMAGED', 'half of base64', der.slice(0, 801), { keyId }],
    ['ERR_KEY_DAMAGED', 'base64 with one wrong digit', withOneWrong(der, 700), { keyId }],
    ['ERR_KEY_DAMAGED', 'base64 of half a PEM', base64(pem.slice(0, 900)), { keyId }],
    ['ERR_KEY_DAMAGED', 'half a JWK', jwk.slice(0, 600)],
    ['ERR_KEY_DAMAGED', 'a JWK without its first brace', jwk.slice(1)],
    ['ERR_KEY_DAMAGED', 'a JWK with one wrong digit', withOneWrong(jwk, jwk.indexOf('"p":"') + 40)],
    ['ERR_KEY_DAMAGED', 'base64 of half a JWK', base64(jwk.slice(0, 600))],
    ['ERR_KEY_DAMAGED', 'half a PKCS#12 file', file.slice(0, 2000), { passphrase }],
    [
      'ERR_KEY_DAMAGED',
      'a protected key with a piece missing',
      locked.replace(/\n([\w+/]{20}).{13}/, '\n$1'),
      { keyId, passphrase },
    ],
    // Whole blocks of the cipher are gone, which looks like another passphrase; the sentence says so.
    [
      'ERR_KEY_PASSPHRASE_WRONG',
      'a protected key with a line missing',
      locked.replace(/\n.{64}\n/, '\n'),
      { keyId, passphrase },
    ],
    ['ERR_KEY_TOO_LARGE', 'a text of 300 kB', pem.replace('\n', `${' '.repeat(300 * 1024)}\n`), { keyId }],
    ['ERR_KEY_TOO_LARGE', 'a key that asks for a billion iterations', askingFor(1_000_000_000), { keyId, passphrase }],
    ['ERR_KEY_DAMAGED', 'a key that asks for no iteration', askingFor(0), { keyId, passphrase }],
  ];
};
