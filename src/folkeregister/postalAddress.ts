/**
 * A postal address in SvarUt's shape (fact sheet svarut §5.1), chosen from what the register holds in a fixed order.
 */
import { currentOf, type Address, type Folkeregisterperson } from './model';

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

type Line = string | undefined;

const join = (parts: readonly Line[], separator: string): Line => parts.filter(Boolean).join(separator) || undefined;

const careOf = (name: Line): Line => name && (/^c\/o\b/i.test(name) ? name : `c/o ${name}`);

/** SvarUt has three lines; what is more is put on the last. An address that does not fit is not usable: half is worse than none. */
const compose = (
  written: readonly Line[],
  postnummer: Line,
  poststed: Line,
  landkode?: Line,
): PostalAddress | undefined => {
  const all = written.map((line) => line?.trim()).filter((line): line is string => Boolean(line));
  const lines = [...all.slice(0, MAX_LINES - 1), join(all.slice(MAX_LINES - 1), ', ')];
  const [adresselinje1, adresselinje2, adresselinje3] = lines.filter(Boolean);
  if (!adresselinje1 || !poststed || [...lines, poststed].some((text) => text && text.length > MAX_LENGTH))
    return undefined;
  if (landkode !== undefined && !/^[A-Z]{2}$/.test(landkode)) return undefined;
  return Object.fromEntries(
    Object.entries({ adresselinje1, adresselinje2, adresselinje3, postnummer, poststed, landkode }).filter(
      ([, text]) => text,
    ),
  ) as PostalAddress;
};

const postbox = (text: Line): Line => text && (/^\d+$/.test(text) ? `Postboks ${text}` : text);

const format = (address: Address): PostalAddress | undefined => {
  const {
    vegadresse,
    matrikkeladresse,
    postboksadresse,
    postadresseIFrittFormat,
    utenlandskAdresse,
    utenlandskAdresseIFrittFormat,
  } = address;
  if (vegadresse) {
    const { husnummer = '', husbokstav = '' } = vegadresse.adressenummer ?? {};
    const street = join([vegadresse.adressenavn, husnummer + husbokstav], ' ');
    return compose(
      [careOf(vegadresse.coAdressenavn), vegadresse.adressetilleggsnavn, street],
      vegadresse.poststed?.postnummer,
      vegadresse.poststed?.poststedsnavn,
    );
  }
  if (matrikkeladresse) {
    const { gaardsnummer, bruksnummer } = matrikkeladresse.matrikkelnummer ?? {};
    const place =
      matrikkeladresse.adressetilleggsnavn ??
      (gaardsnummer !== undefined ? `Gnr. ${gaardsnummer} bnr. ${bruksnummer ?? '-'}` : undefined);
    return compose(
      [careOf(matrikkeladresse.coAdressenavn), place],
      matrikkeladresse.poststed?.postnummer,
      matrikkeladresse.poststed?.poststedsnavn,
    );
  }
  if (postboksadresse) {
    return compose(
      [postboksadresse.postbokseier, postbox(postboksadresse.postboks)],
      postboksadresse.poststed?.postnummer,
      postboksadresse.poststed?.poststedsnavn,
    );
  }
  if (postadresseIFrittFormat) {
    return compose(
      postadresseIFrittFormat.adresselinje ?? [],
      postadresseIFrittFormat.poststed?.postnummer,
      postadresseIFrittFormat.poststed?.poststedsnavn,
    );
  }
  if (utenlandskAdresse) {
    const {
      coAdressenavn,
      adressenavn,
      bygning,
      etasjenummer,
      boenhet,
      postboks,
      distriktsnavn,
      region,
      postkode,
      byEllerStedsnavn,
      landkode,
    } = utenlandskAdresse;
    const house = join([adressenavn, bygning, etasjenummer, boenhet], ', ');
    return compose(
      [careOf(coAdressenavn), house, postbox(postboks), distriktsnavn, region],
      postkode,
      byEllerStedsnavn,
      landkode ?? '',
    );
  }
  if (utenlandskAdresseIFrittFormat) {
    const { adresselinje = [], postkode, byEllerStedsnavn, landkode } = utenlandskAdresseIFrittFormat;
    return compose(adresselinje, postkode, byEllerStedsnavn, landkode ?? '');
  }
  return undefined;
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
    const address = current && format(current);
    if (address) return address;
  }
  return undefined;
};
