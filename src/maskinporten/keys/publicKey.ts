/**
 * What a key can be recognised by in Digdir's portal, without anything secret (fact sheet maskinporten §5).
 */
import { createHash, createPublicKey, type X509Certificate } from 'node:crypto';
import type { SigningAlgorithm } from './contents';
import type { SigningKey } from './signingKey';

export interface CertificateDescription {
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** Nine digits, when the subject is an organisation registered in Norway. */
  readonly organisation?: string;
  /** ISO 8601. */
  readonly notAfter: string;
  /** Whole days; negative when it has expired. */
  readonly daysLeft: number;
}

export interface KeyDescription {
  readonly type: 'RSA';
  readonly bits: number;
  /** RFC 7638, SHA-256, base64url. */
  readonly thumbprint: string;
  /** What is registered on the client; the id is the thumbprint where the key has none. */
  readonly publicJwk: {
    readonly kty: 'RSA';
    readonly use: 'sig';
    readonly alg: SigningAlgorithm;
    readonly kid: string;
    readonly n: string;
    readonly e: string;
  };
  readonly certificate?: CertificateDescription;
}

const DAY_MS = 86_400_000;

/** Older certificates have the bare number, newer ones (SEID 2.0) the form of ETSI. */
const organisationIn = (subject: string): string | undefined =>
  /^(?:serialNumber=|organizationIdentifier=NTRNO-)(\d{9})$/m.exec(subject)?.[1];

const onOneLine = (name: string): string => name.split('\n').join(', ');

const describeCertificate = (certificate: X509Certificate, nowMs: number): CertificateDescription => {
  const { subject, issuer, serialNumber, validTo } = certificate;
  const notAfter = Date.parse(validTo);
  const organisation = organisationIn(subject);
  return {
    subject: onOneLine(subject),
    issuer: onOneLine(issuer),
    serialNumber,
    ...(organisation && { organisation }),
    notAfter: new Date(notAfter).toISOString(),
    daysLeft: Math.floor((notAfter - nowMs) / DAY_MS),
  };
};

/** @param nowMs milliseconds since the epoch */
export const describeKey = ({ key, alg, kid, certificate }: SigningKey, nowMs: number): KeyDescription => {
  const { n = '', e = '' } = createPublicKey(key).export({ format: 'jwk' });
  // The order of the members, and that there are no blanks, is a part of the standard.
  const thumbprint = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
  return {
    type: 'RSA',
    bits: key.asymmetricKeyDetails?.modulusLength ?? 0,
    thumbprint,
    publicJwk: { kty: 'RSA', use: 'sig', alg, kid: kid ?? thumbprint, n, e },
    ...(certificate && { certificate: describeCertificate(certificate, nowMs) }),
  };
};
