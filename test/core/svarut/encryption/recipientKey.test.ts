import { createPublicKey, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { readRecipientKey } from '../../../../src/svarut/encryption/recipientKey';
import { Authority, newRsaKey } from '../../../keyFiles/authority';
import { Workshop } from '../../../keyFiles/workshop';
import { thrownBy } from '../../fakePorts';
import { certify, certifyAsVersion1, faultyCertificates, NOW } from './certified';

const { good, version1, faulty, onlyData } = Workshop.use((workshop) => {
  const authority = new Authority(workshop);
  return {
    good: certify(authority),
    version1: certifyAsVersion1(workshop, authority),
    faulty: faultyCertificates(authority),
    onlyData: certify(authority, newRsaKey(), { usage: 'dataEncipherment' }),
  };
});

const { certificate } = good;
const der = new X509Certificate(certificate).raw;
const publicKey = createPublicKey(good.key);

const read = (content: string | Buffer, now = NOW) => readRecipientKey(Buffer.from(content), now);
const elementsOf = (bytes: Uint8Array): Buffer[] => {
  const { result } = fromBER(Buffer.concat([Buffer.from([0x30, 0x81, bytes.byteLength]), bytes]));
  return (result as any).valueBlock.value.map((block: any) => Buffer.from(block.valueBeforeDecodeView));
};

describe('a key for encryption', () => {
  test.each<[string, string | Buffer]>([
    ['PEM', certificate],
    ['PEM with text before it', `subject=Inventert SvarUt\n${certificate}`],
    ['PEM with the breaks of Windows', certificate.replaceAll('\n', '\r\n')],
    ['DER', der],
  ])('is read from a certificate in %s', (_form, content) => {
    const found = read(content);
    expect(found.publicKey.equals(publicKey)).toBe(true);
    expect(found.validTo).toBe(Date.parse('2099-01-01T00:00:00Z'));
  });

  test.each([
    ['a certificate of version 3', good, NOW],
    ['one of version 1, which says no version', version1, Date.now() + 60_000],
  ])('is named by the issuer and the serial number of %s', (_what, one, now) => {
    const { serialNumber } = new X509Certificate(one.certificate);
    const [issuer, serial, ...more] = elementsOf(read(one.certificate, now).issuerAndSerial);
    expect(more).toEqual([]);
    expect(BigInt(`0x${serial!.subarray(2).toString('hex')}`)).toBe(BigInt(`0x${serialNumber}`));
    expect(issuer!.toString('latin1')).toContain(one === good ? 'Norsk Kommune Test CA' : 'Sandkommunen');
  });

  test('may be marked for encipherment of data alone, or for nothing', () => {
    expect(read(onlyData.certificate).publicKey.asymmetricKeyType).toBe('rsa');
    expect(read(version1.certificate, Date.now() + 60_000).publicKey.asymmetricKeyType).toBe('rsa');
  });

  test('is taken to the last second of its certificate, and from the first', () => {
    const edges = ['2026-01-01T00:00:00Z', '2099-01-01T00:00:00Z'];
    expect(edges.map((edge) => read(certificate, Date.parse(edge)).publicKey.equals(publicKey))).toEqual([true, true]);
  });
});

const FAULTS: readonly (readonly [what: string, content: string | Buffer, sentence: RegExp])[] = [
  ['a bare key in PEM', publicKey.export({ type: 'spki', format: 'pem' }), /without a certificate/],
  ['a bare key in PEM, of RSA alone', publicKey.export({ type: 'pkcs1', format: 'pem' }), /without a certificate/],
  ['a bare key in DER', publicKey.export({ type: 'spki', format: 'der' }), /without a certificate/],
  ['a bare key in DER, of RSA alone', publicKey.export({ type: 'pkcs1', format: 'der' }), /without a certificate/],
  ['nothing', '', /neither a certificate nor a key/],
  ['a web page', '<!doctype html><title>Logg inn</title>', /neither a certificate nor a key/],
  ['a certificate that is cut off', certificate.slice(0, 400), /neither a certificate nor a key/],
  ['a certificate in DER that is cut off', der.subarray(0, -1), /neither a certificate nor a key/],
  ['a key on an elliptic curve', faulty.ellipticCurve!, /not an RSA key/],
  ['a key for RSA-PSS', faulty.rsaPss!, /not an RSA key/],
  ['a key of 2040 bits', faulty.short!, /shorter than 2048 bits/],
  ['a certificate for signing', faulty.forSigning!, /not for encryption/],
  ['a certificate that expired a second ago', faulty.expired!, /has expired/],
  ['a certificate that is valid from the next second on', faulty.coming!, /not valid yet/],
];

describe('what cannot be encrypted for', () => {
  test.each(FAULTS)('%s, is refused with a sentence of its own', async (_what, content, sentence) => {
    const error = await thrownBy(() => read(content));
    expect(error).toMatchObject({ code: 'ERR_ENCRYPTION_KEY', kind: 'system', details: { service: 'svarut' } });
    expect(error.message).toMatch(sentence);
    expect(error.action).not.toBe('');
  });

  test('is never quoted', async () => {
    const error = await thrownBy(() => read('-----BEGIN CERTIFICATE-----\nU2VjcmV0IQ==\n-----END CERTIFICATE-----'));
    expect(JSON.stringify([error.message, error.action, error.details, String(error.cause)])).not.toMatch(
      /U2Vjcm|asn1/i,
    );
  });
});
