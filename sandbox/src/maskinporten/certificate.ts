import { X509Certificate } from 'node:crypto';
import type { MaskinportenClient } from './clients.js';
import { GrantRefusal } from './refusals.js';

/**
 * Judges the certificates of the header `x5c` and returns the leaf, which must have signed the grant. Whether a certificate
 * was revoked is not asked of anyone.
 *
 * @param now milliseconds since 1970
 */
export const judgeCertificates = (
  x5c: readonly string[],
  { certificate: registered, organisation }: MaskinportenClient,
  now: number,
): X509Certificate => {
  const leaf = readChain(x5c);
  if (registered && !registered.raw.equals(leaf.raw)) {
    throw new GrantRefusal('MP-120', 'the client is locked to another certificate');
  }
  if (!isForTest(leaf)) {
    throw new GrantRefusal('MP-120', 'the issuer is no test issuer: its common name does not hold "Test"');
  }
  if (organisationOf(leaf) !== organisation) {
    throw new GrantRefusal('MP-122', "the certificate's subject is not the organisation that owns the client");
  }
  if (now < Date.parse(leaf.validFrom) || now > Date.parse(leaf.validTo)) {
    throw new GrantRefusal('MP-124', 'the certificate has expired or is not valid yet');
  }
  return leaf;
};

const readChain = (x5c: readonly string[]): X509Certificate => {
  let connected: boolean;
  let chain: readonly X509Certificate[];
  try {
    chain = x5c.map(readCertificate);
    connected = chain.every((certificate, at) => isIssuedBy(certificate, chain[at + 1]));
  } catch {
    throw new GrantRefusal('MP-123', 'an entry of x5c is not a certificate in DER, written as standard base64');
  }
  const [leaf] = chain;
  if (leaf && connected) return leaf;
  throw new GrantRefusal('MP-123', 'x5c must begin with the leaf, and each certificate be issued by the next');
};

/** @throws when the text is anything but base64 of exactly one DER certificate */
const readCertificate = (text: string): X509Certificate => {
  const bytes = Buffer.from(text, 'base64');
  const certificate = new X509Certificate(bytes);
  // Node reads PEM, base64url and stray characters too, and stops at the end of the certificate.
  if (certificate.raw.toString('base64') === text) return certificate;
  throw new Error('not standard base64 of DER');
};

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate | undefined): boolean =>
  issuer === undefined || (certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey));

/** Stands in for the list of issuers that a test environment trusts. */
const isForTest = ({ issuer }: X509Certificate): boolean => /^CN=.*test/im.test(issuer);

/** Older certificates carry the bare number, newer ones (SEID 2.0) the form of ETSI. */
const organisationOf = ({ subject }: X509Certificate): string | undefined =>
  /^(?:serialNumber=|organizationIdentifier=NTRNO-)(\d{9})$/m.exec(subject)?.[1];
