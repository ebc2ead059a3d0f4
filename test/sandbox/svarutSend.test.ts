import { createHash, randomUUID } from 'node:crypto';
import { Caller } from './caller';
import { letterTo, multipart, PDF_TEXT, send, sendParts, sendPath } from './letters';

const RECIPIENT = '12848539668';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const letters = async () => (await caller.call('/admin/letters')).body;

describe('an accepted letter', () => {
  it('gets an id and is kept with the size, hash and bytes of its documents', async () => {
    const { status, body } = await send(caller, letterTo(RECIPIENT));
    expect(status).toBe(200);
    const [letter] = await letters();
    expect(letter).toMatchObject({
      id: body.id,
      endpoint: 'person',
      eksternReferanse: 'sak-2026-17',
      recipient: '128485*****',
      documents: [
        {
          filnavn: 'vedtak.pdf',
          mimeType: 'application/pdf',
          size: PDF_TEXT.length,
          sha256: createHash('sha256').update(PDF_TEXT).digest('hex'),
        },
      ],
    });
    const document = await caller.call(`/admin/letters/${body.id}/documents/0`);
    expect(document.body).toBe(PDF_TEXT);
    expect(document.headers.get('content-type')).toBe('application/pdf');
  });

  it('is a second letter when it is sent again with the same reference', async () => {
    const first = await send(caller, letterTo(RECIPIENT));
    const second = await send(caller, letterTo(RECIPIENT));
    expect(first.body.id).not.toBe(second.body.id);
    expect(await letters()).toHaveLength(2);
  });

  it('may have names with Norwegian letters, spaces and percent signs', async () => {
    const filnavn = 'søknad om støtte 100%25.pdf';
    const dokumenter = [{ filnavn, mimeType: 'application/pdf' }];
    expect((await send(caller, letterTo(RECIPIENT, { dokumenter }), { filenames: [filnavn] })).status).toBe(200);
  });

  it('may have unknown fields and null in optional ones', async () => {
    const metadata = letterTo(RECIPIENT, { ukjentFelt: 1, lenker: null, sikkerhetsniva: null, kryptert: null });
    expect((await send(caller, metadata)).status).toBe(200);
  });

  it('may have a document that is no PDF when it will not be printed', async () => {
    const word = { filnavn: 'vedlegg.docx', mimeType: 'application/msword' };
    const excluded = letterTo(RECIPIENT, { dokumenter: [{ ...word, skalEkskluderesFraUtskrift: true }] });
    const digitalOnly = letterTo(RECIPIENT, { dokumenter: [word], kunDigitalLevering: true });
    expect((await send(caller, excluded, { filenames: ['vedlegg.docx'] })).status).toBe(200);
    expect((await send(caller, digitalOnly, { filenames: ['vedlegg.docx'] })).status).toBe(200);
  });

  it('may label its first part as JSON', async () => {
    const answer = await sendParts(caller, [
      ['name="forsendelse"', 'application/json;charset=UTF-8', JSON.stringify(letterTo(RECIPIENT))],
      ['name="fil"; filename="vedtak.pdf"', 'application/octet-stream', PDF_TEXT],
    ]);
    expect(answer.status).toBe(200);
  });

  it('is hashed but not kept when a document is larger than 5 MB', async () => {
    const form = multipart(letterTo(RECIPIENT), []);
    const content = Buffer.alloc(6 * 1024 * 1024, 'x');
    form.append('fil', new File([content], 'vedtak.pdf'));
    const { body } = await caller.call(sendPath(caller), {
      method: 'POST',
      headers: await caller.fiksHeaders(),
      body: form,
    });
    const [letter] = await letters();
    expect(letter.documents[0]).toMatchObject({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect((await caller.call(`/admin/letters/${body.id}/documents/0`)).status).toBe(410);
  });
});

describe('the account', () => {
  const post = async (path: string) =>
    caller.call(path, { method: 'POST', headers: await caller.fiksHeaders(), body: multipart(letterTo(RECIPIENT)) });

  it('must be one the integration has rights on', async () => {
    const answer = await post(`/svarut/api/v3/kontoer/${randomUUID()}/forsendelser/person`);
    expect(answer).toMatchObject({ status: 403, body: { message: 'Mangler tilgang' } });
  });

  it('must be a UUID', async () => {
    expect((await post('/svarut/api/v3/kontoer/konto/forsendelser/person')).status).toBe(400);
  });
});
