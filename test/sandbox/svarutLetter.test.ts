import { randomUUID } from 'node:crypto';
import { Caller } from './caller';
import { advance, ledgerLetter, letterPath, letterTo, PDF_TEXT, sent, set, statesOf, toSign } from './letters';

const WITH_MAILBOX = '12848539668';
const NEVER_READS = '22828999528';
const RESERVED = '19887834124';
const DAY = 86_400;

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start({ speed: 0, settings: { tokensAge: false } });
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const ask = (id: string, what: string) => caller.call(letterPath(id, what), { headers });

const events = async (id: string, kind: 'hendelser' | 'signeringshendelser' = 'hendelser') =>
  (await ask(id, kind)).body.hendelser;

const read = { fnr: WITH_MAILBOX, tidspunkt: '2026-11-20T10:00:00+01:00' };

const markAsRead = (id: string, body: object = read) => caller.postJson(letterPath(id, 'lest'), body, headers);

const remove = (id: string, query = '') =>
  caller.call(letterPath(id, `dokumenter${query}`), { method: 'DELETE', headers });

describe('a shipment is', () => {
  it.each<[string, (id: string) => Promise<{ status: number }>]>([
    ['hendelser', (id) => ask(id, 'hendelser')],
    ['signeringshendelser', (id) => ask(id, 'signeringshendelser')],
    ['metadata', (id) => ask(id, 'metadata')],
    ['lest', (id) => markAsRead(id)],
    ['dokumenter', (id) => remove(id)],
  ])('404 when unknown and 400 when no UUID, for %s', async (_what, call) => {
    expect((await call(randomUUID())).status).toBe(404);
    expect((await call('1')).status).toBe(400);
  });
});

