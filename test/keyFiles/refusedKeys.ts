/**
 * What must be refused although it is whole, each with the code that says why.
 */
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { newRsaKey, pkcs8 } from './authority';
import { PASSPHRASE, publicJwkOf, type Refused } from './keyCase';
import type { Made } from './made';
import { exportPkcs12, joinPkcs12 } from './pkcs12';
import { base64, bodyOf, inLines, jwkOf, pkcs8Der, publicPem, withDekHeader } from './written';

/** As ssh-keygen and PuTTYgen begin their files; nobody reads further. */
const OPENSSH = `-----BEGIN OPENSSH PRIVATE KEY-----\n${base64('openssh-key-v1\0none')}\n-----END OPENSSH PRIVATE KEY-----\n`;
const PUTTY = 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: kommune\nPublic-Lines: 6\nAAAAB3NzaC1yc2E=\n';

const otherThings = ({ key, otherKey, chain, authority, workshop }: Made): readonly Refused[] => {
  const file = workshop.put(chain.join(''));
  const pkcs7 = workshop.openssl(`crl2pkcs7 -nocrl -certfile ${file}`).toString();
  const request = authority.request({ key });
  const keyless = workshop.openssl(`pkcs12 -export -nokeys -in ${file}`, '-passout', `pass:${PASSPHRASE}`);
  return [
    ['ERR_KEY_MISSING', 'nothing', ''],
    ['ERR_KEY_MISSING', 'blanks and quotes', ' \n""\ufeff '],
    ['ERR_KEY_MISSING', 'a JWKS without keys', '{"keys":[]}'],
    ['ERR_KEY_FORMAT', 'a password', 'hemmelig-passord-for-nokkelen'],
    ['ERR_KEY_FORMAT', 'a sentence', 'Nøkkelen ligger i skapet.'],
    ['ERR_KEY_FORMAT', 'JSON that is no key', '{"clientId":"kommune","secret":"hemmelig"}'],
    ['ERR_KEY_FORMAT', 'base64 of a sentence', base64('Nøkkelen ligger i skapet.')],
    ['ERR_KEY_PUBLIC', 'a public PEM', publicPem(key)],
    ['ERR_KEY_PUBLIC', 'a public PEM of PKCS#1', publicPem(key, 'pkcs1')],
    ['ERR_KEY_PUBLIC', 'base64 of a public key', bodyOf(publicPem(key))],
    ['ERR_KEY_PUBLIC', 'a public JWK', JSON.stringify(publicJwkOf(key, 'a'))],
    ['ERR_KEY_PUBLIC', 'a public JWKS', JSON.stringify({ keys: [publicJwkOf(key, 'a'), publicJwkOf(otherKey, 'b')] })],
    ['ERR_KEY_PUBLIC', 'a public key of SSH', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC kommune@server'],
    ['ERR_KEY_IS_CERTIFICATE', 'a certificate', chain[0]],
    ['ERR_KEY_IS_CERTIFICATE', 'base64 of a certificate', base64(new X509Certificate(chain[0]).raw)],
    ['ERR_KEY_IS_CERTIFICATE', 'PKCS#7', pkcs7],
    ['ERR_KEY_IS_CERTIFICATE', 'a PKCS#12 file without a key', base64(keyless), { passphrase: PASSPHRASE }],
    ['ERR_KEY_IS_REQUEST', 'a certificate request', request],
    ['ERR_KEY_IS_REQUEST', 'base64 of a certificate request', bodyOf(request)],
    ['ERR_KEY_OPENSSH', "OpenSSH's own format", OPENSSH],
    ['ERR_KEY_PUTTY', "PuTTY's own format", PUTTY],
  ];
};

const otherKinds = ({ key, ec, encryptionKey, encryptionLeaf, workshop }: Made): readonly Refused[] => {
  const sec1 = ec.export({ type: 'sec1', format: 'pem' }).toString();
  const ed25519 = generateKeyPairSync('ed25519').privateKey;
  const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey;
  const traditionalDsa = workshop.openssl(`dsa -in ${workshop.put(pkcs8(dsa))}`).toString();
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048, publicExponent: 0x10001 }).privateKey;
  const short = newRsaKey(1024);
  const jwk = (more: object): string => JSON.stringify(jwkOf(key, { kid: 'a', ...more }));
  const ecFile = exportPkcs12(workshop, { key: ec, certificates: [] });
  const encryptionFile = exportPkcs12(workshop, { key: encryptionKey, certificates: [encryptionLeaf] });
  const { kty, n, e, d } = key.export({ format: 'jwk' });
  return [
    ['ERR_KEY_NOT_RSA', 'an elliptic key in PKCS#8', pkcs8(ec)],
    ['ERR_KEY_NOT_RSA', 'an elliptic key in SEC 1', sec1],
    [
      'ERR_KEY_NOT_RSA',
      'an elliptic key after its parameters',
      workshop.openssl('ecparam -name prime256v1 -genkey').toString(),
    ],
    ['ERR_KEY_NOT_RSA', 'base64 of an elliptic key', base64(pkcs8Der(ec))],
    ['ERR_KEY_NOT_RSA', 'an elliptic JWK', JSON.stringify(jwkOf(ec))],
    ['ERR_KEY_NOT_RSA', 'an elliptic key in PKCS#12', base64(ecFile), { passphrase: PASSPHRASE }],
    ['ERR_KEY_NOT_RSA', 'an Edwards key', pkcs8(ed25519)],
    ['ERR_KEY_NOT_RSA', 'an Edwards key as JWK', JSON.stringify(jwkOf(ed25519))],
    ['ERR_KEY_NOT_RSA', 'a DSA key', pkcs8(dsa)],
    ['ERR_KEY_NOT_RSA', 'a DSA key as it was written before PKCS#8', traditionalDsa],
    ['ERR_KEY_NOT_RSA', 'a shared secret as JWK', '{"kty":"oct","k":"aGVtbWVsaWc"}'],
    ['ERR_KEY_TOO_SHORT', 'a key of 1024 bits', pkcs8(short)],
    ['ERR_KEY_TOO_SHORT', 'a JWK of 1024 bits', JSON.stringify(jwkOf(short, { kid: 'a' }))],
    ['ERR_KEY_FOR_ENCRYPTION', 'a JWK for encryption', jwk({ use: 'enc' })],
    ['ERR_KEY_FOR_ENCRYPTION', 'a JWK for RSA-OAEP', jwk({ alg: 'RSA-OAEP-256' })],
    ['ERR_KEY_FOR_ENCRYPTION', 'a JWK that may decrypt only', jwk({ key_ops: ['decrypt'] })],
    ['ERR_KEY_FOR_ENCRYPTION', 'a JWKS with nothing for signing', `{"keys":[${jwk({ use: 'enc' })}]}`],
    ['ERR_KEY_FOR_ENCRYPTION', 'a certificate for encryption', encryptionLeaf + pkcs8(encryptionKey)],
    [
      'ERR_KEY_FOR_ENCRYPTION',
      'a certificate for encryption, whatever the key id',
      base64(encryptionFile),
      { passphrase: PASSPHRASE, keyId: 'a' },
    ],
    ['ERR_KEY_ALGORITHM', 'a JWK for PS256', jwk({ alg: 'PS256' })],
    ['ERR_KEY_ALGORITHM', 'a key for PSS only', pkcs8(pss)],
    ['ERR_KEY_INCOMPLETE', 'a JWK with n, e and d alone', JSON.stringify({ kty, n, e, d, kid: 'a' })],
  ];
};

