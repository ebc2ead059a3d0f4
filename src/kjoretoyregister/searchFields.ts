/**
 * What a user fills in to search (fact sheet kjoretoy §2.2).
 */
import type { BooleanField, ChoiceField, IdentifierField, TextField } from '../operations/field';

export const navn = {
  kind: 'text',
  name: 'navn',
  label: { en: 'Owner Name', nb: 'Navn på eier' },
  help: {
    en: 'Full name of a person, or the name of an organisation.',
    nb: 'Fullt navn på en person, eller navnet på en organisasjon.',
  },
  required: true,
  maxLength: 200,
} as const satisfies TextField;

export const eiertype = {
  kind: 'choice',
  name: 'eiertype',
  label: { en: 'Kind of Owner', nb: 'Eiertype' },
  help: {
    en: 'Whether to search among people, organisations, or both.',
    nb: 'Om det skal søkes blant personer, organisasjoner eller begge.',
  },
  required: false,
  choices: [
    { value: 'BEGGE', label: { en: 'Both', nb: 'Begge' } },
    { value: 'PERSON', label: { en: 'People', nb: 'Personer' } },
    { value: 'ORGANISASJON', label: { en: 'Organisations', nb: 'Organisasjoner' } },
  ],
  default: 'BEGGE',
} as const satisfies ChoiceField;

export const fodselsdato = {
  kind: 'text',
  name: 'fodselsdato',
  label: { en: 'Date of Birth', nb: 'Fødselsdato' },
  help: {
    en: 'Of a person, such as 1985-11-02. A search for customers takes a year alone too.',
    nb: 'For en person, for eksempel 1985-11-02. Et søk etter kunder tar også bare et årstall.',
  },
  required: false,
  maxLength: 30,
} as const satisfies TextField;

export const postnummer = {
  kind: 'text',
  name: 'postnummer',
  label: { en: 'Postal Code', nb: 'Postnummer' },
  help: { en: 'Only owners with this postal code.', nb: 'Bare eiere med dette postnummeret.' },
  required: false,
  group: 'advanced',
  maxLength: 10,
} as const satisfies TextField;

export const poststed = {
  kind: 'text',
  name: 'poststed',
  label: { en: 'Postal Town', nb: 'Poststed' },
  help: { en: 'Only owners in this postal town.', nb: 'Bare eiere på dette poststedet.' },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

export const fylke = {
  kind: 'text',
  name: 'fylke',
  label: { en: 'County', nb: 'Fylke' },
  help: {
    en: "Only owners in this county; its name as in the register's own list, such as Oslo.",
    nb: 'Bare eiere i dette fylket; navnet slik det står i registerets egen liste, for eksempel Oslo.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

export const kundeId = {
  kind: 'text',
  name: 'kundeId',
  label: { en: 'Customer ID (kundeId)', nb: 'Kunde-id (kundeId)' },
  help: {
    en: "The register's own id of a person or organisation. Owners and the search for customers have it.",
    nb: 'Registerets egen id for en person eller organisasjon. Eiere og søket etter kunder har den.',
  },
  required: true,
  maxLength: 50,
  usual: 'kundeId',
} as const satisfies TextField;

export const kjennemerkePattern = {
  kind: 'identifier',
  identifier: 'kjennemerkePattern',
  name: 'kjennemerkePattern',
  label: { en: 'Part of a Plate', nb: 'Del av kjennemerke' },
  help: {
    en: 'With ? for each unknown character, up to three, such as AF3676?.',
    nb: 'Med ? for hvert ukjent tegn, inntil tre, for eksempel AF3676?.',
  },
  required: true,
} as const satisfies IdentifierField;

export const understellsnummerPattern = {
  kind: 'identifier',
  identifier: 'understellsnummerPattern',
  name: 'understellsnummerPattern',
  label: { en: 'Part of a Chassis Number', nb: 'Del av understellsnummer' },
  help: {
    en: 'With * for an unknown beginning or end, such as 1234234ERGWW01A*.',
    nb: 'Med * for ukjent begynnelse eller slutt, for eksempel 1234234ERGWW01A*.',
  },
  required: true,
} as const satisfies IdentifierField;

export const merkekode = {
  kind: 'text',
  name: 'merkekode',
  label: { en: 'Make Code (merkekode)', nb: 'Merkekode' },
  help: {
    en: 'Only vehicles of the make with this code, four digits such as 0065.',
    nb: 'Bare kjøretøy av merket med denne koden, fire siffer som 0065.',
  },
  required: false,
  group: 'advanced',
  maxLength: 10,
} as const satisfies TextField;

export const ekskluderVraketUtfort = {
  kind: 'boolean',
  name: 'ekskluderVraketUtfort',
  label: { en: 'Exclude Scrapped and Exported', nb: 'Utelat vrakede og utførte' },
  help: {
    en: 'Whether to leave out vehicles that were scrapped or exported for good.',
    nb: 'Om kjøretøy som er vraket eller utført for godt skal utelates.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;
