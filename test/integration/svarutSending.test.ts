/** Every way of sending, all the way: what was given is in the ledger, once, and what is told of it is true. */
import type { DocumentSource } from '../../src/core';
import { fullLetterNamed, type FullLetter } from '../fullLetters';
import { letter, pdf, sha256 } from './letters';
import { failureOf, valueOf, verdictsOf, World, type LedgerDocument, type LedgerLetter } from './world';

let world: World;
const worlds: World[] = [];
const anotherWorld = async (): Promise<void> => {
  world = await World.start();
  worlds.push(world);
};
beforeAll(anotherWorld);
beforeEach(() => world.reset());
afterAll(() => Promise.all(worlds.map((one) => one.close())));

const send = async ({ operation }: Pick<FullLetter, 'operation'>, ...inputs: readonly object[]) =>
  world.run(
    'svarut',
    operation,
    inputs.map((input) => ({ ...input })),
  );

const theLetter = async (): Promise<LedgerLetter> => {
  const [only, ...more] = await world.ledger();
  if (!only || more.length > 0) throw new Error(`${more.length + 1} letters, or none`);
  return only;
};

const bytesOf = async (document: DocumentSource): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A document as the sandbox has it, decrypted if it came encrypted. */
const kept = async (id: string, at: number): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${world.sandbox.url}/admin/letters/${id}/documents/${at}`)).arrayBuffer());

const documentsOf = ({ input }: FullLetter) => input.documents as readonly DocumentSource[];

const aboutDocuments = (documents: readonly LedgerDocument[]) =>
  documents.map(({ filnavn, mimeType, size, sha256: hash }) => ({ filnavn, mimeType, size, sha256: hash }));

/** Where the sandbox takes each letter, and what is told of its way beforehand. */
const TAKEN = [
  ['sendToPerson', 'to a person', 'dpi', 'digitalOrPrint'],
  ['sendToPerson', 'to a person who is looked up', 'dpi', 'digitalOnly'],
  ['sendToOrganisation', 'to an organisation', 'svarinn', 'digitalOrPrint'],
  ['sendToHealthNetwork', 'to a health provider', 'nhn', 'healthNetwork'],
  ['sendToHealthNetwork', "to a patient's GP", 'nhn', 'healthNetwork'],
  ['sendAsPaperOnly', 'on paper only', 'print', 'print'],
] as const;

describe.each(TAKEN)('%s: a letter %s', (operation, name, channel, told) => {
  const full = fullLetterNamed(name);
  const { endpoint, input } = full;

  it('is taken, and in the ledger once', async () => {
    const sent = valueOf((await send({ operation }, input))[0]);
    expect(sent).toMatchObject({ outcome: 'sent', letterId: expect.any(String), recovered: false });
    expect(await theLetter()).toMatchObject({
      id: sent.letterId,
      kontoId: input.kontoId,
      endpoint,
      tittel: input.tittel,
      eksternReferanse: sent.eksternReferanse,
      channel,
      options: { korrelasjonsid: input.korrelasjonsid, svarPaForsendelseId: input.svarPaForsendelseId },
    });
  });

  it('arrives byte for byte, in order', async () => {
    const { letterId } = valueOf((await send({ operation }, input))[0]);
    const given = await Promise.all(documentsOf(full).map(bytesOf));
    const { documents } = await theLetter();
    expect(aboutDocuments(documents)).toEqual(
      documentsOf(full).map(({ filnavn, mimeType, size }, at) => ({
        filnavn,
        mimeType,
        size,
        sha256: sha256(given[at]!),
      })),
    );
    for (const [at, bytes] of given.entries()) expect(await kept(letterId, at)).toEqual(bytes);
  });

  it('has a journal record with the ids, the names and the hashes of the ledger', async () => {
    const before = Date.now();
    const { journal } = valueOf((await send({ operation }, input))[0]);
    const { id, eksternReferanse, tittel, documents, options } = await theLetter();
    expect(journal).toEqual({
      state: 'sent',
      letterId: id,
      recordedAt: expect.any(String),
      title: tittel,
      eksternReferanse,
      recipientReference: expect.stringMatching(/^nk-r-[\w-]{22}$/),
      channel: told,
      encrypted: options.kryptert === true,
      documents: aboutDocuments(documents),
    });
    expect(Date.parse(journal.recordedAt)).toBeGreaterThanOrEqual(before);
  });

  it('is a duplicate when it is sent again, with a record that says so', async () => {
    const first = valueOf((await send({ operation }, input))[0]);
    const again = valueOf((await send({ operation }, input))[0]);
    expect(again).toMatchObject({ outcome: 'duplicate', letterId: first.letterId, status: 'MOTTATT' });
    expect(again.journal).toEqual({
      ...first.journal,
      state: 'duplicate',
      recordedAt: again.journal.recordedAt,
    });
    expect((await theLetter()).id).toBe(first.letterId);
  });

  it('is another letter every time without protection against duplicates', async () => {
    const twice = await send({ operation }, { ...input, sendOnce: 'off' }, { ...input, sendOnce: 'off' });
    expect(verdictsOf(twice)).toEqual(['ok', 'ok']);
    expect((await world.ledger()).map(({ id }) => id).sort()).toEqual(
      twice.map((outcome) => valueOf(outcome).letterId).sort(),
    );
  });
});

describe('a letter on the highest level', () => {
  const ON_HIGHEST = { sikkerhetsniva: 'HOYESTE', kryptert: false };
  const LETTERS = ['to a person', 'to an organisation'].map((name) => [name, fullLetterNamed(name)] as const);

  it.each(LETTERS)('%s leaves encrypted, and SvarUt opens it', async (_name, full) => {
    const { journal } = valueOf((await send(full, { ...full.input, ...ON_HIGHEST }))[0]);
    const { documents, options } = await theLetter();
    expect(options).toMatchObject({ kryptert: true, sikkerhetsniva: 'HOYESTE' });
    for (const [at, bytes] of (await Promise.all(documentsOf(full).map(bytesOf))).entries()) {
      expect(documents[at]).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
      expect(documents[at]!.encrypted!.sha256).not.toBe(sha256(bytes));
      expect(documents[at]!.encrypted!.size).toBeGreaterThan(bytes.length);
    }
    // An archive has the documents themselves, so the record is about those.
    expect([journal.encrypted, journal.documents]).toEqual([true, aboutDocuments(documents)]);
  });

  it.each(LETTERS)('%s on the usual level leaves as it is', async (_name, full) => {
    valueOf((await send(full, full.input))[0]);
    const { documents, options } = await theLetter();
    expect([options.kryptert, documents.map(({ encrypted }) => encrypted)]).toEqual([
      false,
      documents.map(() => undefined),
    ]);
  });

  it('of which the answer was lost is found, and not sent in another encryption', async () => {
    await world.order({ service: 'svarut', operation: 'sendPerson', kind: 'dropAfter' });
    const sent = valueOf((await send({ operation: 'sendToPerson' }, letter('sak-1', ON_HIGHEST)))[0]);
    expect(sent).toMatchObject({ outcome: 'sent', recovered: true, letterId: (await theLetter()).id });
  });

  // At a new address the key is not known yet.
  describe('where the key is not known yet', () => {
    beforeEach(anotherWorld);

    it('has it fetched once for a whole batch', async () => {
      const letters = Array.from({ length: 6 }, (_, at) => letter(`sak-${at}`, ON_HIGHEST));
      expect(verdictsOf(await send({ operation: 'sendToPerson' }, ...letters))).toEqual(Array(6).fill('ok'));
      expect([await world.asked('svarut', 'publicKey'), (await world.ledger()).length]).toEqual([1, 6]);
    });

    it.each([
      ['cannot be fetched', { kind: 'status', status: 503, times: 9 } as const, 'ERR_SERVICE_FAILURE'],
      ['is a web page', { kind: 'html', status: 200, times: 9 } as const, 'ERR_ENCRYPTION_KEY'],
    ])('is not sent when it %s, and is when it is run again', async (_what, trouble, code) => {
      await world.order({ service: 'svarut', operation: 'publicKey', ...trouble });
      const [outcome] = await send({ operation: 'sendToPerson' }, letter('sak-1', ON_HIGHEST));
      expect(failureOf(outcome)).toMatchObject({ code, journal: { state: 'refused', letterId: null } });
      expect([await world.asked('svarut', 'sendPerson'), await world.ledger()]).toEqual([0, []]);
      await world.reset();
      expect(valueOf((await send({ operation: 'sendToPerson' }, letter('sak-1', ON_HIGHEST)))[0]).outcome).toBe('sent');
    });
  });
});

describe('a giro page', () => {
  it.each([
    ['of the document', 2, 'LEVERT_SDP'],
    ['after the last, which SvarUt alone can tell,', 3, 'AVVIST'],
  ])('%s is taken, and what became of it is seen later', async (_what, giroarkSide, state) => {
    const documents = [pdf('vedtak.pdf', '<< /Type /Page >> << /Type /Page >>')];
    const about = { documents, personDocuments: [{ filnavn: 'vedtak.pdf', giroarkSide }] };
    const { letterId } = valueOf((await send({ operation: 'sendToPerson' }, letter('sak-1', about)))[0]);
    await world.advance(10);
    expect(valueOf((await world.run('svarut', 'getStatus', [{ letterId }]))[0]).status).toBe(state);
  });
});
