/**
 * From a pasted text to the keys and certificates in it, whatever it was wrapped in on its way (fact sheet maskinporten §6).
 */
import { decodeBase64 } from './base64';
import type { Contents } from './contents';
import { Der } from './der';
import { readDer } from './derFormats';
import { readJson } from './jwk';
import { keyError, type KeyErrorCode } from './keyError';
import { withinAllowance } from './pbe';
import { looksLikePem, readPem } from './pem';

/** Characters; a PKCS#12 file with three keys and their chains has some 20 000. */
const LONGEST = 256 * 1024;

interface HowToRead {
  readonly passphrase: string;
  /** Which key of a JWKS; may be empty. */
  readonly keyId: string;
}

const parseString = (text: string): string => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
};

const AROUND = '[\\s"\'`“”‘’]';
/** That nothing like it may stand before the end keeps a long run of blanks inside from being tried from each of them. */
const WRAPPING = new RegExp(`^${AROUND}+|(?<!${AROUND})${AROUND}+$`, 'g');
const WRITTEN_BREAK = /(?<!\\)\\+[rn]/g;

/** Takes off what comes along from files of settings and word processors; a byte order mark counts as a blank. */
const unwrap = (text: string): string => parseString(text.trim()).replace(WRITTEN_BREAK, '\n').replace(WRAPPING, '');

/** Recognised, but in no form that can be read here. */
const OTHERS: readonly (readonly [sign: RegExp, code: KeyErrorCode])[] = [
  [/^PuTTY-User-Key-File-/, 'ERR_KEY_PUTTY'],
  [/^(?:(?:ssh|ecdsa)-[\w-]+ AAAA|---- BEGIN SSH2 PUBLIC)/, 'ERR_KEY_PUBLIC'],
  [/\bkty"/, 'ERR_KEY_DAMAGED'],
];

/** A SEQUENCE of a length that needs more than one byte, as everything of the size of a key begins. */
const beginsLikeDer = (bytes: Buffer): boolean => bytes[0] === 0x30 && ((bytes[1] ?? 0) & 0xf8) === 0x80;

/** PowerShell writes UTF-16 where nothing else is asked for. */
const textIn = (bytes: Buffer): string => bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');

const readText = (pasted: string, how: HowToRead, isDecoded: boolean): Contents => {
  const text = unwrap(pasted);
  if (text === '') throw keyError('ERR_KEY_MISSING');
  if (text.startsWith('{')) return readJson(text, how.keyId);
  if (looksLikePem(text)) return readPem(text, how.passphrase);
  const [, other] = OTHERS.find(([sign]) => sign.test(text)) ?? [];
  if (other) throw keyError(other);
  const bytes = decodeBase64(text);
  if (bytes && beginsLikeDer(bytes)) return readDer(Der.read(bytes), how.passphrase);
  if (bytes && !isDecoded) return readText(textIn(bytes), how, true);
  throw keyError('ERR_KEY_FORMAT');
};

/** @throws ServiceError with the code of what is wrong */
export const readPasted = (text: string, how: HowToRead): Contents => {
  if (text.length > LONGEST) throw keyError('ERR_KEY_TOO_LARGE');
  return withinAllowance(() => readText(text, how, false));
};
