/**
 * Everything that can be wrong with a pasted key, each with its own code and its two sentences. What was pasted is never
 * repeated, and no error of a parser is kept as the cause: it could quote the key.
 */
import { ServiceError, type ErrorCode } from '../../http/serviceError';

interface Refusal {
  readonly field: 'privateKey' | 'passphrase' | 'keyId' | 'certificate' | 'keyName';
  readonly message: string;
  readonly action: string;
}

const PASTE_PRIVATE =
  'Paste the private key as you were given it: PEM with its BEGIN and END lines, a JWK, or base64 of a .p12 or .pfx file.';
const PASTE_WHOLE = 'Copy the whole key again from where it was made, from its first character to its last.';

const REFUSALS = {
  ERR_KEY_MISSING: {
    field: 'privateKey',
    message: 'The Maskinporten credential has no private key.',
    action: PASTE_PRIVATE,
  },
  ERR_KEY_FORMAT: {
    field: 'privateKey',
    message: 'What was pasted as the Maskinporten key is in no known key format.',
    action: PASTE_PRIVATE,
  },
  ERR_KEY_DAMAGED: {
    field: 'privateKey',
    message: 'The Maskinporten key is cut off or damaged.',
    action: PASTE_WHOLE,
  },
  ERR_KEY_TOO_LARGE: {
    field: 'privateKey',
    message: 'The Maskinporten key is larger, or asks for more work to open, than any real key.',
    action: 'Paste one key alone, at most 256 kB and 16384 bits, encrypted with fewer iterations (openssl uses 2048).',
  },
  ERR_KEY_PUBLIC: {
    field: 'privateKey',
    message: 'The Maskinporten key is the public half of a key pair.',
    action: PASTE_PRIVATE,
  },
  ERR_KEY_IS_CERTIFICATE: {
    field: 'privateKey',
    message: 'What was pasted as the Maskinporten key holds certificates, but no private key.',
    action: 'Paste the private key, or base64 of the .p12 or .pfx file; a certificate alone has a field of its own.',
  },
  ERR_KEY_IS_REQUEST: {
    field: 'privateKey',
    message: 'What was pasted as the Maskinporten key is a certificate request.',
    action: 'Paste the private key that was made together with the request.',
  },
  ERR_KEY_OPENSSH: {
    field: 'privateKey',
    message: "The Maskinporten key is in OpenSSH's own format.",
    action: 'Turn it into PEM with "ssh-keygen -p -m PKCS8 -f" on a copy of the file, and paste the result.',
  },
  ERR_KEY_PUTTY: {
    field: 'privateKey',
    message: "The Maskinporten key is in PuTTY's own format.",
    action: 'Open it in PuTTYgen, choose "Export OpenSSH key" under Conversions, and paste the result.',
  },
  ERR_KEY_NOT_RSA: {
    field: 'privateKey',
    message: 'The Maskinporten key is not an RSA key.',
    action: 'Make an RSA key of 2048 bits or more; Maskinporten takes no other kind.',
  },
  ERR_KEY_TOO_SHORT: {
    field: 'privateKey',
    message: 'The Maskinporten key is shorter than 2048 bits.',
    action: 'Make an RSA key of 2048 bits or more and register its public half.',
  },
  ERR_KEY_FOR_ENCRYPTION: {
    field: 'privateKey',
    message: 'The Maskinporten key, or its certificate, is marked for encryption.',
    action: 'Use the key that is marked for signing or authentication ("use": "sig", or key usage digitalSignature).',
  },
  ERR_KEY_ALGORITHM: {
    field: 'privateKey',
    message: 'The Maskinporten key is marked for a signature algorithm that Maskinporten does not take.',
    action: 'Use a key for RS256, RS384 or RS512.',
  },
  ERR_KEY_INCOMPLETE: {
    field: 'privateKey',
    message: 'The JWK in the Maskinporten credential lacks parts of the private key (p, q, dp, dq and qi).',
    action:
      'Export it again with all its private parts (mkjwk shows them under "Public and Private Keypair"), or paste the PEM it was made from.',
  },
  ERR_KEY_PASSPHRASE_MISSING: {
    field: 'passphrase',
    message: 'The Maskinporten key is protected with a passphrase.',
    action: 'Fill in the passphrase in the Maskinporten credential.',
  },
  ERR_KEY_PASSPHRASE_WRONG: {
    field: 'passphrase',
    message: 'The passphrase does not open the Maskinporten key.',
    action: 'Check the passphrase; if it is right, the key was damaged on the way and must be copied again.',
  },
  ERR_KEY_CIPHER: {
    field: 'privateKey',
    message: 'The Maskinporten key is encrypted in a way that cannot be opened here.',
    action: 'Encrypt it again with AES-256 (openssl pkcs8 -topk8, or openssl pkcs12 -export), and paste the result.',
  },
  ERR_KEY_AMBIGUOUS: {
    field: 'keyName',
    message: 'The Maskinporten credential holds several keys, and it is not clear which one to use.',
    action: 'Paste only the key to use.',
  },
  ERR_KEY_NAME_UNKNOWN: {
    field: 'keyName',
    message: 'None of the keys in the Maskinporten credential has the given key name.',
    action: 'Leave the key name empty; it is only for files with several keys that have names.',
  },
  ERR_KEY_ID_MISSING: {
    field: 'keyId',
    message: 'The Maskinporten credential has neither a key id (kid) nor a certificate.',
    action: "Fill in the key id shown beside the key in Digdir's portal, or add the enterprise certificate of the key.",
  },
  ERR_KEY_ID_UNKNOWN: {
    field: 'keyId',
    message: 'None of the keys in the JWKS has the given key id.',
    action: 'Give the key id of one of them.',
  },
  ERR_KEY_IN_CERTIFICATE: {
    field: 'certificate',
    message: 'The certificate field of the Maskinporten credential holds a private key.',
    action:
      'Move the whole text to the field for the private key, which is kept secret, and empty the certificate field. Have the key replaced if others could read it there.',
  },
  ERR_CERTIFICATE_UNREADABLE: {
    field: 'certificate',
    message: 'A certificate in the Maskinporten credential cannot be read.',
    action: 'Paste it as PEM with its BEGIN and END lines, or as base64 of the .cer or .crt file.',
  },
  ERR_CERTIFICATE_MISMATCH: {
    field: 'certificate',
    message: 'No certificate in the Maskinporten credential belongs to the private key.',
    action: 'Paste the certificate that was issued for this key, or leave it out and fill in a key id.',
  },
  ERR_CERTIFICATE_EXPIRED: {
    field: 'certificate',
    message: 'The certificate in the Maskinporten credential has expired.',
    action: 'Put the new certificate and its key in the credential; Maskinporten takes no expired one.',
  },
  ERR_CERTIFICATE_NOT_YET_VALID: {
    field: 'certificate',
    message: 'The certificate in the Maskinporten credential is not valid yet.',
    action: 'Wait until it is, and check the clock of this machine.',
  },
} as const satisfies Partial<Record<ErrorCode, Refusal>>;

export type KeyErrorCode = keyof typeof REFUSALS;

/** @param better in place of the usual advice, where the case allows a more precise one */
export const keyError = (code: KeyErrorCode, better: Partial<Pick<Refusal, 'field' | 'action'>> = {}): ServiceError => {
  const { message, action, field } = { ...REFUSALS[code], ...better };
  return new ServiceError(code, message, action, { service: 'maskinporten', field });
};
