/**
 * A JWK, or the right one of a JWKS (fact sheet maskinporten §6).
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod/v4';
import { decodeBase64 } from './base64';
import { readCertificate } from './certificates';
import { SIGNING_ALGORITHMS, type Contents } from './contents';
import type { ServiceError } from '../../http/serviceError';
import { keyError } from './keyError';
import { listed, quoted } from './listed';

const text = z.string().optional();
const jwkSchema = z.looseObject({
  kty: z.string(),
  kid: text,
  use: text,
  alg: text,
  key_ops: z.array(z.string()).optional(),
  x5c: z.array(z.string()).optional(),
  d: text,
  p: text,
  q: text,
  dp: text,
  dq: text,
  qi: text,
});
type Jwk = z.infer<typeof jwkSchema>;

const ENCRYPTS = /^(?:RSA-OAEP|RSA1_5)/;

const isForEncryption = ({ use, alg, key_ops }: Jwk): boolean =>
  use === 'enc' || ENCRYPTS.test(alg ?? '') || (key_ops !== undefined && !key_ops.includes('sign'));

const createKey = (key: Jwk): KeyObject => {
  try {
    return createPrivateKey({ key, format: 'jwk' });
  } catch {
    throw keyError('ERR_KEY_DAMAGED');
  }
};

const readJwk = (jwk: Jwk): Contents => {
  const { kty, kid, d, p, q, dp, dq, qi, x5c = [] } = jwk;
  if (kty !== 'RSA') throw keyError('ERR_KEY_NOT_RSA');
  if (d === undefined) throw keyError('ERR_KEY_PUBLIC');
  if (isForEncryption(jwk)) throw keyError('ERR_KEY_FOR_ENCRYPTION');
  const alg = SIGNING_ALGORITHMS.find((name) => name === jwk.alg);
  if (jwk.alg !== undefined && !alg) throw keyError('ERR_KEY_ALGORITHM');
  if ([p, q, dp, dq, qi].includes(undefined)) throw keyError('ERR_KEY_INCOMPLETE');
  return {
    keys: [{ key: createKey(jwk), kid, alg }],
    certificates: x5c.map((entry) => ({ certificate: readCertificate(decodeBase64(entry) ?? Buffer.alloc(0)) })),
  };
};

const isPrivate = ({ d }: Jwk): boolean => d !== undefined;
const signs = (jwk: Jwk): boolean => isPrivate(jwk) && jwk.kty === 'RSA' && !isForEncryption(jwk);

const askForKeyId = (code: 'ERR_KEY_AMBIGUOUS' | 'ERR_KEY_ID_UNKNOWN', keys: readonly Jwk[]): ServiceError => {
  const kids = keys.flatMap(({ kid }) => kid ?? []);
  return keyError(
    code,
    kids.length ? { field: 'keyId', action: `Fill in one of these key ids: ${listed(kids.map(quoted))}.` } : {},
  );
};

/** Sets from tools hold the private and the public form of a key under one id. */
const best = (keys: readonly Jwk[]): Jwk | undefined => keys.find(signs) ?? keys.find(isPrivate) ?? keys[0];

const choose = (keys: readonly Jwk[], keyId: string): Jwk => {
  const signing = keys.filter(signs);
  const named = best(keys.filter(({ kid }) => keyId !== '' && kid === keyId));
  if (named) return named;
  const candidates = keyId === '' ? signing : signing.filter(({ kid }) => kid === undefined);
  if (candidates.length > 1) throw askForKeyId('ERR_KEY_AMBIGUOUS', candidates);
  if (candidates.length === 0 && signing.length > 0) throw askForKeyId('ERR_KEY_ID_UNKNOWN', signing);
  const chosen = best(candidates) ?? best(keys);
  if (!chosen) throw keyError('ERR_KEY_MISSING');
  return chosen;
};

const parseJson = (pasted: string): unknown => {
  try {
    // Mail programs break lines inside the values, too, and no part of a key has any.
    return JSON.parse(pasted.replace(/[\r\n\t]+/g, ''));
  } catch {
    throw keyError('ERR_KEY_DAMAGED');
  }
};

const jwksSchema = z.looseObject({ keys: z.array(jwkSchema) });

/**
 * @param pasted JSON text
 * @param keyId which entry of a JWKS; empty to take the only one that can be used
 * @throws ServiceError with the code of what is wrong
 */
export const readJson = (pasted: string, keyId: string): Contents => {
  const json = parseJson(pasted);
  const jwk = jwkSchema.safeParse(json);
  if (jwk.success) return readJwk(jwk.data);
  const jwks = jwksSchema.safeParse(json);
  if (jwks.success) return readJwk(choose(jwks.data.keys, keyId));
  throw keyError('ERR_KEY_FORMAT');
};
