/**
 * What is known of a person one wants to find (fact sheet folkeregister §3.3, §3.4). Both searches have these.
 */
import type { BooleanField, ChoiceField, DateTimeField, TextField } from '../../operations/field';

export const navn = {
  kind: 'text',
  name: 'navn',
  label: { en: 'Name', nb: 'Navn' },
  help: {
    en: 'Whole words, not parts of words. To find one person exactly it takes at least a given name first and a family name last.',
    nb: 'Hele ord, ikke deler av ord. For å finne nøyaktig én person må det ha minst et fornavn først og et etternavn sist.',
  },
  required: false,
  maxLength: 200,
} as const satisfies TextField;

export const foedselsdato = {
  kind: 'dateTime',
  name: 'foedselsdato',
  label: { en: 'Date of Birth', nb: 'Fødselsdato' },
  help: { en: 'A date such as 1985-04-12.', nb: 'En dato som 1985-04-12.' },
  required: false,
} as const satisfies DateTimeField;

export const adressenavn = {
  kind: 'text',
  name: 'adressenavn',
  label: { en: 'Street (adressenavn)', nb: 'Adressenavn' },
  help: {
    en: 'Name of the street without the number, or how it begins: at least three characters.',
    nb: 'Navnet på gaten uten nummer, eller begynnelsen av det: minst tre tegn.',
  },
  required: false,
  maxLength: 100,
} as const satisfies TextField;

export const husnummer = {
  kind: 'text',
  name: 'husnummer',
  label: { en: 'House Number', nb: 'Husnummer' },
  help: {
    en: 'With the letter, if there is one, such as 14B. Leave it out only where the house has none.',
    nb: 'Med bokstaven, hvis det er en, for eksempel 14B. Utelat det bare der huset ikke har nummer.',
  },
  required: false,
  maxLength: 10,
} as const satisfies TextField;

export const postnummer = {
  kind: 'text',
  name: 'postnummer',
  label: { en: 'Postal Code', nb: 'Postnummer' },
  help: { en: 'Four digits.', nb: 'Fire siffer.' },
  required: false,
  maxLength: 10,
} as const satisfies TextField;

export const soekFonetisk = {
  kind: 'boolean',
  name: 'soekFonetisk',
  label: { en: 'Phonetic Search', nb: 'Fonetisk søk' },
  help: {
    en: 'Whether to find names that sound alike too. It can find somebody else: let a person check what it finds.',
    nb: 'Om navn som høres like ut, også skal finnes. Det kan finne en annen: la et menneske kontrollere treffet.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const opplysningsgrunnlag = {
  kind: 'choice',
  name: 'opplysningsgrunnlag',
  label: { en: 'Search Among', nb: 'Søk blant' },
  help: {
    en: 'Whether former names and addresses count too. Numbers are always searched among former ones too.',
    nb: 'Om tidligere navn og adresser også teller. Nummer søkes alltid også blant tidligere.',
  },
  required: false,
  group: 'advanced',
  choices: [
    { value: 'gjeldende', label: { en: 'Current Values', nb: 'Gjeldende opplysninger' } },
    { value: 'historisk', label: { en: 'Current and Former Values', nb: 'Gjeldende og tidligere opplysninger' } },
  ],
  default: 'gjeldende',
} as const satisfies ChoiceField;
