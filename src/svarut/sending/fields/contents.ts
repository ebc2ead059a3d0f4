/**
 * What is sent (fact sheet svarut §5.1, §5.2).
 */
import type { BooleanField, DocumentsField, ListField, NumberField, TextField } from '../../../operations/field';

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

export const shortTittel = { ...tittel, maxLength: 200 } as const satisfies TextField;

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

export const pdfDocuments = {
  ...documents,
  help: { en: 'The files of the letter, in order: PDF.', nb: 'Filene i brevet, i rekkefølge: PDF.' },
} as const satisfies DocumentsField;

export const onePdf = {
  ...documents,
  label: { en: 'Document', nb: 'Dokument' },
  help: { en: 'One PDF of at most 18 MB.', nb: 'Én PDF på høyst 18 MB.' },
} as const satisfies DocumentsField;

const filnavn = {
  kind: 'text',
  name: 'filnavn',
  label: { en: 'File Name', nb: 'Filnavn' },
  help: { en: 'Which file the row is about.', nb: 'Hvilken fil raden handler om.' },
  required: true,
  maxLength: 226,
} as const satisfies TextField;

const giroarkSide = {
  kind: 'number',
  name: 'giroarkSide',
  label: { en: 'Giro Page', nb: 'Giroark-side' },
  help: {
    en: 'Number of the page that is printed on a giro sheet; 1 is the first.',
    nb: 'Nummeret på siden som skrives ut på giroark; 1 er den første.',
  },
  required: false,
  min: 1,
  max: 2_147_483_647,
} as const satisfies NumberField;

