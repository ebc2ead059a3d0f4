/**
 * What was found in a pasted text, whatever format it came in.
 */
import type { KeyObject, X509Certificate } from 'node:crypto';
import type { KeyErrorCode } from './keyError';

export const SIGNING_ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

export interface FoundKey {
  /** Private, of any kind: whether it can be used is judged when it has been chosen. */
  readonly key: KeyObject;
  readonly kid?: string;
  readonly alg?: SigningAlgorithm;
  /** What people see in their certificate store ("friendly name"). */
  readonly name?: string;
}

export interface FoundCertificate {
  readonly certificate: X509Certificate;
  readonly name?: string;
}

export interface Contents {
  readonly keys: readonly FoundKey[];
  readonly certificates: readonly FoundCertificate[];
  /** Why there is no private key, when something else was pasted that is recognised. */
  readonly instead?: KeyErrorCode;
}

export const NOTHING: Contents = { keys: [], certificates: [] };

export const merge = (parts: readonly Contents[]): Contents => ({
  keys: parts.flatMap(({ keys }) => keys),
  certificates: parts.flatMap(({ certificates }) => certificates),
  instead: parts.find(({ instead }) => instead)?.instead,
});
