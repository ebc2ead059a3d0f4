/**
 * From KS' single values to the register's own shape, in which every person is read and simplified (fact sheet fiks-platform
 * §5.2).
 */
import type { PersonDocument } from '../model';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const listed = (value: unknown): readonly unknown[] | undefined =>
  value === undefined || value === null ? undefined : [value];

const told = (name: string, value: unknown): readonly Fields[] | undefined =>
  listed(value)?.map((one) => ({ [name]: one }));

/** Two kinds of address have names of their own here. */
const postadresse = (value: unknown): unknown => {
  if (!isFields(value)) return value;
  const { vegadresseForPost, frittFormat, ...rest } = value;
  return { ...rest, vegadresse: vegadresseForPost, postadresseIFrittFormat: frittFormat };
};

const familierelasjon = (value: unknown): unknown =>
  isFields(value)
    ? { relatertPerson: value.familierelasjonPerson, relatertPersonsRolle: value.familierelasjonRolle }
    : value;

const numbersOf = ({ identifikasjonsnummer, tidligereIdentifikasjonsnummer: former }: PersonDocument) => [
  ...(listed(identifikasjonsnummer) ?? []),
  ...(isFields(former) ? [{ ...former, erGjeldende: false }] : []),
];

/** A child or a parent; a parent's date of birth is called something else. */
export const asRegistered = (flat: PersonDocument): PersonDocument => ({
  identifikasjonsnummer: numbersOf(flat),
  status: told('status', flat.personstatus),
  foedsel: told('foedselsdato', flat.foedselsdato ?? flat.foedsel),
  kjoenn: told('kjoenn', flat.kjoenn),
  statsborgerskap: told('statsborgerskap', flat.statsborgerskap),
  navn: listed(flat.navn),
  bostedsadresse: listed(flat.bostedsadresse),
  oppholdsadresse: listed(flat.oppholdsadresse),
  deltBosted: listed(flat.deltBosted),
  postadresse: listed(flat.postadresse)?.map(postadresse),
  familierelasjon: Array.isArray(flat.familierelasjoner) ? flat.familierelasjoner.map(familierelasjon) : undefined,
});
