/**
 * How a letter reaches its recipient, who else sees it, and where the answer goes (fact sheet svarut §5.1).
 */
import type { BooleanField, ChoiceField, IdentifierField, ListField, TextField } from '../../../operations/field';

export const kunDigitalLevering = {
  kind: 'boolean',
  name: 'kunDigitalLevering',
  label: { en: 'Only Digital Delivery', nb: 'Kun digital levering' },
  help: {
    en: 'Never print the letter. If no digital channel works it ends as IKKE_LEVERT, which only Get Status shows.',
    nb: 'Skriv aldri ut brevet. Virker ingen digital kanal, ender det som IKKE_LEVERT, og det ser du bare med Hent status.',
  },
  required: false,
  decisive: true,
  default: false,
} as const satisfies BooleanField;

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

export const sikkerhetsniva = {
  kind: 'choice',
  name: 'sikkerhetsniva',
  label: { en: 'Security Level', nb: 'Sikkerhetsnivå' },
  help: {
    en: 'How the recipient must log in to open the letter.',
    nb: 'Hvordan mottakeren må logge inn for å åpne brevet.',
  },
  required: false,
  decisive: true,
  group: 'advanced',
  choices: [
    { value: 'BETYDELIG', label: { en: 'Substantial (Level 3)', nb: 'Betydelig (nivå 3)' } },
    {
      value: 'HOYESTE',
      label: { en: 'High (Level 4)', nb: 'Høyeste (nivå 4)' },
      help: { en: 'Encrypts the files as well.', nb: 'Krypterer også filene.' },
    },
  ],
  default: 'BETYDELIG',
} as const satisfies ChoiceField;

