import { Caller } from './caller';

const BOTH = '12848539668';
const DECEASED = '05913828676';
const EXPIRED = '02920197712';
const RESERVED = '19887834124';
const DELETED = '21836797660';
const WRONG_CONTROL_DIGITS = '16903349845';

const CONTACT = 'krr:global/kontaktinformasjon.read';
const MAILBOX = 'krr:global/digitalpost.read';

let caller: Caller;
beforeAll(async () => {
  caller = await Caller.start();
});
afterAll(() => caller.close());
afterEach(() => caller.call('/admin/reset', { method: 'POST' }));

const lookUp = async (body: unknown, { version = 'v2', scope = `${CONTACT} ${MAILBOX}` } = {}) =>
  caller.postJson(`/krr/rest/${version}/personer`, body, { authorization: `Bearer ${await caller.token({ scope })}` });

const one = async (id: string, options?: { scope?: string }) =>
  (await lookUp({ personidentifikatorer: [id], inkluderIkkeRegistrerte: true }, options)).body.personer[0];

const monthsSince = (timestamp: string) =>
  (Date.now() - Date.parse(timestamp.replace(/([+-]\d{2})$/, '$1:00'))) / (30.44 * 24 * 60 * 60 * 1000);

describe('a person', () => {
  it('comes with addresses, dates, language and mailbox', async () => {
    expect(await one(BOTH)).toEqual({
      personidentifikator: BOTH,
      reservasjon: 'NEI',
      status: 'AKTIV',
      varslingsstatus: 'KAN_VARSLES',
      kontaktinformasjon: expect.objectContaining({ epostadresse: expect.stringContaining('@example.com') }),
      digital_post: { postkasseadresse: expect.any(String), postkasseleverandoeradresse: '984661185' },
      sertifikat: expect.stringMatching(/^MII/),
      spraak: 'nb',
      spraak_oppdatert: expect.any(String),
      oppdatert: expect.any(String),
    });
  });

  it('has dates with an offset of two digits', async () => {
    const { kontaktinformasjon } = await one(BOTH);
    expect(kontaktinformasjon.epostadresse_oppdatert).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}$/);
  });

  it('whose addresses are fresh or expired is so from the start, whenever that is', async () => {
    expect(monthsSince((await one(BOTH)).kontaktinformasjon.epostadresse_sist_verifisert)).toBeLessThan(18);
    const expired = (await one(EXPIRED)).kontaktinformasjon;
    for (const name of [
      'epostadresse_oppdatert',
      'epostadresse_sist_verifisert',
      'mobiltelefonnummer_sist_verifisert',
    ]) {
      expect(monthsSince(expired[name])).toBeGreaterThan(18);
    }
  });

  it('who is reserved has the time of the reservation', async () => {
    expect(await one(RESERVED)).toMatchObject({
      reservasjon: 'JA',
      reservasjonstidspunkt: expect.any(String),
      varslingsstatus: 'KAN_IKKE_VARSLES',
      reservasjon_oppdatert: expect.any(String),
    });
  });

  it('who is deleted has neither reservasjon nor addresses', async () => {
    expect(await one(DELETED)).toEqual({
      personidentifikator: DELETED,
      status: 'SLETTET',
      varslingsstatus: 'KAN_IKKE_VARSLES',
      oppdatert: expect.any(String),
    });
  });

  it.each([
    ['16837297366', /\.\d{3}[+-]\d{2}:\d{2}$/],
    ['20878697112', /\.\d{3}Z$/],
  ])('%s has dates in one of the other forms', async (id, form) => {
    expect((await one(id)).kontaktinformasjon.epostadresse_oppdatert).toMatch(form);
  });
});

