/**
 * Who belongs to whom, as the register sends it (fact sheet folkeregister §5.1).
 */
import { z } from 'zod/v4';
import { estateAddress } from './addressModel';
import { dated, flag, text } from './values';

export const personnavn = z.looseObject({ fornavn: text, mellomnavn: text, etternavn: text });

export type Personnavn = z.infer<typeof personnavn>;

/** Somebody without a number in the register. */
const unnumbered = z.looseObject({ navn: personnavn.optional(), foedselsdato: text });

export type Unnumbered = z.infer<typeof unnumbered>;

export const familierelasjon = z.looseObject({
  ...dated,
  relatertPerson: text,
  relatertPersonUtenFolkeregisteridentifikator: unnumbered.optional(),
  relatertPersonsRolle: text,
  minRolleForPerson: text,
});

export const foreldreansvar = z.looseObject({
  ...dated,
  ansvar: text,
  ansvarlig: text,
  ansvarligUtenIdentifikator: unnumbered.optional(),
  ansvarligOrganisasjon: text,
  ansvarssubjekt: text,
  ansvarssubjektUtenIdentifikator: unnumbered.optional(),
});

export const vergemaal = z.looseObject({
  ...dated,
  vergemaaltype: text,
  embete: text,
  verge: z
    .looseObject({
      foedselsEllerDNummer: text,
      navn: personnavn.optional(),
      navnFoedselsdato: z.looseObject({ personnavn: personnavn.optional(), foedselsdato: text }).optional(),
      omfang: text,
      omfangetErInnenPersonligOmraade: flag,
      tjenesteomraade: z
        .array(z.looseObject({ vergeTjenestevirksomhet: text, vergeTjenesteoppgave: text }))
        .nullish()
        .transform((tasks) => tasks ?? [])
        .optional(),
    })
    .optional(),
});

export const doedsbo = z.looseObject({
  ...dated,
  skifteform: text,
  attestutstedelsesdato: text,
  adresse: estateAddress.optional(),
  person: z
    .looseObject({ foedselsEllerDNummer: text, foedselsdato: text, personnavn: personnavn.optional() })
    .optional(),
  advokat: z
    .looseObject({ personnavn: personnavn.optional(), organisasjonsnavn: text, organisasjonsnummer: text })
    .optional(),
  organisasjon: z
    .looseObject({ kontaktpersonnavn: personnavn.optional(), organisasjonsnavn: text, organisasjonsnummer: text })
    .optional(),
});