export const kryptert = {
  kind: 'boolean',
  name: 'kryptert',
  label: { en: 'Encrypt Files', nb: 'Krypter filer' },
  help: {
    en: "Whether to encrypt the files with SvarUt's key before they leave. On by itself at the highest security level.",
    nb: 'Om filene krypteres med SvarUts nøkkel før de sendes. På av seg selv ved høyeste sikkerhetsnivå.',
  },
  required: false,
  decisive: true,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const eksponertFor = {
  kind: 'list',
  name: 'eksponertFor',
  label: { en: 'Also Visible To', nb: 'Eksponert for' },
  help: {
    en: 'Others who get to see the letter, each with an identity number or an organisation number.',
    nb: 'Andre som får se brevet, hver med fødselsnummer eller organisasjonsnummer.',
  },
  entry: { en: 'Reader', nb: 'Leser' },
  required: false,
  group: 'advanced',
  maxEntries: 1000,
  columns: [
    {
      kind: 'identifier',
      identifier: 'personOrOrganisation',
      name: 'digitalId',
      label: { en: 'Number', nb: 'Nummer' },
      help: {
        en: '11 digits of a person or 9 of an organisation.',
        nb: '11 siffer for en person eller 9 for en organisasjon.',
      },
      required: true,
    },
  ],
} as const satisfies ListField;

const line = (required: boolean) => ({ kind: 'text', required, maxLength: 70 }) as const;
const ADDRESS_HELP = { en: 'Printed as the sender.', nb: 'Trykkes som avsender.' };

export const svarSendesTil = {
  kind: 'list',
  name: 'svarSendesTil',
  label: { en: 'Reply Address', nb: 'Svaradresse' },
  help: {
    en: "Where answers go, instead of the account's own address. On paper it is the sender's address.",
    nb: 'Hvor svar går, i stedet for kontoens egen adresse. På papir er det avsenderens adresse.',
  },
  entry: { en: 'Reply Address', nb: 'Svaradresse' },
  required: false,
  group: 'advanced',
  maxEntries: 1,
  columns: [
    {
      kind: 'text',
      name: 'navn',
      label: { en: 'Name', nb: 'Navn' },
      help: ADDRESS_HELP,
      required: true,
      maxLength: 100,
    },
    {
      kind: 'choice',
      name: 'type',
      label: { en: 'Kind', nb: 'Type' },
      help: { en: 'What the number is.', nb: 'Hva nummeret er.' },
      required: false,
      choices: [
        { value: 'ORGANISASJON', label: { en: 'Organisation', nb: 'Organisasjon' } },
        { value: 'PERSON', label: { en: 'Person', nb: 'Person' } },
        { value: 'NHN_MOTTAKER', label: { en: 'Health Provider (HER-ID)', nb: 'Helseaktør (HER-id)' } },
      ],
      default: 'ORGANISASJON',
    },
    {
      kind: 'text',
      name: 'digitalId',
      label: { en: 'Number', nb: 'Nummer' },
      help: {
        en: 'Organisation number, identity number or HER-ID.',
        nb: 'Organisasjonsnummer, fødselsnummer eller HER-id.',
      },
      required: true,
      maxLength: 20,
    },
    { ...line(true), name: 'adresselinje1', label: { en: 'Address Line 1', nb: 'Adresselinje 1' }, help: ADDRESS_HELP },
    {
      ...line(false),
      name: 'adresselinje2',
      label: { en: 'Address Line 2', nb: 'Adresselinje 2' },
      help: ADDRESS_HELP,
    },
    {
      ...line(false),
      name: 'adresselinje3',
      label: { en: 'Address Line 3', nb: 'Adresselinje 3' },
      help: ADDRESS_HELP,
    },
    {
      kind: 'text',
      name: 'postnummer',
      label: { en: 'Postal Code', nb: 'Postnummer' },
      help: ADDRESS_HELP,
      required: false,
      maxLength: 20,
    },
    { ...line(true), name: 'poststed', label: { en: 'Postal Town', nb: 'Poststed' }, help: ADDRESS_HELP },
    {
      kind: 'text',
      name: 'landkode',
      label: { en: 'Country Code', nb: 'Landkode' },
      help: { en: 'Two letters. Empty: Norway.', nb: 'To bokstaver. Tom: Norge.' },
      required: false,
      maxLength: 2,
    },
  ],
} as const satisfies ListField;

export const kanSvareViaEdialog = {
  kind: 'boolean',
  name: 'kanSvareViaEdialog',
  label: { en: 'Reply by eDialog', nb: 'Kan svare via eDialog' },
  help: {
    en: 'Whether the recipient gets a link to answer with. The answer comes as a new shipment to the organisation in Reply Address.',
    nb: 'Om mottakeren får en lenke å svare med. Svaret kommer som en ny forsendelse til organisasjonen i Svaradresse.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const svarPaForsendelseId = {
  kind: 'identifier',
  identifier: 'uuid',
  name: 'svarPaForsendelseId',
  label: { en: 'In Reply To', nb: 'Svar på forsendelse' },
  help: { en: 'Id of the shipment that this letter answers.', nb: 'Id-en til forsendelsen dette brevet svarer på.' },
  required: false,
  group: 'advanced',
} as const satisfies IdentifierField;

export const korrelasjonsid = {
  kind: 'text',
  name: 'korrelasjonsid',
  label: { en: 'Correlation ID', nb: 'Korrelasjonsid' },
  help: {
    en: "Groups letters in SvarUt's own pages, such as all of a mailing. Nothing personal.",
    nb: 'Grupperer brev i SvarUts egne sider, for eksempel alle i en utsending. Ingenting personlig.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

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

export const avgivendeSystemAktor = {
  kind: 'text',
  name: 'avgivendeSystemAktor',
  label: { en: 'Sending Actor', nb: 'Avgivende aktør' },
  help: {
    en: 'Who sent the letter from that system: a role or a unit.',
    nb: 'Hvem som sendte brevet fra systemet: en rolle eller en enhet.',
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

export const forsendelsestype = {
  kind: 'text',
  name: 'forsendelsestype',
  label: { en: 'Shipment Type', nb: 'Forsendelsestype' },
  help: {
    en: 'One of those that List Shipment Types gives; decides which of the receiving systems gets the letter.',
    nb: 'En av dem Hent forsendelsestyper gir; avgjør hvilket mottakersystem som får brevet.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

export const taushetsbelagtPost = {
  kind: 'boolean',
  name: 'taushetsbelagtPost',
  label: { en: 'Confidential Post', nb: 'Taushetsbelagt post' },
  help: {
    en: "Whether Altinn's service for confidential post is used. The recipient must have set up who may read it.",
    nb: 'Om Altinns tjeneste for taushetsbelagt post brukes. Mottakeren må ha gitt noen tilgang til å lese den.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;
