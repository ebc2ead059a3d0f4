/**
 * Enterprise certificates (virksomhetssertifikat): which one belongs to a key, what it may be used for, and the chain above it.
 */
import { X509Certificate, type KeyObject } from 'node:crypto';
import { Der } from './der';
import { keyError } from './keyError';

/** @throws ServiceError ERR_CERTIFICATE_UNREADABLE */
export const readCertificate = (der: Buffer): X509Certificate => {
  try {
    return new X509Certificate(der);
  } catch {
    throw keyError('ERR_CERTIFICATE_UNREADABLE');
  }
};

/** In the order of the bits (RFC 5280 §4.2.1.3). */
const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

const KEY_USAGE = '2.5.29.15';
/** Bytes of a BIT STRING before its bits. */
const UNUSED_BITS = 1;

/** @returns undefined when the certificate does not limit what its key is for */
export const keyUsagesOf = ({ raw }: X509Certificate): readonly KeyUsage[] | undefined => {
  const extensions = Der.read(raw).at(0).children.at(-1)?.children[0]?.children ?? [];
  const extension = extensions.find(({ shape, children: [id] }) => shape.startsWith('D') && id?.oid === KEY_USAGE);
  if (!extension) return undefined;
  // Between the name and the value can stand whether it is critical.
  const bits = Der.read(extension.at(extension.children.length - 1).octets).octets[UNUSED_BITS] ?? 0;
  return KEY_USAGES.filter((_usage, bit) => bits & (0x80 >> bit));
};

/** The Norwegian trio has one certificate for authentication, one for signing and one for encryption. */
export const isOnlyForEncryption = (certificate: X509Certificate): boolean =>
  !(keyUsagesOf(certificate)?.some((usage) => usage === 'digitalSignature' || usage === 'nonRepudiation') ?? true);

const isValid = ({ validFrom, validTo }: X509Certificate, nowMs: number): boolean =>
  Date.parse(validFrom) <= nowMs && nowMs <= Date.parse(validTo);

/** The certificate of the key. One key can have several, when a certificate was renewed: then the one in use longest from now. */
export const leafOf = (
  key: KeyObject,
  certificates: readonly X509Certificate[],
  nowMs: number,
): X509Certificate | undefined => {
  const fitting = certificates.filter((certificate) => certificate.checkPrivateKey(key));
  const leaves = fitting.filter(({ ca }) => !ca);
  // A self-made one often says that it may issue others; it is taken where there is no better, unless that is all it is for.
  const own = leaves.length ? leaves : fitting.filter((certificate) => !isOnlyForEncryption(certificate));
  const valid = own.filter((certificate) => isValid(certificate, nowMs));
  const latestFirst = (valid.length ? valid : own).toSorted((a, b) => Date.parse(b.validTo) - Date.parse(a.validTo));
  return latestFirst[0];
};

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** The leaf, its issuer, the issuer of that, and so on as far as they are given; what does not belong there is left out. */
export const chainFrom = (
  leaf: X509Certificate,
  certificates: readonly X509Certificate[],
): readonly X509Certificate[] => {
  const chain = [leaf];
  for (let last = leaf; ;) {
    const issuer = certificates.find(
      (candidate) => !chain.some(({ raw }) => raw.equals(candidate.raw)) && isIssuedBy(last, candidate),
    );
    if (!issuer) return chain;
    chain.push(issuer);
    last = issuer;
  }
};

/** @throws ServiceError ERR_CERTIFICATE_EXPIRED, ERR_CERTIFICATE_NOT_YET_VALID */
export const refuseOutdated = ({ validFrom, validTo }: X509Certificate, nowMs: number): void => {
  if (nowMs > Date.parse(validTo)) throw keyError('ERR_CERTIFICATE_EXPIRED');
  if (nowMs < Date.parse(validFrom)) throw keyError('ERR_CERTIFICATE_NOT_YET_VALID');
};