const lockedKeys = ({ key, chain, workshop }: Made): readonly Refused[] => {
  const file = workshop.put(pkcs8(key));
  const openssl = (how: string): string =>
    workshop.openssl(`pkcs8 -topk8 ${how} -in ${file}`, '-passout', `pass:${PASSPHRASE}`).toString();
  const pkcs12 = (how?: string): string => base64(exportPkcs12(workshop, { key, certificates: chain, how }));
  const locked: readonly (readonly [name: string, privateKey: string])[] = [
    ['PKCS#8', openssl('')],
    ['PKCS#8 the old way', openssl('-v1 PBE-SHA1-3DES')],
    ['PKCS#1', withDekHeader(key, 'aes-256-cbc')],
    ['PKCS#12', pkcs12()],
    ['PKCS#12 the old way', pkcs12('-legacy')],
    ['PKCS#12 without a seal', pkcs12('-nomac')],
  ];
  const des = withDekHeader(key, 'des-ede3-cbc').replace('DES-EDE3-CBC', 'DES-CBC');
  return [
    ...locked.flatMap(([name, privateKey]): Refused[] => [
      ['ERR_KEY_PASSPHRASE_MISSING', `${name} without its passphrase`, privateKey],
      ['ERR_KEY_PASSPHRASE_WRONG', `${name} with another passphrase`, privateKey, { passphrase: 'gjettet' }],
    ]),
    ['ERR_KEY_CIPHER', 'PKCS#8 under Camellia', openssl('-v2 camellia-128-cbc'), { passphrase: PASSPHRASE }],
    ['ERR_KEY_CIPHER', 'PKCS#1 under DES', des, { passphrase: PASSPHRASE }],
  ];
};

