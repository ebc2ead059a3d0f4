import fc from 'fast-check';
import { isProtected, protect, withholdFromOwner } from '../../../src/kjoretoyregister/vern';
import { enhet, person, plateAt, vehicle } from './vehicles';

const OWNER = { owner: true, addresses: false };
const NO_OWNER = { owner: false, addresses: false };
const EVERYTHING = { owner: true, addresses: true };

const PARTIES = ['eier', 'medeier', 'leasingtaker', 'underenhet', 'nyEierform'];

/** Where a mark can hide: in the address, beside it, in a part that is new, or deep inside. */
const hidden = (mark: string) =>
  fc.constantFrom<object>(
    { adresse: { adresselinje1: mark } },
    { adresse: mark },
    { adresse: [mark] },
    { adressestatus: { kodeVerdi: mark } },
    { oppholdssted: { sted: { navn: mark } } },
    { person: { etternavn: 'TEKOPP', adresse: mark } },
    { person: { etternavn: 'TEKOPP', bosted: { poststed: mark } } },
    { person: [mark] },
    { person: mark },
    { enhet: { organisasjonsnavn: 'AS', forretningsadresse: { poststed: mark } } },
    { organisasjon: { adresse: mark } },
    { fomTidspunkt: { sted: mark } },
    { kundeId: [mark] },
  );

const owners = fc
  .uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 5 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .record({ where: hidden(`MARK-${name}`), exempt: fc.constantFrom(undefined, true, false, 'true', 1) })
          .map(
            ({ where, exempt }) =>
              [name, { ...person('TEKOPP'), adresse: undefined, ...where, erUnntattOffentlighet: exempt }] as const,
          ),
      ),
    ),
  )
  .map((entries) => Object.fromEntries(entries));

/** What the register may come to send beside what it sends now. */
const elsewhere = fc.constantFrom<object>({}, { nyDel: { adresse: 'MARK-new' } }, { eiere: [{ adresse: 'MARK-new' }] });

const marksIn = (value: unknown): string[] => JSON.stringify(value).match(/MARK-\w+/g) ?? [];

describe('whoever owns the vehicle, and wherever the register writes where they are', () => {
  test('no address leaves by default, nor a mark that tells who is protected', () => {
    fc.assert(
      fc.property(owners, elsewhere, fc.boolean(), (eierskap, more, owner) => {
        const { vehicle: shown } = protect(vehicle(plateAt(1), { eierskap, ...more }), { owner, addresses: false });
        expect(marksIn(shown)).toEqual([]);
        expect(JSON.stringify(shown)).not.toMatch(/[Uu]nntattOffentlighet/);
      }),
      { numRuns: 1000 },
    );
  });

  test('a mark that is anything but no says that the case must be handled manually', () => {
    fc.assert(
      fc.property(owners, (eierskap: Record<string, { erUnntattOffentlighet?: unknown }>) => {
        const exempt = Object.values(eierskap).some(
          ({ erUnntattOffentlighet }) => ![undefined, false].includes(erUnntattOffentlighet as boolean),
        );
        for (const wanted of [OWNER, NO_OWNER, EVERYTHING])
          expect(protect(vehicle(plateAt(1), { eierskap }), wanted).handleManually).toBe(exempt);
      }),
    );
  });
});

describe('by default', () => {
  test('nothing about owners leaves at all', () => {
    const { vehicle: shown } = protect(vehicle(plateAt(1)), NO_OWNER);
    expect(shown).not.toHaveProperty('eierskap');
    expect(JSON.stringify(shown)).not.toMatch(/TEKOPP|14837810141|990000001/);
  });

  test('addresses alone let nothing out, for they are of owners', () => {
    expect(protect(vehicle(plateAt(1)), { owner: false, addresses: true }).vehicle).not.toHaveProperty('eierskap');
  });

  test('everything about the vehicle itself stays as it came', () => {
    const whole = vehicle(plateAt(1));
    const { vehicle: shown } = protect(whole, NO_OWNER);
    for (const part of ['kjennemerke', 'registrering', 'godkjenning', 'periodiskKjoretoyKontroll'])
      expect(shown[part]).toBe(whole[part]);
    expect(shown.kjoretoyId).toMatchObject({ kuid: '9910001', understellsnummer: 'SYNTDN10001' });
  });
});

describe('with the owner', () => {
  test('who, since when and by which ids are shown', () => {
    const eierskap = {
      eier: enhet('AS'),
      leasingtaker: person('PARAPLY'),
      vedtakstidspunkt: '2021-04-21T14:32:54+02:00',
    };
    expect(protect(vehicle(plateAt(1), { eierskap }), OWNER).vehicle.eierskap).toEqual({
      vedtakstidspunkt: '2021-04-21T14:32:54+02:00',
      eier: {
        enhet: { organisasjonsnavn: 'AS', organisasjonsnummer: '310048208' },
        fomTidspunkt: '2023-02-14T09:12:00.5+01:00',
        kundeId: '990000101',
      },
      leasingtaker: {
        erUverifisert: false,
        fomTidspunkt: '2021-04-21T14:32:54.295+02:00',
        kundeId: '990000001',
        person: { fornavn: 'VARM', etternavn: 'PARAPLY', fodselsdato: '1978-03-14', fodselsnummer: '14837810141' },
      },
    });
  });

  test.each([undefined, null, 'TEKOPP', ['TEKOPP']])('owners written as %p are not shown', (eierskap) => {
    expect(JSON.stringify(protect(vehicle(plateAt(1), { eierskap }), OWNER).vehicle)).not.toContain('TEKOPP');
  });

  test('everything is shown, marks and all, only to an author who asked for the addresses too', () => {
    const whole = vehicle(plateAt(1), { eierskap: { eier: person('TEKOPP', { erUnntattOffentlighet: true }) } });
    expect(protect(whole, EVERYTHING)).toEqual({ vehicle: whole, handleManually: true });
  });
});

describe('a vehicle', () => {
  const marked = (unntattOffentlighet: unknown) =>
    vehicle(plateAt(1), { kjoretoyId: { kuid: '1', unntattOffentlighet } });

  test.each([[[{ kodeVerdi: 'EIERSKAP' }]], [['TEKNISK_DATA']], ['EIERSKAP'], [true], [{}]])(
    'whose mark is %j must be handled manually, and the mark is not shown',
    (mark) => {
      expect(protect(marked(mark), NO_OWNER)).toMatchObject({ handleManually: true });
      expect(protect(marked(mark), OWNER).vehicle.kjoretoyId).toEqual({ kuid: '1' });
    },
  );

  test.each([[[]], [undefined], [null], [false]])('whose mark is %j is open', (mark) => {
    expect(protect(marked(mark), NO_OWNER).handleManually).toBe(false);
  });
});

test('an owner alone, as a search for customers gives, is treated the same', () => {
  const owner = person('TEKOPP', { erUnntattOffentlighet: true });
  expect(isProtected({ personEnhet: owner })).toBe(true);
  expect(withholdFromOwner(owner)).toEqual({
    erUverifisert: false,
    fomTidspunkt: '2021-04-21T14:32:54.295+02:00',
    kundeId: '990000001',
    person: owner.person,
  });
});
