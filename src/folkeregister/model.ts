/**
 * What Folkeregisteret sends (fact sheet folkeregister §3, §5). Open: unknown keys and values survive, because new ones
 * arrive without a new version.
 */
import { z } from 'zod/v4';

const dated = { erGjeldende: z.boolean().optional() };

/** Numbers where text is documented, nulls and blanks occur; none of them is a reason to lose the person. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value?.trim() || undefined)
  .optional();

const lines = z
  .array(text)
  .nullish()
  .transform((values) => values ?? [])
  .optional();

const poststed = z.looseObject({ postnummer: text, poststedsnavn: text });

const vegadresse = z.looseObject({
  adressenavn: text,
  adressenummer: z.looseObject({ husnummer: text, husbokstav: text }).optional(),
  adressetilleggsnavn: text,
  coAdressenavn: text,
  poststed: poststed.optional(),
});

const matrikkeladresse = z.looseObject({
  matrikkelnummer: z
    .looseObject({
      gaardsnummer: text,
      bruksnummer: text,
    })
    .optional(),
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

const frittFormat = z.looseObject({ adresselinje: lines, poststed: poststed.optional() });

const utenlandskFrittFormat = z.looseObject({
  adresselinje: lines,
  postkode: text,
  byEllerStedsnavn: text,
  landkode: text,
});

/** Any entry of an address part; which of the address kinds is there depends on the part. */
const address = z.looseObject({
  ...dated,
  adressegradering: text,
  vegadresse: vegadresse.optional(),
  matrikkeladresse: matrikkeladresse.optional(),
  utenlandskAdresse: utenlandskAdresse.optional(),
  utenlandskAdresseIFrittFormat: utenlandskFrittFormat.optional(),
  postboksadresse: z
    .looseObject({
      postbokseier: text,
      postboks: text,
      poststed: poststed.optional(),
    })
    .optional(),
  postadresseIFrittFormat: frittFormat.optional(),
});

export const folkeregisterperson = z.looseObject({
  identifikasjonsnummer: z
    .array(
      z.looseObject({
        ...dated,
        foedselsEllerDNummer: text,
        identifikatortype: text,
      }),
    )
    .optional(),
  status: z.array(z.looseObject({ ...dated, status: text })).optional(),
  navn: z
    .array(
      z.looseObject({
        ...dated,
        fornavn: text,
        mellomnavn: text,
        etternavn: text,
        forkortetNavn: text,
      }),
    )
    .optional(),
  foedsel: z.array(z.looseObject({ ...dated, foedselsdato: text, foedselsaar: text })).optional(),
  adressebeskyttelse: z.array(z.looseObject({ ...dated, graderingsnivaa: text })).optional(),
  bostedsadresse: z.array(address).optional(),
  oppholdsadresse: z.array(address).optional(),
  deltBosted: z.array(address).optional(),
  postadresse: z.array(address).optional(),
  postadresseIUtlandet: z.array(address).optional(),
});

export type Folkeregisterperson = z.infer<typeof folkeregisterperson>;
export type Address = z.infer<typeof address>;

/** A person as it came: everything that is shown raw, or withheld, works on this. */
export const personDocument = z.record(z.string(), z.unknown());

export type PersonDocument = z.infer<typeof personDocument>;

/** Entries are read one by one: one that cannot be read must not take the others with it. */
export const bulkAnswer = z.looseObject({ oppslag: z.array(z.unknown()).default([]) });

export const bulkEntry = z.looseObject({
  foedselsEllerDNummer: text.catch(undefined),
  folkeregisterperson: z.unknown(),
});

/** An entry without the mark counts as current: where it matters, that is the careful reading. */
export const isCurrent = (entry: { readonly erGjeldende?: boolean }): boolean => entry.erGjeldende !== false;

export const currentOf = <T extends { readonly erGjeldende?: boolean }>(
  entries: readonly T[] | undefined,
): T | undefined => entries?.find(isCurrent);
