/** What the sandbox's vehicles are there for. */
import { isOrganisationNumber, isPersonIdentifier } from '../../sandbox/src/identifiers';
import { VEHICLES } from '../../sandbox/src/kjoretoyregister/register';
import { vehicleDefaults as settings } from '../../sandbox/src/kjoretoyregister/settings';
import { viewOf } from '../../sandbox/src/kjoretoyregister/view';
import { VehicleCaller } from './kjoretoy';

let register: VehicleCaller;
beforeAll(async () => {
  register = await VehicleCaller.start();
});
afterAll(() => register.close());

const MILLISECONDS_PER_DAY = 86_400_000;

describe('the municipal fleet', () => {
  const fleet = VEHICLES.filter(({ special }) => special.startsWith('municipal fleet'));

  it.each([
    ['2026-11-21T22:59:59Z', '2026-11-21'],
    ['2026-11-21T23:00:00Z', '2026-11-22'],
    ['2027-03-28T12:00:00Z', '2027-03-28'],
    ['2028-02-29T12:00:00Z', '2028-02-29'],
  ])('has controls that are overdue, due within sixty days and due later, also at %s', (now, day) => {
    const today = new Date(now);
    const due = fleet.map((vehicle) => {
      const { periodiskKjoretoyKontroll }: any = viewOf(vehicle, { moment: today, virtualStart: today, settings });
      return (Date.parse(periodiskKjoretoyKontroll.kontrollfrist) - Date.parse(day)) / MILLISECONDS_PER_DAY;
    });
    expect(due).toEqual([-200, -45, -1, 0, 14, 59, 61, 730, -10, NaN, -400, -800, 500]);
  });

  it('has a trailer without control', async () => {
    expect((await register.plate('SK0310')).kjoretoy.periodiskKjoretoyKontroll).toEqual({});
  });

  it('belongs to departments', async () => {
    expect((await register.plate('SK00301')).kjoretoy.eierskap.underenhet.enhet.organisasjonsnavn).toBe(
      'STILLEVIK KOMMUNE TEKNISK DRIFT',
    );
  });
});

describe('a protected owner', () => {
  it('is marked, and the address may stand there all the same', async () => {
    const { kjoretoy } = await register.plate('EL00206');
    expect(kjoretoy.eierskap.leasingtaker).toMatchObject({
      erUnntattOffentlighet: true,
      adresse: { adresselinje1: 'Gjemselveien 2 C' },
    });
    expect((await register.plate('EL00205')).kjoretoy.eierskap.eier.erUnntattOffentlighet).toBe(true);
  });
});

describe('what the register holds back', () => {
  it('is the owner, or the technical data, and the vehicle says which', async () => {
    const { kjoretoy: withoutOwner } = await register.plate('ZZ00996');
    expect(withoutOwner).not.toHaveProperty('eierskap');
    expect(withoutOwner.kjoretoyId.unntattOffentlighet[0].kodeVerdi).toBe('EIERSKAP');
    const { kjoretoy: withoutData } = await register.plate('ZZ00997');
    expect(withoutData.godkjenning).not.toHaveProperty('tekniskGodkjenning');
    expect(withoutData.kjoretoyId.unntattOffentlighet[0].kodeVerdi).toBe('TEKNISK_DATA');
  });
});

describe('a plug-in hybrid', () => {
  it('has two engines', async () => {
    const { kjoretoy } = await register.plate('SU00201');
    expect(kjoretoy.godkjenning.tekniskGodkjenning.tekniskeData.motorOgDrivverk).toMatchObject({
      hybridKategori: { kodeVerdi: 'LADBAR' },
      utelukkendeElektriskDrift: false,
      motor: [{ drivstoff: [{}] }, { drivstoff: [{}] }],
    });
  });
});

describe('all vehicles', () => {
  const parties = VEHICLES.flatMap(({ tidslinje }) =>
    tidslinje.eierskap.flatMap(({ eier, medeier, leasingtaker, underenhet }) =>
      [eier, medeier, leasingtaker, underenhet].filter((party) => party !== undefined),
    ),
  );

  it('have ids and chassis numbers of their own, but for one old chassis number that is shared', () => {
    expect(new Set(VEHICLES.map(({ kjoretoyId }) => kjoretoyId.kuid)).size).toBe(VEHICLES.length);
    expect(new Set(VEHICLES.map(({ kjoretoyId }) => kjoretoyId.understellsnummer)).size).toBe(VEHICLES.length - 1);
  });

  it('have owners with valid numbers that nobody real can have', () => {
    for (const { person, enhet } of parties) {
      if (person?.fodselsnummer) {
        expect(isPersonIdentifier(person.fodselsnummer)).toBe(true);
        expect(Number(person.fodselsnummer.slice(2, 4))).toBeGreaterThan(80);
      }
      if (enhet) {
        expect(isOrganisationNumber(enhet.organisasjonsnummer)).toBe(true);
        expect(enhet.organisasjonsnummer).toMatch(/^31/);
      }
    }
  });

  it('have one name and one address per customer', () => {
    const known = new Map<string, string>();
    for (const { kundeId, adresse, person, enhet } of parties) {
      const facts = JSON.stringify([
        adresse.adresselinje1,
        adresse.poststed,
        person?.etternavn,
        enhet?.organisasjonsnavn,
      ]);
      expect(known.get(kundeId) ?? facts).toBe(facts);
      known.set(kundeId, facts);
    }
  });

  it('have plates that are never issued: a zero after the letters, or a personal one', () => {
    for (const { tidslinje } of VEHICLES) {
      for (const { kjennemerke, kjennemerkekategori } of tidslinje.kjennemerke) {
        if (kjennemerkekategori === 'KJORETOY') expect(kjennemerke).toMatch(/^[A-Z]{1,2}[ -]0\d{3,4}$/);
      }
    }
  });
});

describe('the list for the one who tests', () => {
  it('says what each vehicle is there for, and names one of a large fleet', async () => {
    const { body } = await register.caller.call('/admin/vehicles');
    expect(body.length).toBeGreaterThanOrEqual(40);
    expect(body.filter(({ special }: any) => special === '')).toEqual([]);
    expect(body).toContainEqual({
      kjennemerker: ['SK 00302'],
      kuid: '9900000302',
      understellsnummer: 'SANDKJT0000000302',
      status: 'REGISTRERT',
      ownerKind: 'organisation',
      ownerNumber: '310475025',
      special: 'municipal fleet: control overdue by 45 days',
    });
    expect(body.filter(({ ownerNumber }: any) => ownerNumber === '312220105')).toHaveLength(1);
  });
});
