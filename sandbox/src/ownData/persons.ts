import { newPerson, type NewPerson } from '../folkeregister/persons/newPerson.js';
import { roadIn } from '../folkeregister/persons/places.js';
import { childOf, parentOf, partnerOf, responsible } from '../folkeregister/persons/relations.js';
import type { Persona } from '../folkeregister/register.js';
import { osloDate } from '../osloTime.js';
import type { OwnPerson } from './schema.js';

/** Who belongs to whom, looked at from both sides. */
interface Kin {
  readonly find: (number: string | undefined) => OwnPerson | undefined;
  readonly spouseOf: (person: OwnPerson) => OwnPerson | undefined;
  readonly childrenOf: (person: OwnPerson) => readonly OwnPerson[];
  readonly isMinor: (person: OwnPerson) => boolean;
}

const ROLES = { mother: 'mor', father: 'far' } as const;
const PARENTS = ['mother', 'father'] as const;
const ADULT_YEARS = 18;

/** Persons of one's own as Folkeregisteret has them. What a row says of another person stands on that one too. */
export const personasOf = (persons: readonly OwnPerson[], now: Date): readonly Persona[] => {
  const kin = kinOf(persons, now);
  return persons.map((person, index) =>
    newPerson({
      slug: `own-${index + 1}`,
      special: 'from your own data',
      number: person.number,
      born: person.birthDate,
      // The ninth digit is odd for a man.
      gender: Number(person.number[8]) % 2 === 1 ? 'mann' : 'kvinne',
      name: person.name,
      ...lifeOf(person),
      ...homeOf(person),
      ...familyOf(person, kin),
      ...guardianOf(person, kin),
    }),
  );
};

const kinOf = (persons: readonly OwnPerson[], now: Date): Kin => {
  const byNumber = new Map(persons.map((person) => [person.number, person]));
  const marriedTo = new Map<string, OwnPerson>();
  const children = new Map<string, OwnPerson[]>();
  for (const person of persons) {
    if (person.spouse !== undefined) marriedTo.set(person.spouse, person);
    for (const parent of [person.mother, person.father]) {
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), person]);
    }
  }
  const find = (number: string | undefined) => (number === undefined ? undefined : byNumber.get(number));
  const today = osloDate(now);
  const adultsBornUntil = `${Number(today.slice(0, 4)) - ADULT_YEARS}${today.slice(4)}`;
  return {
    find,
    spouseOf: (person) => find(person.spouse) ?? marriedTo.get(person.number),
    childrenOf: ({ number }) => children.get(number) ?? [],
    isMinor: ({ birthDate }) => birthDate > adultsBornUntil,
  };
};

const lifeOf = ({ birthDate, status, deathDate }: OwnPerson): Partial<NewPerson> => {
  if (deathDate !== undefined) return { died: deathDate, status: { since: deathDate, status: 'doed' } };
  return status === undefined ? {} : { status: { since: birthDate, status } };
};

const homeOf = (person: OwnPerson): Partial<NewPerson> => {
  const { birthDate: since, protection, addressGrade = protection ?? 'ugradert', street, deathDate } = person;
  const { municipality = '', postcode = '', town = '' } = person;
  const place = { kommunenummer: municipality, poststed: { poststedsnavn: town.toUpperCase(), postnummer: postcode } };
  const until = deathDate === undefined ? {} : { until: deathDate };
  return {
    ...(protection && { protection: { since, graderingsnivaa: protection } }),
    ...(street !== undefined && {
      bosted: [roadIn(since, street, place, { adressegradering: addressGrade, ...until })],
    }),
  };
};

const familyOf = (person: OwnPerson, kin: Kin): Partial<NewPerson> => {
  const spouse = kin.spouseOf(person);
  const children = kin.childrenOf(person);
  return {
    family: [
      ...(spouse ? [partnerOf(spouse.number, laterOf(person.birthDate, spouse.birthDate))] : []),
      ...PARENTS.flatMap((parent) => (person[parent] === undefined ? [] : [childOf(person[parent], ROLES[parent])])),
      ...children.map((child) => ({
        ...parentOf(child.number, child.mother === person.number ? 'mor' : 'far'),
        since: child.birthDate,
      })),
    ],
    foreldreansvar: [
      ...responsibilitiesFor(person, kin),
      ...children.flatMap((child) =>
        responsibilitiesFor(child, kin).filter(({ ansvarlig }) => ansvarlig === person.number),
      ),
    ],
    ...(spouse && { sivilstand: civilStatus(person, spouse) }),
  };
};

const laterOf = (one: string, other: string): string => (one > other ? one : other);

const civilStatus = (person: OwnPerson, spouse: OwnPerson): NewPerson['sivilstand'] =>
  spouse.deathDate === undefined
    ? {
        since: laterOf(person.birthDate, spouse.birthDate),
        sivilstand: 'gift',
        relatertVedSivilstand: spouse.number,
      }
    : { since: spouse.deathDate, sivilstand: 'enkeEllerEnkemann' };

/** Who answers for a minor: the parents who are named and live. */
const responsibilitiesFor = (child: OwnPerson, kin: Kin) => {
  if (!kin.isMinor(child)) return [];
  const parents = PARENTS.flatMap((parent) => {
    const found = kin.find(child[parent]);
    return found && found.deathDate === undefined ? [{ parent, number: found.number }] : [];
  });
  return parents.map(({ parent, number }) => ({
    since: child.birthDate,
    ...responsible(parents.length > 1 ? 'felles' : ROLES[parent], child.number, number),
  }));
};

const guardianOf = (person: OwnPerson, kin: Kin): Partial<NewPerson> => {
  const guardian = kin.find(person.guardian);
  if (!guardian) return {};
  const [fornavn, ...rest] = guardian.name.split(/\s+/);
  return {
    guardian: {
      since: person.birthDate,
      vergemaaltype: kin.isMinor(person) ? 'mindreaarig' : 'voksen',
      embete: 'Konstruert statsforvalter',
      verge: {
        foedselsEllerDNummer: guardian.number,
        navn: { fornavn, etternavn: rest.at(-1) },
        omfang: 'personligeOgOekonomiskeInteresser',
        omfangetErInnenPersonligOmraade: true,
      },
    },
  };
};
