/**
 * From what was pasted to a key that signs (fact sheet maskinporten §2, §5, §6).
 */
import type { KeyObject, X509Certificate } from 'node:crypto';
import { chainFrom, isOnlyForEncryption, refuseOutdated } from './certificates';
import { choosePair } from './choosePair';
import type { Contents, FoundCertificate, SigningAlgorithm } from './contents';
import { keyError } from './keyError';
import { readPasted } from './pasted';
import { checkRsaKey } from './rsaKey';

/** As stored by the host; each may be empty. */
export interface KeyMaterial {
  /** PEM, JWK, JWKS, or base64 of any of them or of DER (PKCS#8, PKCS#1, PKCS#12). */
  readonly privateKey: string;
  readonly passphrase: string;
  /** Id of the key in Digdir's portal; empty when the JWK carries it or a certificate stands in for it. */
  readonly keyId: string;
  /** Certificates that come apart from the key: PEM, or base64 of DER or PKCS#7. */
  readonly certificate: string;
  /** Which key of several: friendly name, or serial number of its certificate. */
  readonly keyName: string;
}

/** Exactly one of `kid` and `x5c` is there, as Maskinporten wants it. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly alg: SigningAlgorithm;
  readonly kid?: string;
  /** Base64 of DER, the leaf first and each followed by its issuer, as far as they were given. */
  readonly x5c?: readonly string[];
  /** The leaf, where one is known, also when it is the key id that is sent. */
  readonly certificate?: X509Certificate;
}

const readOrNothing = (text: string, passphrase: string): Contents | undefined => {
  try {
    return readPasted(text, { passphrase, keyId: '' });
  } catch {
    // What is said of a key would be wrong of a certificate.
    return undefined;
  }
};

/** They are kept and shown like any other setting, so a key among them is not passed over. */
const readCertificates = ({ certificate, passphrase }: KeyMaterial): readonly FoundCertificate[] => {
  if (certificate.trim() === '') return [];
  const found = readOrNothing(certificate, passphrase);
  if (found?.keys.length) throw keyError('ERR_KEY_IN_CERTIFICATE');
  if (!found?.certificates.length) throw keyError('ERR_CERTIFICATE_UNREADABLE');
  return found.certificates;
};

const refuseKeyless = ({ certificates, instead }: Contents): never => {
  throw keyError(instead ?? (certificates.length ? 'ERR_KEY_IS_CERTIFICATE' : 'ERR_KEY_FORMAT'));
};

/**
 * @param nowMs milliseconds since the epoch; a certificate that is sent must be valid then
 * @throws ServiceError with one of the codes of keyError.ts
 */
export const readSigningKey = (material: KeyMaterial, nowMs: number): SigningKey => {
  const pasted = readPasted(material.privateKey, material);
  const separate = readCertificates(material);
  const certificates = [...separate, ...pasted.certificates];
  const pair = choosePair({ ...pasted, certificates }, material.keyName, nowMs) ?? refuseKeyless(pasted);
  const { key, kid, alg = 'RS256' } = pair.found;
  const { leaf } = pair;
  checkRsaKey(key);
  const id = material.keyId || kid;
  if (!leaf && (separate.length || (!id && certificates.length))) throw keyError('ERR_CERTIFICATE_MISMATCH');
  if (leaf && isOnlyForEncryption(leaf)) throw keyError('ERR_KEY_FOR_ENCRYPTION');
  if (id) return { key, alg, kid: id, certificate: leaf };
  if (!leaf) throw keyError('ERR_KEY_ID_MISSING');
  refuseOutdated(leaf, nowMs);
  const chain = chainFrom(
    leaf,
    certificates.map(({ certificate }) => certificate),
  );
  return { key, alg, x5c: chain.map(({ raw }) => raw.toString('base64')), certificate: leaf };
};
