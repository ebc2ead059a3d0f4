import type { Element, PersonDocument } from './register.js';
import { XML_DECLARATION } from './xml.js';

export const PERSON_NAMESPACE = 'folkeregisteret:tilgjengeliggjoering:person:v1';
export const EVENT_NAMESPACE = 'folkeregisteret:tilgjengeliggjoering:hendelse:v1';

/** The parts of a person in the order the contract puts them. */
const ORDER = [
  'falskIdentitet',
  'identifikasjonsnummer',
  'identitetsgrunnlag',
  'kontaktinformasjonForDoedsbo',
  'legitimasjonsdokument',
  'status',
  'utlendingsmyndighetenesIdentifikasjonsnummer',
  'utenlandskPersonidentifikasjon',
  'doedsfall',
  'sivilstand',
  'familierelasjon',
  'bostedsadresse',
  'deltBosted',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
  'preferertKontaktadresse',
  'innflytting',
  'utflytting',
  'forholdTilSametingetsValgmanntall',
  'kjoenn',
  'statsborgerskap',
  'foreldreansvar',
  'foedsel',
  'navn',
  'foedselINorge',
  'vergemaalEllerFremtidsfullmakt',
  'rettsligHandleevne',
  'opphold',
  'oppholdPaaSvalbard',
  'bibehold',
  'brukAvSamiskSpraak',
] as const;

export const personOrder = (person: PersonDocument): PersonDocument => {
  const ordered: Record<string, Element | readonly Element[]> = {};
  for (const part of ORDER) if (person[part] !== undefined) ordered[part] = person[part];
  return ordered;
};

const schema = (namespace: string, elements: string): string =>
  `${XML_DECLARATION}<xsd:schema xmlns="${namespace}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ` +
  `targetNamespace="${namespace}" elementFormDefault="qualified">${elements}` +
  '<xsd:complexType name="Innhold"><xsd:sequence>' +
  '<xsd:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xsd:sequence></xsd:complexType></xsd:schema>';

const sequence = (root: string, children: readonly string[]): string =>
  `<xsd:element name="${root}"><xsd:complexType><xsd:sequence>${children.join('')}` +
  '</xsd:sequence></xsd:complexType></xsd:element>';

const child = (name: string, occurs = '', type = 'Innhold'): string =>
  `<xsd:element name="${name}" type="${type}"${occurs}/>`;

const MANY = ' minOccurs="0" maxOccurs="unbounded"';
const OPTIONAL = ' minOccurs="0"';
const TEXT = 'xsd:string';

/** A contract of names and order only; what is in a part is left open. */
export const personXsd = (): string =>
  schema(
    PERSON_NAMESPACE,
    sequence(
      'folkeregisterperson',
      ORDER.map((part) => child(part, MANY)),
    ),
  );

export const eventXsd = (): string =>
  schema(
    EVENT_NAMESPACE,
    sequence('dokumentForHendelse', [
      child('dokumentidentifikator', '', TEXT),
      child('skjemaversjon', '', TEXT),
      child('hendelse'),
    ]),
  );

export const feedXsd = (): string =>
  schema(
    EVENT_NAMESPACE,
    sequence('lagretHendelse', [child('sekvensnummer', '', 'xsd:long'), child('hendelse', OPTIONAL)]),
  );
