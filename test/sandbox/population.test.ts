/**
 * Generated persons: by themselves, where they follow from numbers alone.
 */
import { currentOf, elementsOf, EVERYONE, textOf, type Persona } from '../../sandbox/src/folkeregister/register';
import { isPersonIdentifier, isSynthetic } from '../../sandbox/src/identifiers';
import { KRR_PERSONS } from '../../sandbox/src/krr/persons';
import { LARGEST_POPULATION, Population } from '../../sandbox/src/population/population';

const SIZE = 3000;
const population = new Population(SIZE, 7);
const everyone = Array.from({ length: SIZE }, (_, index) => population.at(index));

const numberOf = ({ foedselsEllerDNummer }: Persona): string => foedselsEllerDNummer;
const part = ({ folkeregisterperson }: Persona, name: string) => elementsOf(folkeregisterperson, name);
const only = (persona: Persona, name: string, member: string): string =>
  textOf(currentOf(persona.folkeregisterperson, name)[0], member);

const isChild = (persona: Persona): boolean => only(persona, 'foedsel', 'foedselsdato') > '2008-12-31';

describe('generated persons', () => {
  it('have numbers of their own that fit, and that no real person has', () => {
    const numbers = everyone.map(numberOf);
    expect(new Set(numbers).size).toBe(SIZE);
    expect(numbers.filter((number) => !isPersonIdentifier(number) || !isSynthetic(number))).toEqual([]);
  });

  it('are found by their number and by their document, and nobody else is', () => {
    for (const persona of everyone) {
      expect(population.findByNumber(numberOf(persona))?.slug).toBe(persona.slug);
      expect(population.findByDocument(persona.persondokument)?.slug).toBe(persona.slug);
    }
    const others = new Population(SIZE + 600, 7);
    const beyond = others.at(SIZE);
    expect(population.findByNumber(numberOf(beyond))).toBeUndefined();
    expect(population.findByDocument(beyond.persondokument)).toBeUndefined();
    expect(population.findContact(numberOf(beyond))).toBeUndefined();
  });

  it('are the same for the same seed, however many there are, and others for another', () => {
    const again = new Population(50, 7);
    const other = new Population(50, 8);
    for (let index = 0; index < 48; index += 1) expect(again.at(index)).toEqual(everyone[index]);
    expect(other.at(0).folkeregisterperson).not.toEqual(everyone[0]?.folkeregisterperson);
  });

  it('never have the number of somebody with a story', () => {
    const all = new Population(LARGEST_POPULATION, 1);
    const known = [
      ...EVERYONE.flatMap(({ foedselsEllerDNummer, historiskeIdentifikatorer }) => [
        foedselsEllerDNummer,
        ...historiskeIdentifikatorer,
      ]),
      ...KRR_PERSONS.map(({ personidentifikator }) => personidentifikator),
    ];
    expect(known.filter((number) => all.findByNumber(number))).toEqual([]);
  });

  it('may be a million: the last ones have numbers too', () => {
    const all = new Population(LARGEST_POPULATION, 1);
    const last = Array.from({ length: 1200 }, (_, offset) => all.at(LARGEST_POPULATION - 1 - offset));
    expect(last.map((persona) => all.findByNumber(numberOf(persona))?.slug)).toEqual(last.map(({ slug }) => slug));
  });

  it.each([
    [-1, 1],
    [1.5, 1],
    [LARGEST_POPULATION + 1, 1],
    [1, -1],
    [1, 0.5],
  ])('are not made for %s persons and the seed %s', (size, seed) =>
    expect(() => new Population(size, seed)).toThrow(RangeError),
  );

  it('have a gender that the number tells, and are born on the day it begins with', () => {
    for (const persona of everyone) {
      const number = numberOf(persona);
      const [year, month, day] = only(persona, 'foedsel', 'foedselsdato').split('-');
      expect(number.slice(0, 6)).toBe(`${day}${Number(month) + 80}${year?.slice(2)}`);
      expect(only(persona, 'kjoenn', 'kjoenn')).toBe(Number(number[8]) % 2 === 1 ? 'mann' : 'kvinne');
    }
  });
});

