/**
 * One thing a user could paste, and what must come of it.
 */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { ErrorCode } from '../../src/http/serviceError';
import type { KeyMaterial } from '../../src/maskinporten/keys/signingKey';

export interface KeyCase {
  readonly name: string;
  readonly material: KeyMaterial;
  readonly expected: { readonly ok: 'kid' | 'x5c' } | { readonly error: ErrorCode };
  /** Of the key that must be found, as it is registered on a client; only where one must be found. */
  readonly publicJwk?: JsonWebKey;
  /** Organisation of the certificate that must be found; absent where none is. */
  readonly certificateOrg?: string;
}

export const KEY_ID = 'kommune-2026';
export const PASSPHRASE = 'Hemmelig-passord-7';

export const materialOf = (changes: Partial<KeyMaterial>): KeyMaterial => ({
  privateKey: '',
  passphrase: '',
  keyId: '',
  certificate: '',
  keyName: '',
  ...changes,
});

export const publicJwkOf = (key: KeyObject, kid: string): JsonWebKey => ({
  ...createPublicKey(key).export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
  kid,
});

/** In short: a case that must be refused. */
export type Refused = readonly [
  error: ErrorCode,
  name: string,
  privateKey: string,
  more?: Partial<Omit<KeyMaterial, 'privateKey'>>,
];
