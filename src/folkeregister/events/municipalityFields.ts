/**
 * What KS is asked about a municipality.
 */
import type { ChoiceField, DateTimeField, TextField, TextsField } from '../../operations/field';

export const hendelsestype = {
  kind: 'choice',
  name: 'hendelsestype',
  label: { en: 'What Happened', nb: 'Hva som skjedde' },
  help: { en: 'The kind of event, as KS counts them.', nb: 'Hva slags hendelse, slik KS teller dem.' },
  required: false,
  choices: [
    { value: 'FLYTTET_TIL_KOMMUNE', label: { en: 'Moved In', nb: 'Flyttet til kommunen' } },
    { value: 'FLYTTET_FRA_KOMMUNE', label: { en: 'Moved Out', nb: 'Flyttet fra kommunen' } },
    { value: 'DOED', label: { en: 'Died', nb: 'Død' } },
    { value: 'FOEDT', label: { en: 'Born', nb: 'Født' } },
  ],
  default: 'FLYTTET_TIL_KOMMUNE',
} as const satisfies ChoiceField;

export const fraDato = {
  kind: 'dateTime',
  name: 'fraDato',
  label: { en: 'Since', nb: 'Fra og med' },
  help: {
    en: 'The first day, such as 2026-11-01. There is no last day: who asks again must tell what is new by the numbers had before.',
    nb: 'Den første dagen, for eksempel 2026-11-01. Det finnes ingen siste dag: den som spør igjen, må selv se hva som er nytt ut fra numrene fra før.',
  },
  required: true,
} as const satisfies DateTimeField;

export const kommunenummer = {
  kind: 'text',
  name: 'kommunenummer',
  label: { en: 'Municipality Number', nb: 'Kommunenummer' },
  help: { en: 'Four digits.', nb: 'Fire siffer.' },
  required: true,
  maxLength: 10,
} as const satisfies TextField;

export const kommunenumre = {
  kind: 'texts',
  name: 'kommunenumre',
  label: { en: 'Municipality Numbers', nb: 'Kommunenumre' },
  help: {
    en: 'Four digits each, with commas between where there are several.',
    nb: 'Fire siffer hver, med komma mellom der det er flere.',
  },
  required: true,
  maxLength: 10,
  maxEntries: 400,
} as const satisfies TextsField;

const WHO_MOVED = {
  required: false,
  group: 'advanced',
  shownWhen: { field: hendelsestype.name, is: ['FLYTTET_TIL_KOMMUNE', 'FLYTTET_FRA_KOMMUNE'] },
} as const;

export const bornFrom = {
  kind: 'dateTime',
  name: 'bornFrom',
  label: { en: 'Born From', nb: 'Født fra og med' },
  help: { en: 'Only those born on this day or later.', nb: 'Bare de som er født denne dagen eller senere.' },
  ...WHO_MOVED,
} as const satisfies DateTimeField;

export const bornTo = {
  kind: 'dateTime',
  name: 'bornTo',
  label: { en: 'Born To', nb: 'Født til og med' },
  help: { en: 'Only those born on this day or earlier.', nb: 'Bare de som er født denne dagen eller tidligere.' },
  ...WHO_MOVED,
} as const satisfies DateTimeField;
