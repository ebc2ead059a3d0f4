import { Caller } from './caller';

const BOTH = '12848539668';
const MOBILE_ONLY = '22828999528';
const EXPIRED = '02920197712';
const RESERVED = '19887834124';
const DELETED = '21836797660';
const UNDATED = '20914695016';
const ABSENT = '05913828676';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const role = (name: string) => caller.credentials.roles.find((one) => one.name === name)!.rolleId;
const pathOf = (rolleId: string) => `/fiks/register/api/v1/ks/${rolleId}/krr/person`;

const ask = async (body: unknown, rolleId = role('full')) =>
  caller.postJson(pathOf(rolleId), body, await caller.fiksHeaders());
const person = async (fnr: string) => (await ask({ fnr })).body;

describe('a person through Fiks Register', () => {
  it('comes flat, with whole dates, and without what KRR tells at Digdir alone', async () => {
    const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    const dates = { sistOppdatert: date, sistVerifisert: date };
    expect(await person(BOTH)).toEqual({
      fnr: BOTH,
      status: 'AKTIV',
      reservert: false,
      kanVarsles: true,
      epost: { adresse: expect.stringContaining('@example.com'), ...dates },
      tlf: { nummer: '+4799999999', ...dates },
    });
  });

  it.each([
    ['reserved', RESERVED, { reservert: true, kanVarsles: false }],
    ['expired', EXPIRED, { reservert: false, kanVarsles: false }],
    ['deleted', DELETED, { status: 'SLETTET', reservert: false, kanVarsles: false }],
  ])('who is %s says so in two flags', async (_what, fnr, flags) => {
    expect(await person(fnr)).toMatchObject(flags);
  });

  it('whose addresses have no dates has none here either', async () => {
    expect(Object.keys((await person(UNDATED)).epost)).toEqual(['adresse']);
  });

  it.each([
    ['empty', { adresse: '' }, 'AKTIV'],
    ['null', null, 'AKTIV'],
    ['missing', undefined, undefined],
  ])('without e-mail has one that is %s, by the setting', async (fiksKrrAbsent, epost, status) => {
    await caller.postJson('/admin/settings', { fiksKrrAbsent });
    const answer = await person(MOBILE_ONLY);
    expect([answer.epost, answer.status]).toEqual([epost, status]);
    expect(answer.tlf.nummer).toBe('99999999');
  });

  it('who cannot be notified loses the addresses with filtrerUtgaatt', async () => {
    expect((await person(EXPIRED)).epost.adresse).not.toBe('');
    await caller.postJson('/admin/settings', { filtrerUtgaatt: true });
    expect(await person(EXPIRED)).toMatchObject({ epost: { adresse: '' }, tlf: { nummer: '' } });
  });
});

describe('Fiks Register refuses', () => {
  const refused = async (body: unknown, rolleId?: string) => {
    const { status, body: error } = await ask(body, rolleId);
    expect(error).toMatchObject({ status, errorId: expect.stringMatching(/^[\da-f-]{36}$/) });
    return [status, error.message];
  };

  it('a person nobody knows, with 404', async () => {
    expect(await refused({ fnr: ABSENT })).toEqual([404, 'Ingen treff']);
  });

  it('a role that does not open KRR, and one that does not exist', async () => {
    expect(await refused({ fnr: BOTH }, role('narrow'))).toEqual([403, 'Ikke tilgang']);
    expect(await refused({ fnr: BOTH }, '11111111-2222-4333-8444-555555555555')).toEqual([403, 'Ikke tilgang']);
  });

  it('a role that is no id', async () => {
    expect((await refused({ fnr: BOTH }, 'full'))[0]).toBe(400);
  });

  it.each([[{ fnr: '123' }], [{ fnr: Number(BOTH) }], [{}], [[BOTH]], [null]])('the body %j', async (body) => {
    expect((await refused(body))[0]).toBe(400);
  });

  it('a caller without an integration', async () => {
    const headers = { authorization: `Bearer ${await caller.token()}` };
    expect((await caller.postJson(pathOf(role('full')), { fnr: BOTH }, headers)).status).toBe(401);
  });

  it('a caller with a scope of KRR alone', async () => {
    const headers = await caller.fiksHeaders({ scope: 'krr:global/kontaktinformasjon.read' });
    expect((await caller.postJson(pathOf(role('full')), { fnr: BOTH }, headers)).status).toBe(401);
  });
});

it('is logged as KRR, without the number', async () => {
  await ask({ fnr: BOTH });
  const logged = await caller.lastRequest();
  expect(logged).toMatchObject({ service: 'krr', operation: 'person', status: 200 });
  expect(JSON.stringify(logged)).not.toContain(BOTH);
});
