/**
 * The keys and certificates the matrix is made of.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Authority, ETSI_SUBJECT, newRsaKey } from './authority';
import { exportPkcs12, joinPkcs12 } from './pkcs12';
import type { Workshop } from './workshop';

/** What the three certificates of an organisation are for, and what people see them called. */
const TRIO = [
  { name: 'Autentisering', usage: 'digitalSignature' },
  { name: 'Signering', usage: 'nonRepudiation' },
  { name: 'Kryptering', usage: 'keyEncipherment,dataEncipherment' },
] as const;

export interface Made {
  readonly workshop: Workshop;
  readonly authority: Authority;
  /** For authentication. */
  readonly key: KeyObject;
  readonly otherKey: KeyObject;
  readonly encryptionKey: KeyObject;
  readonly ec: KeyObject;
  /** PEM, the leaf first. */
  readonly chain: readonly [leaf: string, issuer: string, root: string];
  readonly etsiLeaf: string;
  readonly otherLeaf: string;
  readonly encryptionLeaf: string;
  readonly expiredLeaf: string;
  readonly comingLeaf: string;
  /** PKCS#12 with three keys. */
  readonly trio: Buffer;
}

export const make = (workshop: Workshop): Made => {
  const authority = new Authority(workshop);
  const keys = [newRsaKey(), newRsaKey(), newRsaKey()] as const;
  const [key, otherKey, encryptionKey] = keys;
  const [leaf, otherLeaf, encryptionLeaf] = TRIO.map(({ usage }, at) => authority.issue({ key: keys[at]!, usage })) as [
    string,
    string,
    string,
  ];
  const { usage } = TRIO[0];
  const files = TRIO.map(({ name }, at) =>
    exportPkcs12(workshop, {
      key: keys[at]!,
      certificates: [[leaf, otherLeaf, encryptionLeaf][at]!, authority.issuing.pem],
      name,
      how: '-nomac',
    }),
  );
  return {
    workshop,
    authority,
    key,
    otherKey,
    encryptionKey,
    ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    chain: [leaf, authority.issuing.pem, authority.root.pem],
    etsiLeaf: authority.issue({ key, usage, subject: ETSI_SUBJECT }),
    otherLeaf,
    encryptionLeaf,
    expiredLeaf: authority.issue({ key, usage, to: '20260201000000Z' }),
    comingLeaf: authority.issue({ key, usage, from: '20980101000000Z' }),
    trio: joinPkcs12(files),
  };
};
