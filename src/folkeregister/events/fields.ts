/**
 * Which events of the register to read, and what of them to show.
 */
import type {
  BooleanField,
  ChoicesField,
  IdentifierField,
  NumberField,
  TextField,
  TextsField,
} from '../../operations/field';
import { PERSON } from '../fields/shown';
import { EVENT_TYPES } from './types';

export const fromNumber = {
  kind: 'number',
  name: 'fromNumber',
  label: { en: 'From Number (sekvensnummer)', nb: 'Fra nummer (sekvensnummer)' },
  help: {
    en: 'The number the page begins with. The result of one page tells where the next begins; Get Latest Event Number tells where the feed ends. Numbers belong to the rights package, and those older than 36 months are refused.',
    nb: 'Nummeret siden begynner med. Resultatet av en side sier hvor den neste begynner; Hent siste hendelsesnummer sier hvor listen slutter. Numrene hører til rettighetspakken, og de som er eldre enn 36 måneder, avvises.',
  },
  required: true,
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  usual: 'nextNumber',
} as const satisfies NumberField;

export const eventTypes = {
  kind: 'choices',
  name: 'eventTypes',
  label: { en: 'Event Types (None: All)', nb: 'Hendelsestyper (ingen: alle)' },
  help: {
    en: 'Which events to give. None chosen here or below: all of them.',
    nb: 'Hvilke hendelser som skal gis. Ingen valgt her eller under: alle.',
  },
  required: false,
  choices: EVENT_TYPES,
  default: [],
} as const satisfies ChoicesField;

export const otherEventTypes = {
  kind: 'texts',
  name: 'otherEventTypes',
  label: { en: 'Other Event Types', nb: 'Andre hendelsestyper' },
  help: {
    en: 'Types that are not in the list, as the register writes them (hendelsetype), with commas between. The register adds types without a new version.',
    nb: 'Typer som ikke er i listen, slik registeret skriver dem (hendelsetype), med komma mellom. Registeret tar i bruk nye typer uten ny versjon.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
  maxEntries: 50,
} as const satisfies TextsField;

export const etag = {
  kind: 'text',
  name: 'etag',
  label: { en: 'ETag', nb: 'ETag' },
  help: {
    en: 'What an earlier result from the same number gave as etag. If nothing has come since, the register does not send the page again.',
    nb: 'Det et tidligere resultat fra samme nummer ga som etag. Hvis ingenting har kommet siden, sender registeret ikke siden på nytt.',
  },
  required: false,
  group: 'advanced',
  maxLength: 200,
} as const satisfies TextField;

export const hendelsesdokument = {
  kind: 'identifier',
  identifier: 'dokumentidentifikator',
  name: 'hendelsesdokument',
  label: { en: 'Event Document', nb: 'Hendelsesdokument' },
  help: {
    en: 'Id of the document, 32 characters: hendelsesdokument of an event. Not the persondokument that stands beside it.',
    nb: 'Id-en til dokumentet, 32 tegn: hendelsesdokument fra en hendelse. Ikke persondokument som står ved siden av.',
  },
  required: true,
  usual: 'hendelsesdokument',
} as const satisfies IdentifierField;

const [, , , protectedAddresses, protectionGrade] = PERSON;

/** An event does not tell whether its person is protected. */
export const includeProtectedAddresses = {
  ...protectedAddresses,
  help: {
    en: 'Whether addresses in the document are in the result. An event does not tell whether its person is protected, so without this no address is, open or not: look the person up instead.',
    nb: 'Om adresser i dokumentet er med i resultatet. En hendelse sier ikke om personen er beskyttet, så uten dette er ingen adresse med, åpen eller ikke: slå heller opp personen.',
  },
} as const satisfies BooleanField;

export const includeProtectionGrade = protectionGrade;
