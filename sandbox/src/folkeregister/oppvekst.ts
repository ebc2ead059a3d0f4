import { currentOf, elementsOf, type Element, type PersonDocument, type PersonRegister } from './register.js';
import type { Role } from './roles.js';

/** What a role must hold for the Oppvekst API, by KS' own list. */
const DEMANDED = [
  'identifikasjonsnummer',
  'status',
  'foedsel',
  'statsborgerskap',
  'kjoenn',
  'navn',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'adressebeskyttelse',
  'utenlandskPersonidentifikasjon',
  'familierelasjon',
  'foreldreansvar',
];

/** What the role lacks, in words; undefined when it will do. */
export const lackOf = ({ personSearch, history, allowedParts }: Role): string | undefined => {
  if (!personSearch) return 'the purpose of the role is not «Søk etter person»';
  const missing = DEMANDED.filter((part) => !allowedParts.has(part));
  if (!history) missing.push('historikk');
  return missing.length === 0 ? undefined : `the role lacks ${missing.join(', ')}`;
};

const METADATA = [
  'ajourholdstidspunkt',
  'erGjeldende',
  'kilde',
  'aarsak',
  'gyldighetstidspunkt',
  'opphoerstidspunkt',
  'oppholdsadressedato',
  'oppholdAnnetSted',
  'adressenErUkjent',
];

const plain = (element: Element | undefined): Element | undefined =>
  element && Object.fromEntries(Object.entries(element).filter(([name]) => !METADATA.includes(name)));

const first = (document: PersonDocument, part: string): Element | undefined => currentOf(document, part)[0];

const numberOf = (element: Element | undefined) =>
  element && { foedselsEllerDNummer: element.foedselsEllerDNummer, identifikatortype: element.identifikatortype };

const nameOf = (document: PersonDocument) => {
  const name = first(document, 'navn');
  return name && { fornavn: name.fornavn, mellomnavn: name.mellomnavn, etternavn: name.etternavn };
};

/** The register's two names for it differ from those used here. */
const postalAddressOf = (document: PersonDocument): Element | undefined => {
  const found = plain(first(document, 'postadresse'));
  if (!found) return undefined;
  const { vegadresse, postadresseIFrittFormat, ...rest } = found;
  return {
    ...rest,
    ...(vegadresse !== undefined && { vegadresseForPost: vegadresse }),
    ...(postadresseIFrittFormat !== undefined && { frittFormat: postadresseIFrittFormat }),
  };
};

/** What a child and a parent have in common. */
const personal = (document: PersonDocument) => ({
  identifikasjonsnummer: numberOf(first(document, 'identifikasjonsnummer')),
  personstatus: first(document, 'status')?.status,
  kjoenn: first(document, 'kjoenn')?.kjoenn,
  navn: nameOf(document),
  statsborgerskap: first(document, 'statsborgerskap')?.statsborgerskap,
  bostedsadresse: plain(first(document, 'bostedsadresse')),
  oppholdsadresse: plain(first(document, 'oppholdsadresse')),
  postadresse: postalAddressOf(document),
});

const parentsOf = (persons: PersonRegister, document: PersonDocument, own: string) =>
  currentOf(document, 'foreldreansvar')
    .filter(({ ansvarssubjekt }) => ansvarssubjekt === own)
    .flatMap(({ ansvar, ansvarlig }) => {
      const parent = persons.findByAnyNumber(String(ansvarlig))?.folkeregisterperson;
      if (!parent) return [];
      return [{ ansvar, ...personal(parent), foedsel: first(parent, 'foedsel')?.foedselsdato }];
    });

/** A person with parents as KS flattens them: one value where the register has a list, and nothing of its metadata. */
export const flattened = (persons: PersonRegister, number: string): object | undefined => {
  const persona = persons.findByAnyNumber(number);
  if (!persona) return undefined;
  const document = persona.folkeregisterperson;
  const former = elementsOf(document, 'identifikasjonsnummer').find(({ erGjeldende }) => erGjeldende === false);
  return {
    ...personal(document),
    tidligereIdentifikasjonsnummer: numberOf(former),
    dufNummer: first(document, 'utlendingsmyndighetenesIdentifikasjonsnummer')?.identifikasjonsnummer,
    foedselsdato: first(document, 'foedsel')?.foedselsdato,
    foreldreansvarstype: first(document, 'foreldreansvar')?.ansvar,
    adressebeskyttelse: first(document, 'adressebeskyttelse')?.graderingsnivaa,
    deltBosted: plain(first(document, 'deltBosted')),
    foreldreansvarlige: parentsOf(persons, document, persona.foedselsEllerDNummer),
    familierelasjoner: currentOf(document, 'familierelasjon').map(({ relatertPerson, relatertPersonsRolle }) => ({
      familierelasjonPerson: relatertPerson,
      familierelasjonRolle: relatertPersonsRolle,
    })),
  };
};
