import {
  elementsFor,
  hasBirthDate,
  hasHouse,
  hasPostcode,
  isInMunicipality,
  roadsOf,
  startsWithRoad,
  wordsOf,
  type Manner,
} from './criteria.js';
import { expectForm, readFlag, readNumber, type Query } from './query.js';
import { currentOf, type PersonDocument, type PersonRegister } from './register.js';
import { invalidParameter, RegisterRefusal } from './registerRefusal.js';
import type { FolkeregisterSettings } from './settings.js';

export const SEARCH_PARAMETERS = [
  'navn',
  'kjoenn',
  'foedselsdato',
  'foedselsaarFraOgMed',
  'foedselsaarTilOgMed',
  'adressenavn',
  'husnummer',
  'postnummer',
  'kommunenummer',
  'fylkesnummer',
  'inkluderOppholdsadresse',
  'soekFonetisk',
  'inkluderDoede',
  'opplysningsgrunnlag',
  'maksTreff',
];

const LARGEST_ANSWER = 10_000;

/** The forms that both searches want of what they have in common. */
export const expectForms = (query: Query): void => {
  expectForm(query, 'foedselsdato', /^\d{8}$/, 'a date as YYYYMMDD');
  expectForm(query, 'postnummer', /^\d{4}$/, 'four digits');
  expectForm(query, 'adressenavn', /^.{3}/, 'at least the first three characters of the street');
  expectForm(query, 'opplysningsgrunnlag', /^(?:gjeldende|historisk)$/, 'gjeldende or historisk');
};

export const mannerOf = (query: Query): Manner => ({
  phonetic: readFlag(query, 'soekFonetisk'),
  historical: query.values.opplysningsgrunnlag === 'historisk',
});

type Filter = (document: PersonDocument, wanted: string, manner: Manner) => boolean;

const birthYear = (document: PersonDocument): number => Number(currentOf(document, 'foedsel')[0]?.foedselsaar);

const FILTERS: Readonly<Record<string, Filter>> = {
  navn: (document, wanted, manner) =>
    elementsFor(document, 'navn', manner).some(({ fornavn, mellomnavn, etternavn }) => {
      const words = [fornavn, mellomnavn, etternavn].flatMap((name) => wordsOf(name, manner));
      return wordsOf(wanted, manner).every((word) => words.includes(word));
    }),
  kjoenn: (document, wanted) => currentOf(document, 'kjoenn').some(({ kjoenn }) => kjoenn === wanted),
  foedselsdato: hasBirthDate,
  foedselsaarFraOgMed: (document, wanted) => birthYear(document) >= Number(wanted),
  foedselsaarTilOgMed: (document, wanted) => birthYear(document) <= Number(wanted),
};

const ROAD_FILTERS = {
  adressenavn: startsWithRoad,
  husnummer: hasHouse,
  postnummer: hasPostcode,
  kommunenummer: isInMunicipality,
  fylkesnummer: isInMunicipality,
} as const;

const roadFilters = Object.entries(ROAD_FILTERS);

/** Numbers of everyone who fits all criteria. */
export const search = (persons: PersonRegister, query: Query, { searchHitLimit }: FolkeregisterSettings): string[] => {
  expectForms(query);
  expectForm(query, 'kjoenn', /^(?:mann|kvinne)$/, 'mann or kvinne');
  expectForm(query, 'foedselsaarFraOgMed', /^\d{4}$/, 'a year');
  expectForm(query, 'foedselsaarTilOgMed', /^\d{4}$/, 'a year');
  expectForm(query, 'kommunenummer', /^\d{4}$/, 'four digits');
  expectForm(query, 'fylkesnummer', /^\d{2}$/, 'two digits');
  const { values } = query;
  const manner = mannerOf(query);
  const most = values.maksTreff === undefined ? LARGEST_ANSWER : readNumber(values.maksTreff, 'maksTreff');
  if (most < 1 || most > LARGEST_ANSWER) throw invalidParameter(`maksTreff must be from 1 to ${LARGEST_ANSWER}`);
  const parts = ['bostedsadresse', ...(readFlag(query, 'inkluderOppholdsadresse') ? ['oppholdsadresse'] : [])];
  const dead = readFlag(query, 'inkluderDoede');

  const askedOfRoad = roadFilters.flatMap(([name, filter]) => {
    const wanted = values[name];
    return wanted === undefined ? [] : [(road: Parameters<typeof filter>[0]) => filter(road, wanted)];
  });
  const found = persons.filter(
    ({ folkeregisterperson: document }) =>
      (dead || document.doedsfall === undefined) &&
      Object.entries(FILTERS).every(([name, filter]) => {
        const wanted = values[name];
        return wanted === undefined || filter(document, wanted, manner);
      }) &&
      (askedOfRoad.length === 0 ||
        roadsOf(document, parts, manner).some((road) => askedOfRoad.every((fits) => fits(road)))),
  );
  if (found.length > searchHitLimit) {
    throw new RegisterRefusal(400, 'For mange treff. Avgrens søket.', `${found.length} persons fit the criteria`);
  }
  return found.slice(0, most).map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
};
