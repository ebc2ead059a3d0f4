/**
 * Validate Identity Number: what the digits alone can tell. Asks nobody.
 */
import type { TextField } from '../../operations/field';
import { defineOperation, succeeded } from '../../operations/operation';
import { verdictOn } from './verdict';

const identityNumber = {
  kind: 'text',
  name: 'identityNumber',
  label: { en: 'Number to Validate', nb: 'Nummer som skal sjekkes' },
  help: {
    en: 'Anything that may be a fødselsnummer or D-number, with or without blanks. What it is not is a result, not an error.',
    nb: 'Alt som kan være et fødselsnummer eller D-nummer, med eller uten mellomrom. Hva det ikke er, er et resultat og ingen feil.',
  },
  required: false,
  maxLength: 1000,
  usual: 'foedselsnummer',
} as const satisfies TextField;

export const validateIdentityNumber = defineOperation<unknown>()({
  name: 'validateIdentityNumber',
  title: { en: 'Validate Identity Number', nb: 'Valider identitetsnummer' },
  summary: {
    en: 'Whether a number can be a fødselsnummer or D-number, by its control digits of today and of 2032; which series it belongs to, and what else it may be. Asks nobody, and reads neither age nor sex from it.',
    nb: 'Om et nummer kan være et fødselsnummer eller D-nummer, etter kontrollsifrene av i dag og fra 2032; hvilken serie det tilhører, og hva det ellers kan være. Spør ingen, og leser verken alder eller kjønn ut av det.',
  },
  effect: 'read',
  offline: true,
  fields: [identityNumber],
  batch: { limit: 1000, on: 'identityNumber' },
  sensitive: ['foedselsnummer'],
  example: verdictOn('12848539668'),
  branches: {
    names: [
      { value: 'valid', label: { en: 'Valid', nb: 'Gyldig' } },
      { value: 'invalid', label: { en: 'Invalid', nb: 'Ugyldig' } },
    ],
    of: ({ valid }) => (valid === true ? 'valid' : 'invalid'),
  },
  all: async (_nobody, inputs) => inputs.map((input) => succeeded(verdictOn(input.identityNumber))),
});
