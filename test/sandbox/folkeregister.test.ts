import { randomUUID } from 'node:crypto';
import { Caller } from './caller';

const ORDINARY = '12848539668';
const D_NUMBER = '57829147744';
const DECEASED = '05913828676';
const STRICTLY_CONFIDENTIAL = '30819446675';
const SURVIVING = '15867936634';
const HISTORICAL = '54867931298';
const UNKNOWN = '22885399316';

let caller: Caller;
let headers: Record<string, string>;
beforeAll(async () => {
  caller = await Caller.start();
  headers = await caller.fiksHeaders();
});
afterAll(() => caller.close());

const roleNamed = (name: string) => caller.credentials.roles.find((role) => role.name === name)!.rolleId;

const base = (role = 'full') => `/fiks/folkeregister/api/v1/${roleNamed(role)}/v1/personer`;

const person = (id: string, query = '', role = 'full') => caller.call(`${base(role)}/${id}${query}`, { headers });

const bulk = (numbers: unknown, query = '?part=navn', role = 'full') =>
  caller.postJson(`${base(role)}/bulkoppslag${query}`, { foedselsEllerDNummer: numbers }, headers);

const parts = (body: object) => Object.keys(body).sort();

describe('looking up one person', () => {
  it('gives the parts asked for and always the number', async () => {
    const { status, body } = await person(ORDINARY, '?part=navn&part=bostedsadresse');
    expect(status).toBe(200);
    expect(parts(body)).toEqual(['bostedsadresse', 'identifikasjonsnummer', 'navn']);
  });

  it('gives person-basis when no part is asked for', async () => {
    const { body } = await person(ORDINARY);
    expect(body).toHaveProperty('sivilstand');
    expect(body).not.toHaveProperty('familierelasjon');
    expect(body).not.toHaveProperty('foreldreansvar');
  });

  it('expands a collective name', async () => {
    const { body } = await person(ORDINARY, '?part=relasjon-utvidet');
    expect(parts(body)).toEqual(['familierelasjon', 'foreldreansvar', 'identifikasjonsnummer']);
  });

  it('leaves history out unless it is asked for', async () => {
    expect((await person(ORDINARY, '?part=navn')).body.navn).toHaveLength(1);
    expect((await person(ORDINARY, '?part=navn&part=historikk')).body.navn).toHaveLength(2);
  });

  it('reads historikk alone as person-basis with history', async () => {
    const { body } = await person(ORDINARY, '?part=historikk');
    expect(body.sivilstand).toHaveLength(2);
  });

  it('omits a part without current content: a strictly confidential person has no residence', async () => {
    const { body } = await person(STRICTLY_CONFIDENTIAL, '?part=bostedsadresse&part=adressebeskyttelse');
    expect(parts(body)).toEqual(['adressebeskyttelse', 'identifikasjonsnummer']);
  });

  it('keeps doedsfall as an object', async () => {
    expect((await person(DECEASED, '?part=doedsfall')).body.doedsfall).toHaveProperty('doedsdato');
  });

  it('finds the surviving person behind a historical number and shows the current one', async () => {
    const { body } = await person(HISTORICAL, '?part=navn');
    expect(body.identifikasjonsnummer).toEqual([expect.objectContaining({ foedselsEllerDNummer: SURVIVING })]);
  });

  it('accepts a slash at the end', async () => {
    expect((await person(`${ORDINARY}/`, '?part=navn')).status).toBe(200);
  });

  it('answers 404 for an unknown person, in the words of the register', async () => {
    const { status, body } = await person(UNKNOWN, '?part=navn');
    expect(status).toBe(404);
    expect(body).toEqual({ kode: 'FREG-001', melding: 'Ukjent person.', korrelasjonsid: expect.any(String) });
  });

  it.each(['1284853966', '12848539669', 'abc'])('refuses the malformed number %s', async (id) => {
    expect((await person(id, '?part=navn')).status).toBe(400);
  });

  it('refuses a comma list, because parts are repeated', async () => {
    expect((await person(ORDINARY, '?part=navn,bostedsadresse')).status).toBe(400);
  });

  it('refuses to answer in HTML', async () => {
    const answer = await caller.call(`${base()}/${ORDINARY}?part=navn`, {
      headers: { ...headers, accept: 'text/html' },
    });
    expect(answer.status).toBe(406);
  });
});

