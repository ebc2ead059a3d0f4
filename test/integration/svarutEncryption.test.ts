import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { DocumentSource, Session } from '../../src/core';
import { fiksCall } from '../../src/fiks/fiksCall';
import { encryptAll } from '../../src/svarut/encryption/encryptAll';
import { encrypted } from '../../src/svarut/encryption/envelope';
import { svarutKey } from '../../src/svarut/encryption/svarutKey';
import { ReadableDocuments } from '../../src/svarut/readableDocuments';
import { thrownBy } from '../core/fakePorts';
import { ADDRESS, pdf, sha256 } from './letters';
import { numberOf } from './persons';
import { World } from './world';

// Each test has a sandbox at an address of its own, so no key that another one fetched is known to it.
let world: World;
beforeEach(async () => void (world = await World.start()));
afterEach(() => world.close());

const documentOf = (bytes: Buffer, ...pieces: readonly number[]): DocumentSource => ({
  filnavn: 'vedtak.pdf',
  mimeType: 'application/pdf',
  size: bytes.length,
  open: async function* () {
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const piece = pieces[turn % pieces.length]!;
      yield bytes.subarray(at, at + piece);
      at += piece;
    }
  },
});

/** Sends the documents as they are, and says that they are encrypted for only the recipient to open. */
const send = async (documents: readonly DocumentSource[], session: Session = world.session()) => {
  const forsendelse = {
    tittel: 'Vedtak om barnehageplass',
    mottaker: { navn: 'RASK FYRLYKT', digitalId: numberOf('ordinary-resident'), adresse: ADDRESS },
    eksternReferanse: 'sak-2026-17',
    kryptert: true,
    sikkerhetsniva: 'HOYESTE',
    dokumenter: documents.map(({ filnavn, mimeType }) => ({ filnavn, mimeType })),
  };
  const readable = new ReadableDocuments(documents);
  const { url, credentials } = world.sandbox;
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'POST',
    url: `${url}/svarut/api/v3/kontoer/${credentials.fiks.kontoId}/forsendelser/person`,
    headers: {},
    body: [
      { name: 'forsendelse', text: JSON.stringify(forsendelse) },
      ...readable.documents.map((document, at) => ({ name: `filer_${at}`, document })),
    ],
    timeoutMs: 60_000,
    retry: 'never',
  }).catch((error: unknown) => {
    throw readable.fault() ?? error;
  });
  return response.status;
};

const encryptAndSend = async (documents: readonly DocumentSource[], session: Session = world.session()) =>
  send(await encryptAll(session, documents), session);

const arrived = async (): Promise<any[]> => (await world.ledger()).flatMap(({ documents }) => documents);
const lastReason = async (): Promise<string> => {
  const requests = (await (await fetch(`${world.sandbox.url}/admin/requests`)).json()) as { reason: string }[];
  return requests.at(-1)!.reason;
};

