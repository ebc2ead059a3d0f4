/**
 * Which extract to order, and whom it is to be about.
 */
import type { ChoiceField, ChoicesField, NumberField, TextField } from '../../operations/field';
import * as general from '../fields/search';

/** What can be ordered. */
export const ORDERED = [
  {
    value: 'bostedskommune',
    label: { en: 'Those Who Live in a Municipality', nb: 'De som bor i en kommune' },
    help: { en: 'By residential address (bostedskommune)', nb: 'Etter bostedsadresse (bostedskommune)' },
  },
  {
    value: 'oppholdskommune',
    label: { en: 'Those Who Stay in a Municipality', nb: 'De som oppholder seg i en kommune' },
    help: { en: 'By address of stay (oppholdskommune)', nb: 'Etter oppholdsadresse (oppholdskommune)' },
  },
  {
    value: 'wholeCountry',
    label: { en: 'Those in the Whole Country', nb: 'De i hele landet' },
    help: { en: 'Whoever fits the criteria', nb: 'Alle som passer med kriteriene' },
  },
  {
    value: 'complete',
    label: { en: 'Everything (komplett)', nb: 'Alt (komplett)' },
    help: {
      en: 'Every person of the rights package, dead ones too. Only with legal basis, and not for daily use',
      nb: 'Alle personer i rettighetspakken, også døde. Bare med hjemmel, og ikke til daglig bruk',
    },
  },
] as const;

export const orderedExtract = {
  kind: 'choice',
  name: 'extract',
  label: { en: 'Extract (uttrekk)', nb: 'Uttrekk' },
  help: {
    en: 'Whom it is about. The register makes an extract in its own time, and at most ten at once for an organisation.',
    nb: 'Hvem det handler om. Registeret lager et uttrekk i sitt eget tempo, og høyst ti om gangen for en virksomhet.',
  },
  required: false,
  choices: ORDERED,
  default: 'bostedskommune',
} as const satisfies ChoiceField;

const TAILORED = {
  shownWhen: { field: orderedExtract.name, is: ['bostedskommune', 'oppholdskommune', 'wholeCountry'] },
} as const;

const MUNICIPALITY = {
  kind: 'text',
  help: { en: 'Four digits.', nb: 'Fire siffer.' },
  required: true,
  maxLength: 10,
} as const;

const bostedskommunenummer = {
  ...MUNICIPALITY,
  name: 'bostedskommunenummer',
  label: { en: 'Municipality of Residence', nb: 'Bostedskommune' },
  shownWhen: { field: orderedExtract.name, is: ['bostedskommune'] },
} as const satisfies TextField;

const oppholdskommunenummer = {
  ...MUNICIPALITY,
  name: 'oppholdskommunenummer',
  label: { en: 'Municipality of Stay', nb: 'Oppholdskommune' },
  shownWhen: { field: orderedExtract.name, is: ['oppholdskommune'] },
} as const satisfies TextField;

const personstatustyper = {
  kind: 'choices',
  name: 'personstatustyper',
  label: { en: 'Person Statuses', nb: 'Personstatuser' },
  help: {
    en: 'Whom to include. The register wants at least one; none chosen means residents.',
    nb: 'Hvem som skal være med. Registeret vil ha minst én; ingen valgt betyr bosatte.',
  },
  required: false,
  choices: [
    { value: 'bosatt', label: { en: 'Resident (bosatt)', nb: 'Bosatt' } },
    {
      value: 'aktiv',
      label: { en: 'Active (aktiv)', nb: 'Aktiv' },
      help: {
        en: 'D-numbers in use, registered at birth, not resident and missing',
        nb: 'D-nummer i bruk, fødselsregistrert, ikke bosatt og forsvunnet',
      },
    },
    { value: 'inaktiv', label: { en: 'Inactive D-Number (inaktiv)', nb: 'Inaktivt D-nummer (inaktiv)' } },
    { value: 'utflyttet', label: { en: 'Emigrated (utflyttet)', nb: 'Utflyttet' } },
    { value: 'doed', label: { en: 'Dead (doed)', nb: 'Død' } },
  ],
  default: ['bosatt'],
  ...TAILORED,
} as const satisfies ChoicesField;

