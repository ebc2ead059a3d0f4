import { createHmac } from 'node:crypto';
import { Constructed, fromBER, Integer, Null, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';
import { Der } from '../../../../src/maskinporten/keys/der';
import { readPkcs12 } from '../../../../src/maskinporten/keys/pkcs12';
import { derivePkcs12, PURPOSE } from '../../../../src/maskinporten/keys/pkcs12Kdf';
import { Authority, newRsaKey } from '../../../keyFiles/authority';
import { PASSPHRASE } from '../../../keyFiles/keyCase';
import { exportPkcs12 } from '../../../keyFiles/pkcs12';
import { Workshop } from '../../../keyFiles/workshop';
import { thrownBy } from '../../fakePorts';

const key = newRsaKey();
const { unsealed, modern, open } = Workshop.use((workshop) => {
  const authority = new Authority(workshop);
  const certificates = [authority.issue({ key, usage: 'digitalSignature' }), authority.issuing.pem];
  const file = (how: string, passphrase = PASSPHRASE): Buffer =>
    exportPkcs12(workshop, { key, certificates, how, passphrase, name: 'Blåbær' });
  return { unsealed: file('-nomac', ''), modern: file(''), open: file('-nomac -keypbe NONE -certpbe NONE') };
});

const DATA = '1.2.840.113549.1.7.1';
const SHA_1 = '1.3.14.3.2.26';
const PBMAC1 = '1.2.840.113549.1.5.14';

const sequence = (...value: AsnType[]): Sequence => new Sequence({ value });
const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const explicit = (block: AsnType): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [block] });
const der = (block: AsnType): Der => Der.read(Buffer.from(block.toBER()));

/** What stands inside the seal. */
const contentOf = (file: Buffer): Buffer => Der.read(file).at(1, 1, 0).octets;
const salt = Buffer.from('saltsalt');

interface Seal {
  readonly passphrase: string | undefined;
  readonly digest?: string;
  readonly iterations?: number;
}

const sealed = (content: Buffer, { passphrase, digest = SHA_1, iterations }: Seal): Der => {
  const derivation = { digest: 'sha1', passphrase, salt, purpose: PURPOSE.mac, length: 20 } as const;
  // Absent is one.
  const macKey = derivePkcs12({ ...derivation, iterations: Math.min(iterations ?? 1, 10) });
  const mac = new OctetString({ valueHex: createHmac('sha1', macKey).update(content).digest() });
  const macData = [sequence(sequence(oid(digest), new Null()), mac), new OctetString({ valueHex: salt })];
  const counted = iterations === undefined ? [] : [new Integer({ value: iterations })];
  const data = sequence(oid(DATA), explicit(new OctetString({ valueHex: content })));
  return der(sequence(new Integer({ value: 3 }), data, sequence(...macData, ...counted)));
};

describe('a file', () => {
  test('gives its key and its certificates, with the name people see', () => {
    const { keys, certificates } = readPkcs12(Der.read(modern), PASSPHRASE);
    expect(keys.map(({ key: found, name }) => [found.equals(key), name])).toEqual([[true, 'Blåbær']]);
    expect(certificates.map(({ name }) => name)).toEqual(['Blåbær', undefined]);
  });

  test.each([
    ['an empty passphrase', ''],
    ['no passphrase at all', undefined],
  ])('that was sealed with %s is opened by an empty field', (_what, passphrase) => {
    expect(readPkcs12(sealed(contentOf(unsealed), { passphrase, iterations: 3 }), '').keys).toHaveLength(1);
  });

  test('that was sealed without counting iterations is opened', () => {
    expect(readPkcs12(sealed(contentOf(unsealed), { passphrase: '' }), '').keys).toHaveLength(1);
  });

  test('in the open is not opened by another passphrase than that of its seal', async () => {
    const file = sealed(contentOf(open), { passphrase: 'hemmelig', iterations: 3 });
    expect(readPkcs12(file, 'hemmelig').keys).toHaveLength(1);
    expect((await thrownBy(() => readPkcs12(file, 'gjettet'))).code).toBe('ERR_KEY_PASSPHRASE_WRONG');
    expect((await thrownBy(() => readPkcs12(file, ''))).code).toBe('ERR_KEY_PASSPHRASE_MISSING');
  });

  test('whose seal is of a kind that is not known yet is opened by its passphrase alone', () => {
    expect(readPkcs12(sealed(contentOf(modern), { passphrase: 'x', digest: PBMAC1 }), PASSPHRASE).keys).toHaveLength(1);
  });

  test('whose seal asks for more work than can be waited for is refused', async () => {
    const file = sealed(contentOf(open), { passphrase: '', iterations: 1_000_001 });
    expect((await thrownBy(() => readPkcs12(file, ''))).code).toBe('ERR_KEY_TOO_LARGE');
  });

  test('that is signed by someone, or hidden for a receiver, is refused as such', async () => {
    const signed = der(
      sequence(new Integer({ value: 3 }), sequence(oid('1.2.840.113549.1.7.2'), explicit(sequence()))),
    );
    expect((await thrownBy(() => readPkcs12(signed, ''))).code).toBe('ERR_KEY_CIPHER');
    const enveloped = sequence(sequence(oid('1.2.840.113549.1.7.3'), explicit(sequence())));
    const content = Buffer.from(enveloped.toBER());
    const file = sealed(content, { passphrase: '' });
    expect((await thrownBy(() => readPkcs12(file, ''))).code).toBe('ERR_KEY_CIPHER');
  });

  test('that BER has cut into pieces of any length is put together', () => {
    const content = contentOf(open);
    const half = content.length >> 1;
    const pieces = new OctetString({
      idBlock: { isConstructed: true },
      lenBlock: { isIndefiniteForm: true },
      isConstructed: true,
      value: [content.subarray(0, half), content.subarray(half)].map((valueHex) => new OctetString({ valueHex })),
    });
    const file = sequence(new Integer({ value: 3 }), sequence(oid(DATA), explicit(pieces)));
    expect(readPkcs12(der(file), '').keys).toHaveLength(1);
  });
});

test('a bag in a bag is looked into, and what is neither key nor certificate is passed over', () => {
  const [first, second] = Der.read(contentOf(open)).children.map((content) => content.at(1, 0).octets);
  const nested = (bags: Buffer): Sequence =>
    sequence(oid('1.2.840.113549.1.12.10.1.6'), explicit(fromBER(bags).result));
  const secret = sequence(oid('1.2.840.113549.1.12.10.1.5'), explicit(sequence(oid('1.2.3'), explicit(new Null()))));
  const bags = Buffer.from(sequence(nested(first!), secret, nested(second!)).toBER());
  const content = sequence(sequence(oid(DATA), explicit(new OctetString({ valueHex: bags }))));
  const { keys, certificates } = readPkcs12(sealed(Buffer.from(content.toBER()), { passphrase: '' }), '');
  expect([keys.length, certificates.length]).toEqual([1, 2]);
});
