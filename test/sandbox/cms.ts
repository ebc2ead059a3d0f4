/** CMS enveloped data for SvarUt, right in everything except what a test changes. */
import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';
import {
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Set,
  type AsnType,
} from 'asn1js';
import type { Caller } from './caller';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  rsa: '1.2.840.113549.1.1.1',
  rsaOaep: '1.2.840.113549.1.1.7',
  mgf1: '1.2.840.113549.1.1.8',
  label: '1.2.840.113549.1.1.9',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  aes128Cbc: '2.16.840.1.101.3.4.1.2',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  aes256Gcm: '2.16.840.1.101.3.4.1.46',
};

export interface CmsChanges {
  readonly contentType?: string;
  readonly cipher?: string;
  readonly transport?: 'oaep' | 'oaep-sha1' | 'oaep-mgf-sha1' | 'oaep-label' | 'oaep-defaults' | 'pkcs1';
  readonly recipient?: 'issuerAndSerial' | 'keyIdentifier' | 'otherSerial' | 'none';
  /** Content in octet strings of so many bytes, without lengths further out. */
  readonly pieces?: number;
  readonly keyBytes?: number;
}

export const fetchCertificate = async (caller: Caller): Promise<X509Certificate> =>
  new X509Certificate((await caller.call('/svarut/forsendelse/publickey/hent')).body);

const oid = (value: string) => new ObjectIdentifier({ value });
const octets = (value: Uint8Array) => new OctetString({ valueHex: value });
const sequence = (...value: AsnType[]) => new Sequence({ value });
const context = (tagNumber: number, ...value: AsnType[]) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
const algorithm = (name: string, ...parameters: AsnType[]) => sequence(oid(name), ...parameters);

const oaepParameters = (hash: string, maskHash: string, ...more: AsnType[]) =>
  sequence(
    context(0, algorithm(hash, new Null())),
    context(1, algorithm(OID.mgf1, algorithm(maskHash, new Null()))),
    ...more,
  );

const TRANSPORTS: Record<NonNullable<CmsChanges['transport']>, () => AsnType> = {
  oaep: () => algorithm(OID.rsaOaep, oaepParameters(OID.sha256, OID.sha256)),
  'oaep-sha1': () => algorithm(OID.rsaOaep, oaepParameters(OID.sha1, OID.sha1)),
  'oaep-mgf-sha1': () => algorithm(OID.rsaOaep, oaepParameters(OID.sha256, OID.sha1)),
  'oaep-label': () =>
    algorithm(
      OID.rsaOaep,
      oaepParameters(OID.sha256, OID.sha256, context(2, algorithm(OID.label, octets(Buffer.from('x'))))),
    ),
  'oaep-defaults': () => algorithm(OID.rsaOaep, sequence()),
  pkcs1: () => algorithm(OID.rsa, new Null()),
};

const identifierOf = (certificate: X509Certificate, kind: CmsChanges['recipient']): AsnType => {
  const childrenOf = (value: any): any[] => value.valueBlock.value;
  const [toBeSigned] = childrenOf(fromBER(certificate.raw).result);
  const [, serial, , issuer] = childrenOf(toBeSigned);
  if (kind === 'keyIdentifier') {
    return new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: Buffer.alloc(20, 7) });
  }
  return sequence(issuer, kind === 'otherSerial' ? new Integer({ value: 1 }) : serial);
};

const INDEFINITE = 0x80;
const END = Buffer.from([0, 0]);
const open = (tag: number, ...content: readonly Uint8Array[]) =>
  Buffer.concat([Buffer.from([tag, INDEFINITE]), ...content, END]);
const der = (value: AsnType) => Buffer.from(value.toBER());

export const cms = (
  plain: Buffer,
  certificate: X509Certificate,
  {
    contentType = OID.envelopedData,
    cipher = OID.aes256Cbc,
    transport = 'oaep',
    recipient = 'issuerAndSerial',
    pieces,
    keyBytes = 32,
  }: CmsChanges = {},
): Buffer<ArrayBuffer> => {
  const key = randomBytes(32);
  const iv = randomBytes(16);
  const aes = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([aes.update(plain), aes.final()]);
  const wrapped = publicEncrypt(
    transport === 'pkcs1'
      ? { key: certificate.publicKey, padding: constants.RSA_PKCS1_PADDING }
      : { key: certificate.publicKey, oaepHash: 'sha256' },
    key.subarray(0, keyBytes),
  );
  const recipients = new Set({
    value:
      recipient === 'none'
        ? []
        : [
            sequence(
              new Integer({ value: 0 }),
              identifierOf(certificate, recipient),
              TRANSPORTS[transport](),
              octets(wrapped),
            ),
          ],
  });
  const head = [new Integer({ value: 0 }), recipients] as const;
  const how = [oid(OID.data), algorithm(cipher, octets(iv))] as const;

  if (pieces === undefined) {
    const content = new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: encrypted });
    return der(sequence(oid(contentType), context(0, sequence(...head, sequence(...how, content)))));
  }
  const parts = Array.from({ length: Math.ceil(encrypted.length / pieces) }, (_, at) =>
    der(octets(encrypted.subarray(at * pieces, (at + 1) * pieces))),
  );
  const content = open(0xa0, ...parts);
  const envelope = open(0x30, ...head.map(der), open(0x30, ...how.map(der), content));
  return open(0x30, der(oid(contentType)), open(0xa0, envelope));
};
