import { createCipheriv } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';
import type { ServiceError } from '../../../../src/http/serviceError';
import { Der } from '../../../../src/maskinporten/keys/der';
import { passphrasesToTry, unlock, withinAllowance } from '../../../../src/maskinporten/keys/pbe';
import { derivePkcs12, PURPOSE } from '../../../../src/maskinporten/keys/pkcs12Kdf';
import { thrownBy } from '../../fakePorts';

const sequence = (...value: AsnType[]): Sequence => new Sequence({ value });
const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const octets = (valueHex: Buffer): OctetString => new OctetString({ valueHex });
const count = (value: number): Integer => new Integer({ value });
const der = (block: AsnType): Der => Der.read(Buffer.from(block.toBER()));

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
const OLD_TRIPLE_DES = '1.2.840.113549.1.12.1.3';
const AES_256 = '2.16.840.1.101.3.4.1.42';

const unlockOne = (...given: Parameters<typeof unlock>): Der => withinAllowance(() => unlock(...given));

const salt = Buffer.from('saltsalt');
const SECRET = Buffer.from(sequence(count(1)).toBER());

/** SECRET, hidden the old way of PKCS#12. */
const hiddenWith = (passphrase: string | undefined): readonly [algorithm: Der, hidden: Buffer] => {
  const shared = { digest: 'sha1', passphrase, salt, iterations: 10 } as const;
  const key = derivePkcs12({ ...shared, purpose: PURPOSE.key, length: 24 });
  const iv = derivePkcs12({ ...shared, purpose: PURPOSE.iv, length: 8 });
  const cipher = createCipheriv('des-ede3-cbc', key, iv);
  const hidden = Buffer.concat([cipher.update(SECRET), cipher.final()]);
  return [der(sequence(oid(OLD_TRIPLE_DES), sequence(octets(salt), count(10)))), hidden];
};

const pbes2 = (derivation: AsnType, encryption: AsnType = sequence(oid(AES_256), octets(Buffer.alloc(16)))): Der =>
  der(sequence(oid(PBES2), sequence(derivation, encryption)));
const pbkdf2 = (iterations: number, ...more: AsnType[]): AsnType =>
  sequence(oid(PBKDF2), sequence(octets(salt), count(iterations), ...more));
const scrypt = (N: number, r: number, p: number): AsnType =>
  sequence(oid(SCRYPT), sequence(octets(salt), count(N), count(r), count(p)));

test.each([
  ['given', 'hemmelig', 'hemmelig'],
  ['empty', '', ''],
  ['absent, which is not the same as empty', undefined, ''],
])('what is hidden with a passphrase that is %s is opened', (_what, hiddenBy, field) => {
  const opened = unlockOne(...hiddenWith(hiddenBy), passphrasesToTry(field));
  expect(opened.encoded.equals(SECRET)).toBe(true);
});

test('a passphrase that is missing is told from one that is wrong', async () => {
  const openWith = (field: string) => thrownBy(() => unlockOne(...hiddenWith('hemmelig'), passphrasesToTry(field)));
  expect(await openWith('')).toMatchObject({ code: 'ERR_KEY_PASSPHRASE_MISSING', details: { field: 'passphrase' } });
  expect(await openWith('gjettet')).toMatchObject({
    code: 'ERR_KEY_PASSPHRASE_WRONG',
    details: { field: 'passphrase' },
  });
});

test.each([
  ['more iterations than anyone chooses', pbes2(pbkdf2(10_000_001)), 'ERR_KEY_TOO_LARGE'],
  ['more iterations than a number holds', pbes2(pbkdf2(2 ** 48)), 'ERR_KEY_TOO_LARGE'],
  ['no iterations', pbes2(pbkdf2(0)), 'ERR_KEY_DAMAGED'],
  [
    'more iterations the old way than can be waited for',
    der(sequence(oid(OLD_TRIPLE_DES), sequence(octets(salt), count(1_000_001)))),
    'ERR_KEY_TOO_LARGE',
  ],
  ['more memory than there is', pbes2(scrypt(2 ** 30, 8, 1)), 'ERR_KEY_TOO_LARGE'],
  ['more parallel work than can be waited for', pbes2(scrypt(2, 1, 2 ** 30)), 'ERR_KEY_TOO_LARGE'],
  ['an unknown way', der(sequence(oid('1.2.840.113549.1.5.3'), sequence(octets(salt), count(1)))), 'ERR_KEY_CIPHER'],
  ['an unknown derivation', pbes2(sequence(oid('1.2.3.4'), sequence(octets(salt)))), 'ERR_KEY_CIPHER'],
  ['an unknown function inside it', pbes2(pbkdf2(1, sequence(oid('1.2.3.4')))), 'ERR_KEY_CIPHER'],
  ['an unknown cipher', pbes2(pbkdf2(1), sequence(oid('1.2.3.4'), octets(salt))), 'ERR_KEY_CIPHER'],
  ['a vector that was cut', pbes2(pbkdf2(1), sequence(oid(AES_256), octets(salt))), 'ERR_KEY_DAMAGED'],
  ['nothing', pbes2(sequence()), 'ERR_KEY_DAMAGED'],
])('a key that asks for %s is refused without trying', async (_what, algorithm, code) => {
  expect((await thrownBy(() => unlockOne(algorithm, Buffer.alloc(32), ['hemmelig']))).code).toBe(code);
});

test.each([0, 15, 17])('%i hidden bytes are damaged ones, not the work of another passphrase', async (length) => {
  expect((await thrownBy(() => unlockOne(pbes2(pbkdf2(1)), Buffer.alloc(length), ['hemmelig']))).code).toBe(
    'ERR_KEY_DAMAGED',
  );
});

test('many that are each affordable are refused together', async () => {
  const affordable = pbes2(pbkdf2(2_000_000));
  const openAll = (): void => {
    for (let box = 0; box < 3; box += 1)
      try {
        unlock(affordable, Buffer.alloc(15), ['hemmelig']);
      } catch (error) {
        if ((error as ServiceError).code !== 'ERR_KEY_DAMAGED') throw error;
      }
  };
  expect((await thrownBy(() => withinAllowance(openAll))).code).toBe('ERR_KEY_TOO_LARGE');
});