describe('encrypted documents', () => {
  it('arrive, and are what they were when they are opened there', async () => {
    const documents = [pdf('vedtak.pdf'), pdf('vedlegg.pdf', 'another')];
    const sizes = (await encryptAll(world.session(), documents)).map(({ size }) => size);
    expect(await encryptAndSend(documents)).toBe(200);
    expect(await arrived()).toMatchObject(
      ['a letter', 'another'].map((text, at) => ({
        filnavn: documents[at]!.filnavn,
        mimeType: 'application/pdf',
        sha256: sha256(`%PDF-1.7 ${text}`),
        size: `%PDF-1.7 ${text}`.length,
        encrypted: { size: sizes[at] },
      })),
    );
  });

  it.each([
    [1, [1]],
    [15, [1]],
    [16, [1]],
    [17, [1]],
    [1024 * 1024, [65_537, 1, 1021]],
    [20 * 1024 * 1024 + 3, [1_000_003]],
  ])('of %i bytes arrive whole when they are read %p bytes at a time', async (size, pieces) => {
    const plain = randomBytes(size);
    expect(await encryptAndSend([documentOf(plain, ...pieces)])).toBe(200);
    expect(await arrived()).toMatchObject([{ size, sha256: sha256(plain) }]);
  });

  it('sent again are other bytes, and just as many', async () => {
    const session = world.session();
    const documents = await encryptAll(session, [documentOf(randomBytes(1000), 64)]);
    expect([await send(documents, session), await send(documents, session)]).toEqual([200, 200]);
    const [first, second] = (await arrived()) as [any, any];
    expect(first.sha256).toBe(second.sha256);
    expect(first.encrypted.sha256).not.toBe(second.encrypted.sha256);
    expect(first.encrypted.size).toBe(second.encrypted.size);
  });

  it.each([
    ['shorter', 97],
    ['longer', 101],
  ])('that turn out to be %s than they said make no letter', async (_how, really) => {
    const document = { ...documentOf(randomBytes(really), 10), size: 100 };
    expect(await thrownBy(() => encryptAndSend([document]))).toMatchObject({
      code: 'ERR_INVALID_INPUT',
      details: { field: 'documents' },
    });
    expect(await arrived()).toEqual([]);
  });

  it('are refused when they are for another key', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
    const recipient = { ...(await svarutKey(world.session())), publicKey };
    expect(await send([encrypted(pdf(), recipient)])).toBe(400);
    expect(await lastReason()).toMatch(/does not open with the private key/);
    expect(await arrived()).toEqual([]);
  });

  it('are refused when they name another recipient', async () => {
    const { issuerAndSerial, ...key } = await svarutKey(world.session());
    const another = Buffer.from(issuerAndSerial);
    another[another.length - 1]! ^= 1;
    expect(await send([encrypted(pdf(), { ...key, issuerAndSerial: another })])).toBe(400);
    expect(await lastReason()).toMatch(/issuer and serial/);
    expect(await arrived()).toEqual([]);
  });
});

describe('the key of SvarUt', () => {
  it.each([
    ['certificatePem', false],
    ['certificatePem', true],
    ['certificateDer', false],
    ['certificateDer', true],
  ])('is understood as %s, whether or not it is given only to those with access (%p)', async (format, closed) => {
    await world.settings({ publicKeyFormat: format, publicKeyNeedsAccess: closed });
    expect(await encryptAndSend([pdf()])).toBe(200);
  });

  it.each(['keyPem', 'keyDer'])('is not enough as %s, which names nobody', async (publicKeyFormat) => {
    await world.settings({ publicKeyFormat });
    const error = await thrownBy(() => encryptAndSend([pdf()]));
    expect(error).toMatchObject({ code: 'ERR_ENCRYPTION_KEY', message: expect.stringContaining('a certificate') });
    expect(await world.asked('svarut', 'sendPerson')).toBe(0);
  });

  it('is not given to an integration that is not let in, where that is asked for', async () => {
    await world.settings({ publicKeyNeedsAccess: true });
    const session = world.session({ fiks: { integrationPassword: 'wrong' } });
    expect((await thrownBy(() => encryptAll(session, [pdf()]))).code).toBe('ERR_UNAUTHORIZED');
  });

  it('is asked for once, however many letters there are, also of several runs', async () => {
    await Promise.all(Array.from({ length: 8 }, () => encryptAndSend([pdf()])));
    await encryptAndSend([pdf()]);
    expect(await world.asked('svarut', 'publicKey')).toBe(1);
    expect(await arrived()).toHaveLength(9);
  });

  it('is asked for again when the connection breaks', async () => {
    await world.order({ service: 'svarut', operation: 'publicKey', kind: 'drop' });
    expect(await encryptAndSend([pdf()])).toBe(200);
  });

  it('that came as a web page is not remembered', async () => {
    await world.order({ service: 'svarut', operation: 'publicKey', kind: 'html', status: 200 });
    expect((await thrownBy(() => encryptAndSend([pdf()]))).code).toBe('ERR_ENCRYPTION_KEY');
    expect(await encryptAndSend([pdf()])).toBe(200);
  });
});
