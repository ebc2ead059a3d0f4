/**
 * Whom to look up: one number, a list of them, or a version.
 */
import type { BooleanField, IdentifierField, TextsField } from '../../operations/field';

export const foedselsnummer = {
  kind: 'identifier',
  identifier: 'foedselsnummer',
  name: 'foedselsnummer',
  label: { en: 'National Identity Number', nb: 'Fødselsnummer' },
  help: {
    en: 'Fødselsnummer or D-number, 11 digits. An old number finds the person too; the result has the number that is valid now.',
    nb: 'Fødselsnummer eller D-nummer, 11 siffer. Et gammelt nummer finner også personen; resultatet har det nummeret som gjelder nå.',
  },
  required: true,
  usual: 'foedselsnummer',
} as const satisfies IdentifierField;

export const foedselsnumre = {
  kind: 'texts',
  name: 'foedselsnumre',
  label: { en: 'National Identity Numbers', nb: 'Fødselsnumre' },
  help: {
    en: 'A list of fødselsnummer or D-numbers, or text with commas or new lines between them; at most 10 000. One that is wrong or unknown does not stop the others.',
    nb: 'En liste med fødselsnumre eller D-numre, eller tekst med komma eller linjeskift mellom; høyst 10 000. Et som er feil eller ukjent, stopper ikke de andre.',
  },
  required: true,
  unchecked: true,
  maxLength: 100,
  maxEntries: 10_000,
  usual: 'foedselsnumre',
} as const satisfies TextsField;

export const recheckUnknown = {
  kind: 'boolean',
  name: 'recheckUnknown',
  label: { en: 'Recheck Unknown Numbers', nb: 'Sjekk ukjente numre på nytt' },
  help: {
    en: 'Whether to ask once more, one by one, for numbers that a look-up of many says are unknown. The register may answer so for a number that has been replaced by another; alone it finds the person.',
    nb: 'Om det skal spørres én gang til, enkeltvis, om numre som et samlet oppslag sier er ukjente. Registeret kan svare slik om et nummer som er erstattet av et annet; enkeltvis finner det personen.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const persondokument = {
  kind: 'identifier',
  identifier: 'dokumentidentifikator',
  name: 'persondokument',
  label: { en: 'Person Document', nb: 'Persondokument' },
  help: {
    en: 'Id of the version, 32 characters: persondokument of an event. Not the hendelsesdokument that stands beside it.',
    nb: 'Id-en til versjonen, 32 tegn: persondokument fra en hendelse. Ikke hendelsesdokument som står ved siden av.',
  },
  required: true,
  usual: 'persondokument',
} as const satisfies IdentifierField;
