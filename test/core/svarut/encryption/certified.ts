/**
 * Keys with certificates for encryption, good and bad, made by the system's openssl.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Authority, newRsaKey, pkcs8 } from '../../../keyFiles/authority';
import type { Workshop } from '../../../keyFiles/workshop';

export const NOW = Date.parse('2026-11-20T10:00:00+01:00');

export interface Certified {
  readonly key: KeyObject;
  /** In PEM. */
  readonly certificate: string;
}

const USAGE = 'keyEncipherment';

export const certify = (authority: Authority, key = newRsaKey(), order: object = {}): Certified => ({
  key,
  certificate: authority.issue({ key, usage: USAGE, ...order }),
});

/** Of X.509's first version, which has no number for it; it is valid for a month from now on. */
export const certifyAsVersion1 = (workshop: Workshop, authority: Authority): Certified => {
  const key = newRsaKey();
  const request = workshop.put(authority.request({ key }));
  const signed = workshop.openssl('x509 -req -days 30', '-in', request, '-key', workshop.put(pkcs8(key)));
  return { key, certificate: signed.toString() };
};

export const faultyCertificates = (authority: Authority): Record<string, string> => {
  const pem = (key: KeyObject, order: object = {}): string => certify(authority, key, order).certificate;
  const key = newRsaKey();
  return {
    ellipticCurve: pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    rsaPss: pem(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey),
    short: pem(newRsaKey(2040)),
    forSigning: pem(key, { usage: 'digitalSignature,nonRepudiation' }),
    expired: pem(key, { to: '20261120085959Z' }),
    coming: pem(key, { from: '20261120090001Z' }),
  };
};
