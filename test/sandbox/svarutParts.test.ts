import { Caller } from './caller';
import { BOUNDARY, expectRefused, letterTo, PDF_TEXT, sendParts, sendPath, wireFormat, type Part } from './letters';
import { postInPieces } from './rawHttp';

const RECIPIENT = '12848539668';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const letters = async () => (await caller.call('/admin/letters')).body;

describe('the parts of the request are refused when', () => {
  const two = letterTo(RECIPIENT, {
    dokumenter: ['a.pdf', 'b.pdf'].map((filnavn) => ({ filnavn, mimeType: 'application/pdf' })),
  });

  it.each([
    ['the files come in another order than the metadata', ['b.pdf', 'a.pdf'], /filnavn/],
    ['a file is missing', ['a.pdf'], /1 file parts for 2 documents/],
    ['there is a file too many', ['a.pdf', 'b.pdf', 'c.pdf'], /3 file parts for 2 documents/],
    ['a name differs in case', ['a.pdf', 'B.pdf'], /filnavn/],
  ])('%s', async (_what, filenames, reason) => {
    await expectRefused(caller, two, reason, { filenames });
  });

  const metadataPart: Part = ['name="forsendelse"', 'text/plain', JSON.stringify(letterTo(RECIPIENT))];
  const filePart: Part = ['name="fil"; filename="vedtak.pdf"', 'application/pdf', PDF_TEXT];

  it.each([
    ['the first part has another name', [['name="metadata"', 'text/plain', '{}'], filePart], /must be named/],
    [
      'the first part has a filename',
      [['name="forsendelse"; filename="blob"', 'text/plain', '{}'], filePart],
      /without a filename/,
    ],
    ['the files come first', [filePart, metadataPart], /without a filename/],
    ['the metadata is no JSON', [['name="forsendelse"', 'text/plain', '{"tittel":'], filePart], /not valid JSON/],
    ['a file has no filename', [metadataPart, ['name="fil"', 'application/pdf', PDF_TEXT]], /lack a filename/],
  ] as const)('%s', async (_what, parts, reason) => {
    expect((await sendParts(caller, parts)).status).toBe(400);
    expect((await caller.lastRequest()).reason).toMatch(reason);
  });

  it('the last boundary is missing', async () => {
    expect((await sendParts(caller, [metadataPart, filePart], '')).status).toBe(400);
    expect(await letters()).toHaveLength(0);
  });

  it('the boundary is not named in the header', async () => {
    const headers = { ...(await caller.fiksHeaders()), 'content-type': 'multipart/form-data' };
    expect((await caller.call(sendPath(caller), { method: 'POST', headers, body: 'x' })).status).toBe(400);
  });

  it('the body is JSON', async () => {
    expect((await caller.postJson(sendPath(caller), letterTo(RECIPIENT), await caller.fiksHeaders())).status).toBe(415);
  });

  it('the connection breaks in the middle of a file', async () => {
    const path = sendPath(caller);
    const headers = { ...(await caller.fiksHeaders()), 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const start = wireFormat(metadataPart) + wireFormat(filePart).slice(0, -10);
    await postInPieces(caller.url, path, headers, [start]);
    for (let tries = 0; tries < 50 && (await caller.lastRequest())?.operation !== 'sendPerson'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await caller.lastRequest()).toMatchObject({ operation: 'sendPerson', verdict: 'refused' });
    expect(await letters()).toHaveLength(0);
  });
});
