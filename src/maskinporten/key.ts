/**
 * From what was pasted to a key that signs (fact sheet maskinporten §5, §6). The input is never echoed.
 */
import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ServiceError } from '../http/serviceError';
import type { MaskinportenCredential } from './credential';

export interface SigningKey {
  readonly key: KeyObject;
  readonly kid: string;
}

const MIN_BITS = 2048;

const unreadable = (message: string, action: string): ServiceError =>
  new ServiceError('ERR_KEY_UNREADABLE', message, action, { service: 'maskinporten', field: 'privateKey' });

const PASTE_PRIVATE =
  'Paste the private key: the PEM text with its BEGIN and END lines, or the whole JWK from "{" to "}".';

const readJwk = (text: string): JsonWebKey & { kid?: string; use?: string } => {
  try {
    return JSON.parse(text) as JsonWebKey;
  } catch {
    throw unreadable('The Maskinporten key begins like a JWK but is not whole JSON.', PASTE_PRIVATE);
  }
};

const createKey = (input: Parameters<typeof createPrivateKey>[0]): KeyObject => {
  try {
    return createPrivateKey(input);
  } catch {
    throw unreadable('The Maskinporten key could not be read as a private key.', PASTE_PRIVATE);
  }
};

const parse = (text: string): { key: KeyObject; kid?: string } => {
  if (text.startsWith('{')) {
    const jwk = readJwk(text);
    if (!('d' in jwk)) throw unreadable('The Maskinporten key is the public half of a key pair.', PASTE_PRIVATE);
    if (jwk.kty !== 'RSA')
      throw unreadable(
        'The Maskinporten key is not an RSA key.',
        'Make an RSA key of 2048 bits or more; Maskinporten takes no other kind.',
      );
    if (jwk.use === 'enc')
      throw unreadable(
        'The Maskinporten key is marked for encryption.',
        'Use the key that is marked for signing ("use": "sig").',
      );
    return { key: createKey({ key: jwk, format: 'jwk' }), kid: jwk.kid };
  }
  if (/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(text))
    throw unreadable('The Maskinporten key is the public half of a key pair.', PASTE_PRIVATE);
  if (/ENCRYPTED/.test(text))
    throw unreadable(
      'The Maskinporten key is protected with a passphrase.',
      'Paste the key without a passphrase (openssl pkcs8 -in key.pem -nocrypt).',
    );
  return { key: createKey(text) };
};

/** @throws ServiceError ERR_KEY_UNREADABLE, ERR_KEY_ID_MISSING */
export const readSigningKey = ({
  privateKey,
  keyId,
}: Pick<MaskinportenCredential, 'privateKey' | 'keyId'>): SigningKey => {
  const { key, kid } = parse(privateKey.replace(/^\ufeff/, '').trim());
  if (key.asymmetricKeyType !== 'rsa') {
    throw unreadable(
      'The Maskinporten key is not an RSA key.',
      'Make an RSA key of 2048 bits or more; Maskinporten takes no other kind.',
    );
  }
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_BITS) {
    throw unreadable(
      'The Maskinporten key is shorter than 2048 bits.',
      'Make an RSA key of 2048 bits or more and register its public half.',
    );
  }
  const id = keyId || kid;
  if (!id) {
    throw new ServiceError(
      'ERR_KEY_ID_MISSING',
      'The Maskinporten credential has no key id (kid).',
      "Fill in the key id shown beside the key in Digdir's portal.",
      { service: 'maskinporten', field: 'keyId' },
    );
  }
  return { key, kid: id };
};
