/**
 * What a user fills in to look up who can be written to (fact sheet svarut §3, 13 to 15).
 */
import type { BooleanField, IdentifierField, NumberField, TextField } from '../../operations/field';

export const organisasjonsnummer = {
  kind: 'identifier',
  identifier: 'organisasjonsnummer',
  name: 'organisasjonsnummer',
  label: { en: 'Organisation Number', nb: 'Organisasjonsnummer' },
  help: {
    en: 'Only the systems of this organisation. Empty: of all organisations.',
    nb: 'Bare systemene til denne organisasjonen. Tom: alle organisasjoner.',
  },
  required: false,
} as const satisfies IdentifierField;

export const forsendelsestype = {
  kind: 'text',
  name: 'forsendelsestype',
  label: { en: 'Shipment Type', nb: 'Forsendelsestype' },
  help: {
    en: 'Only the systems that receive this type, as List Shipment Types gives it. Empty: all types.',
    nb: 'Bare systemene som tar imot denne typen, slik Hent forsendelsestyper gir den. Tom: alle typer.',
  },
  required: false,
  maxLength: 100,
} as const satisfies TextField;

export const niva = {
  kind: 'number',
  name: 'niva',
  label: { en: 'Security Level', nb: 'Sikkerhetsnivå' },
  help: {
    en: 'Only the systems registered for this level: 3 for ordinary letters, 4 for the highest level. Empty: all levels.',
    nb: 'Bare systemene som er registrert for dette nivået: 3 for vanlige brev, 4 for høyeste nivå. Tom: alle nivåer.',
  },
  required: false,
  min: 0,
  max: 9,
} as const satisfies NumberField;

export const herId = {
  kind: 'number',
  name: 'herId',
  label: { en: 'HER-id', nb: 'HER-id' },
  help: {
    en: "The party's number in the health network's address register.",
    nb: 'Nummeret til parten i Adresseregisteret i helsenettet.',
  },
  required: true,
  min: 1,
  max: 2_147_483_647,
  usual: 'herId',
} as const satisfies NumberField;

export const includeRaw = {
  kind: 'boolean',
  name: 'includeRaw',
  label: { en: 'Include the Whole Answer', nb: 'Ta med hele svaret' },
  help: {
    en: 'Return everything the register answered too: certificates, addresses, telephone and the rest.',
    nb: 'Ta med alt registeret svarte: sertifikater, adresser, telefon og resten.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;
