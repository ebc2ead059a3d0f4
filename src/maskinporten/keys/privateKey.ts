/**
 * A private key in DER, without anything around it.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Der } from './der';
import { keyError } from './keyError';

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/** Twice: an error that OpenSSL still remembers of something else is taken by Node for one of this key, and then forgotten. */
const create = (der: Der, type: 'pkcs8' | 'pkcs1'): KeyObject | undefined => {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      return createPrivateKey({ key: der.encoded, format: 'der', type });
    } catch {
      // The last attempt decides; what it says could quote the key.
    }
  }
  return undefined;
};

/** @throws ServiceError ERR_KEY_DAMAGED */
export const readPkcs1 = (der: Der): KeyObject => {
  const key = create(der, 'pkcs1');
  if (!key) throw keyError('ERR_KEY_DAMAGED');
  return key;
};

/** @throws ServiceError ERR_KEY_DAMAGED, ERR_KEY_NOT_RSA for a kind OpenSSL does not know either */
export const readPkcs8 = (der: Der): KeyObject => {
  const key = create(der, 'pkcs8');
  if (!key) throw keyError(der.at(1, 0).oid === RSA_ENCRYPTION ? 'ERR_KEY_DAMAGED' : 'ERR_KEY_NOT_RSA');
  return key;
};
