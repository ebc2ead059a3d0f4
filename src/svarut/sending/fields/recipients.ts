/**
 * Whom a letter is for (fact sheet svarut §5.1, §5.2).
 */
import type { ChoiceField, ChoicesFromField, IdentifierField, JsonField, TextField } from '../../../operations/field';

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

export const recipientFrom = {
  kind: 'choice',
  name: 'recipientFrom',
  label: { en: 'Name and Address', nb: 'Navn og adresse' },
  help: {
    en: 'Where the name and the postal address come from.',
    nb: 'Hvor navnet og postadressen kommer fra.',
  },
  required: false,
  decisive: true,
  choices: [
    {
      value: 'flow',
      label: { en: 'From the Flow', nb: 'Fra flyten' },
      help: { en: 'Given in the fields below.', nb: 'Oppgis i feltene under.' },
    },
    {
      value: 'folkeregister',
      label: { en: 'Looked up When Sending', nb: 'Slås opp ved sending' },
      help: {
        en: 'Folkeregisteret is asked while the letter is sent, so that no address enters the data of the execution. Needs a role that may see name and addresses.',
        nb: 'Folkeregisteret spørres mens brevet sendes, så ingen adresse havner i kjøringens data. Krever en rolle som kan se navn og adresser.',
      },
    },
  ],
  default: 'flow',
} as const satisfies ChoiceField;

const FROM_THE_FLOW = { field: 'recipientFrom', is: ['flow'] } as const;

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

export const navnFromFlow = { ...navn, shownWhen: FROM_THE_FLOW } as const satisfies TextField;
export const postalAddressFromFlow = { ...postalAddress, shownWhen: FROM_THE_FLOW } as const satisfies JsonField;

export const rolleId = {
  kind: 'choicesFrom',
  list: 'roles',
  name: 'rolleId',
  label: { en: 'Folkeregister Role', nb: 'Rolle i Folkeregister' },
  help: {
    en: 'Role for the look-up of the address, instead of the one in the credential.',
    nb: 'Rolle for oppslaget av adressen, i stedet for den i legitimasjonen.',
  },
  required: false,
  shownWhen: { field: 'recipientFrom', is: ['folkeregister'] },
} as const satisfies ChoicesFromField;

export const organisasjonsnummer = {
  kind: 'identifier',
  identifier: 'organisasjonsnummer',
  name: 'organisasjonsnummer',
  label: { en: 'Organisation Number', nb: 'Organisasjonsnummer' },
  help: {
    en: 'Who the letter is for: 9 digits, registered in Enhetsregisteret.',
    nb: 'Hvem brevet er til: 9 siffer, registrert i Enhetsregisteret.',
  },
  required: true,
  usual: 'organisasjonsnummer',
} as const satisfies IdentifierField;

export const printAddress = {
  ...postalAddress,
  required: true,
  help: {
    en: 'Where the letter is posted. An object with adresselinje1 to 3, postnummer, poststed and, abroad, landkode.',
    nb: 'Hvor brevet postlegges. Et objekt med adresselinje1 til 3, postnummer, poststed og, i utlandet, landkode.',
  },
} as const satisfies JsonField;
