import { createPublicKey, X509Certificate } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describeKey } from '../../../../src/maskinporten/keys/publicKey';
import { readSigningKey } from '../../../../src/maskinporten/keys/signingKey';
import { Authority, ETSI_SUBJECT, newRsaKey, ORGANISATION, pkcs8, SUBJECT } from '../../../keyFiles/authority';
import { materialOf } from '../../../keyFiles/keyCase';
import { jwkOf } from '../../../keyFiles/written';
import { Workshop } from '../../../keyFiles/workshop';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-20T10:00:00+01:00');
const key = newRsaKey();
const subjects = { old: SUBJECT, etsi: ETSI_SUBJECT, person: '/C=NO/CN=Kari/serialNumber=UN:NO-1234' };
const certificates = Workshop.use((workshop) => {
  const authority = new Authority(workshop);
  const issue = (subject: string) =>
    authority.issue({ key, usage: 'digitalSignature', subject, to: '20270101120000Z' });
  return { old: issue(subjects.old), etsi: issue(subjects.etsi), person: issue(subjects.person) };
});

const describeWith = (more: Partial<Parameters<typeof materialOf>[0]>, nowMs = NOW) =>
  describeKey(readSigningKey(materialOf({ privateKey: pkcs8(key), ...more }), nowMs), nowMs);

describe('the public half', () => {
  test('is what is registered on the client, and nothing of the private half', async () => {
    const { n, e } = createPublicKey(key).export({ format: 'jwk' });
    expect(describeWith({ keyId: 'kommune-2026' })).toEqual({
      type: 'RSA',
      bits: 2048,
      thumbprint: await calculateJwkThumbprint({ kty: 'RSA', n, e }),
      publicJwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'kommune-2026', n, e },
      certificate: undefined,
    });
  });

  test('has the algorithm of the key', () => {
    const privateKey = JSON.stringify(jwkOf(key, { kid: 'a', alg: 'RS512' }));
    expect(describeWith({ privateKey }).publicJwk.alg).toBe('RS512');
  });

  test('is named by its thumbprint where the key has no id', () => {
    const { publicJwk, thumbprint } = describeWith({ certificate: certificates.old });
    expect(publicJwk.kid).toBe(thumbprint);
  });
});

describe('the certificate', () => {
  test('is told with who it is for, who issued it and how long it lasts', () => {
    expect(describeWith({ certificate: certificates.old }).certificate).toEqual({
      subject: `C=NO, O=Sandkommunen, CN=Sandkommunen, serialNumber=${ORGANISATION}`,
      issuer: 'C=NO, O=Norsk Kommune, CN=Norsk Kommune Test CA',
      serialNumber: new X509Certificate(certificates.old).serialNumber,
      organisation: ORGANISATION,
      notAfter: '2027-01-01T12:00:00.000Z',
      daysLeft: 42,
    });
  });

  test('names the organisation also in the form of ETSI', () => {
    expect(describeWith({ certificate: certificates.etsi }).certificate?.organisation).toBe(ORGANISATION);
  });

  test('names no organisation where its subject is none', () => {
    expect(describeWith({ certificate: certificates.person }).certificate?.organisation).toBeUndefined();
  });

  test('is told also where the key id is sent', () => {
    expect(describeWith({ certificate: certificates.old, keyId: 'a' }).certificate?.organisation).toBe(ORGANISATION);
  });

  test('has whole days left, and fewer than none when it has expired', () => {
    const end = Date.parse('2027-01-01T12:00:00Z');
    const daysLeftAt = (nowMs: number) =>
      describeWith({ certificate: certificates.old, keyId: 'a' }, nowMs).certificate?.daysLeft;
    expect([end - DAY_MS, end - DAY_MS + 1, end, end + 1].map(daysLeftAt)).toEqual([1, 0, 0, -1]);
  });
});
