/**
 * Which job to go on with, and how much of an extract to give.
 */
import type { BooleanField, ChoiceField, NumberField, TextField } from '../../operations/field';
import * as general from '../fields/search';
import { PERSON } from '../fields/shown';
import { ORDERED, orderedExtract } from './criteriaFields';

export const extract = {
  ...orderedExtract,
  choices: [
    ...ORDERED,
    {
      value: 'job',
      label: { en: 'Go On With a Job', nb: 'Fortsett med en jobb' },
      help: {
        en: 'One that is ordered already, from its beginning or from where a result ended',
        nb: 'Et som er bestilt fra før, fra begynnelsen eller der et resultat sluttet',
      },
    },
  ],
} as const satisfies ChoiceField;

export const goOnFrom = {
  kind: 'text',
  name: 'goOnFrom',
  label: { en: 'Go On From', nb: 'Fortsett fra' },
  help: {
    en: 'The goOnFrom of the result before, or the jobId of Order Extract or of an error.',
    nb: 'goOnFrom fra forrige resultat, eller jobId fra Bestill uttrekk eller fra en feil.',
  },
  required: true,
  maxLength: 200,
  usual: 'goOnFrom',
  shownWhen: { field: extract.name, is: ['job'] },
} as const satisfies TextField;

const returnAll = {
  ...general.returnAll,
  help: {
    en: 'Whether everyone is in one result. With their persons a large municipality needs much memory: then set a limit, and go on from where each result ends.',
    nb: 'Om alle skal være i ett resultat. Med personene trenger en stor kommune mye minne: sett da en grense, og fortsett der hvert resultat slutter.',
  },
} as const satisfies BooleanField;

const limit = { ...general.limit, max: 100_000 } as const satisfies NumberField;

export const includePersons = {
  ...general.includePersons,
  help: {
    en: 'Whether to look up everyone in the extract too, 1000 in a call. Otherwise the result has only their numbers.',
    nb: 'Om alle i uttrekket også skal slås opp, 1000 i ett kall. Ellers har resultatet bare numrene.',
  },
} as const satisfies BooleanField;

const [output, parts, historikk, includeProtectedAddresses, includeProtectionGrade] = PERSON;

const WITH_PERSONS = { shownWhen: { field: includePersons.name, is: [true] } } as const;

export const GIVEN = [
  returnAll,
  limit,
  includePersons,
  { ...output, ...WITH_PERSONS },
  { ...parts, ...WITH_PERSONS },
  { ...historikk, ...WITH_PERSONS },
  { ...includeProtectedAddresses, ...WITH_PERSONS },
  { ...includeProtectionGrade, ...WITH_PERSONS },
] as const;

export const waitMinutes = {
  kind: 'number',
  name: 'waitMinutes',
  label: { en: 'Wait for a Batch (Minutes)', nb: 'Vent på en del (minutter)' },
  help: {
    en: 'How long to wait for each batch the register has not made yet. After that the run fails with the job id, to go on with later.',
    nb: 'Hvor lenge det ventes på hver del registeret ikke har laget ennå. Deretter feiler kjøringen med jobb-id-en, som det kan fortsettes med senere.',
  },
  required: false,
  group: 'advanced',
  min: 0,
  max: 1440,
  default: 15,
} as const satisfies NumberField;

export const jobId = {
  kind: 'text',
  name: 'jobId',
  label: { en: 'Job ID', nb: 'Jobb-id' },
  help: { en: 'The jobId of Order Extract.', nb: 'jobId fra Bestill uttrekk.' },
  required: true,
  maxLength: 200,
  usual: 'jobId',
} as const satisfies TextField;

export const batchNumber = {
  kind: 'number',
  name: 'batchNumber',
  label: { en: 'Batch Number', nb: 'Nummer på delen' },
  help: {
    en: 'Which batch, counted from 0. The nextBatch of the result before tells which comes next.',
    nb: 'Hvilken del, talt fra 0. nextBatch i forrige resultat sier hvilken som er den neste.',
  },
  required: false,
  min: 0,
  max: 999_999_999,
  default: 0,
  usual: 'nextBatch',
} as const satisfies NumberField;