describe('a role', () => {
  it('that does not exist is refused by Fiks', async () => {
    const path = `/fiks/folkeregister/api/v1/${randomUUID()}/v1/personer/${ORDINARY}?part=navn`;
    const { status, body } = await caller.call(path, { headers });
    expect(status).toBe(403);
    expect(body).toMatchObject({ status: 403, message: 'Mangler tilgang', errorId: expect.any(String) });
  });

  it('that is no UUID is a malformed request', async () => {
    expect((await caller.call('/fiks/folkeregister/api/v1/rolle/v1/personer/1', { headers })).status).toBe(400);
  });

  it('that is narrow gives its own parts', async () => {
    expect((await person(ORDINARY, '?part=navn&part=adressebeskyttelse', 'narrow')).status).toBe(200);
  });

  it.each([
    ['a part outside it', '?part=navn&part=bostedsadresse'],
    ['no part at all', ''],
    ['person-basis', '?part=person-basis'],
    ['history', '?part=navn&part=historikk'],
  ])('that is narrow refuses %s', async (_what, query) => {
    const { status, body } = await person(ORDINARY, query, 'narrow');
    expect(status).toBe(403);
    expect(body.message).toBe('Mangler tilgang');
  });

  it('without legal basis hides confidential statuses, sources and causes', async () => {
    const { body } = await person(D_NUMBER, '?part=status', 'without-legal-basis');
    expect(body.status[0].status).toBe('aktiv');
    expect(JSON.stringify(body)).not.toMatch(/kilde|aarsak/);
    expect((await person(D_NUMBER, '?part=status')).body.status[0]).toMatchObject({
      status: 'midlertidig',
      kilde: 'KONSTRUERT',
    });
  });

  it('without legal basis gives history only of numbers, names and addresses', async () => {
    const { body } = await person(ORDINARY, '?part=historikk', 'without-legal-basis');
    expect(body.navn).toHaveLength(2);
    expect(body.sivilstand).toHaveLength(1);
  });

  it.each(['familierelasjon', 'no-such-part'])('without legal basis answers 406 for %s', async (part) => {
    expect((await person(ORDINARY, `?part=${part}`, 'without-legal-basis')).status).toBe(406);
  });

  it('may exclude bulk lookups', async () => {
    expect((await person(ORDINARY, '?part=navn', 'single-lookups')).status).toBe(200);
    expect((await bulk([ORDINARY], '?part=navn', 'single-lookups')).status).toBe(403);
  });
});

describe('looking up many persons', () => {
  const numbers = (body: any): string[] => body.oppslag.map((entry: any) => entry.foedselsEllerDNummer);

  it('never keeps the order of the request by chance', async () => {
    const asked = [ORDINARY, D_NUMBER, DECEASED, STRICTLY_CONFIDENTIAL];
    const { body } = await bulk(asked);
    expect(numbers(body)).not.toEqual(asked);
    expect(numbers(body).sort()).toEqual([...asked].sort());
  });

  it('leaves out the unknown, answers a duplicate once and shows a historical number as the current one', async () => {
    const { body } = await bulk([ORDINARY, UNKNOWN, ORDINARY, HISTORICAL]);
    expect(numbers(body).sort()).toEqual([ORDINARY, SURVIVING]);
  });

  it('answers as ordered on request: same order, duplicates twice, an error for an unknown number', async () => {
    const asked = [UNKNOWN, ORDINARY, D_NUMBER, ORDINARY];
    const { body } = await bulk(asked, '?part=navn&somBestilt=true');
    expect(numbers(body)).toEqual(asked);
    expect(body.oppslag.map((entry: any) => 'folkeregisterperson' in entry)).toEqual([false, true, true, true]);
    expect(body.oppslag[0].feilmelding).toEqual({ feilmelding: expect.any(String) });
  });

  it.each([
    ['asked', HISTORICAL, 'folkeregisterperson'],
    ['current', SURVIVING, 'folkeregisterperson'],
    ['error', HISTORICAL, 'feilmelding'],
  ])('answers as ordered for a number out of use as the setting says: %s', async (setting, number, content) => {
    await caller.postJson('/admin/settings', { historicalNumberInBulk: setting });
    const { body } = await bulk([HISTORICAL], '?part=navn&somBestilt=true');
    expect(body.oppslag).toEqual([{ foedselsEllerDNummer: number, [content]: expect.any(Object) }]);
  });

  it('takes a thousand numbers but not one more', async () => {
    expect((await bulk(Array(1000).fill(ORDINARY), '?part=navn&somBestilt=true')).body.oppslag).toHaveLength(1000);
    expect((await bulk(Array(1001).fill(ORDINARY))).status).toBe(400);
  });

  it.each([[[]], [['123']], ['12848539668'], [[12848539668]]])('refuses the list %j', async (list) => {
    expect((await bulk(list)).status).toBe(400);
  });

  it('refuses somBestilt with any other value than true and false', async () => {
    expect((await bulk([ORDINARY], '?part=navn&somBestilt=ja')).status).toBe(400);
  });

  it('reads a body without a content type as XML, and so refuses it', async () => {
    const body = new Blob([JSON.stringify({ foedselsEllerDNummer: [ORDINARY] })]);
    const answer = await caller.call(`${base()}/bulkoppslag?part=navn`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect((await caller.lastRequest()).reason).toContain('XML');
  });

  it('refuses JSON that is labelled as text', async () => {
    const answer = await caller.postJson(
      `${base()}/bulkoppslag?part=navn`,
      { foedselsEllerDNummer: [ORDINARY] },
      { ...headers, 'content-type': 'text/plain' },
    );
    expect(answer.status).toBe(415);
  });
});
