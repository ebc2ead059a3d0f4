/** What no source settles about the vehicle register, either way. */
import { nameOf, VehicleCaller } from './kjoretoy';

const MUNICIPALITY = '310475025';
const LARGE_FLEET = '312220105';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterEach(() => register.reset());
afterAll(() => register.close());

describe('a search', () => {
  const rows = async (antall?: number) =>
    (await register.search('organisasjonsnummer', { organisasjonsnummer: LARGE_FLEET, ...(antall && { antall }) })).body
      .antallITreffliste;

  it('gives fifty rows when not told, or as many as a setting says', async () => {
    expect(await rows()).toBe(50);
    await register.set({ vehicleRows: 10 });
    expect([await rows(), await rows(20)]).toEqual([10, 20]);
  });

  it('gives a hundred rows at most without a word, or as many as a setting says', async () => {
    expect(await rows(1000)).toBe(100);
    await register.set({ vehicleMostRows: 30 });
    expect([await rows(), await rows(1000)]).toEqual([30, 30]);
    await register.set({ vehicleMostRows: 1000 });
    expect(await rows(1000)).toBe(1000);
  });

  it.each([
    ['fodselsnummer', { fodselsnummer: '12848539668' }],
    ['organisasjonsnummer', { organisasjonsnummer: MUNICIPALITY }],
    ['kundeid', { kundeid: '1' }],
    ['kjennemerke', { kjennemerke: 'DN00101' }],
    ['understellsnummer', { understellsnummer: 'MOP-50*' }],
    ['kunde', { eiertype: 'BEGGE', navn: 'FYRLYKT' }],
  ])('by %s is open, or refused by the register when KS may only search by name', async (path, parameters) => {
    expect((await register.search(path, parameters)).status).toBeLessThan(300);
    await register.set({ vehicleSearches: 'ownerName' });
    expect(await register.search(path, parameters)).toMatchObject({
      status: 403,
      body: { feilmelding: 'INGEN_TILGANG', svvguid: expect.any(String) },
    });
    expect((await register.search('eiernavn', { navn: 'FYRLYKT' })).status).toBe(200);
    expect((await register.plate('DN00101')).kjoretoy).toBeDefined();
  });
});

describe('a moment', () => {
  const SWAP = '2022-05-10T10:00:00.04+02:00';
  const kuid = async (dtg: string) => (await register.plate('KB00208', dtg)).kjoretoy.kjoretoyId.kuid;

  it('at which one thing ends and the next begins is that of the next, or of the one before by a setting', async () => {
    expect(await kuid(SWAP)).toBe('9900000209');
    await register.set({ vehiclePeriodEnd: 'inclusive' });
    expect(await kuid(SWAP)).toBe('9900000208');
    expect(await kuid('2022-05-10T10:00:00.041+02:00')).toBe('9900000209');
  });

  it('at which an owner changes shows one owner, whose is the moment', async () => {
    const { kjoretoy: past } = await register.plate('BR00099', '2016-11-15T23:00:00.000+01:00');
    const { tilTidspunkt } = past.eierskap.eier;
    const kuidOf = past.kjoretoyId.kuid;
    const ownerAt = async () =>
      nameOf(
        (await register.bulk('kuid', [{ kuid: kuidOf, dtg: tilTidspunkt }])).body.responser[0].kjoretoydata.eierskap
          .eier,
      );
    expect(await ownerAt()).not.toBe(nameOf(past.eierskap.eier));
    await register.set({ vehiclePeriodEnd: 'inclusive' });
    expect(await ownerAt()).toBe(nameOf(past.eierskap.eier));
  });

  it('ahead is answered as now, or called malformed by a setting', async () => {
    const ahead = () => register.plate('DN00101', '2999-01-01T00:00:00+01:00');
    expect((await ahead()).kjoretoy).toBeDefined();
    await register.set({ vehicleFutureMoment: 'refused' });
    expect((await ahead()).code).toBe('UGYLDIG_DTG');
    expect((await register.plate('DN00101')).kjoretoy).toBeDefined();
  });

  it.each([
    ['kjennemerke', { kjennemerke: 'DN00101' }, 'KJENNEMERKE_UKJENT'],
    ['kuid', { kuid: '9900000101' }, 'KUID_UKJENT'],
  ])('before the first owner is unavailable by %s, or unknown by a setting', async (key, item, unknown) => {
    const early = async () =>
      (await register.bulk(key, [{ ...item, dtg: '1999-12-31T23:59:59+01:00' }])).body.responser[0].feilmelding;
    expect(await early()).toBe('OPPLYSNINGER_UTILGJENGELIG');
    await register.set({ vehicleBeforeFirstOwner: 'unknown' });
    expect(await early()).toBe(unknown);
  });
});

