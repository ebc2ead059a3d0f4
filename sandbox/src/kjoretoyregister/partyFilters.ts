import { countyOf } from './counties.js';
import type { SearchParameters } from './parameters.js';
import type { Party } from './vehicle.js';

const folded = (text = ''): string => text.normalize('NFC').trim().toUpperCase();

const isSame = (wanted: string, actual: string | undefined): boolean => folded(wanted) === folded(actual);

const SOUNDS: readonly (readonly [spelt: RegExp, sounds: string])[] = [
  [/AA/g, 'Å'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/CH|C|Q/g, 'K'],
  [/W/g, 'V'],
  [/Z/g, 'S'],
  [/(.)\1/g, '$1'],
];

/** How a name sounds, roughly: Wold is found by Vold. The register's own rules are not known. */
const soundOf = (word: string): string =>
  SOUNDS.reduce((sound, [spelt, sounds]) => sound.replaceAll(spelt, sounds), word);

const nameOf = ({ person, enhet }: Party): string =>
  person ? [person.fornavn, person.mellomnavn, person.etternavn].join(' ') : (enhet?.organisasjonsnavn ?? '');

const wordsOf = (text: string, { fonetisk }: SearchParameters): readonly string[] => {
  const words = folded(text).split(/\s+/);
  return fonetisk === 'true' ? words.map(soundOf) : words;
};

/** The ninth digit of a person's number is odd for a man. */
const genderOf = ({ person }: Party): string | undefined =>
  person?.fodselsnummer && (Number(person.fodselsnummer[8]) % 2 === 1 ? 'M' : 'K');

type PartyFilter = (party: Party, wanted: string, parameters: SearchParameters) => boolean;

const OWNER_TYPES: Readonly<Record<string, (party: Party) => boolean>> = {
  PERSON: ({ person }) => person !== undefined,
  ORGANISASJON: ({ enhet }) => enhet !== undefined,
  BEGGE: () => true,
};

/** What each parameter of a search asks of an owner. Every word of a name asked for must be a word of the owner's, in any order. */
const FILTERS: Readonly<Record<string, PartyFilter>> = {
  navn: (party, wanted, parameters) => {
    const words = wordsOf(nameOf(party), parameters);
    return wordsOf(wanted, parameters).every((word) => words.includes(word));
  },
  fornavn: ({ person }, wanted) => isSame(wanted, person?.fornavn),
  mellomnavn: ({ person }, wanted) => isSame(wanted, person?.mellomnavn),
  etternavn: ({ person }, wanted) => isSame(wanted, person?.etternavn),
  fodselsdato: ({ person }, wanted) => person?.fodselsdato.startsWith(wanted) ?? false,
  fodselsnummer: ({ person }, wanted) => person?.fodselsnummer === wanted,
  organisasjonsnummer: ({ enhet }, wanted) => enhet?.organisasjonsnummer === wanted,
  kundeid: ({ kundeId }, wanted) => kundeId === wanted,
  kjonn: (party, wanted) => genderOf(party) === wanted,
  erPerson: ({ person }, wanted) => (person !== undefined) === (wanted === 'true'),
  eiertype: (party, wanted) => OWNER_TYPES[wanted]?.(party) ?? false,
  postnummer: ({ adresse }, wanted) => isSame(wanted, adresse.postnummer),
  poststed: ({ adresse }, wanted) => isSame(wanted, adresse.poststed),
  kommune: ({ adresse }, wanted) => isSame(wanted, adresse.kommunenavn),
  fylke: ({ adresse }, wanted) => isSame(wanted, countyOf(adresse.kommunenummer)),
};

/** All that the parameters ask of an owner; undefined when they ask nothing of one. */
export const partyFilter = (parameters: SearchParameters): ((party: Party) => boolean) | undefined => {
  const asked = Object.entries(parameters).flatMap(([name, wanted]) => {
    const filter = FILTERS[name];
    return filter ? [{ filter, wanted }] : [];
  });
  return asked.length === 0
    ? undefined
    : (party) => asked.every(({ filter, wanted }) => filter(party, wanted, parameters));
};
