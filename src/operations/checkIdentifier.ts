/**
 * The check of an identifier: a person's number, an organisation's, a vehicle's, or one of Fiks' ids.
 */
import { ServiceError } from '../http/serviceError';
import { isDokumentidentifikator } from '../identifiers/dokumentidentifikator';
import { NUMBER_FAULTS, readFoedselsnummer } from '../identifiers/foedselsnummer';
import { KJENNEMERKE_FAULTS, readKjennemerke, readKjennemerkePattern } from '../identifiers/kjennemerke';
import { isOrganisasjonsnummer } from '../identifiers/organisasjonsnummer';
import {
  readUnderstellsnummer,
  readUnderstellsnummerPattern,
  UNDERSTELLSNUMMER_FAULTS,
} from '../identifiers/understellsnummer';
import { isUuid } from '../identifiers/uuid';
import type { IdentifierField } from './field';

/** Whether the environment holds real persons: synthetic numbers are refused there, and real ones everywhere else. */
export interface InputRules {
  readonly realPersons: boolean;
}

const checkFoedselsnummer = (field: IdentifierField, value: unknown, rules: InputRules): string => {
  const read = readFoedselsnummer(value);
  if (!read.ok) {
    throw new ServiceError(
      'ERR_INVALID_IDENTIFIER',
      `"${field.label.en}" ${NUMBER_FAULTS[read.fault].en}.`,
      'Correct the number in the source of this line; it was not sent anywhere.',
      { field: field.name },
    );
  }
  if (rules.realPersons && read.synthetic) {
    throw new ServiceError(
      'ERR_SYNTHETIC_IDENTIFIER',
      `"${field.label.en}" is a synthetic test number, and the credential points at production.`,
      'Use a real case, or choose the test environment in the Maskinporten credential.',
      { field: field.name },
    );
  }
  if (!rules.realPersons && !read.synthetic) {
    throw new ServiceError(
      'ERR_REAL_IDENTIFIER',
      `"${field.label.en}" can belong to a real person, and the credential does not point at production.`,
      'Use synthetic test persons here (the month is increased by 80); real personal data may not be used in test. It was not sent anywhere.',
      { field: field.name },
    );
  }
  return read.value;
};

/** As people write them: with blanks between the groups. */
const checkOrganisasjonsnummer = (field: IdentifierField, text: string): string => {
  const number = text.replace(/\s/g, '');
  if (isOrganisasjonsnummer(number)) return number;
  throw new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    `"${field.label.en}" is not an organisation number.`,
    'Give all nine digits; the last one is a control digit.',
    { field: field.name },
  );
};

/** Nine digits are an organisation; everything else is checked as a person's number, the stricter rule. */
const checkPersonOrOrganisation = (field: IdentifierField, value: unknown, rules: InputRules): string =>
  textOf(value).replace(/\s/g, '').length === 9
    ? checkOrganisasjonsnummer(field, textOf(value))
    : checkFoedselsnummer(field, value, rules);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const checkUuid = (field: IdentifierField, text: string): string => {
  if (isUuid(text)) return text;
  throw new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    `"${field.label.en}" is not a UUID.`,
    'Copy the whole id, 36 characters with dashes. Role id, account id and organisation id look alike: check that it is the right one.',
    { field: field.name },
  );
};

const checkDokumentidentifikator = (field: IdentifierField, text: string): string => {
  if (isDokumentidentifikator(text)) return text;
  throw new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    `"${field.label.en}" is not the id of a document.`,
    'Copy the whole id from the event, 32 characters from 0 to 9 and a to f.',
    { field: field.name },
  );
};

type Read<Fault extends string> =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: Fault };

const checkRead = <Fault extends string>(
  field: IdentifierField,
  read: Read<Fault>,
  faults: Record<Fault, string>,
): string => {
  if (read.ok) return read.value;
  throw new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    `"${field.label.en}" ${faults[read.fault]}.`,
    'Correct it in the source of this line; it was not sent anywhere.',
    { field: field.name },
  );
};

type Check = (field: IdentifierField, value: unknown, rules: InputRules) => string;

const CHECKS: Record<IdentifierField['identifier'], Check> = {
  foedselsnummer: checkFoedselsnummer,
  personOrOrganisation: checkPersonOrOrganisation,
  organisasjonsnummer: (field, value) => checkOrganisasjonsnummer(field, textOf(value)),
  uuid: (field, value) => checkUuid(field, textOf(value)),
  dokumentidentifikator: (field, value) => checkDokumentidentifikator(field, textOf(value)),
  kjennemerke: (field, value) => checkRead(field, readKjennemerke(value), KJENNEMERKE_FAULTS),
  kjennemerkePattern: (field, value) => checkRead(field, readKjennemerkePattern(value), KJENNEMERKE_FAULTS),
  understellsnummer: (field, value) => checkRead(field, readUnderstellsnummer(value), UNDERSTELLSNUMMER_FAULTS),
  understellsnummerPattern: (field, value) =>
    checkRead(field, readUnderstellsnummerPattern(value), UNDERSTELLSNUMMER_FAULTS),
};

/** @throws ServiceError ERR_INVALID_IDENTIFIER, ERR_SYNTHETIC_IDENTIFIER, ERR_REAL_IDENTIFIER */
export const checkIdentifier = (field: IdentifierField, value: unknown, rules: InputRules): string =>
  CHECKS[field.identifier](field, value, rules);
