/**
 * What a user fills in to send and follow letters (fact sheet svarut §5).
 */
import type {
  BooleanField,
  ChoicesFromField,
  DocumentsField,
  IdentifierField,
  JsonField,
  NumberField,
  TextField,
} from '../operations/field';

export const kontoId = {
  kind: 'choicesFrom',
  list: 'accounts',
  name: 'kontoId',
  label: { en: 'Account', nb: 'Konto' },
  help: {
    en: 'SvarUt account to use instead of the one in the credential.',
    nb: 'SvarUt-konto som brukes i stedet for den i legitimasjonen.',
  },
  required: false,
  group: 'advanced',
} as const satisfies ChoicesFromField;

export const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Who the letter is for: fødselsnummer or D-number, 11 digits, as Folkeregisteret has it now.',
    nb: 'Hvem brevet er til: fødselsnummer eller D-nummer, 11 siffer, slik Folkeregisteret har det nå.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

export const navn = {
  kind: 'text',
  name: 'navn',
  label: { en: 'Recipient Name', nb: 'Mottakers navn' },
  help: { en: 'As it is to stand on the letter.', nb: 'Slik det skal stå på brevet.' },
  required: true,
  maxLength: 100,
  usual: 'name',
} as const satisfies TextField;

export const postalAddress = {
  kind: 'json',
  name: 'postalAddress',
  label: { en: 'Postal Address', nb: 'Postadresse' },
  help: {
    en: 'Used when the letter must be printed. An object with adresselinje1 to 3, postnummer, poststed and, abroad, landkode: what Folkeregister gives as postalAddress.',
    nb: 'Brukes når brevet må skrives ut. Et objekt med adresselinje1 til 3, postnummer, poststed og, i utlandet, landkode: det Folkeregister gir som postalAddress.',
  },
  required: false,
  usual: 'postalAddress',
} as const satisfies JsonField;

export const kunDigitalLevering = {
  kind: 'boolean',
  name: 'kunDigitalLevering',
  label: { en: 'Only Digital Delivery', nb: 'Kun digital levering' },
  help: {
    en: 'Never print the letter. If no digital channel works it ends as IKKE_LEVERT, which only Get Status shows.',
    nb: 'Skriv aldri ut brevet. Virker ingen digital kanal, ender det som IKKE_LEVERT, og det ser du bare med Hent status.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

export const tittel = {
  kind: 'text',
  name: 'tittel',
  label: { en: 'Title', nb: 'Tittel' },
  help: {
    en: 'Shown in the mailbox and in notices, so nothing sensitive.',
    nb: 'Vises i postkassen og i varsler, så ikke noe sensitivt.',
  },
  required: true,
  maxLength: 1000,
} as const satisfies TextField;

export const documents = {
  kind: 'documents',
  name: 'documents',
  label: { en: 'Documents', nb: 'Dokumenter' },
  help: {
    en: 'The files of the letter, in order. PDF, unless the letter is never to be printed.',
    nb: 'Filene i brevet, i rekkefølge. PDF, med mindre brevet aldri skal skrives ut.',
  },
  required: true,
  usual: 'data',
} as const satisfies DocumentsField;

export const eksternReferanse = {
  kind: 'text',
  name: 'eksternReferanse',
  label: { en: 'Reference (eksternReferanse)', nb: 'Referanse (eksternReferanse)' },
  help: {
    en: 'Your own stable key, one for each letter and recipient, such as 2026/101-3-A. A letter with a reference that was sent before is not sent again, so a bare case number is not enough where a case has several letters. Empty: derived from recipient, title and batch name.',
    nb: 'Din egen faste nøkkel, én for hvert brev og hver mottaker, for eksempel 2026/101-3-A. Et brev med en referanse som er sendt før, sendes ikke på nytt, så et saksnummer alene er ikke nok der en sak har flere brev. Tom: utledes av mottaker, tittel og utsendingsnavn.',
  },
  required: false,
  maxLength: 100,
} as const satisfies TextField;

export const batchName = {
  kind: 'text',
  name: 'batchName',
  label: { en: 'Batch Name', nb: 'Utsendingsnavn' },
  help: {
    en: 'Part of the derived reference, when the reference is empty: give a new name when the same title is to be sent to the same person again, such as "2026".',
    nb: 'Del av den utledede referansen, når referansen er tom: gi et nytt navn når samme tittel skal til samme person igjen, for eksempel «2026».',
  },
  required: false,
  maxLength: 200,
} as const satisfies TextField;

export const windowDays = {
  kind: 'number',
  name: 'windowDays',
  label: { en: 'Duplicate Window (Days)', nb: 'Dublettvindu (dager)' },
  help: {
    en: 'A letter with the same reference that is older than this does not count as the same letter.',
    nb: 'Et brev med samme referanse som er eldre enn dette, regnes ikke som samme brev.',
  },
  required: false,
  group: 'advanced',
  min: 1,
  max: 3650,
  default: 365,
} as const satisfies NumberField;

export const avgivendeSystem = {
  kind: 'text',
  name: 'avgivendeSystem',
  label: { en: 'Sending System', nb: 'Avgivende system' },
  help: {
    en: 'Name of the system the letter comes from, for statistics and support.',
    nb: 'Navnet på systemet brevet kommer fra, for statistikk og support.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

export const konteringskode = {
  kind: 'text',
  name: 'konteringskode',
  label: { en: 'Billing Code', nb: 'Konteringskode' },
  help: {
    en: 'Shown on the invoice. Letters, digits, _ - and full stop.',
    nb: 'Vises på fakturaen. Bokstaver, tall, _ - og punktum.',
  },
  required: false,
  group: 'advanced',
  maxLength: 20,
} as const satisfies TextField;

export const tosidig = {
  kind: 'boolean',
  name: 'tosidig',
  label: { en: 'Print on Both Sides', nb: 'Tosidig utskrift' },
  help: {
    en: 'Whether a printed letter uses both sides of the paper.',
    nb: 'Om et utskrevet brev bruker begge sider av arket.',
  },
  required: false,
  group: 'advanced',
  default: true,
} as const satisfies BooleanField;

export const letterId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'letterId',
  label: { en: 'Letter ID', nb: 'Forsendelses-id' },
  help: { en: 'The id that Send to Person returned.', nb: 'Id-en som Send til person ga.' },
  required: true,
  usual: 'letterId',
} as const satisfies IdentifierField;

export const requiredReference = {
  ...eksternReferanse,
  required: true,
  help: { en: 'The reference the letter was sent with.', nb: 'Referansen brevet ble sendt med.' },
} as const;
