/**
 * Address protection, failing closed, for everything that leaves (fact sheet folkeregister §9). The grade is itself
 * confidential, so what leaves carries one flag and no grade. Works on the document as it came, so that no shape slips past.
 */
import type { PersonDocument } from '../model';
import { withoutPlace } from './placeless';
import { isFields, isGradedOpen, isOpenGrade, isPlace, withoutClosedPlaces, withoutGrades } from './places';

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

/** What the flow's author has asked for on the node. */
export interface OptIns {
  /** Addresses that are protected, too. */
  readonly addresses: boolean;
  /** How they are graded. */
  readonly grade: boolean;
}

export interface Shown {
  /** The person without anything that address protection withholds. */
  readonly person: PersonDocument;
  /** A person must look at this case: an address exists that may not be shown. */
  readonly handleManually: boolean;
}

const PROTECTION = 'adressebeskyttelse';

/** Somebody else's address, which has no grade of its own. */
const ESTATE = 'kontaktinformasjonForDoedsbo';

const isAddressPart = (part: string): boolean => part !== ESTATE && part !== PROTECTION && isPlace(part);

/** A part is a list or, for some, one object; KS' Oppvekst API has single values. */
const entriesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const propertyOf = (entry: unknown, name: string): unknown => (isFields(entry) ? entry[name] : undefined);

const isCurrent = (entry: unknown): boolean => propertyOf(entry, 'erGjeldende') !== false;

/** KS' Oppvekst API gives the grade itself where the register has an entry. */
const gradeOf = (entry: unknown): unknown => (typeof entry === 'string' ? entry : propertyOf(entry, 'graderingsnivaa'));

/** The grades of now that are not open. */
const closedGradesOf = (person: PersonDocument): readonly unknown[] =>
  entriesOf(person[PROTECTION])
    .filter(isCurrent)
    .map(gradeOf)
    .filter((grade) => !isOpenGrade(grade));

/** Whether the person is protected now; a grade that is missing or new to us protects. */
export const isProtected = (person: PersonDocument): boolean => closedGradesOf(person).length > 0;

/** How the person is graded now; null where the register does not say it in a word. Confidential. */
export const graderingsnivaaOf = (person: PersonDocument): string | null => {
  const grades = closedGradesOf(person);
  if (grades.length === 0) return 'ugradert';
  return grades.find((grade) => typeof grade === 'string') ?? null;
};

/**
 * A lawyer and an organisation answer for an estate by profession. A private person may be protected, which nothing in the
 * document of the dead tells.
 */
const isProfessional = (entry: unknown): boolean =>
  propertyOf(entry, 'person') === undefined &&
  (isFields(propertyOf(entry, 'advokat')) || isFields(propertyOf(entry, 'organisasjon')));

/** @returns the entry as far as it may be shown, or undefined */
type Showing = (part: string, entry: unknown) => unknown;

const ofProtected: Showing = (part, entry) => (isCurrent(entry) ? withoutPlace(part, entry) : undefined);

const ofOthers: Showing = (part, entry) => {
  if (isAddressPart(part) && !isGradedOpen(entry)) return undefined;
  return withoutClosedPlaces(entry, part === ESTATE && isProfessional(entry));
};

/** A list that loses all its entries is gone, as the register leaves out what is empty. */
const showPart = (part: string, value: unknown, showing: Showing): unknown => {
  if (!Array.isArray(value)) return showing(part, value);
  const shown = value.map((entry) => showing(part, entry)).filter((entry) => entry !== undefined);
  return shown.length > 0 || value.length === 0 ? shown : undefined;
};

const withhold = (person: PersonDocument): PersonDocument => {
  const showing = isProtected(person) ? ofProtected : ofOthers;
  return Object.fromEntries(
    Object.entries(person)
      .map(([part, value]) => [part, part === PROTECTION ? value : showPart(part, value, showing)] as const)
      .filter(([, value]) => value !== undefined),
  );
};

const withoutGrade = ({ [PROTECTION]: _grade, ...rest }: PersonDocument): PersonDocument => withoutGrades(rest);

const countAddresses = (person: PersonDocument): number =>
  Object.entries(person).flatMap(([part, value]) => (isAddressPart(part) ? entriesOf(value).filter(isCurrent) : []))
    .length;

/**
 * A current `adressebeskyttelse` withholds all addresses and all history; otherwise every address is withheld that is not
 * graded `ugradert`, so a missing or unknown grade withholds too.
 * @param person as it came, asked for with `adressebeskyttelse` wherever there may be an address
 */
export const protect = (person: PersonDocument, optIns: OptIns): Shown => {
  const withheld = withhold(person);
  const nothingLeft = countAddresses(person) > 0 && countAddresses(withheld) === 0;
  const addressed = optIns.addresses ? person : withheld;
  return {
    person: optIns.grade ? addressed : withoutGrade(addressed),
    handleManually: isProtected(person) || nothingLeft,
  };
};
