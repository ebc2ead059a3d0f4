/**
 * What only a search for all who fit takes (fact sheet folkeregister §3.4).
 */
import type { BooleanField, ChoiceField, NumberField, TextField } from '../../operations/field';

/** More the register does not give, and then it gives none. */
export const MOST_HITS = 10_000;

export const kjoenn = {
  kind: 'choice',
  name: 'kjoenn',
  label: { en: 'Sex', nb: 'Kjønn' },
  help: { en: 'As registered.', nb: 'Slik det er registrert.' },
  required: false,
  choices: [
    { value: 'alle', label: { en: 'Both', nb: 'Begge' } },
    { value: 'kvinne', label: { en: 'Female', nb: 'Kvinne' } },
    { value: 'mann', label: { en: 'Male', nb: 'Mann' } },
  ],
  default: 'alle',
} as const satisfies ChoiceField;

const EARLIEST = 1800;
const LATEST = 2200;

export const foedselsaarFraOgMed = {
  kind: 'number',
  name: 'foedselsaarFraOgMed',
  label: { en: 'Born in or After', nb: 'Født fra og med år' },
  help: { en: 'A year.', nb: 'Et årstall.' },
  required: false,
  min: EARLIEST,
  max: LATEST,
} as const satisfies NumberField;

export const foedselsaarTilOgMed = {
  kind: 'number',
  name: 'foedselsaarTilOgMed',
  label: { en: 'Born in or Before', nb: 'Født til og med år' },
  help: { en: 'A year.', nb: 'Et årstall.' },
  required: false,
  min: EARLIEST,
  max: LATEST,
} as const satisfies NumberField;

export const kommunenummer = {
  kind: 'text',
  name: 'kommunenummer',
  label: { en: 'Municipality Number', nb: 'Kommunenummer' },
  help: { en: 'Where the person lives: four digits.', nb: 'Der personen bor: fire siffer.' },
  required: false,
  maxLength: 10,
} as const satisfies TextField;

export const fylkesnummer = {
  kind: 'text',
  name: 'fylkesnummer',
  label: { en: 'County Number', nb: 'Fylkesnummer' },
  help: { en: 'Where the person lives: two digits.', nb: 'Der personen bor: to siffer.' },
  required: false,
  maxLength: 10,
} as const satisfies TextField;

export const returnAll = {
  kind: 'boolean',
  name: 'returnAll',
  label: { en: 'Return All', nb: 'Ta med alle' },
  help: {
    en: 'Whether to give all who fit. The register refuses a search that more than 10 000 fit.',
    nb: 'Om alle som passer, skal være med. Registeret avviser et søk som passer for mer enn 10 000.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

export const limit = {
  kind: 'number',
  name: 'limit',
  label: { en: 'Limit', nb: 'Maks antall' },
  help: { en: 'Max number of results to return.', nb: 'Hvor mange treff resultatet har i høyden.' },
  required: false,
  min: 1,
  max: MOST_HITS,
  default: 50,
  shownWhen: { field: 'returnAll', is: [false] },
} as const satisfies NumberField;

export const inkluderOppholdsadresse = {
  kind: 'boolean',
  name: 'inkluderOppholdsadresse',
  label: { en: 'Search Addresses of Stay', nb: 'Søk i oppholdsadresser' },
  help: {
    en: 'Whether an address of stay counts as well as where the person lives.',
    nb: 'Om en oppholdsadresse teller, i tillegg til der personen bor.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const inkluderDoede = {
  kind: 'boolean',
  name: 'inkluderDoede',
  label: { en: 'Include the Dead', nb: 'Ta med døde' },
  help: { en: 'Whether dead persons are found too.', nb: 'Om døde personer også finnes.' },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const includePersons = {
  kind: 'boolean',
  name: 'includePersons',
  label: { en: 'Look Up the Persons', nb: 'Slå opp personene' },
  help: {
    en: 'Whether to look up everyone found too, up to 1000 in a call. Otherwise the result has only their numbers.',
    nb: 'Om alle som finnes, også skal slås opp, inntil 1000 i ett kall. Ellers har resultatet bare numrene.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;
