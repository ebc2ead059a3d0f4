import { RegisterCaller } from './folkeregisterCaller';

const ORDINARY = '12848539668';
const CONFIDENTIAL = '19887834124';
const DECEASED = '05913828676';
const CHANGED_NAME = '11919849802';
const LATEST = 40_015;
const THREE_YEARS = 3 * 366 * 86_400;

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const feed = (seq: number | string, headers: Record<string, string> = {}) =>
  register.get(`/hendelser/feed?seq=${seq}`, headers);
const numbers = (body: any): number[] => body.map(({ sekvensnummer }: any) => sekvensnummer);
const latest = async (): Promise<number> => (await register.get('/hendelser/siste/sekvensnummer')).body;

describe('the number of the newest event', () => {
  it.each([
    ['application/json', '40015'],
    ['text/plain', '40015'],
    [
      'application/xml',
      '<?xml version="1.0" encoding="UTF-8"?><Sekvensnummer><sekvensnummer>40015</sekvensnummer></Sekvensnummer>',
    ],
  ])('as %s is %s', async (accept, expected) => {
    const { headers, body } = await register.get('/hendelser/siste/sekvensnummer', { accept });
    expect(headers.get('content-type')).toContain(accept);
    expect(String(body)).toBe(expected);
  });
});

describe('the feed', () => {
  it('begins with the number asked for', async () => {
    const { status, body } = await feed(40_012);
    expect(status).toBe(200);
    expect(numbers(body)).toEqual([40_012, 40_013, 40_014, 40_015]);
    expect(body[0].hendelse).toEqual({
      folkeregisteridentifikator: DECEASED,
      hendelsetype: 'personErDoed',
      hendelsesdokument: '348f272f118ec08f36d9995336d904ca',
      persondokument: '7cc637b8649c14bb740de95565e1ee40',
      ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
    });
  });

  it('accepts a slash in its path', async () => {
    expect((await register.get('/hendelser/feed/?seq=40015')).body).toHaveLength(1);
  });

  it('goes in the order of time', async () => {
    const first = await firstNumber();
    const times = (await feed(first)).body.map(({ hendelse }: any) => Date.parse(hendelse.ajourholdstidspunkt));
    expect(times.length).toBeGreaterThan(40);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('has an event without a version: of a number that ceased', async () => {
    const [event] = (await feed(40_010)).body;
    expect(event.hendelse.hendelsetype).toBe('personErOpphoertSomDublett');
    expect(event.hendelse).not.toHaveProperty('persondokument');
  });

  it('says less without legal basis, under numbers of its own', async () => {
    const { body } = await feed(LATEST + 100_000, { role: 'without-legal-basis' });
    expect(numbers(body)).toEqual([LATEST + 100_000]);
    expect(Object.keys(body[0].hendelse).sort()).toEqual([
      'ajourholdstidspunkt',
      'folkeregisteridentifikator',
      'hendelsetype',
    ]);
  });

  it('gives a thousand at most, and fewer when that is set', async () => {
    await register.happens({ type: 'endringINavn', person: ORDINARY, times: 1500 });
    expect((await feed(40_010)).body).toHaveLength(1000);
    await register.set({ feedPageSize: 7 });
    expect((await feed(40_010)).body).toHaveLength(7);
  });

  it('is empty past its end', async () => {
    expect((await feed(LATEST + 1)).body).toEqual([]);
    expect((await feed(999_999)).body).toEqual([]);
  });

  it('answers 404 past its end when that is set, in the model declared for it', async () => {
    await register.set({ feedPastEnd: '404' });
    const { status, body } = await feed(LATEST + 1);
    expect([status, body.httpStatus, typeof body.code]).toEqual([404, 404, 'string']);
  });

  it('is not modified for who has the page already', async () => {
    const { headers } = await feed(40_012);
    const etag = headers.get('etag')!;
    const again = await feed(40_012, { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, '']);
    await register.happens({ type: 'endringINavn', person: ORDINARY });
    expect((await feed(40_012, { 'if-none-match': etag })).status).toBe(200);
  });

  it('has no ETag where Fiks does not let it through', async () => {
    await register.set({ fiksForwardsEtag: false });
    expect((await feed(40_012)).headers.get('etag')).toBeNull();
  });

  it.each(['', '1.5', '-1', 'nå'])('refuses seq=%s', async (seq) => {
    expect((await feed(seq)).status).toBe(400);
  });

  it('refuses a number older than 36 months, in Norwegian', async () => {
    const { status, body } = await feed(1);
    expect(status).toBe(406);
    expect(body.melding).toMatch(/Ulovlig sekvensnummer/);
    await register.advance(THREE_YEARS);
    expect((await feed(40_012)).status).toBe(406);
    const now = await latest();
    expect((await feed(now)).body).toHaveLength(1);
  });

  it('is Atom for who asks for it, with links and the same events', async () => {
    const { headers, body } = await feed(40_014, { accept: 'application/atom+xml' });
    expect(headers.get('content-type')).toContain('application/atom+xml');
    expect(body).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(body).toMatch(/<link rel="next" href="[^"]*\/hendelser\/feed\?seq=41014"\/>/);
    expect(body.match(/<entry>/g)).toHaveLength(2);
    expect(body).toContain(
      '<lagretHendelse xmlns="folkeregisteret:tilgjengeliggjoering:hendelse:v1"><sekvensnummer>40015</sekvensnummer>',
    );
  });
});

/** The oldest number the feed still answers. */
const firstNumber = async (): Promise<number> => {
  let number = LATEST;
  while ((await feed(number - 1)).status === 200) number -= 1;
  return number;
};

describe('events that are ordered', () => {
  it('come at the end, with numbers that rise but leave gaps', async () => {
    await register.happens({ type: 'endringINavn', person: ORDINARY, times: 30 });
    const { body } = await feed(LATEST + 1);
    expect(body).toHaveLength(30);
    const steps = numbers(body).map((number, index, all) => (index === 0 ? 1 : number - all[index - 1]!));
    expect(new Set(steps)).toEqual(new Set([1, 2]));
  });

  it('may be of a type nobody has heard of', async () => {
    await register.happens({ type: 'endringISkostoerrelse', person: ORDINARY });
    expect((await feed(LATEST + 1)).body[0].hendelse.hendelsetype).toBe('endringISkostoerrelse');
  });

  it.each([
    { type: 'endringINavn', person: '22885399316' },
    { type: 'endringINavn' },
    { type: 'endring i navn', person: ORDINARY },
    { type: 'endringINavn', person: ORDINARY, times: 0 },
  ])('are refused: %j', async (order) => {
    expect((await register.caller.postJson('/admin/events', order)).status).toBe(400);
  });

  it('are forgotten on reset', async () => {
    await register.happens({ type: 'endringINavn', person: ORDINARY });
    await register.reset();
    expect(await latest()).toBe(LATEST);
  });
});

describe('events that happen by themselves', () => {
  it('come as virtual time goes', async () => {
    await register.advance(4 * 3600);
    expect((await feed(LATEST + 1)).body).toHaveLength(4);
    await register.set({ eventEverySeconds: 60 });
    await register.advance(600);
    expect((await feed(LATEST + 1)).body).toHaveLength(14);
  });

  it('do not come when they are turned off', async () => {
    await register.set({ eventEverySeconds: 0 });
    await register.advance(4 * 3600);
    expect(await latest()).toBe(LATEST);
  });
});

describe('the document of an event', () => {
  const document = (id: string, role = 'full') => register.get(`/hendelser/${id}`, { role });
  const idOf = async (order: object): Promise<string> => {
    const number = await register.happens(order);
    return (await feed(number)).body[0].hendelse.hendelsesdokument;
  };

  it('says what was changed, and how', async () => {
    const { status, body } = await document('348f272f118ec08f36d9995336d904ca');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      dokumentidentifikator: '348f272f118ec08f36d9995336d904ca',
      skjemaversjon: '1.0',
      hendelse: { folkeregisteridentifikator: DECEASED, hendelsestype: 'personErDoed' },
    });
    expect(body.hendelse.egenskapshendelse).toEqual([
      { entitet: 'status', entitetsendring: 'registrereNy', status: expect.objectContaining({ status: 'doed' }) },
      {
        entitet: 'doedsfall',
        entitetsendring: 'registrereNy',
        doedsfall: expect.objectContaining({ doedsdato: '2026-05-03' }),
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('erGjeldende');
  });

  it('may be asked for by the id as a UUID', async () => {
    expect((await document('348f272f-118e-c08f-36d9-995336d904ca')).status).toBe(200);
  });

  it('of a protection holds every address', async () => {
    const { body } = await document('d5c2ed99e502fc0eb1b5f996eb9a03f3');
    const entities = body.hendelse.egenskapshendelse.map(({ entitet }: any) => entitet);
    expect(entities).toEqual(['adressebeskyttelse', 'bostedsadresse', 'oppholdsadresse']);
  });

  it('keeps the older name of a postal address', async () => {
    const id = await idOf({ type: 'endringIKontaktinformasjon', person: '14857232233' });
    const [{ entitet, ...rest }] = (await document(id)).body.hendelse.egenskapshendelse;
    expect([entitet, 'postadresseIUtlandet' in rest]).toEqual(['kontaktadresseIUtlandet', true]);
  });

  it('does not repeat what was annulled', async () => {
    const id = await idOf({ type: 'endringINavn', person: ORDINARY, change: 'annullere' });
    expect((await document(id)).body.hendelse.egenskapshendelse).toEqual([
      { entitet: 'navn', entitetsendring: 'annullere' },
    ]);
  });

  it.each([
    ['an event that only says to fetch anew', 'bd4c9f118770a8462902cda31150f049'],
    ['an id that does not exist', '00000000000000000000000000000000'],
  ])('is 404 for %s', async (_what, id) => {
    expect((await document(id)).status).toBe(404);
  });

  it('is 400 after three years, and 404 without legal basis', async () => {
    const id = '348f272f118ec08f36d9995336d904ca';
    expect((await document(id, 'without-legal-basis')).status).toBe(404);
    await register.advance(THREE_YEARS);
    expect((await document(id)).status).toBe(400);
  });

  it('comes in bulk, as a list or as the setting says', async () => {
    const ids = ['348f272f118ec08f36d9995336d904ca', 'e2fe537ac14a87e7a0549395bb50e2ad'];
    const bulk = () => register.post('/hendelser/bulkoppslag', { dokumentidentifikator: ids });
    expect((await bulk()).body.oppslag.map((one: any) => one.dokumentidentifikator)).toEqual(ids);
    await register.set({ documentBulk: 'single' });
    expect((await bulk()).body.dokumentidentifikator).toBe(ids[0]);
  });

  it.each([[[]], [['x']], [Array(1001).fill('348f272f118ec08f36d9995336d904ca')]])(
    'in bulk is refused for a wrong list',
    async (dokumentidentifikator) => {
      expect((await register.post('/hendelser/bulkoppslag', { dokumentidentifikator })).status).toBe(400);
    },
  );
});

describe('a former version of a person', () => {
  const archive = (id: string, query = '?part=navn', role = 'full') =>
    register.get(`/personer/arkiv/${id}${query}`, { role });

  it('is the person of today under the id of today', async () => {
    const { body } = await archive('970dd038fba9d8d658b636156056e0a3', '?part=navn&part=bostedsadresse');
    expect(body).toEqual((await register.get(`/personer/${CONFIDENTIAL}?part=navn&part=bostedsadresse`)).body);
  });

  it('shows what was so at the time of its event, and nothing later', async () => {
    const events = (await feed(await firstNumber())).body;
    const before = events.find(({ hendelse }: any) => hendelse.folkeregisteridentifikator === '19878849879');
    const { body } = await archive(before.hendelse.persondokument, '?part=bostedsadresse&part=historikk');
    expect(body.bostedsadresse.map(({ erGjeldende }: any) => erGjeldende)).toEqual([true, false]);
    const change = await feed(await firstNumber()).then((answer) =>
      answer.body.find(({ hendelse }: any) => hendelse.folkeregisteridentifikator === CHANGED_NAME),
    );
    const renamed = await archive(change.hendelse.persondokument, '?part=navn&part=historikk');
    expect(renamed.body.navn.map(({ fornavn }: any) => fornavn)).toEqual(['SELVSIKKER', 'STILLE']);
  });

  it('goes by the parts of the role', async () => {
    expect((await archive('970dd038fba9d8d658b636156056e0a3', '', 'narrow')).status).toBe(403);
  });

  it('comes in bulk, as a list or as the setting says', async () => {
    const dokumentidentifikator = ['1eed16f7695e3afc0b50f1d40cfe58ee', '00000000000000000000000000000000'];
    const bulk = () => register.post('/personer/bulkoppslag/arkiv?part=navn', { dokumentidentifikator });
    expect((await bulk()).body.oppslag).toEqual([
      {
        dokumentidentifikator: dokumentidentifikator[0],
        foedselsEllerDNummer: ORDINARY,
        folkeregisterperson: expect.objectContaining({ navn: expect.any(Array) }),
      },
    ]);
    await register.set({ documentBulk: 'single' });
    expect((await bulk()).body).toHaveProperty('navn');
  });

  it('is 404 when unknown, and 400 when its event is older than three years', async () => {
    expect((await archive('00000000000000000000000000000000')).status).toBe(404);
    const number = await register.happens({ type: 'endringINavn', person: ORDINARY });
    const id = (await feed(number)).body[0].hendelse.persondokument;
    expect((await archive(id)).status).toBe(200);
    await register.advance(THREE_YEARS);
    expect((await archive(id)).status).toBe(400);
  });
});