describe('their families', () => {
  it('point both ways, the last one too, which may lack members', () => {
    for (const size of [SIZE, 1, 2, 3, 4, 5, 6, 7]) {
      const some = new Population(size, 7);
      for (let index = 0; index < Math.min(size, 600); index += 1) {
        const persona = some.at(index);
        for (const relation of part(persona, 'familierelasjon')) {
          const other = some.findByNumber(textOf(relation, 'relatertPerson'));
          expect(other && part(other, 'familierelasjon')).toContainEqual(
            expect.objectContaining({
              relatertPerson: numberOf(persona),
              relatertPersonsRolle: relation.minRolleForPerson,
              minRolleForPerson: relation.relatertPersonsRolle,
            }),
          );
        }
      }
    }
  });

  it('have somebody who answers for every child, on both', () => {
    const children = everyone.filter(isChild);
    expect(children.length).toBe(SIZE / 3);
    for (const child of children) {
      const responsible = part(child, 'foreldreansvar');
      expect(responsible.length).toBeGreaterThan(0);
      for (const { ansvar, ansvarlig } of responsible) {
        const parent = population.findByNumber(String(ansvarlig));
        expect(parent && part(parent, 'foreldreansvar')).toContainEqual(
          expect.objectContaining({ ansvar, ansvarssubjekt: numberOf(child) }),
        );
      }
    }
  });

  it('are of every kind: married, living together, apart, widowed', () => {
    const statuses = new Set(everyone.map((persona) => only(persona, 'sivilstand', 'sivilstand')));
    expect(statuses).toEqual(new Set(['gift', 'ugift', 'enkeEllerEnkemann']));
    const custody = everyone.flatMap((persona) => part(persona, 'foreldreansvar').map(({ ansvar }) => ansvar));
    expect(new Set(custody)).toEqual(new Set(['felles', 'mor']));
  });

  it('have dead men whose estates their widows answer for', () => {
    const dead = everyone.filter(({ folkeregisterperson }) => folkeregisterperson.doedsfall !== undefined);
    expect(dead.length).toBeGreaterThan(20);
    for (const persona of dead) {
      const [estate] = part(persona, 'kontaktinformasjonForDoedsbo');
      const { foedselsEllerDNummer } = estate?.person as { foedselsEllerDNummer: string };
      const widow = population.findByNumber(foedselsEllerDNummer);
      expect(widow && only(widow, 'sivilstand', 'sivilstand')).toBe('enkeEllerEnkemann');
      expect(only(persona, 'status', 'status')).toBe('doed');
      expect(population.findContact(numberOf(persona))?.status).toBe('SLETTET');
    }
  });
});

describe('their homes and their place in KRR', () => {
  it('are protected for a few, and then for all who live there', () => {
    const grades = everyone.map((persona) => only(persona, 'adressebeskyttelse', 'graderingsnivaa'));
    const share = grades.filter((grade) => grade !== '').length / SIZE;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.06);
    expect(new Set(grades)).toEqual(new Set(['', 'fortrolig', 'strengtFortrolig']));
    for (const [index, persona] of everyone.entries()) {
      const homes = currentOf(persona.folkeregisterperson, 'bostedsadresse');
      const grade = grades[index];
      if (grade === 'strengtFortrolig') expect(homes).toEqual([]);
      else for (const { adressegradering } of homes) expect(adressegradering).toBe(grade === '' ? 'ugradert' : grade);
      if (index % 6 === 2) expect(grade).toBe(grades[index - 2]);
    }
  });

  it('show every state of KRR, and no child is registered', () => {
    const contacts = everyone.map((persona) => population.findContact(numberOf(persona)));
    expect(everyone.filter((persona, index) => isChild(persona) && contacts[index])).toEqual([]);
    const adults = contacts.filter((_contact, index) => !isChild(everyone[index]!));
    const states = adults.map((contact) =>
      contact === undefined ? 'nobody' : `${contact.status} ${contact.reservasjon} ${contact.varslingsstatus}`,
    );
    expect(new Set(states)).toEqual(
      new Set([
        'nobody',
        'AKTIV NEI KAN_VARSLES',
        'AKTIV NEI KAN_IKKE_VARSLES',
        'AKTIV JA KAN_IKKE_VARSLES',
        'SLETTET undefined KAN_IKKE_VARSLES',
      ]),
    );
    expect(new Set(adults.map((contact) => contact?.mailbox))).toEqual(new Set([undefined, 'digipost', 'eboks']));
    expect(states.filter((state) => state === 'AKTIV NEI KAN_VARSLES').length / adults.length).toBeGreaterThan(0.6);
  });
});
