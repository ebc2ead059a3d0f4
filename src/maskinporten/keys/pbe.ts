/**
 * Opening what a passphrase hides: PBES2 (RFC 8018) and the older ways of PKCS#12 (RFC 7292 appendix C).
 */
import { pbkdf2Sync, scryptSync } from 'node:crypto';
import {
  AES_128,
  AES_192,
  AES_256,
  RC2_128,
  RC2_40,
  requireVector,
  requireWholeBlocks,
  TRIPLE_DES,
  TWO_KEY_TRIPLE_DES,
  type Cipher,
} from './ciphers';
import { Der } from './der';
import { keyError } from './keyError';
import { derivePkcs12, PURPOSE } from './pkcs12Kdf';

/** undefined is no passphrase at all; PKCS#12 tells it from an empty one, and both occur where none was chosen. */
export type Passphrase = string | undefined;

export const passphrasesToTry = (passphrase: string): readonly Passphrase[] =>
  passphrase === '' ? [undefined, ''] : [passphrase];

/** @throws ServiceError ERR_KEY_PASSPHRASE_MISSING, ERR_KEY_PASSPHRASE_WRONG */
export const refusePassphrase = (tried: readonly Passphrase[]): never => {
  throw keyError(tried.some(Boolean) ? 'ERR_KEY_PASSPHRASE_WRONG' : 'ERR_KEY_PASSPHRASE_MISSING');
};

/**
 * In iterations of PBKDF2, for all that is opened in one paste: more would stop everything else on this machine for many
 * seconds. Common are some thousands for each of a handful of boxes.
 */
const MOST_WORK = 5_000_000;
/** PKCS#12's own derivation is done here and not in OpenSSL, which takes ten times as long. */
const PKCS12_COST = 10;
/** N times r times p, against one iteration. */
const SCRYPT_COST = 20;
const SCRYPT_BYTES = 2 ** 26;

let workLeft = MOST_WORK;

/** What is opened meanwhile shares one allowance; reading a key never waits, so no two do at once. */
export const withinAllowance = <T>(open: () => T): T => {
  workLeft = MOST_WORK;
  return open();
};

const spend = (iterations: number, cost: number): number => {
  if (!(iterations >= 1)) throw keyError('ERR_KEY_DAMAGED');
  workLeft -= iterations * cost;
  if (workLeft < 0) throw keyError('ERR_KEY_TOO_LARGE');
  return iterations;
};

export const pkcs12Iterations = (count: Der): number => spend(count.integer, PKCS12_COST);

const known = <T>(table: Readonly<Record<string, T>>, algorithm: Der): T => {
  const found = table[algorithm.at(0).oid];
  if (found === undefined) throw keyError('ERR_KEY_CIPHER');
  return found;
};

interface Scheme {
  readonly cipher: Cipher;
  readonly keyFrom: (passphrase: Passphrase) => Buffer;
  readonly ivFrom: (passphrase: Passphrase) => Buffer;
}

const pkcs12Scheme =
  (cipher: Cipher) =>
  (parameters: Der): Scheme => {
    const shared = {
      digest: 'sha1',
      salt: parameters.at(0).octets,
      iterations: pkcs12Iterations(parameters.at(1)),
    } as const;
    return {
      cipher,
      keyFrom: (passphrase) => derivePkcs12({ ...shared, passphrase, purpose: PURPOSE.key, length: cipher.keyBytes }),
      ivFrom: (passphrase) => derivePkcs12({ ...shared, passphrase, purpose: PURPOSE.iv, length: cipher.blockBytes }),
    };
  };

type Derivation = (passphrase: string, length: number) => Buffer;

const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const pbkdf2 = (parameters: Der): Derivation => {
  const salt = parameters.at(0).octets;
  const iterations = spend(parameters.at(1).integer, 1);
  // Both the key's length and the function may be left out.
  const prf = parameters.children.find(({ tag }) => tag === 'S');
  const digest = prf ? known(PRFS, prf) : 'sha1';
  return (passphrase, length) => pbkdf2Sync(passphrase, salt, iterations, length, digest);
};

const scrypt = (parameters: Der): Derivation => {
  const salt = parameters.at(0).octets;
  const [N, r, p] = [parameters.at(1).integer, parameters.at(2).integer, parameters.at(3).integer];
  spend(N * r * p, SCRYPT_COST);
  return (passphrase, length) => scryptSync(passphrase, salt, length, { N, r, p, maxmem: SCRYPT_BYTES });
};

const DERIVATIONS: Readonly<Record<string, (parameters: Der) => Derivation>> = {
  '1.2.840.113549.1.5.12': pbkdf2,
  '1.3.6.1.4.1.11591.4.11': scrypt,
};

const PBES2_CIPHERS: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.3.7': TRIPLE_DES,
  '2.16.840.1.101.3.4.1.2': AES_128,
  '2.16.840.1.101.3.4.1.22': AES_192,
  '2.16.840.1.101.3.4.1.42': AES_256,
};

const pbes2Scheme = (parameters: Der): Scheme => {
  const [derivation, encryption] = [parameters.at(0), parameters.at(1)];
  const derive = known(DERIVATIONS, derivation)(derivation.at(1));
  const cipher = known(PBES2_CIPHERS, encryption);
  const iv = requireVector(encryption.at(1).octets, cipher);
  return { cipher, keyFrom: (passphrase = '') => derive(passphrase, cipher.keyBytes), ivFrom: () => iv };
};

const SCHEMES: Readonly<Record<string, (parameters: Der) => Scheme>> = {
  '1.2.840.113549.1.5.13': pbes2Scheme,
  '1.2.840.113549.1.12.1.3': pkcs12Scheme(TRIPLE_DES),
  '1.2.840.113549.1.12.1.4': pkcs12Scheme(TWO_KEY_TRIPLE_DES),
  '1.2.840.113549.1.12.1.5': pkcs12Scheme(RC2_128),
  '1.2.840.113549.1.12.1.6': pkcs12Scheme(RC2_40),
};

/** Padding can look right by chance after a wrong key; that what comes out is DER cannot. */
const attempt = (decrypt: () => Buffer): Der | undefined => {
  try {
    return Der.parse(decrypt());
  } catch {
    return undefined;
  }
};

/** Opens with the first passphrase whose attempt comes to DER. */
export const openWith = (passphrases: readonly Passphrase[], decrypt: (passphrase: Passphrase) => Buffer): Der => {
  for (const passphrase of passphrases) {
    const opened = attempt(() => decrypt(passphrase));
    if (opened) return opened;
  }
  return refusePassphrase(passphrases);
};

/**
 * @param algorithm the AlgorithmIdentifier that says how it was hidden
 * @throws ServiceError ERR_KEY_PASSPHRASE_MISSING, ERR_KEY_PASSPHRASE_WRONG, ERR_KEY_CIPHER, ERR_KEY_TOO_LARGE, ERR_KEY_DAMAGED
 */
export const unlock = (algorithm: Der, hidden: Buffer, passphrases: readonly Passphrase[]): Der => {
  const { cipher, keyFrom, ivFrom } = known(SCHEMES, algorithm)(algorithm.at(1));
  requireWholeBlocks(hidden, cipher);
  return openWith(passphrases, (passphrase) => cipher.decrypt(keyFrom(passphrase), ivFrom(passphrase), hidden));
};
