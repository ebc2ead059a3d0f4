import { currentOf, elementsOf, type Element, type PersonDocument } from './register.js';

const folded = (text: unknown): string => (typeof text === 'string' ? text.normalize('NFC').trim().toUpperCase() : '');

const SOUNDS: readonly (readonly [spelt: RegExp, sounds: string])[] = [
  [/AA/g, 'Å'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/CH|C|Q/g, 'K'],
  [/W/g, 'V'],
  [/Z/g, 'S'],
  [/Y/g, 'I'],
  [/(.)\1/g, '$1'],
];

/** How a word sounds, roughly. The register's own rules are not known. */
const soundOf = (word: string): string =>
  SOUNDS.reduce((sound, [spelt, sounds]) => sound.replaceAll(spelt, sounds), word);

/** What a search compares with, and how. */
export interface Manner {
  readonly phonetic: boolean;
  /** Names and addresses of former times count too. */
  readonly historical: boolean;
}

export const wordsOf = (text: unknown, { phonetic }: Manner): readonly string[] => {
  const words = folded(text)
    .split(/[\s-]+/)
    .filter(Boolean);
  return phonetic ? words.map(soundOf) : words;
};

export const elementsFor = (document: PersonDocument, part: string, { historical }: Manner): readonly Element[] =>
  historical ? elementsOf(document, part) : currentOf(document, part);

export const hasBirthDate = (document: PersonDocument, yyyymmdd: string): boolean =>
  currentOf(document, 'foedsel').some(({ foedselsdato }) => String(foedselsdato).replaceAll('-', '') === yyyymmdd);

interface Road {
  readonly adressenavn?: string;
  readonly kommunenummer?: string;
  readonly adressenummer?: { readonly husnummer: string; readonly husbokstav?: string };
  readonly poststed?: { readonly postnummer?: string };
}

/** The roads of a person's addresses. Cadastral addresses have none and are not searched. */
export const roadsOf = (document: PersonDocument, parts: readonly string[], manner: Manner): readonly Road[] =>
  parts.flatMap((part) =>
    elementsFor(document, part, manner).flatMap(({ vegadresse }) => (vegadresse ? [vegadresse as Road] : [])),
  );

const houseOf = ({ adressenummer }: Road): string =>
  folded(`${adressenummer?.husnummer ?? ''}${adressenummer?.husbokstav ?? ''}`);

export const startsWithRoad = ({ adressenavn }: Road, wanted: string): boolean =>
  folded(adressenavn).startsWith(folded(wanted));

export const hasHouse = (road: Road, wanted: string): boolean => houseOf(road) === folded(wanted).replaceAll(' ', '');

export const hasNoHouse = ({ adressenummer }: Road): boolean => adressenummer === undefined;

export const hasPostcode = ({ poststed }: Road, wanted: string): boolean => poststed?.postnummer === wanted;

export const isInMunicipality = ({ kommunenummer }: Road, start: string): boolean =>
  kommunenummer?.startsWith(start) ?? false;
