/**
 * What of a person to ask for, and in which form to give it: for every operation that gives persons.
 */
import type { BooleanField, ChoiceField, ChoicesField } from '../../operations/field';
import { PARTS } from '../parts';

/** What the first results were made of, and no more. */
const DEFAULT_PARTS = [
  'navn',
  'status',
  'foedsel',
  'bostedsadresse',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
];

const output = {
  kind: 'choice',
  name: 'output',
  label: { en: 'Output', nb: 'Resultat' },
  help: {
    en: 'How persons are given. Protected addresses are withheld from every form.',
    nb: 'Hvordan personer gis. Beskyttede adresser holdes tilbake i alle former.',
  },
  required: false,
  choices: [
    {
      value: 'simplified',
      label: { en: 'Simplified', nb: 'Forenklet' },
      help: {
        en: 'Current values of the parts asked for, and a postal address ready for SvarUt',
        nb: 'Gjeldende verdier av opplysningene det spørres om, og en postadresse klar for SvarUt',
      },
    },
    {
      value: 'raw',
      label: { en: 'Raw', nb: 'Rå' },
      help: { en: 'The document as the register sends it', nb: 'Dokumentet slik registeret sender det' },
    },
    {
      value: 'selected',
      label: { en: 'Selected Parts', nb: 'Valgte opplysninger' },
      help: {
        en: "The current entries of each part, under the register's own names",
        nb: 'De gjeldende verdiene av hver opplysning, med registerets egne navn',
      },
    },
    {
      value: 'xml',
      label: { en: 'XML', nb: 'XML' },
      help: {
        en: 'As the register writes it, one person per call; nothing of it where anything is withheld',
        nb: 'Slik registeret skriver det, én person per kall; ingenting av det der noe holdes tilbake',
      },
    },
  ],
  default: 'simplified',
} as const satisfies ChoiceField;

const parts = {
  kind: 'choices',
  name: 'parts',
  label: { en: 'Parts', nb: 'Opplysninger' },
  help: {
    en: 'What to ask the register for. Ask for as little as the case needs: the role must allow every part, and every look-up is logged. Address protection is always asked for together with an address.',
    nb: 'Hva registeret skal spørres om. Be om så lite som saken trenger: rollen må tillate hver opplysning, og hvert oppslag logges. Adressebeskyttelse tas alltid med når det spørres om en adresse.',
  },
  required: false,
  choices: PARTS,
  default: DEFAULT_PARTS,
} as const satisfies ChoicesField;

const historikk = {
  kind: 'boolean',
  name: 'historikk',
  label: { en: 'Include History', nb: 'Ta med historikk' },
  help: {
    en: 'Whether to ask for what is no longer valid too: former names, addresses and numbers. The role must allow historikk.',
    nb: 'Om det også skal spørres om det som ikke lenger gjelder: tidligere navn, adresser og nummer. Rollen må tillate historikk.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const includeProtectedAddresses = {
  kind: 'boolean',
  name: 'includeProtectedAddresses',
  label: { en: 'Include Protected Addresses', nb: 'Ta med beskyttede adresser' },
  help: {
    en: 'Whether addresses that are protected, or graded anything but open, are in the result too. Only for a flow that needs them itself, keeps no execution data and shows them to nobody without a need.',
    nb: 'Om adresser som er beskyttet, eller gradert som noe annet enn åpne, også er i resultatet. Bare for en flyt som selv trenger dem, ikke lagrer kjøringsdata og ikke viser dem til noen uten tjenstlig behov.',
  },
  caution: {
    en: 'A protected address that leaks can cost a life.',
    nb: 'En beskyttet adresse på avveie kan koste liv.',
  },
  notForAi: true,
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

const includeProtectionGrade = {
  kind: 'boolean',
  name: 'includeProtectionGrade',
  label: { en: 'Include Protection Grade', nb: 'Ta med gradering' },
  help: {
    en: 'Whether the result tells how a person or an address is protected. The grade is confidential itself; the flag handleManually is enough for most flows.',
    nb: 'Om resultatet sier hvordan en person eller en adresse er beskyttet. Graderingen er selv taushetsbelagt; flagget handleManually er nok for de fleste flyter.',
  },
  caution: {
    en: 'That somebody is protected, and how, is confidential.',
    nb: 'At noen er beskyttet, og hvordan, er taushetsbelagt.',
  },
  notForAi: true,
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const PERSON = [output, parts, historikk, includeProtectedAddresses, includeProtectionGrade] as const;
