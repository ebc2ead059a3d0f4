/**
 * Address protection, failing closed (fact sheet folkeregister §9). The grade is itself confidential, so what leaves
 * here carries one flag and no grade. Works on the document as it came, so that no shape slips past.
 */
import type { PersonDocument } from './model';

/** Every part that tells where a person can be found. */
export const ADDRESS_PARTS = [
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'preferertKontaktadresse',
  'kontaktinformasjonForDoedsbo',
] as const;

/** An estate's contact is somebody else's address and usually has no grade of its own. */
const UNGRADED_PART = 'kontaktinformasjonForDoedsbo';

/** What a protected person's document may still hold; a part that is new to us is not among them. */
const WITHOUT_ADDRESSES = new Set([
  'identifikasjonsnummer',
  'identitetsgrunnlag',
  'status',
  'doedsfall',
  'foedsel',
  'statsborgerskap',
  'kjoenn',
  'navn',
]);

const isAddressPart = (part: string): boolean => (ADDRESS_PARTS as readonly string[]).includes(part);

/** A part is a list or, for some, one object. */
const entriesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const propertyOf = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>)[name] : undefined;

const isCurrent = (entry: unknown): boolean => propertyOf(entry, 'erGjeldende') !== false;

const isOpenGrade = (grade: unknown): boolean => typeof grade === 'string' && grade.trim().toLowerCase() === 'ugradert';

/** Every grade in an entry, at whatever depth. */
const gradesIn = (entry: unknown): unknown[] => {
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.entries(entry as Readonly<Record<string, unknown>>)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => (name === 'adressegradering' ? [value] : gradesIn(value)));
};

/** What is graded must be graded open; an entry of an address part must itself be graded. */
const isOpen = (part: string, entry: unknown): boolean => {
  const mustBeGraded = isAddressPart(part) && part !== UNGRADED_PART;
  return gradesIn(entry).every(isOpenGrade) && !(mustBeGraded && propertyOf(entry, 'adressegradering') === undefined);
};

const hasProtection = (person: PersonDocument): boolean =>
  entriesOf(person.adressebeskyttelse).some(
    (entry) => isCurrent(entry) && !isOpenGrade(propertyOf(entry, 'graderingsnivaa')),
  );

export interface Shown {
  /** The person without anything that address protection withholds. */
  readonly person: PersonDocument;
  /** A person must look at this case: an address exists that may not be shown. */
  readonly handleManually: boolean;
}

type Part = readonly [name: string, value: unknown];

/** A list that loses all its entries is gone, as the register leaves out what is empty. */
const keep = ([part, value]: Part, wanted: (entry: unknown) => boolean): Part[] => {
  if (!Array.isArray(value)) return wanted(value) ? [[part, value]] : [];
  const kept = value.filter(wanted);
  return kept.length > 0 || value.length === 0 ? [[part, kept]] : [];
};

const countOwnAddresses = (person: PersonDocument): number =>
  ADDRESS_PARTS.filter((part) => part !== UNGRADED_PART).flatMap((part) => entriesOf(person[part]).filter(isCurrent))
    .length;

/**
 * A current `adressebeskyttelse` withholds all addresses and all history; otherwise every address is withheld that is
 * not graded `ugradert`, so a missing or unknown grade withholds too.
 */
export const withholdProtected = (person: PersonDocument): Shown => {
  const isProtected = hasProtection(person);
  const parts = Object.entries(person).filter(([part]) => part !== 'adressebeskyttelse');
  const shown: PersonDocument = Object.fromEntries(
    isProtected
      ? parts
          .filter(([part]) => WITHOUT_ADDRESSES.has(part))
          .flatMap((part) => keep(part, (entry) => isCurrent(entry) && isOpen(part[0], entry)))
      : parts.flatMap((part) => keep(part, (entry) => isOpen(part[0], entry))),
  );
  const nothingLeft = countOwnAddresses(person) > 0 && countOwnAddresses(shown) === 0;
  return { person: shown, handleManually: isProtected || nothingLeft };
};

/** The flow's author has opted in on the node: nothing is withheld, the flag still tells. */
export const showProtected = (person: PersonDocument): Shown => ({
  person,
  handleManually: withholdProtected(person).handleManually,
});
