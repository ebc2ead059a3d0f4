/**
 * PKCS#12 files.
 */
import type { KeyObject } from 'node:crypto';
import { Constructed, fromBER, Integer, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';
import { pkcs8 } from './authority';
import { PASSPHRASE } from './keyCase';
import type { Workshop } from './workshop';

export interface Pkcs12Order {
  readonly key: KeyObject;
  /** PEM, the leaf first. */
  readonly certificates: readonly string[];
  readonly passphrase?: string;
  readonly name?: string;
  /** More of openssl's words. */
  readonly how?: string;
}

export const exportPkcs12 = (workshop: Workshop, order: Pkcs12Order): Buffer => {
  const { key, certificates, passphrase = PASSPHRASE, name = 'Sandkommunen', how } = order;
  return workshop.openssl(
    'pkcs12 -export',
    ...['-inkey', workshop.put(pkcs8(key)), '-passout', `pass:${passphrase}`, '-name', name],
    ...(certificates.length ? ['-in', workshop.put(certificates.join(''))] : ['-nocerts']),
    ...(how ?? '').split(' ').filter(Boolean),
  );
};

const childrenOf = (block: AsnType | undefined): AsnType[] =>
  block instanceof Constructed ? block.valueBlock.value : [];

/** What an unsealed file holds inside. */
const partsOf = (file: Buffer): AsnType[] => {
  const [, content] = childrenOf(childrenOf(fromBER(file).result)[1]);
  const [octets] = childrenOf(content) as OctetString[];
  return childrenOf(fromBER(octets!.getValue()).result);
};

/** Openssl puts only one key into a file, the issuers put several. Takes and gives files without a seal. */
export const joinPkcs12 = (files: readonly Buffer[]): Buffer => {
  const inside = new OctetString({ valueHex: new Sequence({ value: files.flatMap(partsOf) }).toBER() });
  const content = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [inside] });
  const data = new Sequence({ value: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' }), content] });
  return Buffer.from(new Sequence({ value: [new Integer({ value: 3 }), data] }).toBER());
};
