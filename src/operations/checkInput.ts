/**
 * The check of one input against the fields of an operation. Messages name the field and the fault, never the value.
 */
import { z } from 'zod/v4';
import type { DocumentSource } from '../http/document';
import { ServiceError } from '../http/serviceError';
import { NUMBER_FAULTS, readFoedselsnummer } from '../identifiers/foedselsnummer';
import { isUuid } from '../identifiers/uuid';
import type { Field, IdentifierField } from './field';

/** Whether the environment holds real persons: synthetic numbers are refused there, and real ones everywhere else. */
export interface InputRules {
  readonly realPersons: boolean;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && /^[\s,]*$/.test(value)) ||
  (Array.isArray(value) && value.length === 0);

const invalid = (field: Field, fault: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', `"${field.label.en}" ${fault}.`, action, { field: field.name });

const checkFoedselsnummer = (field: IdentifierField, value: unknown, rules: InputRules): string => {
  const read = readFoedselsnummer(value);
  if (!read.ok) {
    throw new ServiceError(
      'ERR_INVALID_IDENTIFIER',
      `"${field.label.en}" ${NUMBER_FAULTS[read.fault]}.`,
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

const checkIdentifier = (field: IdentifierField, value: unknown, rules: InputRules): string => {
  if (field.identifier === 'foedselsnummer') return checkFoedselsnummer(field, value, rules);
  const text = typeof value === 'string' ? value.trim() : '';
  if (isUuid(text)) return text;
  throw new ServiceError(
    'ERR_INVALID_IDENTIFIER',
    `"${field.label.en}" is not a UUID.`,
    'Copy the whole id, 36 characters with dashes. Role id, account id and organisation id look alike: check that it is the right one.',
    { field: field.name },
  );
};

const asText = z.union([z.string(), z.number().transform(String)]);
const asNumber = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number());
const asBoolean = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const asList = z.union([
  z.array(z.string()),
  z.string().transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]);
const asDocuments = z.array(
  z.custom<DocumentSource>((value) => typeof value === 'object' && value !== null && 'open' in value),
);

const orList = (values: readonly string[]): string => values.join(', ');

const checkGiven = (field: Field, value: unknown, rules: InputRules): unknown => {
  switch (field.kind) {
    case 'identifier':
      return checkIdentifier(field, value, rules);
    case 'text': {
      const text = asText.safeParse(value).data?.trim();
      if (text === undefined) throw invalid(field, 'is not text', 'Give a text.');
      if (text.length > field.maxLength)
        throw invalid(field, `is longer than ${field.maxLength} characters`, 'Shorten it.');
      return text;
    }
    case 'number': {
      const number = asNumber.safeParse(value).data;
      if (number === undefined || number < field.min || number > field.max) {
        throw invalid(field, 'is not a number in its range', `Give a number from ${field.min} to ${field.max}.`);
      }
      return number;
    }
    case 'boolean': {
      const flag = asBoolean.safeParse(value).data;
      if (flag === undefined) throw invalid(field, 'is not true or false', 'Give true or false.');
      return flag;
    }
    case 'choice': {
      const known = field.choices.map((choice) => choice.value);
      if (typeof value !== 'string' || !known.includes(value))
        throw invalid(field, 'is not one of its choices', `Give one of: ${orList(known)}.`);
      return value;
    }
    case 'choices': {
      const known = field.choices.map((choice) => choice.value);
      const chosen = asList.safeParse(value).data;
      if (!chosen?.every((one) => known.includes(one)))
        throw invalid(field, 'has something that is not one of its choices', `Give some of: ${orList(known)}.`);
      return [...new Set(chosen)];
    }
    case 'json':
      if (typeof value !== 'string') return value;
      try {
        return JSON.parse(value) as unknown;
      } catch {
        throw invalid(field, 'is text that is not JSON', 'Give an object, or JSON text.');
      }
    case 'documents': {
      const documents = asDocuments.safeParse(value).data;
      if (!documents) throw invalid(field, 'holds no files', 'Name a property or binary field that holds a file.');
      return documents;
    }
  }
};

const emptyValue = (field: Field): unknown => {
  if (field.kind === 'documents') return [];
  return 'default' in field ? field.default : undefined;
};

/** @throws ServiceError ERR_INVALID_INPUT, ERR_INVALID_IDENTIFIER, ERR_SYNTHETIC_IDENTIFIER, ERR_REAL_IDENTIFIER */
export const checkInput = (
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  rules: InputRules,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => {
      const value = given[field.name];
      if (!isEmpty(value)) return [field.name, checkGiven(field, value, rules)];
      if (field.required) {
        throw field.kind === 'identifier' && field.identifier === 'foedselsnummer'
          ? new ServiceError(
              'ERR_INVALID_IDENTIFIER',
              `"${field.label.en}" is empty.`,
              'Fill in the number in the source of this line.',
              { field: field.name },
            )
          : invalid(field, 'is empty', 'Fill it in.');
      }
      return [field.name, emptyValue(field)];
    }),
  );
