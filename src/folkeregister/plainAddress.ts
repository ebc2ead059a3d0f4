/**
 * An address as one would write it on an envelope, whichever of the register's kinds it is (fact sheet folkeregister §5.2).
 */
import type { Address, EstateAddress } from './addressModel';

type Line = string | undefined;

export interface PlainAddress {
  /** Without postcode, town and country; none where the place is unknown. */
  readonly lines: readonly string[];
  readonly postnummer?: string;
  readonly poststed?: string;
  /** Written in the form of a foreign address, which must have a country. */
  readonly abroad: boolean;
  /** As the register has it: ISO 3166-1, alpha-2 in foreign addresses and alpha-3 elsewhere. */
  readonly landkode?: string;
}

interface Written {
  readonly lines: readonly Line[];
  readonly postnummer?: Line;
  readonly poststed?: Line;
  readonly landkode?: Line;
}

const written = ({ lines, ...rest }: Written, abroad: boolean): PlainAddress => ({
  ...rest,
  abroad,
  lines: lines.filter((line): line is string => line !== undefined && line !== ''),
});

const inNorway = (
  lines: readonly Line[],
  place: { postnummer?: Line; poststedsnavn?: Line } | undefined,
): PlainAddress => written({ lines, postnummer: place?.postnummer, poststed: place?.poststedsnavn }, false);

const join = (parts: readonly Line[], separator: string): Line => parts.filter(Boolean).join(separator) || undefined;

const careOf = (name: Line): Line => name && (/^c\/o\b/i.test(name) ? name : `c/o ${name}`);

const postbox = (text: Line): Line => text && (/^\d+$/.test(text) ? `Postboks ${text}` : text);

type Part<Name extends keyof Address> = NonNullable<Address[Name]>;

const ofRoad = (road: Part<'vegadresse'>): PlainAddress => {
  const { husnummer = '', husbokstav = '' } = road.adressenummer ?? {};
  const street = join([road.adressenavn, husnummer + husbokstav], ' ');
  return inNorway([careOf(road.coAdressenavn), road.adressetilleggsnavn, street], road.poststed);
};

/** It has no street, so its name or its numbers stand in for one. */
const ofCadastre = ({ coAdressenavn, adressetilleggsnavn, ...rest }: Part<'matrikkeladresse'>): PlainAddress => {
  const { gaardsnummer, bruksnummer } = rest.matrikkelnummer ?? {};
  const numbers = gaardsnummer === undefined ? undefined : `Gnr. ${gaardsnummer} bnr. ${bruksnummer ?? '-'}`;
  return inNorway([careOf(coAdressenavn), adressetilleggsnavn ?? numbers], rest.poststed);
};

const ofForeign = (foreign: Part<'utenlandskAdresse'>): PlainAddress => {
  const { adressenavn, bygning, etasjenummer, boenhet, postboks, distriktsnavn, region } = foreign;
  const house = join([adressenavn, bygning, etasjenummer, boenhet], ', ');
  const lines = [careOf(foreign.coAdressenavn), house, postbox(postboks), distriktsnavn, region];
  const { postkode, byEllerStedsnavn, landkode } = foreign;
  return written({ lines, postnummer: postkode, poststed: byEllerStedsnavn, landkode }, true);
};

/** @returns undefined for a place that is unknown, or of a kind that is new to us */
export const plainAddress = (address: Address): PlainAddress | undefined => {
  const { postboksadresse, postadresseIFrittFormat, utenlandskAdresseIFrittFormat, kontaktadresseIFrittFormat } =
    address;
  if (address.vegadresse) return ofRoad(address.vegadresse);
  if (address.matrikkeladresse) return ofCadastre(address.matrikkeladresse);
  if (postboksadresse)
    return inNorway([postboksadresse.postbokseier, postbox(postboksadresse.postboks)], postboksadresse.poststed);
  if (postadresseIFrittFormat)
    return inNorway(postadresseIFrittFormat.adresselinje ?? [], postadresseIFrittFormat.poststed);
  if (address.utenlandskAdresse) return ofForeign(address.utenlandskAdresse);
  if (utenlandskAdresseIFrittFormat) {
    const { adresselinje: lines = [], postkode, byEllerStedsnavn, landkode } = utenlandskAdresseIFrittFormat;
    return written({ lines, postnummer: postkode, poststed: byEllerStedsnavn, landkode }, true);
  }
  if (kontaktadresseIFrittFormat) {
    const { adresselinje: lines = [], landkode } = kontaktadresseIFrittFormat;
    return written({ lines, landkode }, false);
  }
  return undefined;
};

/** Norway is written in full in the addresses of estates; any other country makes it one abroad. */
export const plainEstateAddress = ({
  adresselinje,
  postnummer,
  poststedsnavn,
  landkode,
}: EstateAddress): PlainAddress => {
  const abroad = landkode !== undefined && !/^(?:NO|NOR)$/i.test(landkode);
  return written(
    { lines: adresselinje ?? [], postnummer, poststed: poststedsnavn, ...(abroad && { landkode }) },
    abroad,
  );
};
