/**
 * What keeps a letter from being sent twice, or at all (design: a letter is sent once).
 */
import type { BooleanField, ChoiceField, ChoicesFromField, NumberField, TextField } from '../../../operations/field';

export const eksternReferanse = {
  kind: 'text',
  name: 'eksternReferanse',
  label: { en: 'Reference (eksternReferanse)', nb: 'Referanse (eksternReferanse)' },
  help: {
    en: 'Your own stable key, one for each letter and recipient, such as 2026/101-3-A. A letter with a reference that was sent before is not sent again, so a bare case number is not enough where a case has several letters. Empty: derived from recipient, title and batch name.',
    nb: 'Din egen faste nøkkel, én for hvert brev og hver mottaker, for eksempel 2026/101-3-A. Et brev med en referanse som er sendt før, sendes ikke på nytt, så et saksnummer alene er ikke nok der en sak har flere brev. Tom: utledes av mottaker, tittel og utsendingsnavn.',
  },
  required: false,
  maxLength: 100,
} as const satisfies TextField;

export const batchName = {
  kind: 'text',
  name: 'batchName',
  label: { en: 'Batch Name', nb: 'Utsendingsnavn' },
  help: {
    en: 'Part of the derived reference, when the reference is empty: give a new name when the same title is to be sent to the same recipient again, such as "2026".',
    nb: 'Del av den utledede referansen, når referansen er tom: gi et nytt navn når samme tittel skal til samme mottaker igjen, for eksempel «2026».',
  },
  required: false,
  maxLength: 200,
} as const satisfies TextField;

export const sendOnce = {
  kind: 'choice',
  name: 'sendOnce',
  label: { en: 'Protection Against Duplicates', nb: 'Vern mot dubletter' },
  help: {
    en: 'When SvarUt is asked whether it has the letter already.',
    nb: 'Når SvarUt spørres om den har brevet fra før.',
  },
  required: false,
  decisive: true,
  group: 'advanced',
  choices: [
    {
      value: 'protect',
      label: { en: 'Always', nb: 'Alltid' },
      help: {
        en: 'Before every letter, and after a lost answer.',
        nb: 'Før hvert brev, og etter et tapt svar.',
      },
    },
    {
      value: 'afterAmbiguity',
      label: { en: 'Only After an Ambiguous Failure', nb: 'Bare etter en uklar feil' },
      help: {
        en: 'Not before: a flow that is run again sends again.',
        nb: 'Ikke før: en flyt som kjøres på nytt, sender på nytt.',
      },
    },
    {
      value: 'off',
      label: { en: 'Never', nb: 'Aldri' },
      help: {
        en: 'Every input is a letter. A lost answer ends as unknown.',
        nb: 'Hver inndata er et brev. Et tapt svar ender som ukjent.',
      },
    },
  ],
  default: 'protect',
} as const satisfies ChoiceField;

export const windowDays = {
  kind: 'number',
  name: 'windowDays',
  label: { en: 'Duplicate Window (Days)', nb: 'Dublettvindu (dager)' },
  help: {
    en: 'A letter with the same reference that is older than this does not count as the same letter.',
    nb: 'Et brev med samme referanse som er eldre enn dette, regnes ikke som samme brev.',
  },
  required: false,
  group: 'advanced',
  min: 1,
  max: 3650,
  default: 365,
} as const satisfies NumberField;

export const validateOnly = {
  kind: 'boolean',
  name: 'validateOnly',
  label: { en: 'Validate Only', nb: 'Bare valider' },
  help: {
    en: 'Whether to do everything but the sending: every check, the look-ups, and totals for the whole batch.',
    nb: 'Om alt skal gjøres bortsett fra selve sendingen: alle kontroller, oppslagene, og summer for hele utsendingen.',
  },
  required: false,
  decisive: true,
  default: false,
} as const satisfies BooleanField;

export const pauseAfter = {
  kind: 'number',
  name: 'pauseAfter',
  label: { en: 'Pause After (Pilot)', nb: 'Stopp etter (pilot)' },
  help: {
    en: 'How many new letters an execution sends at most; the rest end as ERR_PAUSED. Look at the first ones, then run again without it: those that were sent are not sent again.',
    nb: 'Hvor mange nye brev en kjøring sender; resten ender som ERR_PAUSED. Se på de første, og kjør så på nytt uten: de som er sendt, sendes ikke igjen.',
  },
  required: false,
  decisive: true,
  group: 'advanced',
  min: 1,
  max: 1_000_000,
} as const satisfies NumberField;

export const kontoId = {
  kind: 'choicesFrom',
  list: 'accounts',
  name: 'kontoId',
  label: { en: 'Account', nb: 'Konto' },
  help: {
    en: 'SvarUt account to use instead of the one in the credential.',
    nb: 'SvarUt-konto som brukes i stedet for den i legitimasjonen.',
  },
  required: false,
  group: 'advanced',
} as const satisfies ChoicesFromField;
