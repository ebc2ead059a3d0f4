/**
 * The addresses of a person in plain form.
 */
import type { JsonObject } from '../../operations/operation';
import type { Address } from '../addressModel';
import { currentOf, type Folkeregisterperson } from '../model';
import { plainAddress, type PlainAddress } from '../plainAddress';

export const ADDRESS_KINDS = [
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'preferertKontaktadresse',
] as const;

export const showPlace = (plain: PlainAddress | undefined): JsonObject => ({
  lines: plain?.lines ?? [],
  postnummer: plain?.postnummer ?? null,
  poststed: plain?.poststed ?? null,
  landkode: plain?.landkode ?? null,
});

const showAddress = (address: Address | undefined, withGrade: boolean): JsonObject | null => {
  if (!address) return null;
  const { vegadresse, matrikkeladresse, ukjentBosted } = address;
  const plain = plainAddress(address);
  return {
    ...showPlace(plain),
    kommunenummer:
      vegadresse?.kommunenummer ??
      matrikkeladresse?.matrikkelnummer?.kommunenummer ??
      ukjentBosted?.bostedskommune ??
      null,
    bruksenhetsnummer: vegadresse?.bruksenhetsnummer ?? matrikkeladresse?.bruksenhetsnummer ?? null,
    since: address.flyttedato ?? address.oppholdsadressedato ?? address.startdatoForKontrakt ?? null,
    until: address.sluttdatoForKontrakt ?? null,
    // The register knows that it does not know.
    unknown: plain === undefined,
    ...(withGrade && { adressegradering: address.adressegradering ?? null }),
  };
};

/** One of each kind that was asked for; null where there is none, or where it may not be shown. */
export const addressesOf = (
  person: Folkeregisterperson,
  asked: ReadonlySet<string>,
  withGrade: boolean,
): Record<string, JsonObject | null> =>
  Object.fromEntries(
    ADDRESS_KINDS.filter((kind) => asked.has(kind)).map((kind) => [
      kind,
      showAddress(currentOf(person[kind]), withGrade),
    ]),
  );
