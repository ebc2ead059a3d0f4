/**
 * What a user fills in about letters that are sent (fact sheet svarut §3, 5 to 12).
 */
import type { BooleanField, ChoiceField, DateTimeField, IdentifierField, TextField } from '../../operations/field';

export const letterId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'letterId',
  label: { en: 'Letter ID', nb: 'Forsendelses-id' },
  help: { en: 'The id that was returned when the letter was sent.', nb: 'Id-en som ble gitt da brevet ble sendt.' },
  required: true,
  usual: 'letterId',
} as const satisfies IdentifierField;

export const previousStatus = {
  kind: 'text',
  name: 'previousStatus',
  label: { en: 'Previous Status', nb: 'Forrige status' },
  help: {
    en: 'The status at the last look, if there was one: the result then tells whether it has changed, and what it was before SLETTET. What is no status of SvarUt counts as none.',
    nb: 'Statusen forrige gang, hvis det var noen: resultatet sier da om den er endret, og hva den var før SLETTET. Noe som ikke er en status i SvarUt, regnes som ingen.',
  },
  required: false,
  maxLength: 100,
  usual: 'status',
} as const satisfies TextField;

export const lastStatus = {
  kind: 'text',
  name: 'lastStatus',
  label: { en: 'Status Before Deletion', nb: 'Status før sletting' },
  help: {
    en: 'Only for letters that were SLETTET at the last look too: the lastStatus it gave, so that the outcome is not lost.',
    nb: 'Bare for brev som var SLETTET forrige gang også: lastStatus derfra, så utfallet ikke går tapt.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
  usual: 'lastStatus',
} as const satisfies TextField;

export const eksternReferanse = {
  kind: 'text',
  name: 'eksternReferanse',
  label: { en: 'Reference (eksternReferanse)', nb: 'Referanse (eksternReferanse)' },
  help: { en: 'The reference the letter was sent with.', nb: 'Referansen brevet ble sendt med.' },
  required: true,
  maxLength: 100,
  usual: 'eksternReferanse',
} as const satisfies TextField;

export const idsOnly = {
  kind: 'boolean',
  name: 'idsOnly',
  label: { en: 'IDs Only', nb: 'Bare id-er' },
  help: {
    en: "Use SvarUt's simpler look-up, which tells neither date, sending system nor status.",
    nb: 'Bruk det enklere oppslaget i SvarUt, som verken gir dato, avgivende system eller status.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const includeLinks = {
  kind: 'boolean',
  name: 'includeLinks',
  label: { en: 'Include Links', nb: 'Ta med lenker' },
  help: {
    en: "Return the documents' addresses for download and signing too. They are for the recipient, who must log in.",
    nb: 'Ta med adressene for nedlasting og signering av dokumentene. De er for mottakeren, som må logge inn.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const readBy = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Who has read the letter: fødselsnummer or D-number, 11 digits.',
    nb: 'Hvem som har lest brevet: fødselsnummer eller D-nummer, 11 siffer.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

export const readAt = {
  kind: 'dateTime',
  name: 'readAt',
  label: { en: 'Read At', nb: 'Tidspunkt for lesing' },
  help: {
    en: 'When it was read. Without an offset: Norwegian time. Empty: now.',
    nb: 'Når det ble lest. Uten tidssone: norsk tid. Tom: nå.',
  },
  required: false,
} as const satisfies DateTimeField;

export const eksterntSystemnavn = {
  kind: 'text',
  name: 'eksterntSystemnavn',
  label: { en: 'Read in System', nb: 'Lest i system' },
  help: {
    en: 'Name of the system it was read in, such as "Min side". Shown in the events of the letter.',
    nb: 'Navnet på systemet det ble lest i, for eksempel «Min side». Vises i hendelsene til brevet.',
  },
  required: false,
  maxLength: 200,
} as const satisfies TextField;

export const slettetype = {
  kind: 'choice',
  name: 'slettetype',
  label: { en: 'What to Delete', nb: 'Hva som slettes' },
  help: {
    en: 'Which documents of the letter are deleted. SvarUt does not describe the difference further than by these names.',
    nb: 'Hvilke av dokumentene i brevet som slettes. SvarUt beskriver ikke forskjellen nærmere enn med disse navnene.',
  },
  required: false,
  choices: [
    { value: 'ORIGINALDOKUMENTER', label: { en: 'Original Documents', nb: 'Originaldokumentene' } },
    { value: 'ALLE', label: { en: 'All Documents', nb: 'Alle dokumenter' } },
  ],
  default: 'ORIGINALDOKUMENTER',
} as const satisfies ChoiceField;

export const cannotBeUndone = {
  kind: 'boolean',
  name: 'cannotBeUndone',
  label: { en: 'I Know This Cannot Be Undone', nb: 'Jeg vet at dette ikke kan angres' },
  help: {
    en: 'Nothing is deleted while this is off.',
    nb: 'Ingenting slettes så lenge denne er av.',
  },
  caution: {
    en: 'Neither you, the recipient nor KS can get the documents back. Check that they are archived.',
    nb: 'Verken du, mottakeren eller KS kan få dokumentene tilbake. Sjekk at de er arkivert.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

export const confirmation = {
  kind: 'text',
  name: 'confirmation',
  label: { en: 'Type DELETE to Confirm', nb: 'Skriv SLETT for å bekrefte' },
  help: {
    en: 'The word DELETE in capital letters, typed here and not taken from the item. It counts for every item.',
    nb: 'Ordet SLETT med store bokstaver, skrevet her og ikke hentet fra elementet. Det gjelder for hvert element.',
  },
  required: true,
  maxLength: 20,
  shownWhen: { field: 'cannotBeUndone', is: [true] },
} as const satisfies TextField;
