/**
 * PEM as people have it: several blocks in any order with text between them, and without the line breaks that a field of one
 * line has turned into blanks or swallowed.
 */
import { decodeBase64 } from './base64';
import { readCertificate } from './certificates';
import { merge, NOTHING, type Contents } from './contents';
import { Der } from './der';
import { readDekHeader, unlockDek } from './dek';
import { readDer } from './derFormats';
import { keyError } from './keyError';

export const looksLikePem = (text: string): boolean => /-----\s*(?:BEGIN|END)/.test(text);

interface Block {
  /** Without blanks, which are lost first. */
  readonly label: string;
  readonly body: string;
  /** Text between this block and the one before, where OpenSSL writes the attributes of PKCS#12. */
  readonly before: string;
}

const MARKER = /-----\s*(BEGIN|END)([^-]{0,60})-----/;

const labelOf = (text: string | undefined): string => text?.replace(/\s/g, '') ?? '';

/** A marker that lost one of its dashes is none, and what it marks must not be passed over. */
const betweenBlocks = (text: string): string => {
  if (looksLikePem(text)) throw keyError('ERR_KEY_DAMAGED');
  return text;
};

const readBlocks = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  const [first = '', ...rest] = text.split(MARKER);
  let before = betweenBlocks(first);
  for (let i = 0; i < rest.length; i += 6) {
    const [begin, label, body = '', end, endLabel, after = ''] = rest.slice(i, i + 6);
    if (begin !== 'BEGIN' || end !== 'END' || labelOf(label) !== labelOf(endLabel)) throw keyError('ERR_KEY_DAMAGED');
    blocks.push({ label: labelOf(label), body, before });
    before = betweenBlocks(after);
  }
  return blocks;
};

const FRIENDLY_NAME = /friendlyName:([^\n]{1,200})/;
/** What OpenSSL writes next, where the line breaks are lost. */
const AFTER_NAME = /localKeyID|Microsoft|Key Attributes|subject=/;

const friendlyNameIn = (text: string): string | undefined => {
  const line = FRIENDLY_NAME.exec(text)?.[1];
  return line?.split(AFTER_NAME)[0]?.trim() || undefined;
};

const readKeyBlock = (body: string, passphrase: string): Contents => {
  const dek = readDekHeader(body);
  const bytes = decodeBase64(dek?.body ?? body);
  if (!bytes) throw keyError('ERR_KEY_DAMAGED');
  return readDer(dek ? unlockDek(dek, bytes, passphrase) : Der.read(bytes), passphrase);
};

const readCertificateBlock = (body: string): Contents => ({
  ...NOTHING,
  certificates: [{ certificate: readCertificate(decodeBase64(body) ?? Buffer.alloc(0)) }],
});

const readBlock = ({ label, body, before }: Block, passphrase: string): Contents => {
  if (label.endsWith('PARAMETERS')) return NOTHING;
  if (label === 'OPENSSHPRIVATEKEY') return { ...NOTHING, instead: 'ERR_KEY_OPENSSH' };
  if (label.endsWith('CERTIFICATE')) return readCertificateBlock(body);
  const { keys, ...others } = readKeyBlock(body, passphrase);
  const name = friendlyNameIn(before);
  return { ...others, keys: keys.map((found) => ({ name, ...found })) };
};

/** @throws ServiceError with the code of what is wrong */
export const readPem = (text: string, passphrase: string): Contents =>
  merge(readBlocks(text).map((block) => readBlock(block, passphrase)));
