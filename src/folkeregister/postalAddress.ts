/**
 * A postal address in SvarUt's shape (fact sheet svarut §5.1), chosen from what the register holds in a fixed order.
 */
import { currentOf, type Folkeregisterperson } from './model';
import { plainAddress, type PlainAddress } from './plainAddress';

export interface PostalAddress {
  readonly adresselinje1: string;
  readonly adresselinje2?: string;
  readonly adresselinje3?: string;
  readonly postnummer?: string;
  readonly poststed: string;
  /** ISO 3166-1 alpha-2; absent for an address in Norway. */
  readonly landkode?: string;
  readonly [key: string]: string | undefined;
}

const MAX_LINES = 3;
const MAX_LENGTH = 70;

/**
 * SvarUt has three lines; what is more is put on the last. An address that does not fit is not usable: half is worse than none.
 * @returns undefined also for one abroad without a country SvarUt takes
 */
export const postalAddressOf = (plain: PlainAddress): PostalAddress | undefined => {
  const { postnummer, poststed, landkode, abroad } = plain;
  const all = plain.lines.map((line) => line.trim()).filter(Boolean);
  const lines = [...all.slice(0, MAX_LINES - 1), all.slice(MAX_LINES - 1).join(', ')];
  const [adresselinje1, adresselinje2, adresselinje3] = lines.filter(Boolean);
  if (!adresselinje1 || !poststed || [...lines, poststed].some((text) => text.length > MAX_LENGTH)) return undefined;
  if (abroad && !/^[A-Z]{2}$/.test(landkode ?? '')) return undefined;
  return Object.fromEntries(
    Object.entries({ adresselinje1, adresselinje2, adresselinje3, postnummer, poststed, landkode }).filter(
      ([, text]) => text,
    ),
  ) as PostalAddress;
};

/**
 * The order: an address the person has asked to have post at, in Norway and then abroad; where the person lives; where
 * the person stays. `deltBosted` is the other home of a child and is never used for post.
 */
export const POSTAL_ORDER = ['postadresse', 'postadresseIUtlandet', 'bostedsadresse', 'oppholdsadresse'] as const;

/** The first usable current address; give it a person from which protected addresses are already withheld. */
export const choosePostalAddress = (person: Folkeregisterperson): PostalAddress | undefined => {
  for (const part of POSTAL_ORDER) {
    const current = currentOf(person[part]);
    const plain = current && plainAddress(current);
    const address = plain && postalAddressOf(plain);
    if (address) return address;
  }
  return undefined;
};
