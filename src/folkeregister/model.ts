/**
 * What Folkeregisteret sends (fact sheet folkeregister §3, §5). Open: unknown keys and values survive, because new ones
 * arrive without a new version.
 */
import { z } from 'zod/v4';

const dated = { erGjeldende: z.boolean().optional() };

const poststed = z.looseObject({ postnummer: z.string().optional(), poststedsnavn: z.string().optional() });

const vegadresse = z.looseObject({
  adressenavn: z.string().optional(),
  adressenummer: z.looseObject({ husnummer: z.string().optional(), husbokstav: z.string().optional() }).optional(),
  adressetilleggsnavn: z.string().optional(),
  coAdressenavn: z.string().optional(),
  poststed: poststed.optional(),
});

const matrikkeladresse = z.looseObject({
  matrikkelnummer: z
    .looseObject({
      gaardsnummer: z.union([z.number(), z.string()]).optional(),
      bruksnummer: z.union([z.number(), z.string()]).optional(),
    })
    .optional(),
  adressetilleggsnavn: z.string().optional(),
  coAdressenavn: z.string().optional(),
  poststed: poststed.optional(),
});

const utenlandskAdresse = z.looseObject({
  coAdressenavn: z.string().optional(),
  adressenavn: z.string().optional(),
  bygning: z.string().optional(),
  etasjenummer: z.string().optional(),
  boenhet: z.string().optional(),
  postboks: z.string().optional(),
  postkode: z.string().optional(),
  byEllerStedsnavn: z.string().optional(),
  distriktsnavn: z.string().optional(),
  region: z.string().optional(),
  landkode: z.string().optional(),
});

const frittFormat = z.looseObject({ adresselinje: z.array(z.string()).optional(), poststed: poststed.optional() });

const utenlandskFrittFormat = z.looseObject({
  adresselinje: z.array(z.string()).optional(),
  postkode: z.string().optional(),
  byEllerStedsnavn: z.string().optional(),
  landkode: z.string().optional(),
});

/** Any entry of an address part; which of the address kinds is there depends on the part. */
const address = z.looseObject({
  ...dated,
  adressegradering: z.string().optional(),
  vegadresse: vegadresse.optional(),
  matrikkeladresse: matrikkeladresse.optional(),
  utenlandskAdresse: utenlandskAdresse.optional(),
  utenlandskAdresseIFrittFormat: utenlandskFrittFormat.optional(),
  postboksadresse: z
    .looseObject({
      postbokseier: z.string().optional(),
      postboks: z.string().optional(),
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
        foedselsEllerDNummer: z.string().optional(),
        identifikatortype: z.string().optional(),
      }),
    )
    .optional(),
  status: z.array(z.looseObject({ ...dated, status: z.string().optional() })).optional(),
  navn: z
    .array(
      z.looseObject({
        ...dated,
        fornavn: z.string().optional(),
        mellomnavn: z.string().optional(),
        etternavn: z.string().optional(),
        forkortetNavn: z.string().optional(),
      }),
    )
    .optional(),
  foedsel: z
    .array(z.looseObject({ ...dated, foedselsdato: z.string().optional(), foedselsaar: z.string().optional() }))
    .optional(),
  adressebeskyttelse: z.array(z.looseObject({ ...dated, graderingsnivaa: z.string().optional() })).optional(),
  bostedsadresse: z.array(address).optional(),
  oppholdsadresse: z.array(address).optional(),
  deltBosted: z.array(address).optional(),
  postadresse: z.array(address).optional(),
  postadresseIUtlandet: z.array(address).optional(),
});

export type Folkeregisterperson = z.infer<typeof folkeregisterperson>;
export type Address = z.infer<typeof address>;

export const bulkAnswer = z.looseObject({
  oppslag: z
    .array(
      z.looseObject({
        foedselsEllerDNummer: z.string().optional(),
        folkeregisterperson: folkeregisterperson.optional(),
        feilmelding: z.unknown().optional(),
      }),
    )
    .default([]),
});

/** An entry without the mark counts as current: where it matters, that is the careful reading. */
export const isCurrent = (entry: { readonly erGjeldende?: boolean }): boolean => entry.erGjeldende !== false;

export const currentOf = <T extends { readonly erGjeldende?: boolean }>(
  entries: readonly T[] | undefined,
): T | undefined => entries?.find(isCurrent);
