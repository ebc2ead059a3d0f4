import { randomUUID } from 'node:crypto';
import { Caller } from './caller';
import {
  advance,
  BOUNDARY,
  ledgerLetter,
  letterPath,
  letterTo,
  lookupPath,
  REPLY_TO,
  send,
  sendParts,
  sendPath,
  sent,
  set,
  statusPath,
  toSign,
  wireFormat,
  type Part,
} from './letters';

const WITH_MAILBOX = '12848539668';
const READS_ALTINN = '15867936634';
const NEVER_READS = '22828999528';
const RESERVED = '19887834124';

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0 });
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const status = async (changes: object, recipient = WITH_MAILBOX): Promise<number> =>
  (await send(caller, letterTo(recipient, changes))).status;

const find = (what: '' | '/metadata' = '') => caller.call(lookupPath(caller, what, 'sak-2026-17'), { headers });

describe('letters that are taken or refused, as a setting says:', () => {
  const foreign = { adresselinje1: 'x', poststed: 'GDANSK', postnummer: '80-001', landkode: 'PL' };
  const addressed = (postnummer: string | null) => ({
    mottaker: { navn: 'A', digitalId: WITH_MAILBOX, adresse: { adresselinje1: 'x', poststed: 'B', postnummer } },
  });
  const document = { filnavn: 'vedtak.pdf', mimeType: 'application/pdf' };

  it.each<[string, object, object, number, number]>([
    ['a missing title', { invalidLetterStatus: 422 }, { tittel: undefined }, 400, 422],
    ['a field nobody knows', { unknownLetterFields: 'refused' }, { hastegrad: 'stor' }, 200, 400],
    ['a field of other letters', { unknownLetterFields: 'refused' }, { forsendelsestype: 'x' }, 200, 400],
    ['fields that are null', { unknownLetterFields: 'refused' }, { lenker: null }, 200, 200],
    ['a broken rule', { invalidLetterStatus: 422 }, { kanSvareViaEdialog: true }, 400, 422],
    ['a broken rule, found later', { letterRules: 'later' }, { kanSvareViaEdialog: true }, 400, 200],
    ['a missing postnummer', { fourDigitPostnummer: true }, addressed(null), 200, 400],
    ['an odd postnummer', { fourDigitPostnummer: true }, addressed('N-5003'), 200, 400],
    ['a Norwegian postnummer', { fourDigitPostnummer: true }, addressed('5003'), 200, 200],
    [
      'a foreign postnummer',
      { fourDigitPostnummer: true },
      { mottaker: { navn: 'A', digitalId: WITH_MAILBOX, adresse: foreign } },
      200,
      200,
    ],
    ['signing that returns nowhere', { signingNeedsReplyTo: false }, { ...toSign(), svarSendesTil: null }, 400, 200],
  ])('%s', async (_what, settings, changes, before, after) => {
    expect(await status(changes)).toBe(before);
    await set(caller, settings);
    expect(await status(changes)).toBe(after);
  });

  it('without documents', async () => {
    const none = letterTo(WITH_MAILBOX, { dokumenter: null });
    expect((await send(caller, none, { filenames: [] })).status).toBe(200);
    await set(caller, { documentsRequired: true });
    expect((await send(caller, none, { filenames: [] })).status).toBe(400);
  });

  it('with more documents than one', async () => {
    const filenames = ['a.pdf', 'b.pdf'];
    const letter = letterTo(WITH_MAILBOX, { dokumenter: filenames.map((filnavn) => ({ ...document, filnavn })) });
    await set(caller, { documentLimit: 2 });
    expect((await send(caller, letter, { filenames })).status).toBe(200);
    await set(caller, { documentLimit: 1 });
    expect((await send(caller, letter, { filenames })).status).toBe(400);
    expect((await caller.lastRequest()).reason).toContain('for mange dokumenter');
  });

  it('with names of files that differ in case only', async () => {
    const filenames = ['vedtak.pdf', 'VEDTAK.pdf'];
    const letter = letterTo(WITH_MAILBOX, { dokumenter: filenames.map((filnavn) => ({ ...document, filnavn })) });
    expect((await send(caller, letter, { filenames })).status).toBe(400);
    await set(caller, { filnavnCaseSensitive: true });
    expect((await send(caller, letter, { filenames })).status).toBe(200);
  });

  it('with a filename on the metadata', async () => {
    const parts: Part[] = [
      ['name="forsendelse"; filename="blob"', 'application/json', JSON.stringify(letterTo(WITH_MAILBOX))],
      ['name="fil"; filename="vedtak.pdf"', 'application/pdf', '%PDF-1.7'],
    ];
    expect((await sendParts(caller, parts)).status).toBe(400);
    await set(caller, { metadataFilename: 'accepted' });
    expect((await sendParts(caller, parts)).status).toBe(200);
  });

  it('with the reference of another letter', async () => {
    await set(caller, { repeatedReference: 'refused' });
    expect(await status({})).toBe(200);
    expect(await send(caller, letterTo(WITH_MAILBOX))).toMatchObject({
      status: 400,
      body: { errorCode: 'GJENTAGENDE_FORSENDELSE' },
    });
    expect((await send(caller, letterTo(WITH_MAILBOX), { account: 'manual-print' })).status).toBe(200);
    expect(await status({ eksternReferanse: null })).toBe(200);
    expect(await status({ eksternReferanse: null })).toBe(200);
  });

  it('with the reference of a letter that was rejected', async () => {
    await set(caller, { repeatedReference: 'refused' });
    const rejected = await sent(caller, letterTo(WITH_MAILBOX), { content: 'PK' });
    await advance(caller, 1);
    expect((await ledgerLetter(caller, rejected)).state).toBe('AVVIST');
    expect(await status({})).toBe(200);
  });
});

