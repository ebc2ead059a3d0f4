import { RegisterCaller } from './folkeregisterCaller';

const ORDINARY = '12848539668';
const NORDIC = '03928338788';
const UNKNOWN = '22885399316';
const XML = { accept: 'application/xml' };

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const person = (query = '?part=navn', headers: Record<string, string> = {}) =>
  register.get(`/personer/${ORDINARY}${query}`, headers);

describe('a person in XML', () => {
  it('is one element in the namespace of the contract', async () => {
    const { status, headers, body } = await person('?part=navn&part=status', XML);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/xml');
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?><folkeregisterperson xmlns="folkeregisteret:tilgjengeliggjoering:person:v1">/,
    );
    expect(body).toContain('<fornavn>RASK</fornavn><etternavn>FYRLYKT</etternavn></navn></folkeregisterperson>');
  });

  it('has its parts in the order of the contract, and a list as so many elements', async () => {
    const { body } = await person('?part=person-basis&part=historikk', XML);
    const parts = ['<identifikasjonsnummer>', '<status>', '<sivilstand>', '<bostedsadresse>', '<kjoenn>', '<navn>'];
    const places = parts.map((part) => body.indexOf(part));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(body.match(/<navn>/g)).toHaveLength(2);
  });

  it('keeps its letters, and hides what would be markup', async () => {
    const { body } = await register.get(`/personer/${NORDIC}?part=navn`, XML);
    expect(body).toMatch(/[ÆØÅ]/);
  });

  it('comes in bulk too', async () => {
    const { body } = await register.post('/personer/bulkoppslag?part=navn', { foedselsEllerDNummer: [ORDINARY] }, XML);
    expect(body).toMatch(/<oppslag><foedselsEllerDNummer>12848539668<\/foedselsEllerDNummer><folkeregisterperson>/);
  });
});

describe('the form of an answer', () => {
  it.each([
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/xml, application/json;q=0.5', 'application/xml'],
    ['text/html, application/json;q=0.5', 'application/json'],
    ['application/json;q=0, application/xml', 'application/xml'],
  ])('for Accept %s is %s', async (accept, type) => {
    expect((await person('?part=navn', { accept })).headers.get('content-type')).toContain(type);
  });

  it.each(['text/html', 'application/atom+xml', 'text/plain'])('is refused for Accept %s', async (accept) => {
    expect((await person('?part=navn', { accept })).status).toBe(406);
  });
});

describe('the form of a request', () => {
  const bulk = (body: string, type: string, accept: string) =>
    register.caller.fiksHeaders().then((headers) =>
      register.caller.call(register.path('/personer/bulkoppslag?part=navn&somBestilt=true'), {
        method: 'POST',
        headers: { ...headers, 'content-type': type, accept },
        body,
      }),
    );
  const XML_BODY = `<r xmlns="x"><foedselsEllerDNummer>${ORDINARY}</foedselsEllerDNummer><foedselsEllerDNummer>${UNKNOWN}</foedselsEllerDNummer></r>`;

  it('may be XML', async () => {
    const { body } = await bulk(XML_BODY, 'application/xml', 'application/json');
    expect(body.oppslag.map(({ foedselsEllerDNummer }: any) => foedselsEllerDNummer)).toEqual([ORDINARY, UNKNOWN]);
  });

  it('is refused when it is labelled as XML and is JSON', async () => {
    expect((await bulk(JSON.stringify({ foedselsEllerDNummer: [ORDINARY] }), 'application/xml', '*/*')).status).toBe(
      400,
    );
  });

  it('must be JSON for an extract', async () => {
    const headers = { ...(await register.caller.fiksHeaders()), 'content-type': 'application/xml' };
    const path = register.path('/uttrekk/tilpasset');
    const { status } = await register.caller.call(path, { method: 'POST', headers, body: '<a><b>1</b></a>' });
    expect(status).toBe(415);
  });
});

describe('a contract', () => {
  it.each([
    ['/personer/xsd', 'targetNamespace="folkeregisteret:tilgjengeliggjoering:person:v1"', 'name="folkeregisterperson"'],
    ['/hendelser/xsd', 'targetNamespace="folkeregisteret:tilgjengeliggjoering:hendelse:v1"', 'name="hendelse"'],
    [
      '/hendelser/feedxsd',
      'targetNamespace="folkeregisteret:tilgjengeliggjoering:hendelse:v1"',
      'name="sekvensnummer"',
    ],
  ])('is at %s', async (resource, namespace, element) => {
    for (const role of ['full', 'without-legal-basis']) {
      const { status, headers, body } = await register.get(resource, { role });
      expect([status, headers.get('content-type')]).toEqual([200, 'application/xml']);
      expect(body).toContain(namespace);
      expect(body).toContain(element);
    }
  });
});

