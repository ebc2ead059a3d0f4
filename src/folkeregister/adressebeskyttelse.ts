/**
 * Address protection, failing closed (fact sheet folkeregister §9). The grade is itself confidential, so what leaves
 * here carries one flag and no grade.
 */
import { isCurrent, type Folkeregisterperson } from './model';

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

const isAddressPart = (part: string): boolean => (ADDRESS_PARTS as readonly string[]).includes(part);

/** An estate's contact is somebody else's address and carries no grade of its own. */
const UNGRADED_PARTS = new Set(['kontaktinformasjonForDoedsbo']);

interface Graded {
  readonly erGjeldende?: boolean;
  readonly adressegradering?: string;
}

const isUngraded = (grade: string | undefined): boolean => grade?.toLowerCase() === 'ugradert';

export interface Shown {
  /** The person without anything that address protection withholds. */
  readonly person: Folkeregisterperson;
  /** A person must look at this case: an address exists that may not be shown. */
  readonly handleManually: boolean;
}

const hasProtection = (person: Folkeregisterperson): boolean =>
  (person.adressebeskyttelse ?? []).some((entry) => isCurrent(entry) && !isUngraded(entry.graderingsnivaa));

const withoutHistory = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((entry: Graded) => isCurrent(entry)) : value;

const openEntries = (part: string, value: unknown): unknown =>
  Array.isArray(value) && !UNGRADED_PARTS.has(part)
    ? value.filter((entry: Graded) => isUngraded(entry.adressegradering))
    : value;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const countCurrent = (person: Readonly<Record<string, unknown>>): number =>
  ADDRESS_PARTS.filter((part) => !UNGRADED_PARTS.has(part))
    .map((part) => person[part])
    .flatMap((value) => (Array.isArray(value) ? (value as Graded[]) : []))
    .filter(isCurrent).length;

/**
 * A current `adressebeskyttelse` withholds all addresses and all history; otherwise every address is withheld that is
 * not graded `ugradert`, so a missing or unknown grade withholds too.
 */
export const withholdProtected = (person: Folkeregisterperson): Shown => {
  const isProtected = hasProtection(person);
  const shown = Object.fromEntries(
    Object.entries(person)
      .filter(([part]) => part !== 'adressebeskyttelse')
      .filter(([part]) => !isProtected || !isAddressPart(part))
      .map(([part, value]) => [
        part,
        isProtected ? withoutHistory(value) : isAddressPart(part) ? openEntries(part, value) : value,
      ])
      .filter(([, value]) => !isEmptyList(value)),
  ) as Folkeregisterperson;
  const nothingLeft = countCurrent(person) > 0 && countCurrent(shown) === 0;
  return { person: shown, handleManually: isProtected || nothingLeft };
};

/** The flow's author has opted in on the node: nothing is withheld, the flag still tells. */
export const showProtected = (person: Folkeregisterperson): Shown => ({
  person,
  handleManually: withholdProtected(person).handleManually,
});
