import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Caller } from './caller';
import { cms, fetchCertificate, OID, type CmsChanges } from './cms';
import { advance, ledgerLetter, letterTo, nhnLetter, PDF_TEXT, send, set } from './letters';

const RECIPIENT = '12848539668';
const PUBLIC_KEY = '/svarut/forsendelse/publickey/hent';
const PDF = Buffer.from(PDF_TEXT);

let caller: Caller;
let certificate: X509Certificate;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
  certificate = await fetchCertificate(caller);
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

const encryptedLetter = (changes: object = {}) => letterTo(RECIPIENT, { kryptert: true, ...changes });

const sendEncrypted = (content: Buffer<ArrayBuffer>, changes?: object) =>
  send(caller, encryptedLetter(changes), { content });

const keyBytes = async (): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${caller.url}${PUBLIC_KEY}`)).arrayBuffer());

describe('the public key', () => {
  it('is an RSA certificate of 3072 bits, open to everyone', () => {
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
  });

  it.each<[string, (bytes: Buffer) => unknown]>([
    ['certificateDer', (bytes) => new X509Certificate(bytes).publicKey],
    ['keyPem', (bytes) => createPublicKey(bytes)],
    ['keyDer', (bytes) => createPublicKey({ key: bytes, format: 'der', type: 'spki' })],
  ])('is the same as %s', async (publicKeyFormat, read) => {
    await set(caller, { publicKeyFormat });
    expect(certificate.publicKey.equals(read(await keyBytes()) as never)).toBe(true);
  });

  it('can be closed to those without access', async () => {
    await set(caller, { publicKeyNeedsAccess: true });
    expect((await caller.call(PUBLIC_KEY)).status).toBe(401);
    expect((await caller.call(PUBLIC_KEY, { headers: await caller.fiksHeaders() })).status).toBe(200);
  });
});

describe('an encrypted document', () => {
  it.each<[string, CmsChanges]>([
    ['in one piece', {}],
    ['in many pieces without lengths', { pieces: 7 }],
  ])('%s is decrypted, and the ledger knows it both ways', async (_what, changes) => {
    const content = cms(PDF, certificate, changes);
    const { status, body } = await sendEncrypted(content);
    expect(status).toBe(200);
    expect((await ledgerLetter(caller)).documents[0]).toMatchObject({
      size: PDF.length,
      sha256: sha256(PDF),
      encrypted: { size: content.length, sha256: sha256(content) },
    });
    expect((await caller.call(`/admin/letters/${body.id}/documents/0`)).body).toBe(PDF_TEXT);
  });

  it('larger than what is kept is decrypted as it arrives', async () => {
    const plain = Buffer.concat([PDF, randomBytes(6 * 1024 * 1024)]);
    expect((await sendEncrypted(cms(plain, certificate, { pieces: 100_000 }))).status).toBe(200);
    expect((await ledgerLetter(caller)).documents[0]).toMatchObject({ size: plain.length, sha256: sha256(plain) });
  });

  it('made by openssl is decrypted', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'svarut-'));
    try {
      writeFileSync(path.join(folder, 'plain.pdf'), PDF);
      writeFileSync(path.join(folder, 'svarut.pem'), certificate.toString());
      const oaep = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha256'];
      const args = ['cms', '-encrypt', '-binary', '-aes256', '-outform', 'DER', '-in', 'plain.pdf'];
      const recipient = ['-recip', 'svarut.pem', ...oaep.flatMap((option) => ['-keyopt', option])];
      for (const stream of [[], ['-stream']]) {
        const content = execFileSync('openssl', [...args, ...stream, ...recipient], { cwd: folder });
        expect((await sendEncrypted(Buffer.from(content))).status).toBe(200);
      }
      const { body: letters } = await caller.call('/admin/letters');
      expect(letters.map(({ documents }: any) => documents[0].sha256)).toEqual([sha256(PDF), sha256(PDF)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('makes the highest security level possible', async () => {
    expect((await sendEncrypted(cms(PDF, certificate), { sikkerhetsniva: 'HOYESTE' })).status).toBe(200);
  });

  it('is judged as the PDF it hides', async () => {
    await sendEncrypted(cms(Buffer.from('PK no PDF'), certificate));
    await advance(caller, 5);
    expect((await ledgerLetter(caller)).state).toBe('AVVIST');
  });

  it('can go to the health network', async () => {
    const options = { endpoint: 'nhn', content: cms(PDF, certificate) };
    expect((await send(caller, nhnLetter({ kryptert: true }), options)).status).toBe(200);
    const wrong = { endpoint: 'nhn', content: cms(Buffer.from('PK'), certificate) };
    expect((await send(caller, nhnLetter({ kryptert: true }), wrong)).status).toBe(400);
  });

  it.each<[string, CmsChanges, RegExp]>([
    ['is another kind of CMS', { contentType: OID.signedData }, /not enveloped data/],
    ['is encrypted with AES-128', { cipher: OID.aes128Cbc }, /content encryption/],
    ['is encrypted with AES-GCM', { cipher: OID.aes256Gcm }, /content encryption/],
    ['has its key under PKCS #1 v1.5', { transport: 'pkcs1' }, /key transport/],
    ['has its key under OAEP with SHA-1', { transport: 'oaep-sha1' }, /hash of OAEP/],
    ['has its key under OAEP with unsaid hashes', { transport: 'oaep-defaults' }, /hash of OAEP/],
    ['has its key under OAEP with the mask of SHA-1', { transport: 'oaep-mgf-sha1' }, /hash of the mask/],
    ['has a label', { transport: 'oaep-label' }, /label/],
    ['names the recipient by key', { recipient: 'keyIdentifier' }, /issuer and serial/],
    ['is for somebody else', { recipient: 'otherSerial' }, /issuer and serial/],
    ['is for nobody', { recipient: 'none' }, /issuer and serial/],
    ['has a key of another length', { keyBytes: 16 }, /does not open/],
  ])('that %s is refused', async (_what, changes, reason) => {
    const { status, body } = await sendEncrypted(cms(PDF, certificate, changes));
    expect([status, body.message]).toEqual([400, expect.stringContaining('kan ikke dekrypteres')]);
    expect((await caller.lastRequest()).reason).toMatch(reason);
    expect(await ledgerLetter(caller)).toBeUndefined();
  });

  it.each<[string, (content: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>, RegExp]>([
    ['is not encrypted at all', () => Buffer.from(PDF), /not built as|tag that has no place/],
    ['is empty', () => Buffer.alloc(0), /ends too early/],
    ['is cut off', (content) => content.subarray(0, -16), /ends too early/],
    ['is cut off in its head', (content) => content.subarray(0, 200), /ends too early/],
    [
      'was changed underway',
      (content) => Buffer.concat([content.subarray(0, -1), Buffer.from([content.at(-1)! ^ 1])]),
      /does not end as/,
    ],
  ])('that %s is refused', async (_what, change, reason) => {
    expect((await sendEncrypted(change(cms(PDF, certificate)))).status).toBe(400);
    expect((await caller.lastRequest()).reason).toMatch(reason);
  });

  it('under PKCS #1 v1.5 is accepted by a setting', async () => {
    await set(caller, { acceptRsaPkcs1: true });
    expect((await sendEncrypted(cms(PDF, certificate, { transport: 'pkcs1' }))).status).toBe(200);
  });

  it('that cannot be opened is rejected later, by a setting', async () => {
    await set(caller, { letterRules: 'later' });
    expect((await sendEncrypted(Buffer.from(PDF))).status).toBe(200);
    await advance(caller, 1);
    expect((await ledgerLetter(caller)).state).toBe('AVVIST');
  });

  it('that nobody says is encrypted is an unreadable PDF', async () => {
    await send(caller, letterTo(RECIPIENT), { content: cms(PDF, certificate) });
    await advance(caller, 1);
    expect((await ledgerLetter(caller)).state).toBe('AVVIST');
  });
});
