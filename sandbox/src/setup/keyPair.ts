import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint } from 'jose';

/** What Digdir's portal wants (fact sheet maskinporten §5). */
export interface PublicJwk {
  readonly kty: 'RSA';
  readonly use: 'sig';
  readonly alg: 'RS256';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

export interface KeyPair {
  /** PKCS#8, PEM. */
  readonly privateKey: string;
  readonly publicJwk: PublicJwk;
}

/**
 * A new RSA key pair of 2048 bits for Maskinporten.
 * @param keyId the `kid`; the RFC 7638 thumbprint when there is none, which no other key has
 */
export const makeKeyPair = async (keyId?: string): Promise<KeyPair> => {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string };
  const kid = keyId ?? (await calculateJwkThumbprint({ kty: 'RSA', n, e }));
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicJwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e },
  };
};
