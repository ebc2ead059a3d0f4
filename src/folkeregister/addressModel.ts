/**
 * Addresses as the register sends them (fact sheet folkeregister §5.2).
 */
import { z } from 'zod/v4';
import { dated, flag, lines, text } from './values';

const poststed = z.looseObject({ postnummer: text, poststedsnavn: text });

const vegadresse = z.looseObject({
  kommunenummer: text,
  bruksenhetsnummer: text,
  adressenavn: text,
  adressenummer: z.looseObject({ husnummer: text, husbokstav: text }).optional(),
  adressetilleggsnavn: text,
  coAdressenavn: text,
  poststed: poststed.optional(),
});

const matrikkeladresse = z.looseObject({
  matrikkelnummer: z.looseObject({ kommunenummer: text, gaardsnummer: text, bruksnummer: text }).optional(),
  bruksenhetsnummer: text,
  adressetilleggsnavn: text,
  coAdressenavn: text,
  poststed: poststed.optional(),
});

const utenlandskAdresse = z.looseObject({
  coAdressenavn: text,
  adressenavn: text,
  bygning: text,
  etasjenummer: text,
  boenhet: text,
  postboks: text,
  postkode: text,
  byEllerStedsnavn: text,
  distriktsnavn: text,
  region: text,
  landkode: text,
});

const utenlandskFrittFormat = z.looseObject({
  adresselinje: lines,
  postkode: text,
  byEllerStedsnavn: text,
  landkode: text,
});

/** Any entry of an address part; which of the address kinds is there depends on the part. */
export const address = z.looseObject({
  ...dated,
  adressegradering: text,
  vegadresse: vegadresse.optional(),
  matrikkeladresse: matrikkeladresse.optional(),
  utenlandskAdresse: utenlandskAdresse.optional(),
  utenlandskAdresseIFrittFormat: utenlandskFrittFormat.optional(),
  postboksadresse: z.looseObject({ postbokseier: text, postboks: text, poststed: poststed.optional() }).optional(),
  postadresseIFrittFormat: z.looseObject({ adresselinje: lines, poststed: poststed.optional() }).optional(),
  kontaktadresseIFrittFormat: z.looseObject({ adresselinje: lines, landkode: text }).optional(),
  ukjentBosted: z.looseObject({ bostedskommune: text }).optional(),
  adressenErUkjent: flag,
  flyttedato: text,
  oppholdsadressedato: text,
  startdatoForKontrakt: text,
  sluttdatoForKontrakt: text,
});

export type Address = z.infer<typeof address>;

/** Where whoever answers for an estate gets letters; its country is alpha-3, other than in foreign addresses. */
export const estateAddress = z.looseObject({
  adresselinje: lines,
  postnummer: text,
  poststedsnavn: text,
  landkode: text,
});

export type EstateAddress = z.infer<typeof estateAddress>;
