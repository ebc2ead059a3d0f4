/**
 * PKCS#12, the .p12 and .pfx files of Buypass, Commfides and Windows (RFC 7292).
 */
import { createHmac } from 'node:crypto';
import { readCertificate } from './certificates';
import { merge, NOTHING, type Contents } from './contents';
import { Der } from './der';
import { keyError } from './keyError';
import { passphrasesToTry, pkcs12Iterations, refusePassphrase, unlock, type Passphrase } from './pbe';
import { derivePkcs12, PURPOSE, type Pkcs12Derivation } from './pkcs12Kdf';
import { readPkcs8 } from './privateKey';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';

const MAC_DIGESTS: Readonly<Record<string, { readonly digest: Pkcs12Derivation['digest']; readonly bytes: number }>> = {
  '1.3.14.3.2.26': { digest: 'sha1', bytes: 20 },
  '2.16.840.1.101.3.4.2.4': { digest: 'sha224', bytes: 28 },
  '2.16.840.1.101.3.4.2.1': { digest: 'sha256', bytes: 32 },
  '2.16.840.1.101.3.4.2.2': { digest: 'sha384', bytes: 48 },
  '2.16.840.1.101.3.4.2.3': { digest: 'sha512', bytes: 64 },
};

/**
 * The passphrases the seal over the file does not rule out. Without a seal, or with one of a newer kind (PBMAC1), opening
 * what is inside decides.
 */
const confirmed = (
  macData: Der | undefined,
  content: Buffer,
  passphrases: readonly Passphrase[],
): readonly Passphrase[] => {
  const mac = macData && MAC_DIGESTS[macData.at(0, 0, 0).oid];
  if (!mac) return passphrases;
  const { digest, bytes: length } = mac;
  const count = macData.children[2];
  const derivation = {
    digest,
    length,
    purpose: PURPOSE.mac,
    salt: macData.at(1).octets,
    iterations: count ? pkcs12Iterations(count) : 1,
  };
  const expected = macData.at(0, 1).octets;
  const right = passphrases.filter((passphrase) =>
    createHmac(digest, derivePkcs12({ ...derivation, passphrase }))
      .update(content)
      .digest()
      .equals(expected),
  );
  return right.length ? right : refusePassphrase(passphrases);
};

const friendlyName = (bag: Der): string | undefined => {
  const attributes = bag.children[2]?.children ?? [];
  return attributes.find((attribute) => attribute.at(0).oid === FRIENDLY_NAME)?.at(1, 0).text;
};

type ReadBag = (value: Der, name: string | undefined, passphrases: readonly Passphrase[]) => Contents;

const aKey = (der: Der, name: string | undefined): Contents => ({ ...NOTHING, keys: [{ key: readPkcs8(der), name }] });

const readCertificateBag: ReadBag = (value, name) =>
  value.at(0).oid === X509_CERTIFICATE
    ? { ...NOTHING, certificates: [{ certificate: readCertificate(value.at(1, 0).octets), name }] }
    : NOTHING;

/** Other bags hold what is neither a key nor a certificate. */
const BAGS: Readonly<Record<string, ReadBag>> = {
  '1.2.840.113549.1.12.10.1.1': aKey,
  '1.2.840.113549.1.12.10.1.2': (value, name, passphrases) =>
    aKey(unlock(value.at(0), value.at(1).octets, passphrases), name),
  '1.2.840.113549.1.12.10.1.3': readCertificateBag,
  '1.2.840.113549.1.12.10.1.6': (value, _name, passphrases) => readBags(value, passphrases),
};

const readBags = (bags: Der, passphrases: readonly Passphrase[]): Contents =>
  merge(bags.children.map((bag) => BAGS[bag.at(0).oid]?.(bag.at(1, 0), friendlyName(bag), passphrases) ?? NOTHING));

const openContent = (content: Der, passphrases: readonly Passphrase[]): Der => {
  const type = content.at(0).oid;
  if (type === DATA) return Der.read(content.at(1, 0).octets);
  if (type !== ENCRYPTED_DATA) throw keyError('ERR_KEY_CIPHER');
  const encrypted = content.at(1, 0, 1);
  return unlock(encrypted.at(1), encrypted.at(2).octets, passphrases);
};

/**
 * @param file the outermost element
 * @throws ServiceError ERR_KEY_PASSPHRASE_MISSING, ERR_KEY_PASSPHRASE_WRONG, ERR_KEY_CIPHER, ERR_KEY_TOO_LARGE,
 * ERR_KEY_DAMAGED, ERR_KEY_NOT_RSA, ERR_CERTIFICATE_UNREADABLE
 */
export const readPkcs12 = (file: Der, passphrase: string): Contents => {
  // Signed by someone instead of sealed with the passphrase: nobody is known to hand out such files.
  if (file.at(1, 0).oid !== DATA) throw keyError('ERR_KEY_CIPHER');
  const content = file.at(1, 1, 0).octets;
  const passphrases = confirmed(file.children[2], content, passphrasesToTry(passphrase));
  return merge(Der.read(content).children.map((part) => readBags(openContent(part, passphrases), passphrases)));
};
