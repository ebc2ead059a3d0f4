import fc from 'fast-check';
import { simplify, simplifyKs, type Settings } from '../../../src/kjoretoyregister/simplify';
import { START } from '../fakePorts';
import { enhet, person, plateAt, vehicle } from './vehicles';

const PLAIN: Settings = { includeOwner: false, includeProtectedAddresses: false, includeRaw: false };
const OWNER: Settings = { ...PLAIN, includeOwner: true };

const simplified = (more: object, settings = PLAIN) => simplify(vehicle(plateAt(1), more), settings, START);
const technical = (tekniskeData: object) => ({ godkjenning: { tekniskGodkjenning: { tekniskeData } } });
const fuel = (...codes: object[]) => ({ motor: [{ drivstoff: codes.map((drivstoffKode) => ({ drivstoffKode })) }] });

test('a vehicle is what a caseworker asks about it, and nobody is in it', () => {
  expect(simplify(vehicle(plateAt(1)), PLAIN, START)).toEqual({
    kjennemerke: 'DN 10001',
    plates: ['DN 10001'],
    kuid: '9910001',
    understellsnummer: 'SYNTDN10001',
    merkekode: '0065',
    make: 'SYNTMOTOR',
    model: 'PRØVE 1.4',
    colour: 'Sølv',
    vehicleGroup: 'Personbil',
    vehicleStatus: 'REGISTRERT',
    firstRegistered: '2021-04-21',
    euControl: { state: 'ok', deadline: '2027-04-21', lastApproved: '2025-04-10' },
    fuel: ['Bensin'],
    weights: {
      egenvekt: 1225,
      nyttelast: 505,
      tillattTotalvekt: 1730,
      tillattTilhengervektMedBrems: null,
      tillattTilhengervektUtenBrems: null,
      tillattTaklast: null,
    },
    handleManually: false,
  });
});

describe('every field may be missing', () => {
  const paths = [
    'kjoretoyId',
    'forstegangsregistrering',
    'eierskap',
    'kjennemerke',
    'registrering',
    'godkjenning',
    'periodiskKjoretoyKontroll',
  ];

  test('or be something else, and the rest is told all the same', () => {
    const whole = simplified({}, OWNER);
    const value = fc.oneof(
      fc.constantFrom(undefined, null, '', 0, [], {}, [null], 'x', [[]], { eier: 'x' }),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (part, other) => {
        const told = simplified({ [part]: other }, { ...OWNER, includeRaw: true });
        expect(told).toMatchObject({ handleManually: expect.any(Boolean), euControl: {} });
        if (part !== 'registrering') expect(told.vehicleStatus).toBe('REGISTRERT');
        if (part !== 'eierskap') expect(told.owner).toEqual(whole.owner);
        if (part !== 'godkjenning') expect([told.make, told.fuel]).toEqual(['SYNTMOTOR', ['Bensin']]);
      }),
      { numRuns: 500 },
    );
  });

  test('and then it is null, or an empty list', () => {
    expect(simplify({}, OWNER, START)).toEqual({
      kjennemerke: null,
      plates: [],
      kuid: null,
      understellsnummer: null,
      merkekode: null,
      make: null,
      model: null,
      colour: null,
      vehicleGroup: null,
      vehicleStatus: null,
      firstRegistered: null,
      euControl: { state: 'notApplicable', deadline: null, lastApproved: null },
      fuel: [],
      weights: {
        egenvekt: null,
        nyttelast: null,
        tillattTotalvekt: null,
        tillattTilhengervektMedBrems: null,
        tillattTilhengervektUtenBrems: null,
        tillattTaklast: null,
      },
      handleManually: false,
      owner: null,
      coOwner: null,
      responsibleUser: null,
    });
  });
});

describe('what it is told by', () => {
  test('plates: all of them, the ordinary one first in its own field', () => {
    const plates = [{ kjennemerke: 'SYNT 1' }, { kjennemerke: 'DN 10001' }, { kjennemerke: 'SYNT 1' }, {}];
    expect(simplified({ kjennemerke: plates })).toMatchObject({
      kjennemerke: 'DN 10001',
      plates: ['SYNT 1', 'DN 10001'],
    });
    expect(simplified({ kjennemerke: undefined })).toMatchObject({ plates: ['DN 10001'] });
    expect(simplified({ kjoretoyId: {} })).toMatchObject({ kjennemerke: 'DN 10001' });
  });

  test('codes: by their name, or their description, or the code itself', () => {
    const bensin = { kodeNavn: 'Bensin', kodeBeskrivelse: 'Noe mer', kodeVerdi: '1' };
    const elektrisk = { kodeBeskrivelse: 'Elektrisk', kodeVerdi: '5' };
    const motorOgDrivverk = {
      motor: [...fuel(bensin, bensin).motor, ...fuel(elektrisk, { kodeVerdi: '9' }, {}).motor],
    };
    expect(simplified(technical({ motorOgDrivverk })).fuel).toEqual(['Bensin', 'Elektrisk', '9']);
  });

  test('fuel: by the emissions where no engine tells it', () => {
    const miljodata = { miljoOgdrivstoffGruppe: [{ drivstoffKodeMiljodata: { kodeNavn: 'Elektrisk' } }] };
    expect(simplified(technical({ miljodata })).fuel).toEqual(['Elektrisk']);
    expect(simplified(technical({ miljodata, motorOgDrivverk: { motor: [] } })).fuel).toEqual(['Elektrisk']);
    expect(simplified(technical({ miljodata, motorOgDrivverk: fuel({ kodeNavn: 'Diesel' }) })).fuel).toEqual([
      'Diesel',
    ]);
  });

  test('model: by its type where it has no trade name', () => {
    expect(simplified(technical({ generelt: { typebetegnelse: 'P14' } })).model).toBe('P14');
  });

  test('first registration: in Norway, or abroad where that is all there is', () => {
    const abroad = { forstegangsGodkjenning: { forstegangRegistrertDato: '2011-01-01' } };
    expect(simplified({ godkjenning: abroad }).firstRegistered).toBe('2021-04-21');
    expect(simplified({ godkjenning: abroad, forstegangsregistrering: {} }).firstRegistered).toBe('2011-01-01');
  });
});

