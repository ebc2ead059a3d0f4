/**
 * What Maskinporten asks of a key (fact sheet maskinporten §2, §5), and that its parts belong together.
 */
import type { KeyObject } from 'node:crypto';
import { keyError } from './keyError';

const MIN_BITS = 2048;
/** OpenSSL verifies no longer ones; signing with one would stop everything else for seconds. */
const MAX_BITS = 16_384;

const numberIn = (part = ''): bigint => BigInt(`0x${Buffer.from(part, 'base64url').toString('hex')}`);

/**
 * After one wrong character each part can still be read, and OpenSSL signs with what is left; the public half would be
 * another than the one that is registered, or the key fail another day.
 */
const isConsistent = (key: KeyObject): boolean => {
  try {
    const jwk = key.export({ format: 'jwk' });
    const [n, e, d] = [numberIn(jwk.n), numberIn(jwk.e), numberIn(jwk.d)];
    const [p, q] = [numberIn(jwk.p), numberIn(jwk.q)];
    return (
      p * q === n &&
      (e * d) % (p - 1n) === 1n &&
      (e * d) % (q - 1n) === 1n &&
      numberIn(jwk.dp) === d % (p - 1n) &&
      numberIn(jwk.dq) === d % (q - 1n) &&
      (numberIn(jwk.qi) * q) % p === 1n
    );
  } catch {
    return false;
  }
};

/** @throws ServiceError ERR_KEY_ALGORITHM, ERR_KEY_NOT_RSA, ERR_KEY_TOO_SHORT, ERR_KEY_TOO_LARGE, ERR_KEY_DAMAGED */
export const checkRsaKey = (key: KeyObject): void => {
  if (key.asymmetricKeyType === 'rsa-pss') throw keyError('ERR_KEY_ALGORITHM');
  if (key.asymmetricKeyType !== 'rsa') throw keyError('ERR_KEY_NOT_RSA');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < MIN_BITS) throw keyError('ERR_KEY_TOO_SHORT');
  if (bits > MAX_BITS) throw keyError('ERR_KEY_TOO_LARGE');
  if (!isConsistent(key)) throw keyError('ERR_KEY_DAMAGED');
};