const sivilstandstype = {
  kind: 'choice',
  name: 'sivilstandstype',
  label: { en: 'Civil Status', nb: 'Sivilstand' },
  help: { en: 'As registered.', nb: 'Slik den er registrert.' },
  required: false,
  group: 'advanced',
  choices: [
    { value: 'alle', label: { en: 'Any', nb: 'Alle' } },
    { value: 'uoppgitt', label: { en: 'Not Stated', nb: 'Uoppgitt' } },
    { value: 'ugift', label: { en: 'Unmarried', nb: 'Ugift' } },
    { value: 'gift', label: { en: 'Married', nb: 'Gift' } },
    { value: 'enkeEllerEnkemann', label: { en: 'Widow or Widower', nb: 'Enke eller enkemann' } },
    { value: 'skilt', label: { en: 'Divorced', nb: 'Skilt' } },
    { value: 'separert', label: { en: 'Separated', nb: 'Separert' } },
    { value: 'registrertPartner', label: { en: 'Registered Partner', nb: 'Registrert partner' } },
    { value: 'separertPartner', label: { en: 'Separated Partner', nb: 'Separert partner' } },
    { value: 'skiltPartner', label: { en: 'Divorced Partner', nb: 'Skilt partner' } },
    { value: 'gjenlevendePartner', label: { en: 'Surviving Partner', nb: 'Gjenlevende partner' } },
  ],
  default: 'alle',
  ...TAILORED,
} as const satisfies ChoiceField;

const statsborgerskap = {
  kind: 'text',
  name: 'statsborgerskap',
  label: { en: 'Citizenship', nb: 'Statsborgerskap' },
  help: { en: 'A country in three letters, such as POL.', nb: 'Et land med tre bokstaver, for eksempel POL.' },
  required: false,
  group: 'advanced',
  maxLength: 10,
  ...TAILORED,
} as const satisfies TextField;

const doedsaarFraOgMed = {
  ...general.foedselsaarFraOgMed,
  name: 'doedsaarFraOgMed',
  label: { en: 'Died in or After', nb: 'Død fra og med år' },
  group: 'advanced',
  ...TAILORED,
} as const satisfies NumberField;

const doedsaarTilOgMed = {
  ...general.foedselsaarTilOgMed,
  name: 'doedsaarTilOgMed',
  label: { en: 'Died in or Before', nb: 'Død til og med år' },
  group: 'advanced',
  ...TAILORED,
} as const satisfies NumberField;

const feedsekvensnr = {
  kind: 'number',
  name: 'feedsekvensnr',
  label: { en: 'Event Number (feedsekvensnr)', nb: 'Hendelsesnummer (feedsekvensnr)' },
  help: {
    en: 'The event the complete extract is made at; empty: the newest. Whoever follows the events afterwards begins with it.',
    nb: 'Hendelsen det komplette uttrekket lages ved; tomt: den nyeste. Den som følger hendelsene etterpå, begynner med den.',
  },
  required: false,
  group: 'advanced',
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  shownWhen: { field: orderedExtract.name, is: ['complete'] },
} as const satisfies NumberField;

/** After the choice of the extract, which they depend on. */
export const CRITERIA = [
  bostedskommunenummer,
  oppholdskommunenummer,
  personstatustyper,
  { ...general.kjoenn, ...TAILORED },
  { ...general.foedselsaarFraOgMed, ...TAILORED },
  { ...general.foedselsaarTilOgMed, ...TAILORED },
] as const;

export const MORE_CRITERIA = [
  sivilstandstype,
  statsborgerskap,
  doedsaarFraOgMed,
  doedsaarTilOgMed,
  feedsekvensnr,
] as const;
