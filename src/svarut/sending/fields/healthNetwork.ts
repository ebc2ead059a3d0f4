/**
 * What only a letter through the health network has (fact sheet svarut §5.2).
 */
import type { ChoiceField, IdentifierField, NumberField, Text, TextField } from '../../../operations/field';
import { foedselsnummer } from './recipients';

const LARGEST_HER_ID = 2_147_483_647;

export const mottakertype = {
  kind: 'choice',
  name: 'mottakertype',
  label: { en: 'Recipient', nb: 'Mottaker' },
  help: { en: 'Who in the health network gets the letter.', nb: 'Hvem i helsenettet som får brevet.' },
  required: true,
  choices: [
    {
      value: 'FASTLEGE',
      label: { en: "The Patient's GP", nb: 'Pasientens fastlege' },
      help: { en: 'SvarUt finds the GP itself.', nb: 'SvarUt finner fastlegen selv.' },
    },
    {
      value: 'HER_ID',
      label: { en: 'A Health Provider by HER-ID', nb: 'En helseaktør med HER-id' },
      help: { en: 'A party in the address register of NHN.', nb: 'En part i adresseregisteret til NHN.' },
    },
  ],
  default: 'FASTLEGE',
} as const satisfies ChoiceField;

export const mottakerHerId = {
  kind: 'number',
  name: 'mottakerHerId',
  label: { en: 'HER-ID', nb: 'HER-id' },
  help: {
    en: 'Of the health provider. Look Up NHN Party tells whether it takes messages.',
    nb: 'Helseaktørens. Slå opp NHN-part forteller om den tar imot meldinger.',
  },
  required: true,
  min: 1,
  max: LARGEST_HER_ID,
  shownWhen: { field: 'mottakertype', is: ['HER_ID'] },
} as const satisfies NumberField;

export const pasientFoedselsnummer = {
  ...foedselsnummer,
  name: 'pasientFoedselsnummer',
  label: { en: "Patient's Identity Number", nb: 'Pasientens fødselsnummer' },
  help: {
    en: 'Whom the letter is about: fødselsnummer or D-number, 11 digits.',
    nb: 'Hvem brevet handler om: fødselsnummer eller D-nummer, 11 siffer.',
  },
} as const satisfies IdentifierField;

const PATIENT: Text = { en: 'Of the patient, at most 30 characters.', nb: 'Pasientens, høyst 30 tegn.' };
const CONTACT: Text = {
  en: 'Of the one in the municipality whom the recipient can ask, at most 30 characters.',
  nb: 'Til den i kommunen som mottakeren kan spørre, høyst 30 tegn.',
};

const name = { kind: 'text', maxLength: 30, required: true } as const;
const middleName = { kind: 'text', maxLength: 30, required: false, group: 'advanced' } as const;

export const pasientFornavn = {
  ...name,
  name: 'pasientFornavn',
  label: { en: "Patient's First Name", nb: 'Pasientens fornavn' },
  help: PATIENT,
} as const satisfies TextField;

export const pasientMellomnavn = {
  ...middleName,
  name: 'pasientMellomnavn',
  label: { en: "Patient's Middle Name", nb: 'Pasientens mellomnavn' },
  help: PATIENT,
} as const satisfies TextField;

export const pasientEtternavn = {
  ...name,
  name: 'pasientEtternavn',
  label: { en: "Patient's Last Name", nb: 'Pasientens etternavn' },
  help: PATIENT,
} as const satisfies TextField;

export const avsenderFornavn = {
  ...name,
  name: 'avsenderFornavn',
  label: { en: "Contact's First Name", nb: 'Kontaktpersonens fornavn' },
  help: CONTACT,
} as const satisfies TextField;

export const avsenderMellomnavn = {
  ...middleName,
  name: 'avsenderMellomnavn',
  label: { en: "Contact's Middle Name", nb: 'Kontaktpersonens mellomnavn' },
  help: CONTACT,
} as const satisfies TextField;

export const avsenderEtternavn = {
  ...name,
  name: 'avsenderEtternavn',
  label: { en: "Contact's Last Name", nb: 'Kontaktpersonens etternavn' },
  help: CONTACT,
} as const satisfies TextField;

export const avsenderTelefonnummer = {
  kind: 'text',
  maxLength: 20,
  required: true,
  name: 'avsenderTelefonnummer',
  label: { en: "Contact's Telephone", nb: 'Kontaktpersonens telefon' },
  help: { en: 'Where the recipient can call.', nb: 'Hvor mottakeren kan ringe.' },
} as const satisfies TextField;

export const beskrivelse = {
  kind: 'text',
  maxLength: 5000,
  required: false,
  group: 'advanced',
  name: 'beskrivelse',
  label: { en: 'Description', nb: 'Beskrivelse' },
  help: { en: 'What the letter is about.', nb: 'Hva brevet handler om.' },
} as const satisfies TextField;