describe('owners', () => {
  const TEKOPP = {
    type: 'person',
    name: 'VARM TEKOPP',
    foedselsnummer: '14837810141',
    foedselsdato: '1978-03-14',
    kundeId: '990000001',
    unverified: false,
    since: '2021-04-21T14:32:54.295+02:00',
  };
  const LEASING = {
    type: 'organisation',
    name: 'LEASING AS',
    organisasjonsnummer: '310048208',
    kundeId: '990000101',
    unverified: false,
    since: '2023-02-14T09:12:00.5+01:00',
  };
  const ownersOf = (eierskap: object, settings = OWNER) => {
    const { owner, coOwner, responsibleUser } = simplified({ eierskap }, settings);
    return { owner, coOwner, responsibleUser };
  };

  test('are told only to who asks for them', () => {
    expect(ownersOf({ eier: person('TEKOPP') }, PLAIN)).toEqual({});
    expect(ownersOf({ eier: person('TEKOPP') })).toEqual({ owner: TEKOPP, coOwner: null, responsibleUser: TEKOPP });
  });

  test('of a leased vehicle are the leasing company, and who uses it is responsible', () => {
    expect(ownersOf({ eier: enhet('LEASING AS'), leasingtaker: person('TEKOPP') })).toEqual({
      owner: LEASING,
      coOwner: null,
      responsibleUser: TEKOPP,
    });
  });

  test('may be two', () => {
    expect(ownersOf({ eier: enhet('LEASING AS'), medeier: person('TEKOPP') })).toMatchObject({
      owner: LEASING,
      coOwner: TEKOPP,
      responsibleUser: LEASING,
    });
  });

  test('of the past have an end', () => {
    const tilTidspunkt = '2022-01-01T00:00:00+01:00';
    expect(ownersOf({ eier: person('TEKOPP', { tilTidspunkt }) }).owner).toEqual({ ...TEKOPP, until: tilTidspunkt });
  });

  test('that no register knows are marked', () => {
    expect(ownersOf({ eier: { person: {}, erUverifisert: true } }).owner).toEqual({
      type: 'person',
      name: null,
      foedselsnummer: null,
      foedselsdato: null,
      kundeId: null,
      unverified: true,
      since: null,
    });
  });

  test('have an address only where protected ones are asked for, and then the flag still tells', () => {
    const eier = person('TEKOPP', { erUnntattOffentlighet: true });
    const shown = simplified({ eierskap: { eier } }, { ...OWNER, includeProtectedAddresses: true });
    expect(shown).toMatchObject({
      handleManually: true,
      owner: { address: { adresselinje1: 'Veien til TEKOPP', postnummer: '5003', poststed: 'BERGEN' } },
    });
    expect(JSON.stringify(simplified({ eierskap: { eier } }, OWNER))).not.toMatch(/Veien|5003|BERGEN/);
  });
});

describe('the raw vehicle', () => {
  test('is there only for who asks, and with no more of owners and addresses than the rest', () => {
    expect(simplified({})).not.toHaveProperty('raw');
    const raw = (settings: Settings) => JSON.stringify(simplified({}, { ...settings, includeRaw: true }).raw);
    expect(raw(PLAIN)).not.toMatch(/TEKOPP|Veien/);
    expect(raw(OWNER)).toContain('TEKOPP');
    expect(raw(OWNER)).not.toContain('Veien');
    expect(JSON.parse(raw({ ...OWNER, includeProtectedAddresses: true }))).toEqual(vehicle(plateAt(1)));
  });
});

describe("a vehicle of KS' own service", () => {
  const ks = (eier: object) => ({
    kjennemerke: 'DN 00101',
    forstegangsregistrering: '2021-04-21',
    eierskap: { eier },
    registrering: { status: 'REGISTRERT' },
    tekniskeData: { gruppe: 'Personbil', merke: 'SYNTMOTOR', modell: 'PRØVE 1.4', drivstoff: ['Bensin', 'Bensin'] },
  });
  const varm = ks({ person: { fornavn: 'VARM', etternavn: 'TEKOPP' }, fra: '2021-04-21' });

  test('is told in the same words, and of protection it says nothing', () => {
    expect(simplifyKs(varm, PLAIN)).toEqual({
      kjennemerke: 'DN 00101',
      make: 'SYNTMOTOR',
      model: 'PRØVE 1.4',
      vehicleGroup: 'Personbil',
      vehicleStatus: 'REGISTRERT',
      firstRegistered: '2021-04-21',
      fuel: ['Bensin'],
      handleManually: null,
    });
  });

  test('has its owner for who asks, a person or an organisation', () => {
    expect(simplifyKs(varm, OWNER).owner).toEqual({ type: 'person', name: 'VARM TEKOPP', since: '2021-04-21' });
    const organisasjon = { organisasjonsnummer: '310048208', organisasjonsnavn: 'AS' };
    expect(simplifyKs(ks({ organisasjon }), OWNER).owner).toEqual({
      type: 'organisation',
      name: 'AS',
      organisasjonsnummer: '310048208',
      since: null,
    });
    expect(simplifyKs(ks({}), OWNER).owner).toBeNull();
    expect(JSON.stringify(simplifyKs(varm, { ...PLAIN, includeRaw: true }))).not.toContain('TEKOPP');
  });
});
