/**
 * What can be said of an identity number without asking anybody (fact sheet folkeregister §10). Age and sex are not among it.
 */
import {
  NUMBER_FAULTS,
  readFoedselsnummer,
  type NumberFault,
  type ReadNumber,
  type Series,
} from '../../identifiers/foedselsnummer';
import type { Text } from '../../operations/field';
import type { JsonObject } from '../../operations/operation';

type Kind = 'foedselsnummer' | 'dNummer' | 'dufNummer' | 'organisasjonsnummer' | 'telefonnummer';

/** What a number is that is none of a person's in the register. */
const OTHER_KINDS: Partial<Record<NumberFault, Kind>> = {
  duf: 'dufNummer',
  organisation: 'organisasjonsnummer',
  phone: 'telefonnummer',
};

const REASONS: Record<NumberFault, string> = {
  empty: 'TOM',
  phone: 'TELEFONNUMMER',
  characters: 'UGYLDIGE_TEGN',
  organisation: 'ORGANISASJONSNUMMER',
  tooShort: 'FOR_KORT',
  duf: 'DUF_NUMMER',
  tooLong: 'FOR_LANG',
  date: 'UGYLDIG_DATO',
  controlDigits: 'FEIL_KONTROLLSIFFER',
};

const SERIES: Record<Series, Text> = {
  ordinary: { en: 'an ordinary number', nb: 'et vanlig nummer' },
  plus40: {
    en: "a number with 40 added to the month, a hospital's help number or a test person of NAV's",
    nb: 'et nummer med 40 lagt til måneden, et hjelpenummer fra et sykehus eller en av NAVs testpersoner',
  },
  plus65: {
    en: 'a number with 65 added to the month, a test person of Norsk helsenett',
    nb: 'et nummer med 65 lagt til måneden, en av Norsk helsenetts testpersoner',
  },
  plus80: {
    en: 'a synthetic number, with 80 added to the month, which nobody can have',
    nb: 'et syntetisk nummer, med 80 lagt til måneden, som ingen kan ha',
  },
};

const sentenceOf = (series: Series, isWide: boolean): JsonObject => {
  const { en, nb } = SERIES[series];
  if (!isWide) return { en: `The number is valid: ${en}.`, nb: `Nummeret er gyldig: ${nb}.` };
  return {
    en: `The number is valid by the rule for numbers given out from 2032 alone, before which it is most likely a typing error: ${en}.`,
    nb: `Nummeret er gyldig bare etter regelen for nummer som tildeles fra 2032, og før det mest sannsynlig en skrivefeil: ${nb}.`,
  };
};

type Valid = Extract<ReadNumber, { ok: true }>;

const ofValid = ({ value, type, series, synthetic, controlDigits }: Valid): JsonObject => {
  const isWide = controlDigits === 'from2032';
  return {
    valid: true,
    foedselsnummer: value,
    kind: type,
    series,
    synthetic,
    controlDigits,
    reason: isWide ? 'GYLDIG_FRA_2032' : 'GYLDIG',
    reasonText: sentenceOf(series, isWide),
  };
};

/** Without `foedselsnummer` where it is not valid, so that the item keeps what is to be corrected. */
const ofInvalid = (fault: NumberFault): JsonObject => ({
  valid: false,
  kind: OTHER_KINDS[fault] ?? null,
  series: null,
  synthetic: null,
  controlDigits: null,
  reason: REASONS[fault],
  reasonText: { en: `The number ${NUMBER_FAULTS[fault].en}.`, nb: `Nummeret ${NUMBER_FAULTS[fault].nb}.` },
});

/** @param written as people write numbers */
export const verdictOn = (written: unknown): JsonObject => {
  const read = readFoedselsnummer(written);
  return read.ok ? ofValid(read) : ofInvalid(read.fault);
};
