/**
 * Whom documents are encrypted for: a certificate, because CMS names the recipient by its issuer and serial number
 * (fact sheet svarut §6).
 */
import { X509Certificate, type KeyObject } from 'node:crypto';
import { ServiceError } from '../../http/serviceError';
import { keyUsagesOf } from '../../maskinporten/keys/certificates';
import { Der } from '../../maskinporten/keys/der';

export interface RecipientKey {
  readonly publicKey: KeyObject;
  /** In DER, one after the other, as they are written in the certificate. */
  readonly issuerAndSerial: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly validTo: number;
}

const ASK_KS = 'Ask KS for help, and send the letter when they have mended it.';

const FAULTS = {
  unreadable: {
    message: 'What SvarUt gives out as its key for encryption is neither a certificate nor a key.',
    action: 'Check that no proxy or firewall answers in its place, then run it again; if it goes on, ask KS for help.',
  },
  bareKey: {
    message:
      'SvarUt gives out its key for encryption without a certificate, and only a certificate tells how to name its owner.',
    action: ASK_KS,
  },
  notRsa: {
    message: "SvarUt's key for encryption is not an RSA key, and letters are encrypted with RSA only.",
    action: ASK_KS,
  },
  tooShort: {
    message: "SvarUt's key for encryption is shorter than 2048 bits, which is not safe.",
    action: ASK_KS,
  },
  notForEncryption: {
    message: "SvarUt's certificate for encryption says that its key is not for encryption.",
    action: ASK_KS,
  },
  notYetValid: {
    message: "SvarUt's certificate for encryption is not valid yet.",
    action: 'Check the clock of this machine; if it is right, ask KS for help.',
  },
  expired: {
    message: "SvarUt's certificate for encryption has expired.",
    action: 'Check the clock of this machine; if it is right, ask KS for help.',
  },
} as const satisfies Record<string, { message: string; action: string }>;

const refuse = (fault: keyof typeof FAULTS): never => {
  const { message, action } = FAULTS[fault];
  throw new ServiceError('ERR_ENCRYPTION_KEY', message, action, { service: 'svarut' });
};

const MIN_BITS = 2048;

/** The number of the version, where there is one, and the extensions are in brackets; the rest has its place. */
const issuerAndSerialOf = ({ raw }: X509Certificate): Buffer => {
  const [serial, , issuer] = Der.read(raw)
    .at(0)
    .children.filter(({ tag }) => tag !== 'C');
  return Buffer.concat([issuer, serial].map((part) => part?.encoded ?? Buffer.alloc(0)));
};

const parse = (bytes: Uint8Array) => {
  try {
    const certificate = new X509Certificate(bytes);
    const { publicKey, validFrom, validTo } = certificate;
    return {
      publicKey,
      issuerAndSerial: issuerAndSerialOf(certificate),
      usages: keyUsagesOf(certificate),
      validFrom: Date.parse(validFrom),
      validTo: Date.parse(validTo),
    };
  } catch {
    // What a parser says of it is of no use to anyone who can act.
    return undefined;
  }
};

const BARE_PEM = /-----BEGIN (?:RSA )?PUBLIC KEY-----/;
/** By the tags of its parts: for all kinds of keys (X.509), and for RSA alone (PKCS#1). */
const BARE_DER = /^(?:SB|II)$/;

const isBareKey = (bytes: Uint8Array): boolean =>
  BARE_PEM.test(new TextDecoder().decode(bytes)) || BARE_DER.test(Der.parse(bytes)?.shape ?? '');

/**
 * @param bytes a certificate, as PEM or DER
 * @param nowMs milliseconds since the epoch
 * @throws ServiceError ERR_ENCRYPTION_KEY, with a sentence for each fault
 */
export const readRecipientKey = (bytes: Uint8Array, nowMs: number): RecipientKey => {
  const { publicKey, issuerAndSerial, usages, validFrom, validTo } =
    parse(bytes) ?? refuse(isBareKey(bytes) ? 'bareKey' : 'unreadable');
  if (publicKey.asymmetricKeyType !== 'rsa') refuse('notRsa');
  if ((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_BITS) refuse('tooShort');
  if (usages && !usages.includes('keyEncipherment') && !usages.includes('dataEncipherment')) refuse('notForEncryption');
  if (nowMs < validFrom) refuse('notYetValid');
  if (nowMs > validTo) refuse('expired');
  return { publicKey, issuerAndSerial, validTo };
};
