/**
 * Noark 5 metadata that a letter to an organisation can carry to the archive at the other end (fact sheet svarut §5.2).
 */
import type { DateTimeField, ListField, NumberField, Text, TextField } from '../../../operations/field';
import { EXTRA_METADATA_COLUMNS } from './contents';

const help: Text = { en: 'Noark 5, as your archive has it.', nb: 'Noark 5, slik arkivet ditt har det.' };

const text = <Name extends string>(name: Name, en: string, nb: string, maxLength = 100) =>
  ({ kind: 'text', name, label: { en, nb }, help, required: false, maxLength }) as const satisfies TextField;

const year = <Name extends string>(name: Name, en: string, nb: string) =>
  ({
    kind: 'number',
    name,
    label: { en, nb },
    help,
    required: false,
    min: 1000,
    max: 3000,
  }) as const satisfies NumberField;

const sequence = <Name extends string>(name: Name, en: string, nb: string) =>
  ({
    kind: 'number',
    name,
    label: { en, nb },
    help,
    required: false,
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
  }) as const satisfies NumberField;

const date = <Name extends string>(name: Name, en: string, nb: string) =>
  ({ kind: 'dateTime', name, label: { en, nb }, help, required: false }) as const satisfies DateTimeField;

const COLUMNS = [
  text('mappeId', 'File ID (mappeID)', 'Mappe-ID'),
  text('mappeSystemId', 'File System ID', 'Mappens system-ID'),
  year('saksaar', 'Case Year', 'Saksår'),
  sequence('sakssekvensnummer', 'Case Sequence Number', 'Sakssekvensnummer'),
  text('systemId', 'System ID', 'System-ID'),
  text('registreringsId', 'Registration ID', 'Registrerings-ID'),
  sequence('journalpostnummer', 'Registry Entry Number', 'Journalpostnummer'),
  year('journalaar', 'Registry Year', 'Journalår'),
  sequence('journalsekvensnummer', 'Registry Sequence Number', 'Journalsekvensnummer'),
  text('journalposttype', 'Registry Entry Type', 'Journalposttype'),
  text('journalstatus', 'Registry Status', 'Journalstatus'),
  date('dokumentetsDato', 'Document Date', 'Dokumentets dato'),
  text('tittel', 'Title', 'Tittel', 1000),
] as const;

const one = { kind: 'list', required: false, group: 'advanced', maxEntries: 1 } as const;

export const metadataForImport = {
  ...one,
  name: 'metadataForImport',
  label: { en: 'Archive Metadata for Import', nb: 'Arkivmetadata for import' },
  help: {
    en: "Where the letter belongs in the recipient's archive, when you know it.",
    nb: 'Hvor brevet hører hjemme i mottakerens arkiv, når du vet det.',
  },
  entry: { en: 'Archive Metadata', nb: 'Arkivmetadata' },
  columns: COLUMNS,
} as const satisfies ListField;

export const metadataFraAvleverendeSystem = {
  ...one,
  name: 'metadataFraAvleverendeSystem',
  label: { en: 'Archive Metadata of the Sender', nb: 'Arkivmetadata fra avsender' },
  help: {
    en: 'How the letter is registered in your own archive.',
    nb: 'Hvordan brevet er journalført i ditt eget arkiv.',
  },
  entry: { en: 'Archive Metadata', nb: 'Arkivmetadata' },
  columns: [
    ...COLUMNS,
    date('journaldato', 'Registry Date', 'Journaldato'),
    text('saksbehandler', 'Case Officer', 'Saksbehandler'),
  ],
} as const satisfies ListField;

export const avsenderMetadata = {
  kind: 'list',
  name: 'ekstraMetadata',
  label: { en: 'Extra Metadata of the Sender', nb: 'Ekstra metadata fra avsender' },
  help: {
    en: 'Further keys and values beside Archive Metadata of the Sender.',
    nb: 'Flere nøkler og verdier ved siden av Arkivmetadata fra avsender.',
  },
  entry: { en: 'Metadata', nb: 'Metadata' },
  required: false,
  group: 'advanced',
  maxEntries: 20,
  columns: EXTRA_METADATA_COLUMNS,
} as const satisfies ListField;
