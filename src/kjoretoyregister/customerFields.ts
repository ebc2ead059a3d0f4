/**
 * What a user fills in to search for customers only (fact sheet kjoretoy §2.2).
 */
import type { BooleanField, ChoiceField, TextField } from '../operations/field';

export const kommune = {
  kind: 'text',
  name: 'kommune',
  label: { en: 'Municipality', nb: 'Kommune' },
  help: {
    en: 'Only owners in this municipality; its name, not its number.',
    nb: 'Bare eiere i denne kommunen; navnet, ikke nummeret.',
  },
  required: false,
  group: 'advanced',
  maxLength: 100,
} as const satisfies TextField;

const exactName = <Name extends string>(name: Name, en: string, nb: string) =>
  ({
    kind: 'text',
    name,
    label: { en, nb },
    help: {
      en: 'Exactly as registered. Cannot be used together with the whole name.',
      nb: 'Nøyaktig slik det er registrert. Kan ikke brukes sammen med hele navnet.',
    },
    required: false,
    group: 'advanced',
    maxLength: 200,
  }) as const satisfies TextField;

export const fornavn = exactName('fornavn', 'First Name', 'Fornavn');
export const mellomnavn = exactName('mellomnavn', 'Middle Name', 'Mellomnavn');
export const etternavn = exactName('etternavn', 'Last Name', 'Etternavn');

export const fonetisk = {
  kind: 'boolean',
  name: 'fonetisk',
  label: { en: 'Sounds Like', nb: 'Fonetisk søk' },
  help: {
    en: 'Whether names that sound like the whole name are hits too.',
    nb: 'Om navn som høres ut som hele navnet også er treff.',
  },
  required: false,
  group: 'advanced',
  default: false,
} as const satisfies BooleanField;

export const kjonn = {
  kind: 'choice',
  name: 'kjonn',
  label: { en: 'Sex', nb: 'Kjønn' },
  help: {
    en: 'Only where the search is among people alone.',
    nb: 'Bare når det søkes blant personer alene.',
  },
  required: false,
  group: 'advanced',
  choices: [
    { value: 'ALLE', label: { en: 'Any', nb: 'Alle' } },
    { value: 'K', label: { en: 'Women', nb: 'Kvinner' } },
    { value: 'M', label: { en: 'Men', nb: 'Menn' } },
  ],
  default: 'ALLE',
} as const satisfies ChoiceField;
