import { BerError, childrenOf, TAG, type Element } from './ber.js';

/** Object identifiers as the bytes they are written with. */
export const OID = {
  data: '2a864886f70d010701',
  envelopedData: '2a864886f70d010703',
  rsaPkcs1: '2a864886f70d010101',
  rsaOaep: '2a864886f70d010107',
  mgf1: '2a864886f70d010108',
  labelSpecified: '2a864886f70d010109',
  sha256: '608648016503040201',
  aes256Cbc: '60864801650304012a',
} as const;

const AES_BLOCK = 16;

/** The children of a sequence that begins with one of these identifiers. */
export const expectAlgorithm = (element: Element | undefined, what: string, ...oids: string[]): readonly Element[] => {
  const parts = element?.tag === TAG.sequence ? childrenOf(element) : [];
  const oid = parts[0]?.tag === TAG.oid ? parts[0].content.toString('hex') : '';
  if (!oids.includes(oid)) throw new BerError(`${what} is not the one SvarUt uses`);
  return parts;
};

/** The initialisation vector of AES-256-CBC. */
export const readContentAlgorithm = (element: Element): Buffer => {
  const [, iv] = expectAlgorithm(element, 'the content encryption', OID.aes256Cbc);
  if (iv?.tag !== TAG.octets || iv.content.length !== AES_BLOCK) throw new BerError('the IV is not of 16 bytes');
  return iv.content;
};

export type KeyTransport = 'oaep' | 'pkcs1';

/** RSAES-OAEP with SHA-256 for both its hashes and an empty label; by agreement, PKCS #1 v1.5 too. */
export const readKeyTransport = (element: Element | undefined, acceptPkcs1: boolean): KeyTransport => {
  const allowed = acceptPkcs1 ? [OID.rsaOaep, OID.rsaPkcs1] : [OID.rsaOaep];
  const [oid, parameters] = expectAlgorithm(element, 'the key transport', ...allowed);
  if (oid?.content.toString('hex') === OID.rsaPkcs1) return 'pkcs1';
  const named = parameters ? childrenOf(parameters) : [];
  const parameter = (number: number) => {
    const found = named.find(({ tag }) => tag === TAG.constructed(number));
    return found && childrenOf(found)[0];
  };
  // An absent hash means SHA-1.
  expectAlgorithm(parameter(0), 'the hash of OAEP', OID.sha256);
  const [, maskHash] = expectAlgorithm(parameter(1), 'the mask of OAEP', OID.mgf1);
  expectAlgorithm(maskHash, 'the hash of the mask of OAEP', OID.sha256);
  const label = parameter(2);
  if (label) {
    const [, value] = expectAlgorithm(label, 'the source of the label', OID.labelSpecified);
    if (value && value.content.length > 0) throw new BerError('OAEP has a label');
  }
  return 'oaep';
};
