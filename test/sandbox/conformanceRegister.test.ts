/** Fact sheet folkeregister §2, §3, §4 and §7: what is left of the rules, and the edges of them. */
import { RegisterCaller } from './folkeregisterCaller';

const ORDINARY = '12848539668';
const CONFIDENTIAL = '19887834124';
const STRICTLY = '30819446675';
const CLIENT_ADDRESS = '02920197712';
const DOCUMENT = '1eed16f7695e3afc0b50f1d40cfe58ee';

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const person = async (number: string, query: string, role = 'full') =>
  (await register.get(`/personer/${number}?${query}`, { role })).body;

describe('the register', () => {
  it('answers a path it does not have with 404', async () => {
    const { status, body } = await register.get('/personer/vask/alle');
    expect([status, typeof body.message]).toEqual([404, 'string']);
  });

  it('tells nobody on the way to keep its answers', async () => {
    const { headers } = await register.get(`/personer/${ORDINARY}?part=navn`);
    expect(headers.get('cache-control')).toBe('no-store, no-cache');
  });

  it('answers in the form of the request when no other is asked for', async () => {
    const body =
      '<foedselsEllerDNummerListe><foedselsEllerDNummer>12848539668</foedselsEllerDNummer></foedselsEllerDNummerListe>';
    const headers = { ...(await register.caller.fiksHeaders()), accept: '', 'content-type': 'application/xml' };
    const answer = await register.caller.call(register.path('/personer/bulkoppslag?part=navn'), {
      method: 'POST',
      headers,
      body,
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml']);
  });

  it('gives each part as a list, and no part that is empty', async () => {
    const { doedsfall, falskIdentitet, ...parts } = await person(ORDINARY, 'part=person-basis&part=relasjon-utvidet');
    expect([doedsfall, falskIdentitet]).toEqual([undefined, undefined]);
    expect(Object.keys(parts).length).toBeGreaterThan(8);
    for (const part of Object.values(parts)) {
      expect(part).toEqual(expect.any(Array));
      expect(part).not.toEqual([]);
    }
  });

  it('has kilde and aarsak with legal basis only', async () => {
    expect(JSON.stringify(await person(ORDINARY, 'part=navn'))).toMatch(/"kilde"/);
    expect(JSON.stringify(await person(ORDINARY, 'part=navn', 'without-legal-basis'))).not.toMatch(/"kilde"|"aarsak"/);
  });

  it('delivers a confidential address with its grade, but no residence of the strictly confidential', async () => {
    const parts = 'part=bostedsadresse&part=postadresse&part=adressebeskyttelse';
    expect(await person(CONFIDENTIAL, parts)).toMatchObject({
      adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }],
      bostedsadresse: [{ adressegradering: 'fortrolig', vegadresse: expect.any(Object) }],
    });
    const strictly = await person(STRICTLY, parts);
    expect(strictly).not.toHaveProperty('bostedsadresse');
    expect(strictly).toMatchObject({
      adressebeskyttelse: [{ graderingsnivaa: 'strengtFortrolig' }],
      postadresse: [{ adressegradering: 'ugradert', postboksadresse: expect.any(Object) }],
    });
  });

  it('grades a client address alone, without a protection of the person', async () => {
    const client = await person(CLIENT_ADDRESS, 'part=bostedsadresse&part=oppholdsadresse&part=adressebeskyttelse');
    expect(client).not.toHaveProperty('adressebeskyttelse');
    expect(JSON.stringify(client)).toContain('klientadresse');
  });

  it('refuses a feed without a number to begin with', async () => {
    expect((await register.get('/hendelser/feed')).status).toBe(400);
  });

  it.each(['', '?part=navn&part=status'])(
    'takes a thousand documents of versions and not one more (%s)',
    async (query) => {
      const bulk = (count: number) =>
        register.post(`/personer/bulkoppslag/arkiv${query}`, { dokumentidentifikator: Array(count).fill(DOCUMENT) });
      expect((await bulk(1000)).status).toBe(200);
      expect((await bulk(1001)).status).toBe(400);
    },
  );

  it('makes a complete extract of what there is when the number is beyond the end', async () => {
    const { status, body } = await register.get('/uttrekk/komplett?feedsekvensnr=999999999');
    expect([status, typeof body.jobbId]).toEqual([200, 'string']);
  });

  it('says in its own words that a batch is not ready', async () => {
    const { jobbId } = (await register.post('/uttrekk/tilpasset', { personstatustyper: ['bosatt'] })).body;
    const { status, body } = await register.get(`/uttrekk/${jobbId}/batch/0`);
    expect([status, body]).toEqual([404, { feilmelding: 'Batch med id=0 er enda ikke klar' }]);
  });

  it.each([
    ['an HTTP date', () => new Date(Date.now() + 60_000).toUTCString()],
    ['seconds', () => '5'],
    ['milliseconds', () => '1500'],
  ])('can say 429 with Retry-After as %s', async (_what, value) => {
    const retryAfter = value();
    const headers = { 'retry-after': retryAfter };
    await register.caller.postJson('/admin/faults', { service: 'folkeregister', kind: 'status', status: 429, headers });
    const answer = await register.get(`/personer/${ORDINARY}?part=navn`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, retryAfter]);
  });
});
