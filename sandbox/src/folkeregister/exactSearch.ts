import {
  elementsFor,
  hasBirthDate,
  hasHouse,
  hasNoHouse,
  hasPostcode,
  roadsOf,
  startsWithRoad,
  wordsOf,
  type Manner,
} from './criteria.js';
import type { Access } from './packages.js';
import { expectIdentifier, type Query } from './query.js';
import { elementsOf, textOf, type Persona, type PersonDocument, type PersonRegister } from './register.js';
import { invalidParameter } from './registerRefusal.js';
import { expectForms, mannerOf } from './search.js';
import type { FolkeregisterSettings } from './settings.js';

const OPEN_TO_ALL = [
  'identifikasjonsnummer',
  'foedselsdato',
  'navn',
  'postnummer',
  'adressenavn',
  'husnummer',
  'soekFonetisk',
  'opplysningsgrunnlag',
];

const FOREIGN = 'utenlandskpersonidentifikasjon';
const DOCUMENT = 'legitimasjonsdokument';
const DUF = 'utlendingsmyndighetenesidentifikasjonsnummer';

export const EXACT_PARAMETERS = ({ pack }: Access): readonly string[] =>
  pack.legalBasis ? [...OPEN_TO_ALL, FOREIGN, DOCUMENT, DUF] : OPEN_TO_ALL;

/** What gives the right to a hit; each line is enough. The sources disagree on two of them. */
const COMBINATIONS: Readonly<Record<FolkeregisterSettings['exactSearchRule'], readonly (readonly string[])[]>> = {
  docs: [
    ['navn', 'identifikasjonsnummer'],
    ['navn', 'foedselsdato'],
    ['navn', 'adressenavn'],
    ['navn', 'postnummer'],
    ['navn', FOREIGN],
    ['navn', DOCUMENT],
    ['navn', DUF],
  ],
  openapi: [
    ['navn', 'identifikasjonsnummer'],
    ['navn', 'foedselsdato'],
    ['navn', 'adressenavn', 'husnummer'],
    ['navn', 'adressenavn', 'postnummer'],
    ['navn', FOREIGN],
    ['navn', DOCUMENT],
    ['navn', DUF],
    ['foedselsdato', DOCUMENT],
    ['foedselsdato', FOREIGN],
  ],
};

/** Everyone who fits all criteria, when these are enough to ask with. */
export const findExactly = (
  persons: PersonRegister,
  query: Query,
  { exactSearchRule }: FolkeregisterSettings,
): readonly Persona[] => {
  const { values } = query;
  expectForms(query);
  if (values.identifikasjonsnummer !== undefined) expectIdentifier(values.identifikasjonsnummer);
  for (const name of [FOREIGN, DOCUMENT]) {
    if (values[name] !== undefined && !/^[A-Z]{3}-.+$/.test(values[name])) {
      throw invalidParameter(`${name} must be a country of three letters, a hyphen and the number`);
    }
  }
  const manner = mannerOf(query);
  if (values.navn !== undefined && wordsOf(values.navn, manner).length < 2) {
    throw invalidParameter('navn must hold a given name and a family name');
  }
  const enough = COMBINATIONS[exactSearchRule].filter((names) => names.every((name) => values[name] !== undefined));
  if (enough.length === 0) throw invalidParameter('the criteria together give no right to a hit');
  const onlyStreet = values.husnummer === undefined && enough.every((names) => names.includes('adressenavn'));
  return persons.filter(
    ({ folkeregisterperson, foedselsEllerDNummer, historiskeIdentifikatorer }) =>
      (values.identifikasjonsnummer === undefined ||
        [foedselsEllerDNummer, ...historiskeIdentifikatorer].includes(values.identifikasjonsnummer)) &&
      (values.navn === undefined || isNamed(folkeregisterperson, values.navn, manner)) &&
      (values.foedselsdato === undefined || hasBirthDate(folkeregisterperson, values.foedselsdato)) &&
      livesThere(folkeregisterperson, values, manner, onlyStreet) &&
      hasPapers(folkeregisterperson, values),
  );
};

/** The first word is one of the given names, the last one of the family names; those between may be anywhere. */
const isNamed = (document: PersonDocument, name: string, manner: Manner): boolean => {
  const [first = '', ...rest] = wordsOf(name, manner);
  const last = rest.pop() ?? '';
  return elementsFor(document, 'navn', manner).some(({ fornavn, mellomnavn, etternavn }) => {
    const all = [fornavn, mellomnavn, etternavn].flatMap((text) => wordsOf(text, manner));
    return (
      wordsOf(fornavn, manner).includes(first) &&
      wordsOf(etternavn, manner).includes(last) &&
      rest.every((word) => all.includes(word))
    );
  });
};

const livesThere = (
  document: PersonDocument,
  { adressenavn, husnummer, postnummer }: Query['values'],
  manner: Manner,
  onlyStreet: boolean,
): boolean => {
  if ((adressenavn ?? husnummer ?? postnummer) === undefined) return true;
  return roadsOf(document, ['bostedsadresse', 'oppholdsadresse', 'postadresse'], manner).some(
    (road) =>
      (adressenavn === undefined || startsWithRoad(road, adressenavn)) &&
      (husnummer === undefined || hasHouse(road, husnummer)) &&
      (postnummer === undefined || hasPostcode(road, postnummer)) &&
      // A street alone is enough only where the houses have no numbers.
      (!onlyStreet || hasNoHouse(road)),
  );
};

/** Where each kind of paper stands in a document, and what its number is called there. */
const PAPERS = [
  [FOREIGN, 'utenlandskPersonidentifikasjon', 'identifikasjonsnummer'],
  [DOCUMENT, 'legitimasjonsdokument', 'identifikasjonsdokumentnummer'],
] as const;

const hasPapers = (document: PersonDocument, values: Query['values']): boolean =>
  PAPERS.every(
    ([name, part, number]) =>
      values[name] === undefined ||
      elementsOf(document, part).some(
        (paper) => `${textOf(paper, 'utstederland')}-${textOf(paper, number)}` === values[name],
      ),
  ) &&
  (values[DUF] === undefined ||
    elementsOf(document, 'utlendingsmyndighetenesIdentifikasjonsnummer').some(
      ({ identifikasjonsnummer }) => identifikasjonsnummer === values[DUF],
    ));
