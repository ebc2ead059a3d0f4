/**
 * What the rule must know beside the person.
 */
import type { ChoiceField } from '../../operations/field';

export const matter = {
  kind: 'choice',
  name: 'matter',
  label: { en: 'The Letter Is About', nb: 'Brevet gjelder' },
  help: {
    en: 'What the letter is about, so that the mandates of guardians can be weighed.',
    nb: 'Hva brevet gjelder, slik at mandatene til verger kan vurderes.',
  },
  required: false,
  choices: [
    {
      value: 'personal',
      label: { en: 'Personal Matters', nb: 'Personlige forhold' },
      help: { en: 'Care, school and the like', nb: 'Omsorg, skole og lignende' },
    },
    {
      value: 'economic',
      label: { en: 'Economic Matters', nb: 'Økonomiske forhold' },
      help: { en: 'Money, property, fees and the like', nb: 'Penger, eiendom, avgifter og lignende' },
    },
    {
      value: 'both',
      label: { en: 'Both, or Not Decided', nb: 'Begge deler, eller ikke avgjort' },
      help: {
        en: 'A guardian with a mandate for one of them alone is then for you to weigh',
        nb: 'En verge med mandat for bare den ene delen må du da vurdere selv',
      },
    },
  ],
  default: 'both',
} as const satisfies ChoiceField;
