import { nameOf, VehicleCaller } from './kjoretoy';

const SWAP = '2022-05-10T10:00:00.04+02:00';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterAll(() => register.close());

describe('a moment in the past', () => {
  const PAST = '2016-11-15T23:00:00.000+01:00';

  it('shows owner, plate and registration of that time, and until when they were so', async () => {
    const { kjoretoy } = await register.plate('BR00099', PAST);
    expect(nameOf(kjoretoy.eierskap.eier)).toBe('REGNBUE');
    for (const period of [kjoretoy.eierskap.eier, kjoretoy.kjennemerke[0], kjoretoy.registrering]) {
      expect(Date.parse(period.tilTidspunkt)).toBeGreaterThan(Date.parse(PAST));
    }
    expect(kjoretoy.kjoretoyId.kjennemerke).toBe('BR 00099');
  });

  it('changes nothing else: control, approval and address are those of today', async () => {
    const { kjoretoy: past } = await register.plate('BR00099', PAST);
    const { kjoretoy: now } = await register.plate('BR00110');
    expect(past.periodiskKjoretoyKontroll).toEqual(now.periodiskKjoretoyKontroll);
    expect(past.godkjenning).toEqual(now.godkjenning);
  });

  it('needs the plate to have been the vehicle’s then', async () => {
    expect((await register.plate('BR00110', PAST)).code).toBe('KJENNEMERKE_UKJENT');
  });

  it.each([
    ['the moment of the swap', SWAP, '9900000209', '9900000208'],
    ['a thousandth of a second before', '2022-05-10T10:00:00.039+02:00', '9900000208', '9900000209'],
    ['now', undefined, '9900000209', '9900000208'],
  ])('finds by swapped plates the vehicle that had them at %s', async (_when, dtg, first, second) => {
    const kuid = async (plate: string) => (await register.plate(plate, dtg)).kjoretoy.kjoretoyId.kuid;
    expect([await kuid('KB00208'), await kuid('KB00209')]).toEqual([first, second]);
  });

  it('names the other vehicle of a swap', async () => {
    expect((await register.plate('KB00208')).kjoretoy.kjoretoyId).toMatchObject({
      kjoretoyErKryssbyttet: true,
      kryssbytter: [{ fomTidspunkt: SWAP, kryssbyttetMedKuid: '9900000208' }],
    });
  });

  it.each([
    ['plate', { kjennemerke: 'DN00101' }, 'kjennemerke'],
    ['kuid', { kuid: '9900000101' }, 'kuid'],
  ])('before the first owner has no information, by %s', async (_by, item, key) => {
    const { body } = await register.bulk(key, [{ ...item, dtg: '1999-12-31T23:59:59+01:00' }]);
    expect(body.responser[0].feilmelding).toBe('OPPLYSNINGER_UTILGJENGELIG');
  });

  it('knows a plate that was given up', async () => {
    expect((await register.plate('DK00204')).code).toBe('KJENNEMERKE_UKJENT');
    const { kjoretoy } = await register.plate('DK00204', '2023-08-28T11:20:00.499+02:00');
    expect(kjoretoy.registrering.registreringsstatus.kodeVerdi).toBe('REGISTRERT');
  });
});

describe('a moment', () => {
  it('ahead is answered as now', async () => {
    const { kjoretoy } = await register.plate('LR00104', '2999-01-01T00:00:00+01:00');
    expect(kjoretoy.registrering.registreringsstatus.kodeVerdi).toBe('AVREGISTRERT');
  });

  it.each(['2025-06-01T00:00:00Z', '2025-06-01T00:00:00+02:00', '2025-06-01T00:00:00.1+02:00'])(
    'may be written %s',
    async (dtg) => {
      expect((await register.plate('LR00104', dtg)).kjoretoy).toBeDefined();
    },
  );

  it.each([
    '2025-06-01',
    '2025-06-01T00:00:00',
    '2025-06-01T00:00+02:00',
    '2025-02-30T00:00:00+01:00',
    '2025-06-01T25:00:00+02:00',
    '01.06.2025 00:00:00+02:00',
  ])('may not be written %s', async (dtg) => {
    expect((await register.plate('LR00104', dtg)).code).toBe('UGYLDIG_DTG');
  });

  it.each([[null], [0], [{}]])('may not be %j', async (dtg) => {
    const { body } = await register.bulk('kuid', [{ kuid: '9900000104', dtg }]);
    expect(body.responser[0].feilmelding).toBe('UGYLDIG_DTG');
  });
});