it('a chassis number with a slash passes through Fiks, or is turned away by a setting', async () => {
  expect((await register.chassis('MOP-50/0202')).status).toBe(200);
  await register.set({ vehicleSlashInPath: 'refused' });
  expect(await register.chassis('MOP-50/0202')).toMatchObject({ status: 400, body: { errorId: expect.any(String) } });
  expect((await register.chassis('SANDKJT0000000208')).status).toBe(200);
});

it('the trace id of the register is spelt in one of two ways', async () => {
  const failed = async () => Object.keys((await register.bulk('kuid', {})).body);
  expect(await failed()).toContain('svvguid');
  await register.set({ vehicleTraceName: 'Svvguid' });
  expect(await failed()).toEqual(['feilmelding', 'Svvguid']);
});

describe("KS' own interface", () => {
  const plates = async (fnr: string) =>
    (await register.ks('person', { fnr })).body.kjoretoy.map(({ kjennemerke }: any) => kjennemerke);

  it.each([
    ['scrapped', '02920197712'],
    ['exported', '23876935562'],
  ])('leaves out the %s, or shows them by a setting', async (_what, fnr) => {
    expect(await plates(fnr)).toEqual([]);
    await register.set({ ksGoneVehicles: 'included' });
    expect(await plates(fnr)).toHaveLength(1);
  });

  it('shows what is shared, or the owner’s alone by a setting', async () => {
    expect(await plates('03928338788')).toEqual(['SU 00201', 'RT 0212', 'RK 00213']);
    await register.set({ ksSharedVehicles: 'leftOut' });
    expect(await plates('03928338788')).toEqual(['RT 0212', 'RK 00213']);
  });

  it('shows what an organisation leases, or not by a setting', async () => {
    const owners = async () =>
      (await register.ks('organisasjon', { organisasjonsnummer: MUNICIPALITY, antall: 1000 })).body.kjoretoy.map(
        ({ eierskap }: any) => eierskap.eier.organisasjon?.organisasjonsnummer,
      );
    expect(await owners()).toContain('312203006');
    await register.set({ ksSharedVehicles: 'leftOut' });
    expect(new Set(await owners())).toEqual(new Set([MUNICIPALITY]));
  });

  it.each([
    ['person', { fnr: '30823299997' }],
    ['organisasjon', { organisasjonsnummer: '314245075' }],
  ] as const)('has an empty list for a %s without vehicles, or 404 by a setting', async (whom, body) => {
    expect(await register.ks(whom, body)).toMatchObject({ status: 200, body: { kjoretoy: [] } });
    await register.set({ ksNoVehicles: 'notFound' });
    expect(await register.ks(whom, body)).toMatchObject({ status: 404, body: { errorId: expect.any(String) } });
  });
});

describe('the deadline of a control', () => {
  it('comes nearer as the clock is moved, and passes', async () => {
    const daysTo = async () => {
      const { periodiskKjoretoyKontroll } = (await register.plate('SK00306')).kjoretoy;
      return Math.round((Date.parse(periodiskKjoretoyKontroll.kontrollfrist) - Date.now()) / 86_400_000);
    };
    await register.set({ tokensAge: false });
    const before = await daysTo();
    await register.caller.postJson('/admin/clock', { advanceSeconds: 70 * 86_400 });
    expect(before).toBeGreaterThan(0);
    expect(await daysTo()).toBe(before - 70);
  });
});
