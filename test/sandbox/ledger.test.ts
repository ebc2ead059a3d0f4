import { createHash } from 'node:crypto';
import { Caller } from './caller';
import { advance, BOUNDARY, kontoIdOf, letterTo, nhnLetter, PDF_TEXT, send, sendPath, sent } from './letters';

let caller: Caller;
beforeAll(async () => {
  // Stands still, so that only the tests move time.
  caller = await Caller.start({ speed: 0 });
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ledger = async (): Promise<any> => (await caller.call('/admin/ledger')).body;

describe('a letter in the ledger', () => {
  it('tells from whom it came', async () => {
    await send(caller, letterTo('12848539668'));
    const { clientId } = caller.credentials.maskinporten;
    const { integrationId } = caller.credentials.fiks;
    expect((await ledger()).letters).toMatchObject([
      {
        sender: { clientId, organisation: '310475025', supplier: null, integrationId },
        kontoId: kontoIdOf(caller, 'full'),
      },
    ]);
  });

  it('tells of a supplier for whom it was sent', async () => {
    const supplier = caller.credentials.clients.find(({ description }) => description.startsWith('A supplier'))!;
    const claims = { iss: supplier.clientId, consumer_org: '310475025', scope: 'ks:fiks' };
    const answer = await caller.askForToken(await caller.grant({ claims }));
    const { integrationId, integrationPassword } = caller.credentials.fiks;
    const body = new FormData();
    body.append('forsendelse', JSON.stringify(letterTo('12848539668', { dokumenter: [] })));
    await caller.call(sendPath(caller), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${answer.body.access_token}`,
        IntegrasjonId: integrationId,
        IntegrasjonPassord: integrationPassword,
      },
      body,
    });
    expect((await ledger()).letters[0].sender).toEqual({
      clientId: supplier.clientId,
      organisation: '310475025',
      supplier: '312497107',
      integrationId,
    });
  });

  it('has its metadata byte for byte as it came, spaces and all', async () => {
    const metadata = `{ "tittel":"Vedtak – æøå",\n\t"mottaker":{"navn":"A","digitalId":"12848539668"}, "ukjent" : 1.50 }`;
    const answer = await caller.call(sendPath(caller), {
      method: 'POST',
      headers: {
        ...(await caller.fiksHeaders()),
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      body:
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="forsendelse"\r\nContent-Type: application/json\r\n\r\n` +
        `${metadata}\r\n--${BOUNDARY}--\r\n`,
    });
    expect(answer.status).toBe(200);
    const [letter] = (await ledger()).letters;
    expect(letter.metadata).toEqual({
      size: Buffer.byteLength(metadata),
      sha256: sha256(metadata),
      download: `/admin/letters/${letter.id}/metadata`,
    });
    const response = await fetch(`${caller.url}${letter.metadata.download}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(metadata))).toBe(true);
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  it('has each document with its hash and where to fetch it', async () => {
    await send(caller, letterTo('12848539668'));
    const [document] = (await ledger()).letters[0].documents;
    expect(document).toMatchObject({ filnavn: 'vedtak.pdf', size: PDF_TEXT.length, sha256: sha256(PDF_TEXT) });
    expect((await caller.call(document.download)).body).toBe(PDF_TEXT);
  });

  it('says so when a document was too large to keep', async () => {
    await send(caller, letterTo('12848539668'), { content: '%PDF-1.7 '.padEnd(6 * 1024 * 1024, 'x') });
    const [letter] = (await ledger()).letters;
    expect(letter.documents[0]).toMatchObject({ size: 6 * 1024 * 1024, download: null });
    expect((await caller.call(`/admin/letters/${letter.id}/documents/0`)).status).toBe(410);
  });

  it('hides the recipient in everything but the metadata', async () => {
    await send(caller, letterTo('12848539668'));
    await send(caller, nhnLetter(), { endpoint: 'nhn' });
    expect((await ledger()).letters).toHaveLength(2);
    expect(JSON.stringify(await ledger())).not.toMatch(/(?<![\w-])\d{11}(?![\w-])/);
  });

  it.each(['metadata', 'documents/0'])('that is not there has no %s', async (what) => {
    expect((await caller.call(`/admin/letters/${crypto.randomUUID()}/${what}`)).status).toBe(404);
  });
});

describe('the timeline of a letter', () => {
  const stateOf = ({ state, reached }: any): string => `${state}${reached ? '' : '?'}`;

  it('has the states it has reached and those to come, each with its time', async () => {
    await send(caller, letterTo('22828999528'));
    const [before] = (await ledger()).letters;
    const planned = [
      'MOTTATT',
      'AKSEPTERT?',
      'SENDT_ALTINN?',
      'LEVERT_ALTINN?',
      'SENDT_PRINT?',
      'PRINTET?',
      'SLETTET?',
    ];
    expect(before.timeline.map(stateOf)).toEqual(planned);
    const times = before.timeline.map(({ at }: any) => Date.parse(at) - Date.parse(before.receivedAt));
    expect(times.slice(0, 4)).toEqual([0, 1000, 2000, 3000]);
    expect(before.nextStateInSeconds).toBe(1);

    await advance(caller, 2);
    const [after] = (await ledger()).letters;
    expect(after.timeline.map(stateOf).slice(0, 4)).toEqual(['MOTTATT', 'AKSEPTERT', 'SENDT_ALTINN', 'LEVERT_ALTINN?']);
    expect([after.state, after.nextStateInSeconds]).toEqual(['SENDT_ALTINN', 1]);
  });

  it('reaches the next state when the clock is moved by as much as it says', async () => {
    await send(caller, letterTo('22828999528'));
    const seen: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      const [{ state, nextStateInSeconds }] = (await ledger()).letters;
      seen.push(state);
      if (nextStateInSeconds !== null) await advance(caller, nextStateInSeconds);
    }
    expect(seen).toEqual([
      'MOTTATT',
      'AKSEPTERT',
      'SENDT_ALTINN',
      'LEVERT_ALTINN',
      'SENDT_PRINT',
      'PRINTET',
      'SLETTET',
    ]);
    expect((await ledger()).letters[0].nextStateInSeconds).toBeNull();
  });

  it('forgets what will not come after somebody intervened', async () => {
    const id = await sent(caller, letterTo('22828999528'));
    await caller.postJson(`/admin/letters/${id}/state`, { state: 'MANUELT_HANDTERT' });
    expect((await ledger()).letters[0].timeline.map(stateOf)).toEqual(['MOTTATT', 'MANUELT_HANDTERT', 'SLETTET?']);
  });
});

describe('a request in the ledger', () => {
  it('tells who asked, for what and how long it took', async () => {
    const path = `/fiks/folkeregister/api/v1/${caller.credentials.fiks.rolleId}/v1/personer/12848539668?part=navn`;
    await caller.call(path, { headers: await caller.fiksHeaders() });
    const { clientId } = caller.credentials.maskinporten;
    const [token, person] = (await ledger()).requests;
    expect(token).toMatchObject({
      operation: 'token',
      sender: { clientId, organisation: null, integrationId: null },
      fault: null,
    });
    expect(person).toMatchObject({
      id: Number(token.id) + 1,
      path: expect.stringContaining('/personer/128485*****'),
      query: 'part=navn',
      duration: expect.any(Number),
      sender: { clientId, organisation: '310475025', integrationId: caller.credentials.fiks.integrationId },
    });
  });

  it('tells who was refused, and nothing that does not look like a sender', async () => {
    const [header, payload] = (await caller.token()).split('.');
    const headers = { authorization: `Bearer ${header}.${payload}.forged`, IntegrasjonId: 'not-an-integration' };
    await caller.call('/svarut/api/v2/forsendelsestyper', { headers });
    await caller.call('/svarut/api/v2/forsendelsestyper', { headers: { authorization: 'Bearer a.b.c' } });
    const [, forged, nonsense] = (await ledger()).requests;
    expect(forged).toMatchObject({
      status: 401,
      sender: { clientId: caller.credentials.maskinporten.clientId, integrationId: null },
    });
    expect(nonsense.sender).toEqual({ clientId: null, organisation: null, supplier: null, integrationId: null });
  });

  it('can be asked for from an id on, and only the newest', async () => {
    for (let times = 0; times < 4; times += 1) await caller.call('/maskinporten/jwk');
    const ids = async (query: string) =>
      (await caller.call(`/admin/requests${query}`)).body.map(({ id }: any) => id) as number[];
    const all = await ids('');
    expect(all).toHaveLength(4);
    expect(await ids(`?after=${all[1]}`)).toEqual(all.slice(2));
    expect(await ids('?limit=1')).toEqual(all.slice(-1));
    expect(await ids(`?after=${all[0]}&limit=2`)).toEqual(all.slice(-2));
    expect(await ids('?limit=0')).toEqual([]);
    expect((await caller.call('/admin/requests?limit=-1')).status).toBe(400);
  });
});