const skalEkskluderesFraUtskrift = {
  kind: 'boolean',
  name: 'skalEkskluderesFraUtskrift',
  label: { en: 'Leave out When Printing', nb: 'Utelat ved utskrift' },
  help: {
    en: 'Whether the file is left out of a printed letter. It need not be a PDF then.',
    nb: 'Om filen utelates fra et utskrevet brev. Den trenger da ikke være PDF.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

const dokumentType = {
  kind: 'text',
  name: 'dokumentType',
  label: { en: 'Document Type', nb: 'Dokumenttype' },
  help: { en: "For the recipient's system.", nb: 'Til mottakerens system.' },
  required: false,
  maxLength: 100,
} as const satisfies TextField;

const inneholderPersonsensitivInformasjon = {
  kind: 'boolean',
  name: 'inneholderPersonsensitivInformasjon',
  label: { en: 'Sensitive', nb: 'Personsensitiv' },
  help: {
    en: 'Whether the file holds sensitive personal data, so that the receiving system can treat it so.',
    nb: 'Om filen har sensitive personopplysninger, så mottakersystemet kan behandle den slik.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

const MOST_FILES = 1000;

const aboutFiles = {
  kind: 'list',
  label: { en: 'Document Settings', nb: 'Dokumentinnstillinger' },
  help: { en: 'What is special about some of the files.', nb: 'Det som er spesielt med noen av filene.' },
  entry: { en: 'Document', nb: 'Dokument' },
  required: false,
  group: 'advanced',
  maxEntries: MOST_FILES,
} as const;

/** Three names, because a form has one field of each name and these have different columns. */
export const personDocuments = {
  ...aboutFiles,
  name: 'personDocuments',
  columns: [filnavn, giroarkSide, skalEkskluderesFraUtskrift],
} as const satisfies ListField;

export const organisationDocuments = {
  ...aboutFiles,
  name: 'organisationDocuments',
  columns: [filnavn, giroarkSide, skalEkskluderesFraUtskrift, dokumentType, inneholderPersonsensitivInformasjon],
} as const satisfies ListField;

export const printedDocuments = {
  ...aboutFiles,
  name: 'printedDocuments',
  columns: [filnavn, giroarkSide],
} as const satisfies ListField;

const key = {
  kind: 'text',
  name: 'key',
  label: { en: 'Key', nb: 'Nøkkel' },
  help: { en: 'As the receiving system knows it.', nb: 'Slik mottakersystemet kjenner den.' },
  required: true,
  maxLength: 100,
} as const satisfies TextField;

const value = {
  kind: 'text',
  name: 'value',
  label: { en: 'Value', nb: 'Verdi' },
  help: { en: 'At most 500 characters.', nb: 'Høyst 500 tegn.' },
  required: true,
  maxLength: 500,
} as const satisfies TextField;

export const EXTRA_METADATA_COLUMNS = [key, value] as const;

export const documentMetadata = {
  kind: 'list',
  name: 'documentMetadata',
  label: { en: 'Document Metadata', nb: 'Dokumentmetadata' },
  help: {
    en: "Extra metadata of files for the recipient's system, at most 20 for each file.",
    nb: 'Ekstra metadata om filer til mottakerens system, høyst 20 for hver fil.',
  },
  entry: { en: 'Metadata', nb: 'Metadata' },
  required: false,
  group: 'advanced',
  maxEntries: 20 * MOST_FILES,
  columns: [filnavn, key, value],
} as const satisfies ListField;

export const lenker = {
  kind: 'list',
  name: 'lenker',
  label: { en: 'Links', nb: 'Lenker' },
  help: {
    en: 'Shown in the digital message, in order, at most 5.',
    nb: 'Vises i den digitale meldingen, i rekkefølge, høyst 5.',
  },
  entry: { en: 'Link', nb: 'Lenke' },
  required: false,
  group: 'advanced',
  maxEntries: 5,
  columns: [
    {
      kind: 'text',
      name: 'url',
      label: { en: 'URL', nb: 'URL' },
      help: {
        en: 'A whole address, such as https://www.kommunen.no',
        nb: 'En hel adresse, som https://www.kommunen.no',
      },
      required: true,
      maxLength: 1000,
    },
    {
      kind: 'text',
      name: 'tekst',
      label: { en: 'Text', nb: 'Tekst' },
      help: { en: 'What the reader clicks on.', nb: 'Det leseren trykker på.' },
      required: true,
      maxLength: 100,
    },
    {
      kind: 'text',
      name: 'ledetekst',
      label: { en: 'Lead Text', nb: 'Ledetekst' },
      help: { en: 'Stands in front of the link.', nb: 'Står foran lenken.' },
      required: false,
      maxLength: 100,
    },
  ],
} as const satisfies ListField;

export const signering = {
  kind: 'list',
  name: 'signering',
  label: { en: 'Signing', nb: 'Signering' },
  help: {
    en: 'Have the recipient sign one of the files. The signed copy comes back as a new shipment to the organisation in Reply Address.',
    nb: 'La mottakeren signere en av filene. Den signerte kopien kommer tilbake som en ny forsendelse til organisasjonen i Svaradresse.',
  },
  entry: { en: 'Signing', nb: 'Signering' },
  required: false,
  group: 'advanced',
  maxEntries: 1,
  columns: [
    {
      ...filnavn,
      required: false,
      help: { en: 'File to sign. Empty: the first.', nb: 'Filen som signeres. Tom: den første.' },
    },
    {
      kind: 'dateTime',
      name: 'signeringUtloper',
      label: { en: 'Expires', nb: 'Utløper' },
      help: { en: 'At least a day ahead.', nb: 'Minst et døgn frem i tid.' },
      required: true,
    },
    {
      kind: 'choice',
      name: 'signaturType',
      label: { en: 'Kind of Signature', nb: 'Signaturtype' },
      help: { en: 'How strong the signature is.', nb: 'Hvor sterk signaturen er.' },
      required: false,
      choices: [
        { value: 'AUTENTISERT_SIGNATUR', label: { en: 'Authenticated', nb: 'Autentisert' } },
        { value: 'AVANSERT_SIGNATUR', label: { en: 'Advanced', nb: 'Avansert' } },
      ],
      default: 'AUTENTISERT_SIGNATUR',
    },
  ],
} as const satisfies ListField;
