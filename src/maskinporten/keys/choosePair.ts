/**
 * Which key to use of several: the files of Buypass and Commfides usually hold one for authentication, one for signing and
 * one for encryption.
 */
import type { KeyObject, X509Certificate } from 'node:crypto';
import type { ServiceError } from '../../http/serviceError';
import { isOnlyForEncryption, keyUsagesOf, leafOf } from './certificates';
import type { Contents, FoundKey } from './contents';
import { keyError } from './keyError';
import { listed, quoted } from './listed';

export interface Pair {
  readonly found: FoundKey;
  /** The certificate of the key, where there is one. */
  readonly leaf?: X509Certificate;
  readonly name?: string;
}

/** Comparing keys of different kinds leaves an error behind in OpenSSL, for somebody else to stumble over. */
const isSame = (a: KeyObject, b: KeyObject): boolean => a.asymmetricKeyType === b.asymmetricKeyType && a.equals(b);

const pairUp = ({ keys, certificates }: Contents, nowMs: number): readonly Pair[] => {
  const different = keys.filter(({ key }, at) => keys.findIndex((other) => isSame(other.key, key)) === at);
  return different.map((found) => {
    const leaf = leafOf(
      found.key,
      certificates.map(({ certificate }) => certificate),
      nowMs,
    );
    const name = found.name ?? certificates.find(({ certificate }) => certificate === leaf)?.name;
    return { found, leaf, name };
  });
};

/** Those that are as wished, or all when none is. */
const preferring = (pairs: readonly Pair[], wished: (pair: Pair) => boolean): readonly Pair[] => {
  const some = pairs.filter(wished);
  return some.length ? some : pairs;
};

const PREFERENCES: readonly ((pair: Pair) => boolean)[] = [
  ({ found }) => found.key.asymmetricKeyType === 'rsa',
  ({ leaf }) => !leaf || !isOnlyForEncryption(leaf),
  ({ leaf }) => !leaf || (keyUsagesOf(leaf)?.includes('digitalSignature') ?? true),
];

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const withoutZeros = (serial: string): string => serial.replace(/^0+/, '');

/** Serial numbers are shown in hexadecimal by some and in decimal by others, with and without zeros in front. */
const isNamed = ({ leaf, name }: Pair, wanted: string): boolean => {
  const serial = plain(leaf?.serialNumber ?? '');
  return (
    (name !== undefined && plain(name) === plain(wanted)) ||
    (serial !== '' && [withoutZeros(serial), BigInt(`0x${serial}`).toString()].includes(withoutZeros(plain(wanted))))
  );
};

/** With colons, as most show it; digits in a row would be taken for a person's number and hidden. */
const shownSerial = ({ serialNumber }: X509Certificate): string => serialNumber.match(/../g)?.join(':') ?? '';

/** undefined when nothing tells the key from another. */
const described = ({ leaf, name }: Pair): string | undefined => {
  if (!leaf) return name && quoted(name);
  const facts = [...(keyUsagesOf(leaf) ?? []), `serial number ${shownSerial(leaf)}`].join(', ');
  return `${name ? quoted(name) : 'one without a name'} (${facts})`;
};

const askForName = (code: 'ERR_KEY_AMBIGUOUS' | 'ERR_KEY_NAME_UNKNOWN', pairs: readonly Pair[]): ServiceError => {
  const choices = pairs.flatMap((pair) => described(pair) ?? []);
  if (pairs.length < 2 || choices.length === 0) return keyError(code);
  return keyError(code, {
    action: `Turn on the expert settings and fill in, as the key name, the name or serial number of one of these: ${listed(choices)}.`,
  });
};

/**
 * @param keyName friendly name of the key or serial number of its certificate; empty to choose by what the keys are for
 * @returns undefined when there is no key at all
 * @throws ServiceError ERR_KEY_AMBIGUOUS, ERR_KEY_NAME_UNKNOWN
 */
export const choosePair = (contents: Contents, keyName: string, nowMs: number): Pair | undefined => {
  const pairs = pairUp(contents, nowMs);
  const named = keyName === '' ? pairs : pairs.filter((pair) => isNamed(pair, keyName));
  // Some issuers give all keys of a file the same name.
  const candidates = PREFERENCES.reduce(preferring, named);
  if (candidates.length > 1) throw askForName('ERR_KEY_AMBIGUOUS', candidates);
  if (candidates.length === 0 && pairs.length > 0) throw askForName('ERR_KEY_NAME_UNKNOWN', pairs);
  return candidates[0];
};