const unclear = (made: Made): readonly Refused[] => {
  const { key, otherKey, trio, authority, workshop, chain } = made;
  const twins = [key, otherKey].map((one, at) =>
    exportPkcs12(workshop, {
      key: one,
      certificates: [at ? authority.issue({ key: one, usage: 'digitalSignature' }) : chain[0]],
      name: `Virksomhet ${at + 1}`,
      how: '-nomac',
    }),
  );
  const two = JSON.stringify({ keys: [jwkOf(key, { kid: 'a' }), jwkOf(otherKey, { kid: 'b' })] });
  const passphrase = PASSPHRASE;
  return [
    ['ERR_KEY_AMBIGUOUS', 'two keys without certificates', pkcs8(key) + pkcs8(otherKey), { keyId: 'a' }],
    ['ERR_KEY_AMBIGUOUS', 'a JWKS with two signing keys', two],
    ['ERR_KEY_AMBIGUOUS', 'PKCS#12 with two keys for the same', base64(joinPkcs12(twins)), { passphrase }],
    ['ERR_KEY_NAME_UNKNOWN', 'a key name that none has', base64(trio), { passphrase, keyName: 'Skapnøkkel' }],
    ['ERR_KEY_NAME_UNKNOWN', 'a key name where there is one key', pkcs8(key), { keyName: 'Signering', keyId: 'a' }],
    ['ERR_KEY_ID_UNKNOWN', 'a key id that is not in the JWKS', two, { keyId: 'c' }],
    ['ERR_KEY_ID_MISSING', 'PEM alone', pkcs8(key)],
    ['ERR_KEY_ID_MISSING', 'a JWK without a key id', JSON.stringify(jwkOf(key))],
  ];
};

const wrongCertificates = (made: Made): readonly Refused[] => {
  const { key, chain, otherLeaf, expiredLeaf, comingLeaf } = made;
  const pem = pkcs8(key);
  return [
    ['ERR_CERTIFICATE_UNREADABLE', 'a certificate that is none', pem, { certificate: 'sertifikatet vårt' }],
    ['ERR_CERTIFICATE_UNREADABLE', 'half a certificate', pem, { certificate: chain[0].slice(0, 500) }],
    ['ERR_KEY_IN_CERTIFICATE', 'a key in place of its certificate', pem, { certificate: pem }],
    ['ERR_CERTIFICATE_UNREADABLE', 'a certificate with a piece missing', pem + chain[0].replace(/\n.{64}\n/, '\n')],
    ['ERR_CERTIFICATE_MISMATCH', "somebody else's certificate", pem, { certificate: otherLeaf }],
    [
      'ERR_CERTIFICATE_MISMATCH',
      "somebody else's certificate, and a key id",
      pem,
      { certificate: otherLeaf, keyId: 'a' },
    ],
    ['ERR_CERTIFICATE_MISMATCH', "somebody else's certificate in the same PEM", pem + otherLeaf],
    ['ERR_CERTIFICATE_MISMATCH', "the issuer's certificate alone", pem, { certificate: chain[1] }],
    ['ERR_CERTIFICATE_MISMATCH', "the issuer's own key and certificate", pkcs8(made.authority.issuing.key) + chain[1]],
    ['ERR_CERTIFICATE_EXPIRED', 'an expired certificate', pem + expiredLeaf],
    ['ERR_CERTIFICATE_EXPIRED', 'an expired certificate apart', inLines(bodyOf(pem)), { certificate: expiredLeaf }],
    ['ERR_CERTIFICATE_NOT_YET_VALID', 'a certificate of the future', pem + comingLeaf],
  ];
};

export const refusedKeys = (made: Made): readonly Refused[] => [
  ...otherThings(made),
  ...otherKinds(made),
  ...lockedKeys(made),
  ...unclear(made),
  ...wrongCertificates(made),
];
