import { currentOf, elementsOf, EVERYONE, PERSONAS, textOf } from '../../sandbox/src/folkeregister/register';
import { isPersonIdentifier } from '../../sandbox/src/identifiers';
import { KRR_ONLY_PERSONS } from '../../sandbox/src/krr/persons';
import { createWorld } from '../../sandbox/src/world';

const { persons } = createWorld();

const numbers = EVERYONE.flatMap((persona) => [persona.foedselsEllerDNummer, ...persona.historiskeIdentifikatorer]);

/** All values of a member in a part, over everyone. */
const valuesOf = (part: string, member: string) =>
  new Set(
    EVERYONE.flatMap(({ folkeregisterperson }) => elementsOf(folkeregisterperson, part).map((one) => one[member])),
  );

describe('the persons of the register', () => {
  it('are more than sixty, each with numbers of their own', () => {
    expect(EVERYONE.length).toBeGreaterThan(60);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(EVERYONE.map(({ slug }) => slug)).size).toBe(EVERYONE.length);
    expect(new Set(EVERYONE.map(({ persondokument }) => persondokument)).size).toBe(EVERYONE.length);
  });

  it.each(numbers)('number %s has control digits that fit, and no real person can have it', (number) => {
    expect(isPersonIdentifier(number)).toBe(true);
    expect(['8', '9']).toContain(number[2]);
  });

  it('name only persons who are there, in every relation', () => {
    const named = EVERYONE.flatMap(({ folkeregisterperson }) => [
      ...elementsOf(folkeregisterperson, 'familierelasjon').map((one) => textOf(one, 'relatertPerson')),
      ...elementsOf(folkeregisterperson, 'foreldreansvar').flatMap((one) => [
        textOf(one, 'ansvarlig'),
        textOf(one, 'ansvarssubjekt'),
      ]),
      ...elementsOf(folkeregisterperson, 'sivilstand').map((one) => textOf(one, 'relatertVedSivilstand')),
      ...elementsOf(folkeregisterperson, 'vergemaalEllerFremtidsfullmakt').map(
        ({ verge }) => (verge as { foedselsEllerDNummer?: string }).foedselsEllerDNummer ?? '',
      ),
    ]).filter((number) => number !== '');
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((number) => !persons.findByAnyNumber(number))).toEqual([]);
  });

  it('cover every grade, status, kind of responsibility, of guardianship and of estate', () => {
    expect(valuesOf('adressebeskyttelse', 'graderingsnivaa')).toEqual(new Set(['fortrolig', 'strengtFortrolig']));
    expect([...valuesOf('bostedsadresse', 'adressegradering')].sort()).toEqual([
      'fortrolig',
      'klientadresse',
      'ugradert',
    ]);
    expect([...valuesOf('status', 'status')].sort()).toEqual([
      'bosatt',
      'doed',
      'foedselsregistrert',
      'forsvunnet',
      'ikkeBosatt',
      'inaktiv',
      'midlertidig',
      'opphoert',
      'utflyttet',
    ]);
    expect([...valuesOf('foreldreansvar', 'ansvar')].sort()).toEqual(['andre', 'far', 'felles', 'mor', 'ukjent']);
    expect(valuesOf('vergemaalEllerFremtidsfullmakt', 'vergemaaltype').size).toBeGreaterThanOrEqual(5);
    for (const contact of ['person', 'advokat', 'organisasjon']) {
      expect([...valuesOf('kontaktinformasjonForDoedsbo', contact)].filter(Boolean)).not.toEqual([]);
    }
  });

  it('with a strictly confidential address have no current residence', () => {
    const strict = EVERYONE.filter(({ folkeregisterperson }) =>
      currentOf(folkeregisterperson, 'adressebeskyttelse').some((one) => one.graderingsnivaa === 'strengtFortrolig'),
    );
    expect(strict.length).toBe(3);
    for (const { folkeregisterperson } of strict) expect(currentOf(folkeregisterperson, 'bostedsadresse')).toEqual([]);
  });

  it('begin with the twelve, and leave those of KRR alone to KRR', () => {
    expect(EVERYONE.slice(0, 12)).toEqual(PERSONAS);
    expect(KRR_ONLY_PERSONS.filter(({ personidentifikator }) => persons.findByAnyNumber(personidentifikator))).toEqual(
      [],
    );
  });
});