describe('a refusal of the register', () => {
  const unknown = (headers = {}) => register.get(`/personer/${UNKNOWN}?part=navn`, headers);

  it.each([
    ['kode', { kode: 'FREG-001', melding: 'Ukjent person.', korrelasjonsid: expect.any(String) }],
    ['code', { code: 'FREG-001', message: 'Ukjent person.', httpStatus: 404, feilreferanse: expect.any(String) }],
    ['empty', undefined],
  ])('has the body the setting says: %s', async (registerErrorBody, expected) => {
    await register.set({ registerErrorBody });
    const headers = await register.caller.fiksHeaders();
    const response = await fetch(register.caller.url + register.path(`/personer/${UNKNOWN}?part=navn`), { headers });
    const text = await response.text();
    expect(response.status).toBe(404);
    expect(text === '' ? undefined : JSON.parse(text)).toEqual(expected);
  });

  it.each([
    ['kode', /<feil><kode>FREG-001<\/kode>/],
    ['code', /<error><code>FREG-001<\/code>/],
  ])('is XML for who asked for XML: %s', async (registerErrorBody, expected) => {
    await register.set({ registerErrorBody });
    expect((await unknown(XML)).body).toMatch(expected);
  });

  it('of a part the package lacks has the shape declared for it', async () => {
    const { body } = await register.get(`/personer/${ORDINARY}?part=familierelasjon`, { role: 'without-legal-basis' });
    expect(body).toMatchObject({ feilmelding: 'Ugyldig part.', httpStatus: 406 });
  });

  it.each([400, 406])('of an unknown part with legal basis has the status of the setting: %i', async (status) => {
    await register.set({ unknownPartStatus: status });
    expect((await person('?part=no-such-part')).status).toBe(status);
  });

  it.each([403, 400])('by Fiks of a part outside the role has the status of the setting: %i', async (status) => {
    await register.set({ partOutsideRoleStatus: status });
    const answer = await register.get(`/personer/${ORDINARY}?part=kjoenn`, { role: 'narrow' });
    expect([answer.status, answer.body.message]).toEqual([status, 'Mangler tilgang']);
  });

  it.each(['<script>', "O'Hara;", '-- x', '/*'])('by the firewall of %s is a page with a support id', async (text) => {
    const { status, headers, body } = await register.get(`/personer/soek?navn=${encodeURIComponent(text)}`);
    expect(status).toBe(403);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toMatch(/support ID is: [\da-f]{19}/);
  });

  it('says 429 with Retry-After in milliseconds when that is ordered', async () => {
    const fault = { service: 'folkeregister', kind: 'status', status: 429, headers: { 'retry-after': '1500' } };
    await register.caller.postJson('/admin/faults', fault);
    const { status, headers } = await person();
    expect([status, headers.get('retry-after')]).toEqual([429, '1500']);
    expect((await person()).status).toBe(200);
  });
});

describe('a part', () => {
  it('may be spelt as in the documentation or as in the model', async () => {
    for (const part of ['RettsligHandleevne', 'rettsligHandleevne']) {
      expect((await register.get(`/personer/30895249889?part=${part}`)).body).toHaveProperty('rettsligHandleevne');
    }
  });

  it.each([
    ['basis', 200],
    ['refused', 400],
  ])('historikk alone is answered as the setting says: %s', async (historyAlone, status) => {
    await register.set({ historyAlone });
    expect((await person('?part=historikk')).status).toBe(status);
  });

  it('is refused together with a parameter that does not exist', async () => {
    expect((await person('?part=navn&parts=status')).status).toBe(400);
  });

  it('tells of identities as from 2027, when that is set', async () => {
    const identity = async () =>
      (await person('?part=identitetsgrunnlag')).body.identitetsgrunnlag[0].identitetsgrunnlagstatus;
    expect(await identity()).toBe('kontrollert');
    await register.set({ uniqueIdentities: true });
    expect(await identity()).toBe('unik');
  });

  it('spells gradings in capitals, when that is set', async () => {
    await register.set({ gradingCase: 'upper' });
    const { body } = await register.get('/personer/19887834124?part=adressebeskyttelse&part=bostedsadresse');
    expect(body.adressebeskyttelse[0].graderingsnivaa).toBe('FORTROLIG');
    expect(body.bostedsadresse[0].adressegradering).toBe('FORTROLIG');
  });

  it('of an unknown number is an error in bulk, when that is set', async () => {
    const bulk = async () =>
      (await register.post('/personer/bulkoppslag?part=navn', { foedselsEllerDNummer: [ORDINARY, UNKNOWN] })).body
        .oppslag;
    expect(await bulk()).toHaveLength(1);
    await register.set({ unknownInBulk: 'error' });
    expect(await bulk()).toContainEqual({
      foedselsEllerDNummer: UNKNOWN,
      feilmelding: { feilmelding: expect.any(String) },
    });
  });
});
