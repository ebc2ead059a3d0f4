/**
 * What a DER file is, told by its structure: the label around it is often wrong, and base64 has none.
 */
import { readCertificate } from './certificates';
import { NOTHING, type Contents } from './contents';
import type { Der } from './der';
import { keyError, type KeyErrorCode } from './keyError';
import { passphrasesToTry, unlock } from './pbe';
import { readPkcs12 } from './pkcs12';
import { readPkcs1, readPkcs8 } from './privateKey';

type Read = (der: Der, passphrase: string) => Contents;

const instead =
  (code: KeyErrorCode): Read =>
  () => ({ ...NOTHING, instead: code });

const refuseNotRsa: Read = () => {
  throw keyError('ERR_KEY_NOT_RSA');
};

const readEncrypted: Read = (der, passphrase) =>
  readDer(unlock(der.at(0), der.at(1).octets, passphrasesToTry(passphrase)), passphrase);

/** A certificate tells more than a request: issuer and validity. */
const PARTS_OF_A_REQUEST = 4;

const readSigned: Read = (der) =>
  der.at(0).children.length > PARTS_OF_A_REQUEST
    ? { ...NOTHING, certificates: [{ certificate: readCertificate(der.encoded) }] }
    : { ...NOTHING, instead: 'ERR_KEY_IS_REQUEST' };

/** PKCS#7 (.p7b) carries certificates, often the whole chain. */
const readPkcs7: Read = (der) => ({
  ...NOTHING,
  certificates: (der.at(1, 0).children.find(({ tag }) => tag === 'C')?.children ?? []).map((certificate) => ({
    certificate: readCertificate(certificate.encoded),
  })),
});

/** By the tags of the outermost element's children (see `Der.shape`). */
const FORMATS: readonly (readonly [shape: RegExp, read: Read])[] = [
  [/^ISOC*$/, (der) => ({ ...NOTHING, keys: [{ key: readPkcs8(der) }] })],
  [/^I{9}$/, (der) => ({ ...NOTHING, keys: [{ key: readPkcs1(der) }] })],
  [/^SO$/, readEncrypted],
  [/^ISS?$/, readPkcs12],
  [/^SSB$/, readSigned],
  [/^DC$/, readPkcs7],
  // As PKCS#8's neighbours for all keys (X.509), and for RSA alone (PKCS#1).
  [/^SB$/, instead('ERR_KEY_PUBLIC')],
  [/^II$/, instead('ERR_KEY_PUBLIC')],
  // Elliptic curves (SEC 1) and DSA, as OpenSSL wrote them before PKCS#8.
  [/^IOC*$/, refuseNotRsa],
  [/^I{6}$/, refuseNotRsa],
];

/** @throws ServiceError with the code of what is wrong */
export const readDer = (der: Der, passphrase: string): Contents => {
  const { shape } = der;
  const [, read] = FORMATS.find(([pattern]) => pattern.test(shape)) ?? [];
  if (!read) throw keyError('ERR_KEY_FORMAT');
  return read(der, passphrase);
};
