/**
 * What Folkeregisteret sends about a person (fact sheet folkeregister §3, §5). Open: unknown keys and values survive, because
 * new ones arrive without a new version.
 */
import { z } from 'zod/v4';
import { readAs } from '../http/answer';
import { address } from './addressModel';
import { doedsbo, familierelasjon, foreldreansvar, personnavn, vergemaal } from './relationModel';
import { dated, text } from './values';

/** Parts that tell one thing. */
const told = <Name extends string>(name: Name) =>
  z.array(z.looseObject({ ...dated, ...({ [name]: text } as Record<Name, typeof text>) })).optional();

const addresses = z.array(address).optional();

export const folkeregisterperson = z.looseObject({
  identifikasjonsnummer: z
    .array(z.looseObject({ ...dated, foedselsEllerDNummer: text, identifikatortype: text }))
    .optional(),
  identitetsgrunnlag: told('identitetsgrunnlagstatus'),
  status: told('status'),
  doedsfall: z.looseObject({ ...dated, doedsdato: text }).optional(),
  sivilstand: z
    .array(z.looseObject({ ...dated, sivilstand: text, sivilstandsdato: text, relatertVedSivilstand: text }))
    .optional(),
  foedsel: z
    .array(
      z.looseObject({
        ...dated,
        foedselsdato: text,
        foedselsaar: text,
        foedested: text,
        foedekommuneINorge: text,
        foedeland: text,
      }),
    )
    .optional(),
  statsborgerskap: told('statsborgerskap'),
  kjoenn: told('kjoenn'),
  navn: z.array(z.looseObject({ ...dated, ...personnavn.shape, forkortetNavn: text })).optional(),
  adressebeskyttelse: told('graderingsnivaa'),
  bostedsadresse: addresses,
  oppholdsadresse: addresses,
  deltBosted: addresses,
  postadresse: addresses,
  postadresseIUtlandet: addresses,
  preferertKontaktadresse: addresses,
  kontaktinformasjonForDoedsbo: z.array(doedsbo).optional(),
  familierelasjon: z.array(familierelasjon).optional(),
  foreldreansvar: z.array(foreldreansvar).optional(),
  vergemaalEllerFremtidsfullmakt: z.array(vergemaal).optional(),
});

const numbered = folkeregisterperson.pick({ identifikasjonsnummer: true });

export type Folkeregisterperson = z.infer<typeof folkeregisterperson>;

/** A person as it came: everything that is shown raw, or withheld, works on this. */
export const personDocument = z.record(z.string(), z.unknown());

export type PersonDocument = z.infer<typeof personDocument>;

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the document is not one we can read */
export const readPerson = (document: PersonDocument): Folkeregisterperson =>
  readAs('folkeregister', folkeregisterperson, document);

/** An entry without the mark counts as current: where it matters, that is the careful reading. */
export const isCurrent = (entry: { readonly erGjeldende?: boolean }): boolean => entry.erGjeldende !== false;

export const currentOf = <T extends { readonly erGjeldende?: boolean }>(
  entries: readonly T[] | undefined,
): T | undefined => entries?.find(isCurrent);

/**
 * The number the register has now, which is not always the one that was asked for.
 * @throws ServiceError ERR_UNEXPECTED_ANSWER when the numbers are not ones we can read; what else there is does not matter
 */
export const readNumber = (document: PersonDocument): string | undefined =>
  numberOf(readAs('folkeregister', numbered, document));

export const allCurrent = <T extends { readonly erGjeldende?: boolean }>(
  entries: readonly T[] | undefined,
): readonly T[] => entries?.filter(isCurrent) ?? [];

export const numberOf = ({ identifikasjonsnummer }: z.infer<typeof numbered>): string | undefined =>
  currentOf(identifikasjonsnummer)?.foedselsEllerDNummer;