describe('the events of a letter', () => {
  it('tell what has happened so far', async () => {
    const id = await sent(caller, letterTo(RESERVED));
    expect((await events(id)).map(({ hendelse }: any) => hendelse)).toEqual(['Forsendelsen er mottatt']);
    await advance(caller, 10);
    expect(await events(id)).toHaveLength(4);
    expect((await events(id)).at(-1)).toEqual({
      hendelse: 'Skrevet ut og sendt i posten',
      tidspunkt: expect.stringMatching(/\+0[12]:00$/),
    });
  });

  it.each([
    ['a document is protected by a password', '%PDF-1.7 trailer << /Encrypt 5 0 R >>', {}, /passord/],
    ['a document is no PDF', 'PK', {}, /leses som PDF/],
    ['a document is empty', '', {}, /leses som PDF/],
    ['the giro is on a page there is not', '%PDF-1.7 << /Type /Page >>', { giroarkSide: 2 }, /giroarkSide/],
  ])('tell why it is rejected: %s', async (_what, content, changes, hendelse) => {
    const dokumenter = [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', ...changes }];
    const id = await sent(caller, letterTo(WITH_MAILBOX, { dokumenter }), { content });
    expect((await ledgerLetter(caller)).state).toBe('MOTTATT');
    await advance(caller, 1);
    expect((await ledgerLetter(caller)).state).toBe('AVVIST');
    expect((await events(id)).at(-1).hendelse).toMatch(hendelse);
  });

  it.each([
    [
      'a password, when it is never printed',
      '%PDF-1.7 trailer << /Encrypt 5 0 R >>',
      { skalEkskluderesFraUtskrift: true },
    ],
    ['a giro on the last page', '%PDF-1.7 << /Type /Page >>', { giroarkSide: 1 }],
    ['a giro where the pages cannot be counted', '%PDF-1.7', { giroarkSide: 9 }],
  ])('tell of no trouble with %s', async (_what, content, changes) => {
    const dokumenter = [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', ...changes }];
    await sent(caller, letterTo(WITH_MAILBOX, { dokumenter }), { content });
    await advance(caller, 1);
    expect((await ledgerLetter(caller)).state).toBe('AKSEPTERT');
  });
});

describe('signing', () => {
  const statuses = async (id: string) => (await events(id, 'signeringshendelser')).map(({ status }: any) => status);

  it.each([
    ['signed', 'SIGNERT_AV_MOTTAKER'],
    ['refused', 'AVVIST_AV_MOTTAKER'],
  ])('is %s after a while', async (signingOutcome, status) => {
    await set(caller, { signingOutcome });
    const id = await sent(caller, letterTo(WITH_MAILBOX, toSign()));
    expect(await statuses(id)).toEqual([]);
    await advance(caller, 1);
    expect(await statuses(id)).toEqual(['VENTER_SIGNERING']);
    await advance(caller, 9);
    expect(await statuses(id)).toEqual(['VENTER_SIGNERING', status]);
    expect((await ledgerLetter(caller)).signing.map((step: any) => step.status)).toEqual(['VENTER_SIGNERING', status]);
  });

  it.each([
    ['by a person who lets it lie', WITH_MAILBOX, { signingOutcome: 'expired' }],
    ['by a person who gets it on paper', RESERVED, {}],
  ])('expires, %s', async (_who, recipient, settings) => {
    await set(caller, settings);
    const id = await sent(caller, letterTo(recipient, toSign(new Date(Date.now() + 3 * DAY * 1000).toISOString())));
    await advance(caller, 2 * DAY);
    expect(await statuses(id)).toEqual(['VENTER_SIGNERING']);
    await advance(caller, DAY);
    expect(await statuses(id)).toEqual(['VENTER_SIGNERING', 'UTLOPT']);
  });

  it('has no events where nothing is signed', async () => {
    expect(await statuses(await sent(caller, letterTo(WITH_MAILBOX)))).toEqual([]);
  });
});

describe('the documents of a letter', () => {
  it('are described with size, hash and where they are', async () => {
    const id = await sent(caller, letterTo(WITH_MAILBOX, toSign()));
    const [document] = (await ledgerLetter(caller)).documents;
    const url = `${caller.url}/svarut/forsendelse/${id}/1`;
    expect((await ask(id, 'metadata')).body).toEqual({
      dokumenter: [
        {
          filnavn: 'vedtak.pdf',
          mimeType: 'application/pdf',
          dokumentType: 'DOKUMENT',
          storrelse: PDF_TEXT.length,
          sha256Hash: document.sha256,
          nedlasningUrl: url,
          kanSigneres: true,
          signeringUrl: `${url}/signering`,
        },
      ],
    });
  });

  it('are for the recipient to download, unless a setting lets the sender too', async () => {
    const id = await sent(caller, letterTo(WITH_MAILBOX));
    const url = `/svarut/forsendelse/${id}/1`;
    expect((await caller.call(url)).status).toBe(401);
    expect((await caller.call(url, { headers })).status).toBe(403);
    await set(caller, { downloadWithToken: true });
    expect(await caller.call(url, { headers })).toMatchObject({ status: 200, body: PDF_TEXT });
    expect((await caller.call(`/svarut/forsendelse/${id}/2`, { headers })).status).toBe(404);
  });
});

describe('marking as read', () => {
  it('makes an unread letter read, so that it is not printed', async () => {
    const id = await sent(caller, letterTo(NEVER_READS));
    await advance(caller, 10);
    expect(await markAsRead(id, { ...read, eksterntSystemnavn: 'Minside' })).toMatchObject({ status: 204, body: '' });
    await advance(caller, 50 * 3600);
    expect(statesOf(await ledgerLetter(caller)).slice(-2)).toEqual(['LEVERT_ALTINN', 'LEST']);
    expect((await events(id)).at(-1).hendelse).toBe('Lest av mottaker i Minside');
  });

  it('once more changes nothing, or is refused by a setting', async () => {
    const id = await sent(caller, letterTo(NEVER_READS));
    expect([(await markAsRead(id)).status, (await markAsRead(id)).status]).toEqual([204, 204]);
    expect(statesOf(await ledgerLetter(caller))).toEqual(['MOTTATT', 'LEST']);
    await set(caller, { lestTwice: 'refused' });
    expect((await markAsRead(id)).status).toBe(409);
  });

  it.each([
    ['without a number', { tidspunkt: read.tidspunkt }],
    ['without a time', { fnr: read.fnr }],
    ['with a date for a time', { ...read, tidspunkt: '2026-11-20' }],
    ['with wrong control digits', { ...read, fnr: '12848539669' }],
    ['with a number for a text', { ...read, fnr: 12848539668 }],
  ])('is refused %s', async (_what, body) => {
    expect((await markAsRead(await sent(caller, letterTo(NEVER_READS)), body)).status).toBe(400);
  });

  it('is refused for a letter that reached nobody', async () => {
    const id = await sent(caller, letterTo(RESERVED, { kunDigitalLevering: true }));
    await advance(caller, 10);
    expect((await markAsRead(id)).status).toBe(400);
  });
});

describe('deleting documents', () => {
  it('of all kinds hides the state before, and stops the life of the letter', async () => {
    const id = await sent(caller, letterTo(NEVER_READS));
    await advance(caller, 10);
    expect(await remove(id, '?slettetype=ALLE')).toMatchObject({ status: 204, body: '' });
    await advance(caller, 100 * DAY);
    const letter = await ledgerLetter(caller);
    expect([letter.state, letter.deleted, statesOf(letter).at(-2)]).toEqual(['SLETTET', 'ALLE', 'LEVERT_ALTINN']);
    expect((await ask(id, 'metadata')).body).toEqual({ dokumenter: [] });
    expect((await markAsRead(id)).status).toBe(400);
  });

  it('is of the originals when nothing else is said, and leaves the state as it is', async () => {
    const id = await sent(caller, letterTo(NEVER_READS));
    expect((await remove(id)).status).toBe(204);
    expect((await events(id)).at(-1).hendelse).toMatch(/Originaldokumentene/);
    await advance(caller, 3);
    expect(await ledgerLetter(caller)).toMatchObject({ state: 'LEVERT_ALTINN', deleted: 'ORIGINALDOKUMENTER' });
    expect((await ask(id, 'metadata')).body).toEqual({ dokumenter: [] });
  });

  it('of the originals shows as SLETTET by a setting', async () => {
    await set(caller, { originalsDeletedAsSlettet: true });
    await remove(await sent(caller, letterTo(NEVER_READS)));
    expect((await ledgerLetter(caller)).state).toBe('SLETTET');
  });

  it('has the same effect twice', async () => {
    const id = await sent(caller, letterTo(NEVER_READS));
    expect([(await remove(id)).status, (await remove(id)).status]).toEqual([204, 204]);
    expect(await events(id)).toHaveLength(2);
    expect([(await remove(id, '?slettetype=ALLE')).status, (await remove(id)).status]).toEqual([204, 204]);
    expect(await events(id)).toHaveLength(3);
  });

  it('of an unknown kind is refused', async () => {
    expect((await remove(await sent(caller, letterTo(NEVER_READS)), '?slettetype=NOEN')).status).toBe(400);
  });
});

describe('the life of a letter', () => {
  it('ends after three months, when its documents are removed', async () => {
    await sent(caller, letterTo(WITH_MAILBOX));
    await advance(caller, 90 * DAY - 1);
    expect((await ledgerLetter(caller)).state).toBe('LEVERT_SDP');
    await advance(caller, 1);
    expect((await ledgerLetter(caller)).state).toBe('SLETTET');
  });

  it('takes a turn by hand, keeps to it, and is removed in the end', async () => {
    const id = await sent(caller, letterTo(NEVER_READS));
    await advance(caller, 5);
    expect((await caller.postJson(`/admin/letters/${id}/state`, { state: 'MANUELT_HANDTERT' })).status).toBe(204);
    await advance(caller, 50 * 3600);
    expect((await ledgerLetter(caller)).state).toBe('MANUELT_HANDTERT');
    expect((await events(id)).at(-1).hendelse).toBe('Håndtert manuelt');
    await advance(caller, 90 * DAY);
    expect((await ledgerLetter(caller)).state).toBe('SLETTET');
  });

  it('can be given a state of the future, with words of its own', async () => {
    const id = await sent(caller, letterTo(WITH_MAILBOX));
    await caller.postJson(`/admin/letters/${id}/state`, { state: 'SENDT_MED_BREVDUE', hendelse: 'Duen har lettet' });
    expect((await ledgerLetter(caller)).state).toBe('SENDT_MED_BREVDUE');
    expect((await events(id)).at(-1).hendelse).toBe('Duen har lettet');
  });

  it.each([
    [404, randomUUID(), { state: 'LEST' }],
    [400, randomUUID(), { state: 'lest' }],
  ])('is turned by nobody: %i', async (status, id, body) => {
    expect((await caller.postJson(`/admin/letters/${id}/state`, body)).status).toBe(status);
  });
});