describe('what the token opens', () => {
  it('is only the reservation and the mailbox without the contact scope', async () => {
    const person = await one(BOTH, { scope: MAILBOX });
    expect(Object.keys(person).sort()).toEqual([
      'digital_post',
      'oppdatert',
      'personidentifikator',
      'reservasjon',
      'sertifikat',
      'status',
    ]);
  });

  it('is no mailbox without the mailbox scope', async () => {
    const person = await one(BOTH, { scope: CONTACT });
    expect(person).not.toHaveProperty('digital_post');
    expect(person).not.toHaveProperty('sertifikat');
  });

  it('is nothing for a token without a KRR scope', async () => {
    const { status, body } = await lookUp({ personidentifikatorer: [BOTH] }, { scope: 'ks:fiks' });
    expect(status).toBe(403);
    expect(body).toEqual({
      timestamp: expect.any(String),
      status: 403,
      error: 'Forbidden',
      path: '/krr/rest/v2/personer',
    });
  });

  it('is nothing without a token', async () => {
    expect((await caller.postJson('/krr/rest/v2/personer', { personidentifikatorer: [BOTH] })).status).toBe(401);
  });
});

describe('persons who are not registered', () => {
  it('are left out by version 2 unless they are asked for', async () => {
    const ids = { personidentifikatorer: [BOTH, DECEASED] };
    for (const body of [ids, { ...ids, inkluderIkkeRegistrerte: false }]) {
      expect((await lookUp(body)).body.personer).toHaveLength(1);
    }
    const { body } = await lookUp({ ...ids, inkluderIkkeRegistrerte: true });
    expect(body.personer[1]).toMatchObject({ personidentifikator: DECEASED, status: 'IKKE_REGISTRERT' });
  });

  it('are always in the answer of version 1', async () => {
    const { body } = await lookUp({ personidentifikatorer: [DECEASED] }, { version: 'v1' });
    expect(body.personer[0].status).toBe('IKKE_REGISTRERT');
  });
});

describe('version 1', () => {
  const SHARED = '22885399316';
  const person = async (version: string) =>
    (await lookUp({ personidentifikatorer: [SHARED] }, { version })).body.personer[0];

  it('does not mark addresses that others have, nor say when the person was updated', async () => {
    expect((await person('v2')).kontaktinformasjon.epostadresse_duplisert).toBe('JA');
    const older = await person('v1');
    expect(older.kontaktinformasjon).not.toHaveProperty('epostadresse_duplisert');
    expect(older).not.toHaveProperty('oppdatert');
  });

  it('does both on request, for nobody has said that it does not', async () => {
    await caller.postJson('/admin/settings', { duplisertInV1: true });
    expect(await person('v1')).toEqual(await person('v2'));
  });
});

describe('filtrerUtgaatt', () => {
  it('withholds the addresses of persons who cannot be notified', async () => {
    expect(await one(EXPIRED)).toHaveProperty('kontaktinformasjon');
    await caller.postJson('/admin/settings', { filtrerUtgaatt: true });
    expect(await one(EXPIRED)).not.toHaveProperty('kontaktinformasjon');
    expect(await one(BOTH)).toHaveProperty('kontaktinformasjon');
  });
});

describe('a whole batch is refused when', () => {
  it.each([
    ['it is empty', []],
    ['it has 1001 identifiers', Array(1001).fill(BOTH)],
    ['one identifier has wrong control digits', [BOTH, WRONG_CONTROL_DIGITS]],
    ['one identifier is too short', [BOTH, '123']],
    ['it is not a list', BOTH],
  ])('%s', async (_what, personidentifikatorer) => {
    const { status, body } = await lookUp({ personidentifikatorer });
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: 400, error: 'Bad Request' });
  });

  it('inkluderIkkeRegistrerte is null', async () => {
    expect((await lookUp({ personidentifikatorer: [BOTH], inkluderIkkeRegistrerte: null })).status).toBe(400);
  });

  it('it is no JSON', async () => {
    const authorization = `Bearer ${await caller.token()}`;
    const init = { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: '{' };
    expect((await caller.call('/krr/rest/v2/personer', init)).status).toBe(400);
  });
});
