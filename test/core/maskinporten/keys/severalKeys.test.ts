import { X509Certificate, type KeyObject } from 'node:crypto';
import { readSigningKey, type KeyMaterial } from '../../../../src/maskinporten/keys/signingKey';
import { pkcs8 } from '../../../keyFiles/authority';
import { materialOf, PASSPHRASE } from '../../../keyFiles/keyCase';
import { make } from '../../../keyFiles/made';
import { exportPkcs12, joinPkcs12 } from '../../../keyFiles/pkcs12';
import { Workshop } from '../../../keyFiles/workshop';
import { thrownBy } from '../../fakePorts';

const NOW = Date.parse('2026-11-20T10:00:00+01:00');

const { made, unchosen, withoutAuthentication, trioPem, shorterLeaf, namesake } = Workshop.use((workshop) => {
  const made = make(workshop);
  const { key, otherKey, encryptionKey, authority, chain, trio } = made;
  const file = (one: KeyObject, certificate: string, name: string): Buffer =>
    exportPkcs12(workshop, { key: one, certificates: [certificate], name, how: '-nomac' });
  const another = authority.issue({ key: otherKey, usage: 'digitalSignature,nonRepudiation' });
  const encryption = file(encryptionKey, made.encryptionLeaf, 'Kryptering');
  const print = ['pkcs12 -nodes -nomacver', '-in', workshop.put(trio), '-passin', `pass:${PASSPHRASE}`] as const;
  return {
    made,
    unchosen: joinPkcs12([file(key, chain[0], 'Fagsystem'), file(otherKey, another, 'Arkiv')]),
    withoutAuthentication: joinPkcs12([encryption, file(otherKey, made.otherLeaf, 'Signering')]),
    trioPem: workshop.openssl(...print).toString(),
    shorterLeaf: authority.issue({ key, usage: 'digitalSignature', to: '20970101000000Z' }),
    namesake: authority.newIssuing().pem,
  };
});
const { key, otherKey, encryptionKey, chain, trio, authority } = made;
const [leaf, issuer, root] = chain;

const read = (material: Partial<KeyMaterial>) =>
  readSigningKey(materialOf({ passphrase: PASSPHRASE, ...material }), NOW);
const inBase64 = (pem: string): string => new X509Certificate(pem).raw.toString('base64');
const serialOf = (pem: string): string => new X509Certificate(pem).serialNumber;

describe('of a file with keys for authentication, signing and encryption', () => {
  test.each([
    ['PKCS#12', trio.toString('base64')],
    ['PEM', trioPem],
  ])('the one for authentication is taken from %s, with its own chain', (_what, privateKey) => {
    const found = read({ privateKey });
    expect(found.key.equals(key)).toBe(true);
    expect(found.x5c).toEqual([leaf, issuer].map(inBase64));
  });

  test.each([
    ['its name', 'Signering'],
    ['its name, written otherwise', 'sig-NERING'],
    ['the serial number of its certificate', serialOf(made.otherLeaf)],
    ['the serial number with colons', serialOf(made.otherLeaf).toLowerCase().match(/../g)!.join(':')],
    ['the serial number with zeros in front', `00${serialOf(made.otherLeaf)}`],
    ['the serial number in decimal', BigInt(`0x${serialOf(made.otherLeaf)}`).toString()],
  ])('another is taken by %s', (_what, keyName) => {
    expect(read({ privateKey: trio.toString('base64'), keyName }).key.equals(otherKey)).toBe(true);
    expect(read({ privateKey: trioPem, keyName }).key.equals(otherKey)).toBe(true);
  });

  test('the one for signing is taken where there is none for authentication', () => {
    expect(read({ privateKey: withoutAuthentication.toString('base64') }).key.equals(otherKey)).toBe(true);
  });

  test('the one for encryption is refused, also by its name', async () => {
    const choose = () => read({ privateKey: trio.toString('base64'), keyName: 'Kryptering' });
    expect((await thrownBy(choose)).code).toBe('ERR_KEY_FOR_ENCRYPTION');
  });

  test('a name that none has is answered with all there are', async () => {
    const error = await thrownBy(() => read({ privateKey: trio.toString('base64'), keyName: 'Arkiv' }));
    expect(error).toMatchObject({ code: 'ERR_KEY_NAME_UNKNOWN', details: { field: 'keyName' } });
    for (const name of ['Autentisering', 'Signering', 'Kryptering']) expect(error.action).toContain(name);
  });
});

