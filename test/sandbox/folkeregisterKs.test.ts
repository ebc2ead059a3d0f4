import { RegisterCaller } from './folkeregisterCaller';

let register: RegisterCaller;
beforeAll(async () => {
  register = await RegisterCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

const CHILD = '30891694896';
const ELSEWHERE = '11111111-2222-4333-8444-555555555555';

const roleId = (name: string) => register.caller.credentials.roles.find((role) => role.name === name)!.rolleId;

describe('the Oppvekst API', () => {
  const ask = (foedselsnumre: unknown, path = '/oppvekst/:fiksOrgId/:rolleId') =>
    register.ks('POST', path, { foedselsnumre });

  it('gives a child with both parents, one value where the register has lists', async () => {
    const { status, body } = await ask([CHILD]);
    expect(status).toBe(200);
    const [child] = body;
    expect(child).toMatchObject({
      identifikasjonsnummer: { foedselsEllerDNummer: CHILD, identifikatortype: 'foedselsnummer' },
      foedselsdato: '2016-09-30',
      personstatus: 'bosatt',
      foreldreansvarstype: 'felles',
      navn: { fornavn: 'LEKEN', etternavn: 'FYRLYKT' },
      bostedsadresse: { adressegradering: 'ugradert', vegadresse: { adressenavn: 'Tenkeveien' } },
      familierelasjoner: [{ familierelasjonRolle: 'mor' }, { familierelasjonRolle: 'far' }],
    });
    expect(child.foreldreansvarlige.map((one: any) => one.identifikasjonsnummer.foedselsEllerDNummer)).toEqual([
      '12848539668',
      '03928338788',
    ]);
    expect(child.foreldreansvarlige[0]).toMatchObject({ ansvar: 'felles', foedsel: '1985-04-12' });
    expect(JSON.stringify(body)).not.toMatch(/erGjeldende|kilde|tidspunkt/);
  });

  it('tells of a protection, a DUF number and a former number', async () => {
    const { body } = await ask(['06921689800', '55811089973', '15867936634']);
    expect(body.map((one: any) => one.adressebeskyttelse)).toEqual(['fortrolig', undefined, undefined]);
    expect(body[1].dufNummer).toBe('202300000002');
    expect(body[2].tidligereIdentifikasjonsnummer).toBeDefined();
  });

  it('takes any number of children, or so many as the setting says', async () => {
    expect((await ask(Array(2000).fill(CHILD))).body).toHaveLength(2000);
    await register.set({ oppvekstLimit: 2 });
    expect((await ask([CHILD, CHILD])).status).toBe(200);
    expect(await ask([CHILD, CHILD, CHILD])).toMatchObject({ status: 400, body: { errorId: expect.any(String) } });
  });

  it('leaves out whom nobody knows', async () => {
    expect((await ask(['22885399316', CHILD])).body).toHaveLength(1);
  });

  it('is open to a role with exactly what it demands', async () => {
    expect((await ask([CHILD], `/oppvekst/:fiksOrgId/${roleId('oppvekst')}`)).status).toBe(200);
  });

  it.each(['narrow', 'without-legal-basis'])('is closed to the role %s', async (name) => {
    const { status, body } = await ask([CHILD], `/oppvekst/:fiksOrgId/${roleId(name)}`);
    expect([status, body.message]).toEqual([403, 'Ikke tilgang']);
  });

  it.each([
    ['another organisation', `/oppvekst/${ELSEWHERE}/:rolleId`, 403],
    ['another role', `/oppvekst/:fiksOrgId/${ELSEWHERE}`, 403],
    ['a role that is no UUID', '/oppvekst/:fiksOrgId/rolle', 400],
  ])('is closed to %s', async (_what, path, status) => {
    expect((await ask([CHILD], path)).status).toBe(status);
  });

  it.each([[[]], [['123']], [CHILD], [undefined]])('refuses the list %j', async (list) => {
    expect((await ask(list)).status).toBe(400);
  });
});

describe('the events per municipality', () => {
  const body = (changes: object = {}) => ({
    rolleId: register.caller.credentials.fiks.rolleId,
    fraDato: '2023-01-01',
    hendelsestype: 'FLYTTET_TIL_KOMMUNE',
    ...changes,
  });
  const list = (changes: object = {}) =>
    register.ks('POST', '/hendelser/liste', body({ kommuner: [{ kommunenummer: '4699' }], ...changes }));
  const count = (changes: object = {}) =>
    register.ks('POST', '/hendelser/statistikk', body({ kommunenummer: '4699', ...changes }));

  it('are of four types', async () => {
    const { body: types } = await register.ks('GET', '/hendelser/typer');
    expect(types.hendelsestyper.map(({ hendelsestype }: any) => hendelsestype)).toEqual([
      'FLYTTET_TIL_KOMMUNE',
      'FLYTTET_FRA_KOMMUNE',
      'DOED',
      'FOEDT',
    ]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['FLYTTET_TIL_KOMMUNE', '4699', '2023-01-01', ['08889049678', '19878849879']],
    ['FLYTTET_TIL_KOMMUNE', '4699', '2023-08-01', ['19878849879']],
    ['FLYTTET_FRA_KOMMUNE', '0301', '2023-01-01', ['19878849879', '23876935562']],
    ['FLYTTET_FRA_KOMMUNE', '4699', '2023-01-01', ['05857749903']],
    ['DOED', '4699', '2026-01-01', ['10905049904', '29823649817']],
    ['FOEDT', '4699', '2026-01-01', ['29902689808']],
    ['FOEDT', '5501', '2026-01-01', []],
  ])('%s in %s since %s: %j', async (hendelsestype, kommunenummer, fraDato, expected) => {
    const listed = await list({ hendelsestype, fraDato, kommuner: [{ kommunenummer }] });
    expect([...listed.body.fnr].sort()).toEqual(expected);
    const counted = await count({ hendelsestype, fraDato, kommunenummer });
    expect(counted.body).toEqual({
      antall: expected.length,
      parametere: body({ hendelsestype, fraDato, kommunenummer }),
    });
  });

  it('may be of several municipalities, and of some years of birth', async () => {
    const kommuner = [{ kommunenummer: '4699' }, { kommunenummer: '4601' }];
    expect((await list({ kommuner })).body.fnr.length).toBeGreaterThan(2);
    expect((await list({ foedt: { fraDato: '1990-01-01' } })).body.fnr).toEqual(['08889049678']);
    expect((await list({ foedt: { tilDato: '1989-12-31' } })).body.fnr).toEqual(['19878849879']);
  });

  it.each([
    { hendelsestype: 'DOED', foedt: { fraDato: '1990-01-01' } },
    { hendelsestype: 'GIFT' },
    { fraDato: '01.01.2023' },
    { kommuner: [{ kommunenummer: '46' }] },
    { kommuner: ['4699'] },
    { kommunenummer: '4699' },
    { rolleId: 'rolle' },
  ])('refuse %j', async (changes) => {
    expect((await list(changes)).status).toBe(400);
  });

  it('refuse a role that does not exist', async () => {
    expect((await list({ rolleId: ELSEWHERE })).status).toBe(403);
  });

  it('may want a role to be made first', async () => {
    await register.set({ fiksEvents: 'role' });
    expect((await list()).status).toBe(403);
    expect((await register.ks('POST', '/hendelser/:fiksOrgId/opprettRolle')).status).toBe(200);
    expect((await list()).status).toBe(200);
    expect((await register.ks('DELETE', '/hendelser/:fiksOrgId/slettRolle')).status).toBe(200);
    expect((await count()).status).toBe(403);
    expect((await register.ks('POST', `/hendelser/${ELSEWHERE}/opprettRolle`)).status).toBe(403);
  });

  it('may be for people only', async () => {
    await register.set({ fiksEvents: 'people' });
    expect((await register.ks('GET', '/hendelser/typer')).status).toBe(403);
  });
});

describe('the administration', () => {
  it('lists everyone with what each is there for', async () => {
    const { body } = await register.caller.call('/admin/persons');
    expect(body[0]).toEqual({
      slug: 'ordinary-resident',
      foedselsEllerDNummer: '12848539668',
      historiskeIdentifikatorer: [],
      name: 'RASK FYRLYKT',
      special: expect.any(String),
      krr: 'kan varsles: fresh addresses and a digital mailbox',
    });
    expect(body.every(({ special }: any) => special !== '')).toBe(true);
  });
});