describe('uploads that are taken or refused, as a setting says:', () => {
  const parts: Part[] = [
    ['name="forsendelse"', 'text/plain', JSON.stringify(letterTo(WITH_MAILBOX))],
    ['name="fil"; filename="vedtak.pdf"', 'application/pdf', '%PDF-1.7'],
  ];
  const multipartHeaders = () => ({ ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` });

  it.each([
    ['accepted', 200],
    ['refused', 411],
  ])('without Content-Length: %s', async (chunkedUploads, expected) => {
    await set(caller, { chunkedUploads });
    const body = new Blob([`${parts.map(wireFormat).join('')}--${BOUNDARY}--\r\n`]).stream();
    const request = { method: 'POST', headers: multipartHeaders(), body, duplex: 'half' };
    expect((await caller.call(sendPath(caller), request)).status).toBe(expected);
  });

  it('that last too long', async () => {
    await set(caller, { uploadTimeLimitMs: 0 });
    expect((await sendParts(caller, parts)).status).toBe(408);
    expect(await ledgerLetter(caller)).toBeUndefined();
  });
});

describe('the life of a letter, as a setting says:', () => {
  const lastState = async (letter: object, settings: object, seconds = 60) => {
    await set(caller, settings);
    await sent(caller, letter);
    await advance(caller, seconds);
    return (await ledgerLetter(caller)).state;
  };
  const nowhere = letterTo(RESERVED, { mottaker: { navn: 'A', digitalId: RESERVED } });
  const DIGITAL = { kunDigitalLevering: true };

  it.each<[string, object, object, string]>([
    ['a receipt that fails', letterTo(WITH_MAILBOX), { receiptFails: true }, 'FEILET_UNDER_MOTTAK'],
    ['a broken rule', letterTo(WITH_MAILBOX, { kanSvareViaEdialog: true }), { letterRules: 'later' }, 'AVVIST'],
    ['no channel', nowhere, {}, 'AVVIST'],
    ['no channel, and stuck', nowhere, { noChannel: 'stuck' }, 'AKSEPTERT'],
    ['a mailbox that reports reading', letterTo(WITH_MAILBOX), { readAfterDelivery: true }, 'LEST'],
    ['a digital letter that is read', letterTo(WITH_MAILBOX, DIGITAL), { readAfterDelivery: true }, 'LEST'],
    ['another reading time in Altinn', letterTo(NEVER_READS), { altinnReadingHours: 0 }, 'PRINTET'],
    ['documents removed at once', letterTo(WITH_MAILBOX), { retentionDays: 0 }, 'SLETTET'],
    ['a reader in Altinn whatever the reading time', letterTo(READS_ALTINN), { altinnReadingHours: 1 }, 'LEST'],
  ])('%s', async (_what, letter, settings, state) => {
    expect(await lastState(letter, settings)).toBe(state);
  });

  it('documents never removed', async () => {
    expect(await lastState(letterTo(WITH_MAILBOX), { retentionDays: null }, 10_000 * 86_400)).toBe('LEVERT_SDP');
  });

  it('the highest level on paper, or not', async () => {
    const secret = letterTo(RESERVED, { kryptert: true, sikkerhetsniva: 'HOYESTE', dokumenter: null });
    for (const [hoyesteOnPaper, channel] of [
      [true, 'print'],
      [false, 'none'],
    ] as const) {
      await set(caller, { hoyesteOnPaper });
      const { body } = await send(caller, secret, { filenames: [] });
      expect((await ledgerLetter(caller, body.id)).channel).toBe(channel);
    }
  });
});

describe('answers that differ, as a setting says:', () => {
  const search = (id: readonly string[]) => caller.postJson(statusPath(caller), { id }, headers);

  it.each([
    ['notFound', 404],
    ['gone', 410],
  ])('an environment whose version 3 is %s', async (svarutV3, expected) => {
    await set(caller, { svarutV3 });
    expect(await status({})).toBe(expected);
    expect((await search([])).status).toBe(expected);
    expect((await find()).status).toBe(200);
  });

  it('an unknown reference', async () => {
    await set(caller, { unknownReference: 'notFound' });
    expect((await find()).status).toBe(404);
    await sent(caller, letterTo(WITH_MAILBOX));
    expect((await find()).status).toBe(200);
  });

  it('an unknown id in the status search', async () => {
    const id = await sent(caller, letterTo(WITH_MAILBOX));
    expect((await search([id, randomUUID()])).body.statuser).toHaveLength(1);
    await set(caller, { unknownShipment: 'notFound' });
    expect((await search([id, randomUUID()])).status).toBe(404);
    expect((await search([id])).status).toBe(200);
  });

  it('a limit to the ids of one search', async () => {
    const ids = Array.from({ length: 101 }, () => randomUUID());
    expect((await search(ids)).status).toBe(200);
    await set(caller, { statusIdLimit: 100 });
    expect((await search(ids)).status).toBe(400);
    expect((await search(ids.slice(1))).status).toBe(200);
  });

  it('a look-up by reference without the state', async () => {
    await sent(caller, letterTo(WITH_MAILBOX));
    expect((await find('/metadata')).body.forsendelser[0]).toHaveProperty('status', 'MOTTATT');
    await set(caller, { statusInMetadata: false });
    expect((await find('/metadata')).body.forsendelser[0]).not.toHaveProperty('status');
  });

  it('a state nobody knows yet', async () => {
    await set(caller, { futureState: 'SENDT_MED_BREVDUE' });
    const id = await sent(caller, letterTo(WITH_MAILBOX));
    expect((await search([id])).body.statuser[0].status).toBe('SENDT_MED_BREVDUE');
    expect((await find('/metadata')).body.forsendelser[0].status).toBe('SENDT_MED_BREVDUE');
    expect((await ledgerLetter(caller)).state).toBe('MOTTATT');
  });

  it('fields nobody knows yet, everywhere', async () => {
    await set(caller, { extraFields: true });
    const id = await sent(caller, letterTo(WITH_MAILBOX, REPLY_TO));
    const { body } = await caller.call(letterPath(id, 'hendelser'), { headers });
    const nyttFelt = expect.any(String);
    expect(body).toMatchObject({ nyttFelt, hendelser: [{ nyttFelt, hendelse: 'Forsendelsen er mottatt' }] });
  });
});
