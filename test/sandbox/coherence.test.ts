/**
 * Whether persons, organisations and vehicles of the sandbox hang together, told from what its services answer.
 */
import { RegisterCaller } from './folkeregisterCaller';
import { bornOf, current, isMinor, Norway, numberOf, statusOf } from './norway';

let register: RegisterCaller;
let norway: Norway;
beforeAll(async () => {
  register = await RegisterCaller.start();
  norway = await Norway.seenBy(register);
});
afterAll(() => register.close());

describe('everything hangs together:', () => {
  it('a relative is somebody, and names the person back', () => {
    const oneSided = norway.persons.flatMap((person) =>
      current(person, 'familierelasjon')
        .filter(({ relatertPerson, relatertPersonsRolle, minRolleForPerson }) => {
          const other = norway.find(relatertPerson);
          return !current(other ?? {}, 'familierelasjon').some(
            (back) =>
              norway.find(back.relatertPerson) === person &&
              back.relatertPersonsRolle === minRolleForPerson &&
              back.minRolleForPerson === relatertPersonsRolle,
          );
        })
        .map(({ relatertPerson }) => `${numberOf(person)} ${relatertPerson}`),
    );
    expect(norway.all('familierelasjon').length).toBeGreaterThan(20);
    expect(oneSided).toEqual([]);
  });

  it('the married are married to each other', () => {
    const married = norway.persons.flatMap((person) =>
      current(person, 'sivilstand')
        .filter(({ sivilstand, relatertVedSivilstand }) => sivilstand === 'gift' && relatertVedSivilstand)
        .map(({ relatertVedSivilstand }) => ({ person, spouse: norway.find(relatertVedSivilstand) })),
    );
    expect(married.length).toBeGreaterThanOrEqual(4);
    for (const { person, spouse } of married) {
      expect(norway.find(current(spouse, 'sivilstand')[0].relatertVedSivilstand)).toBe(person);
    }
  });

  it('who answers for a child says so too, and the child is a minor', () => {
    const responsibilities = norway.persons.flatMap((person) =>
      current(person, 'foreldreansvar').map((one) => ({ ...one, child: norway.find(one.ansvarssubjekt) })),
    );
    expect(responsibilities.length).toBeGreaterThan(20);
    for (const { child, ansvarlig, ansvar } of responsibilities) {
      expect(isMinor(child)).toBe(true);
      if (ansvarlig === undefined) continue;
      const holder = norway.find(ansvarlig);
      for (const side of [child, holder]) {
        expect(current(side, 'foreldreansvar')).toContainEqual(
          expect.objectContaining({ ansvar, ansvarssubjekt: numberOf(child), ansvarlig: numberOf(holder) }),
        );
      }
    }
  });

  it('somebody answers for every minor who lives here: a parent, a guardian or an organisation', () => {
    const alone = norway.persons.filter(
      (person) =>
        isMinor(person) &&
        current(person, 'foreldreansvar').length + current(person, 'vergemaalEllerFremtidsfullmakt').length === 0,
    );
    expect(alone.map(numberOf)).toEqual([]);
  });

  it('a guardian with a number is a living adult', () => {
    const guardians = norway
      .all('vergemaalEllerFremtidsfullmakt')
      .flatMap(({ verge }) => verge.foedselsEllerDNummer ?? []);
    expect(new Set(guardians).size).toBeGreaterThanOrEqual(2);
    for (const number of guardians) {
      const guardian = norway.find(number);
      expect([isMinor(guardian), statusOf(guardian)]).toEqual([false, 'bosatt']);
    }
  });

  it('whoever settles an estate is somebody, and only the dead have one', () => {
    const known = new Set(norway.recipients.organisations.map(({ organisasjonsnummer }: any) => organisasjonsnummer));
    for (const person of norway.persons) {
      for (const estate of current(person, 'kontaktinformasjonForDoedsbo')) {
        expect(statusOf(person)).toBe('doed');
        const { foedselsEllerDNummer: heir } = estate.person ?? {};
        if (heir !== undefined) expect(norway.find(heir) !== undefined).toBe(true);
        const { organisasjonsnummer } = estate.advokat ?? estate.organisasjon ?? {};
        if (organisasjonsnummer !== undefined) expect(known).toContain(organisasjonsnummer);
      }
    }
  });

  it('an organisation has the same name wherever it is named', () => {
    const names = new Map(
      norway.recipients.organisations.map(({ organisasjonsnummer, navn }: any) => [organisasjonsnummer, navn]),
    );
    const named = [
      ...norway
        .all('kontaktinformasjonForDoedsbo')
        .flatMap(({ advokat, organisasjon }) => advokat ?? organisasjon ?? []),
      ...norway.parties.flatMap(({ enhet }) => enhet ?? []),
    ];
    expect(named.length).toBeGreaterThan(10);
    for (const { organisasjonsnummer, organisasjonsnavn } of named) {
      expect([organisasjonsnummer, names.get(organisasjonsnummer)]).toEqual([organisasjonsnummer, organisasjonsnavn]);
    }
  });

  it('who owns, shares or leases a vehicle is a person of Folkeregister with the same name and birth', () => {
    const owners = norway.parties.flatMap(({ person }) => (person?.fodselsnummer ? [person] : []));
    expect(owners.length).toBeGreaterThan(10);
    const strangers = owners.filter(({ fodselsnummer }) => !norway.find(fodselsnummer));
    // One lessee is there to be unknown: the example with abandoned cars meets her.
    expect(strangers.map(({ etternavn }) => etternavn)).toEqual(['PARAPLY']);
    for (const { fodselsnummer, fornavn, etternavn, fodselsdato } of owners) {
      const person = norway.find(fodselsnummer);
      if (!person) continue;
      expect({ ...current(person, 'navn')[0], born: bornOf(person) }).toMatchObject({
        fornavn,
        etternavn,
        born: fodselsdato,
      });
    }
  });

  it('a protected owner is marked in the vehicle register', () => {
    const grades = new Map(
      norway.parties.flatMap(({ person, erUnntattOffentlighet = false }) =>
        person?.fodselsnummer ? [[person.fodselsnummer, erUnntattOffentlighet] as const] : [],
      ),
    );
    for (const [number, marked] of grades) {
      expect([number, marked]).toEqual([number, current(norway.find(number), 'adressebeskyttelse').length > 0]);
    }
  });

  it('the dead are notified of nothing, and no child is in KRR', () => {
    const dead = norway.persons.filter((person) => statusOf(person) === 'doed');
    const states = dead.map((person) => norway.contactOf(person).status);
    expect(states.filter((status) => status === 'SLETTET').length).toBeGreaterThanOrEqual(4);
    expect(states).not.toContain('AKTIV');
    const minors = norway.persons.filter(isMinor).map((person) => norway.contactOf(person).status);
    expect(new Set(minors)).toEqual(new Set(['IKKE_REGISTRERT']));
  });

  it('KRR has hardly an adult it does not know', () => {
    const adults = norway.persons.filter((person) => !isMinor(person));
    const unknown = adults.filter((person) => norway.contactOf(person).status === 'IKKE_REGISTRERT');
    expect(unknown.length / adults.length).toBeLessThan(0.2);
  });
});
