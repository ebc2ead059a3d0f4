import { itemsIn, kuidsIn, VehicleCaller } from './kjoretoy';

const KNOWN = 'DN00101';
const UNKNOWN = 'ZZ00999';
const WITHHELD = 'ZZ00998';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterAll(() => register.close());
afterEach(() => register.reset());

const plates = (...kjennemerker: string[]) =>
  register.bulk(
    'kjennemerke',
    kjennemerker.map((kjennemerke) => ({ kjennemerke })),
  );

describe('a look-up of many plates', () => {
  it('answers each item in order, found or not, and repeats the request as it was sent', async () => {
    const dtg = '2025-06-01T00:00:00.5+02:00';
    const { status, body } = await register.bulk('kjennemerke', [
      { kjennemerke: 'dn 00101', dtg },
      { kjennemerke: UNKNOWN },
      { kjennemerke: WITHHELD },
      { kjennemerke: 'dn 00101', dtg },
    ]);
    expect(status).toBe(200);
    const found = { request: { kjennemerke: 'dn 00101', dtg }, kjoretoydata: expect.any(Object) };
    expect(body).toEqual({
      responser: [
        found,
        { request: { kjennemerke: UNKNOWN }, feilmelding: 'KJENNEMERKE_UKJENT' },
        { request: { kjennemerke: WITHHELD }, feilmelding: 'OPPLYSNINGER_UTILGJENGELIG' },
        found,
      ],
    });
    expect(itemsIn(body)[0]!.kjoretoy.kjoretoyId.kjennemerke).toBe('DN 00101');
  });

  it('can come in the envelope of the searches, which does not repeat the request', async () => {
    await register.set({ bulkEnvelope: 'v2' });
    expect((await plates(KNOWN, UNKNOWN)).body).toEqual({
      responskoder: [],
      kjoretoyresponser: [
        { kjoretoy: expect.any(Object), responskoder: [] },
        { responskoder: [{ kode: 'KJENNEMERKE_UKJENT', beskrivelse: 'Ukjent kjennemerke' }] },
      ],
    });
  });

  it.each([
    ['blanks and small letters', ' d n 00101 ', '9900000101'],
    ['a hyphen', 'A-00210', '9900000210'],
    ['no hyphen', 'A00210', '9900000210'],
    ['a personal plate', 'BLÅBÆR', '9900000213'],
    ['a personal plate with letters written in two parts', 'blåbær'.normalize('NFD'), '9900000213'],
    ['a plate of four digits', 'TK0107', '9900000107'],
  ])('reads %s', async (_what, kjennemerke, kuid) => {
    expect((await register.plate(kjennemerke)).kjoretoy.kjoretoyId.kuid).toBe(kuid);
  });

  it.each(['', ' ', 'A', 'DN001012', 'DN?0101', 'DN_0101'])('calls %j malformed', async (kjennemerke) => {
    expect((await register.plate(kjennemerke)).code).toBe('UGYLDIG_KJENNEMERKE');
  });

  it('answers an empty list with an empty list', async () => {
    expect((await plates()).body).toEqual({ responser: [] });
  });

  it.each([
    ['no list', { kjennemerke: KNOWN }],
    ['an item that is a text', [KNOWN]],
    ['an item without a plate', [{ kuid: '9900000101' }]],
    ['an item that is null', [null]],
  ])('refuses %s, with the trace id of the register', async (_what, body) => {
    expect(await register.bulk('kjennemerke', body)).toMatchObject({
      status: 400,
      body: { feilmelding: expect.any(String), svvguid: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it('refuses a body that is not JSON, in the words of Fiks', async () => {
    const { caller, headers } = register;
    const answer = await caller.call(register.mirror('bulk/kjennemerke'), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: '[]',
    });
    expect(answer).toMatchObject({ status: 415, body: { status: 415, errorId: expect.any(String) } });
  });
});

describe('a look-up by kuid', () => {
  it('answers each item', async () => {
    const { body } = await register.bulk('kuid', [{ kuid: '9900000106' }, { kuid: '1' }, { kuid: 'x' }]);
    expect(body.responser[0].kjoretoydata.kjoretoyId.kjennemerke).toBe('EL 00106');
    expect(body.responser.slice(1)).toEqual([
      { request: { kuid: '1' }, feilmelding: 'KUID_UKJENT' },
      { request: { kuid: 'x' }, feilmelding: 'KUID_UKJENT' },
    ]);
  });

  it('finds a vehicle that has no plate yet, and gives it none', async () => {
    const [{ kjoretoy }] = itemsIn((await register.bulk('kuid', [{ kuid: '9900000214' }])).body) as [any];
    expect(kjoretoy.kjoretoyId).not.toHaveProperty('kjennemerke');
    expect(kjoretoy.kjennemerke).toEqual([]);
    expect(kjoretoy).not.toHaveProperty('forstegangsregistrering');
    expect(kjoretoy.registrering.registreringsstatus.kodeVerdi).toBe('UREGISTRERT');
  });
});

describe('a look-up by chassis number', () => {
  it('lists all who have it', async () => {
    const { body } = await register.chassis('830417');
    expect(body).toEqual({
      responser: [
        {
          request: { understellsnummer: '830417' },
          kjoretoydataListe: [{ kjoretoydata: expect.any(Object) }, { kjoretoydata: expect.any(Object) }],
        },
      ],
    });
  });

  it('can come as a list of hits', async () => {
    await register.set({ bulkEnvelope: 'v2' });
    expect((await register.chassis('830417')).body).toMatchObject({
      responskoder: [],
      antallITreffliste: 2,
      antallTreffTotalt: 2,
      kjoretoyresponser: [{ responskoder: [] }, { responskoder: [] }],
    });
  });

  it.each(['PLOG/120 0212', 'plog/120 0212', 'MOP-50/0202'])('reads the number %s', async (understellsnummer) => {
    expect(kuidsIn((await register.chassis(understellsnummer)).body)).toHaveLength(1);
  });

  it('says in its own words that nobody has it', async () => {
    expect(await register.chassis('0000')).toMatchObject({
      status: 200,
      body: {
        responser: [
          {
            request: { understellsnummer: '0000' },
            kjoretoydataListe: [],
            feilmelding: 'UNDERSTELLSNUMMER_UKJENT',
          },
        ],
      },
    });
  });

  it('can answer nothing at all when nobody has it', async () => {
    await register.set({ bulkEnvelope: 'v2' });
    expect(await register.chassis('0000')).toMatchObject({ status: 204, body: '' });
  });

  it('lets one of the vehicles fail by itself', async () => {
    const { body } = await register.chassis('SANDKJT0000000998');
    expect(body.responser[0].kjoretoydataListe).toEqual([{ feilmelding: 'OPPLYSNINGER_UTILGJENGELIG' }]);
  });
});

describe('the number of items', () => {
  it('may be a thousand, each answered in its place', async () => {
    const kjennemerker = Array.from({ length: 1000 }, (_, at) => `SF0${2000 - at}`);
    const { body } = await plates(...kjennemerker);
    expect(itemsIn(body).map(({ kjoretoy }) => kjoretoy.kjoretoyId.kjennemerke.replace(' ', ''))).toEqual(kjennemerker);
  });

  it.each([
    ['v3', { responser: [] }],
    ['v2', { responskoder: [expect.any(Object)], kjoretoyresponser: [] }],
  ])('above the limit is refused with the ordinary object and nothing in it (%s)', async (bulkEnvelope, body) => {
    await register.set({ bulkEnvelope, vehicleBulkLimit: 2 });
    expect((await plates(KNOWN, KNOWN)).status).toBe(200);
    expect(await plates(KNOWN, KNOWN, KNOWN)).toMatchObject({ status: 400, body });
    expect((await register.caller.lastRequest()).reason).toContain('at most 2');
  });
});

describe('a quota', () => {
  beforeEach(() => register.set({ vehicleQuota: 3 }));

  it('counts vehicles given out, and each answer tells what is left', async () => {
    expect((await plates(KNOWN, UNKNOWN)).body.gjenstaendeKvote).toBe(2);
    expect((await register.bulk('kuid', [{ kuid: '9900000101' }])).body.gjenstaendeKvote).toBe(1);
    expect((await register.chassis('0000')).body.gjenstaendeKvote).toBe(1);
  });

  it('that does not suffice gives a text, the time to come back, and no vehicle', async () => {
    const { status, headers, body } = await plates(KNOWN, KNOWN, KNOWN, KNOWN);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toEqual(expect.any(String));
    const again = new Date(headers.get('retry-after')!);
    expect(again.toLocaleTimeString('nb', { timeZone: 'Europe/Oslo' })).toBe('00:00:00');
    expect(again.getTime()).toBeGreaterThan(Date.now());
    expect((await plates(KNOWN, KNOWN, KNOWN)).status).toBe(200);
    expect((await register.chassis('830417')).status).toBe(422);
  });

  it('does not hold for searches', async () => {
    await register.set({ vehicleQuota: 0 });
    expect((await register.search('kjennemerke', { kjennemerke: KNOWN })).status).toBe(200);
  });

  it('is not there unless it is asked for', async () => {
    await register.set({ vehicleQuota: null });
    expect((await plates(KNOWN)).body).not.toHaveProperty('gjenstaendeKvote');
  });
});

describe('a fault', () => {
  const order = (fault: object) =>
    register.caller.postJson('/admin/faults', { service: 'kjoretoyregister', kind: 'status', ...fault });

  it('with status 500 is the register, which has a trace id', async () => {
    await order({ status: 500 });
    expect(await plates(KNOWN)).toMatchObject({
      status: 500,
      body: { feilmelding: 'TEKNISK_FEIL', svvguid: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it.each([403, 502, 503])('with status %i is Fiks, which has an error id', async (status) => {
    await order({ status, operation: 'bulkKjennemerke' });
    expect((await plates(KNOWN)).body).toMatchObject({ status, errorId: expect.any(String) });
  });
});
