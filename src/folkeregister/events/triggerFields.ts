/**
 * Where the trigger begins, and what its events come with.
 */
import type { BooleanField, ChoiceField, NumberField } from '../../operations/field';
import { PERSON } from '../fields/shown';
import { fromNumber } from './fields';

export const start = {
  kind: 'choice',
  name: 'start',
  label: { en: 'Begin', nb: 'Begynn' },
  help: {
    en: 'Where to begin the first time. After that it goes on where it was, also over a restart; a change here begins anew from what is chosen.',
    nb: 'Hvor det begynnes første gang. Deretter fortsettes det der det var, også over en omstart; en endring her begynner på nytt fra det som velges.',
  },
  required: false,
  choices: [
    {
      value: 'now',
      label: { en: 'From Now On', nb: 'Fra nå av' },
      help: { en: 'With the next event', nb: 'Med den neste hendelsen' },
    },
    {
      value: 'number',
      label: { en: 'From a Number', nb: 'Fra et nummer' },
      help: {
        en: 'Such as the number at which an extract was made',
        nb: 'For eksempel nummeret et uttrekk ble laget ved',
      },
    },
  ],
  default: 'now',
} as const satisfies ChoiceField;

export const startNumber = {
  kind: 'number',
  name: fromNumber.name,
  label: fromNumber.label,
  help: {
    en: 'The first event to fire on. Numbers belong to the rights package, and those older than 36 months are refused.',
    nb: 'Den første hendelsen som skal meldes. Numrene hører til rettighetspakken, og de som er eldre enn 36 måneder, avvises.',
  },
  required: true,
  min: fromNumber.min,
  max: fromNumber.max,
  shownWhen: { field: start.name, is: ['number'] },
} as const satisfies NumberField;

export const includePerson = {
  kind: 'boolean',
  name: 'includePerson',
  label: { en: 'Look Up the Person', nb: 'Slå opp personen' },
  help: {
    en: 'Whether each event comes with its person as of now. Many events become few calls, and protected addresses are withheld.',
    nb: 'Om hver hendelse kommer med personen slik den er nå. Mange hendelser blir til få kall, og beskyttede adresser holdes tilbake.',
  },
  required: false,
  default: false,
} as const satisfies BooleanField;

const [output, parts, historikk, includeProtectedAddresses, includeProtectionGrade] = PERSON;

const WHEN_INCLUDED = { shownWhen: { field: includePerson.name, is: [true] } } as const;

export const INCLUDED_PERSON = [
  { ...output, ...WHEN_INCLUDED },
  { ...parts, ...WHEN_INCLUDED },
  { ...historikk, ...WHEN_INCLUDED },
  { ...includeProtectedAddresses, ...WHEN_INCLUDED },
  { ...includeProtectionGrade, ...WHEN_INCLUDED },
] as const;