describe('of a file with two keys for the same', () => {
  test('none is taken, and what tells them apart is listed', async () => {
    const error = await thrownBy(() => read({ privateKey: unchosen.toString('base64') }));
    expect(error).toMatchObject({ code: 'ERR_KEY_AMBIGUOUS', details: { field: 'keyName' } });
    expect(error.action).toContain('"Fagsystem" (digitalSignature, serial number ');
    expect(error.action).toContain('"Arkiv" (digitalSignature, nonRepudiation, serial number ');
    expect(error.action).toContain(serialOf(leaf).match(/../g)!.join(':'));
  });

  test('one is taken by its name', () => {
    expect(read({ privateKey: unchosen.toString('base64'), keyName: 'arkiv' }).key.equals(otherKey)).toBe(true);
  });

  test('one is taken by the certificate that is pasted apart, where the file has none', () => {
    const privateKey = pkcs8(encryptionKey) + pkcs8(key);
    const certificate = made.encryptionLeaf + leaf;
    expect(read({ privateKey, certificate }).key.equals(key)).toBe(true);
  });
});

describe('of the certificates', () => {
  const pem = pkcs8(key);

  test('the chain goes from the leaf upward, whatever the order, without those that do not belong', () => {
    const certificate = [root, made.otherLeaf, issuer, made.encryptionLeaf, leaf, issuer].join('');
    expect(read({ privateKey: pem, certificate }).x5c).toEqual([leaf, issuer, root].map(inBase64));
  });

  test('the chain ends where the next issuer is missing', () => {
    expect(read({ privateKey: pem, certificate: root + leaf }).x5c).toEqual([inBase64(leaf)]);
  });

  test('the chain goes through the issuer that signed, and not through another of its name', () => {
    expect(read({ privateKey: pem, certificate: namesake + leaf + issuer }).x5c).toEqual([leaf, issuer].map(inBase64));
  });

  test.each([
    ['the valid one', 'an expired one', made.expiredLeaf],
    ['the valid one', 'one of the future', made.comingLeaf],
    ['the one that lasts longest', 'another', shorterLeaf],
  ])('%s of the key is taken, and not %s', (_taken, _left, other) => {
    expect(read({ privateKey: pem + other + leaf }).x5c).toEqual([inBase64(leaf)]);
    expect(read({ privateKey: pem + leaf + other }).x5c).toEqual([inBase64(leaf)]);
  });

  test('one of an authority is never taken for that of a client', async () => {
    const own = pkcs8(authority.issuing.key) + issuer;
    expect((await thrownBy(() => read({ privateKey: own }))).code).toBe('ERR_CERTIFICATE_MISMATCH');
    expect(read({ privateKey: own, keyId: 'a' }).certificate).toBeUndefined();
  });

  test('an expired one is known, but not refused, where the key id is sent', () => {
    const found = read({ privateKey: pem + made.expiredLeaf, keyId: 'a' });
    expect([found.kid, found.x5c]).toEqual(['a', undefined]);
    expect(found.certificate?.raw.toString('base64')).toBe(inBase64(made.expiredLeaf));
  });

  test('one is valid from its first moment to its last', async () => {
    const { validFrom, validTo } = new X509Certificate(leaf);
    const readAt = (nowMs: number) => readSigningKey(materialOf({ privateKey: pem + leaf }), nowMs);
    expect(readAt(Date.parse(validFrom)).x5c).toHaveLength(1);
    expect(readAt(Date.parse(validTo)).x5c).toHaveLength(1);
    expect((await thrownBy(() => readAt(Date.parse(validFrom) - 1))).code).toBe('ERR_CERTIFICATE_NOT_YET_VALID');
    expect((await thrownBy(() => readAt(Date.parse(validTo) + 1))).code).toBe('ERR_CERTIFICATE_EXPIRED');
  });
});
