/**
 * The check of one input against the fields of an operation. Messages name the field and the fault, never the value.
 */
import { z } from 'zod/v4';
import type { DocumentSource } from '../http/document';
import { ServiceError } from '../http/serviceError';
import { checkIdentifier, type InputRules } from './checkIdentifier';
import { readDateTime } from './dateTime';
import type { Column, Field, ListField, TextsField } from './field';

export type { InputRules };

const asText = z.union([z.string(), z.number().transform(String)]);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && /^[\s,]*$/.test(value)) ||
  (Array.isArray(value) && value.length === 0);

/**
 * For a host whose forms can have a value worked out.
 * @throws ServiceError ERR_INVALID_INPUT when it came to nothing and the field is one on which much hangs
 */
export const checkWorkedOut = (field: Field, value: unknown): void => {
  if (field.decisive && isEmpty(value))
    throw invalid(
      field,
      'was worked out, and came to nothing',
      'Have the expression or property always give a value, or choose one in the form.',
    );
};

const invalid = (field: Field, fault: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', `"${field.label.en}" ${fault}.`, action, { field: field.name });

const asNumber = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.int());
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

/** Of an entry in a credential's list; an id is shorter. */
const LONGEST_NAME = 200;

const checkText = (field: Field, value: unknown, maxLength: number): string => {
  const text = asText.safeParse(value).data?.trim();
  if (text === undefined) throw invalid(field, 'is not text', 'Give a text.');
  if (text.length > maxLength) throw invalid(field, `is longer than ${maxLength} characters`, 'Shorten it.');
  return text;
};

const orList = (values: readonly string[]): string => values.join(', ');

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON text is what a form without rows can give. */
const rowsOf = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
};

/** @throws ServiceError naming the list, the row by its number, and the column */
const checkList = (field: ListField, value: unknown, rules: InputRules): Record<string, unknown>[] => {
  const rows = rowsOf(value);
  if (!Array.isArray(rows) || !rows.every(isRow))
    throw invalid(field, 'is not a list of rows', 'Give a list of objects, one for each row.');
  if (rows.length > field.maxEntries)
    throw invalid(field, `has more than ${field.maxEntries} rows`, 'Leave some of them out.');
  return rows.map((row, at) => {
    const place = (column: Column): Column => ({
      ...column,
      label: { ...column.label, en: `${field.label.en}, row ${at + 1}: ${column.label.en}` },
    });
    return checkInput(field.columns.map(place), row, rules);
  });
};

/** Identifiers have no such signs in them, and come out of spreadsheets with them between. */
const betweenTexts = ({ unchecked, identifier }: TextsField): RegExp =>
  unchecked || identifier ? /[,;\t\r\n]+/ : /[,\r\n]+/;

const textsIn = (field: TextsField, value: unknown): readonly unknown[] =>
  typeof value === 'string' ? value.split(betweenTexts(field)).filter((text) => text.trim() !== '') : [value].flat();

/** @throws ServiceError naming the entry by its number */
const checkTexts = (field: TextsField, value: unknown, rules: InputRules): readonly unknown[] => {
  const texts = textsIn(field, value);
  if (texts.length > field.maxEntries)
    throw invalid(field, `has more than ${field.maxEntries} entries`, 'Leave some of them out.');
  if (field.unchecked) return texts;
  return texts.map((text, at) => {
    const entry = { ...field, label: { ...field.label, en: `${field.label.en}, entry ${at + 1}` } };
    return field.identifier
      ? checkIdentifier({ ...entry, kind: 'identifier', identifier: field.identifier }, text, rules)
      : checkText(entry, text, field.maxLength);
  });
};

const checkGiven = (field: Field, value: unknown, rules: InputRules): unknown => {
  switch (field.kind) {
    case 'identifier':
      return checkIdentifier(field, value, rules);
    case 'text':
      return checkText(field, value, field.maxLength);
    case 'texts':
      return checkTexts(field, value, rules);
    case 'choicesFrom':
      return checkText(field, value, LONGEST_NAME);
    case 'dateTime': {
      const moment = readDateTime(value);
      if (moment === undefined)
        throw invalid(
          field,
          'is not a date or a date with a time',
          'Give a date such as 2026-11-20, or one with a time such as 2026-11-20T10:00.',
        );
      return moment;
    }
    case 'number': {
      const number = asNumber.safeParse(value).data;
      if (number === undefined || number < field.min || number > field.max) {
        throw invalid(field, 'is not a whole number in its range', `Give a number from ${field.min} to ${field.max}.`);
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
    case 'list':
      return checkList(field, value, rules);
    case 'documents': {
      const documents = asDocuments.safeParse(value).data;
      if (!documents) throw invalid(field, 'holds no files', 'Name a property or binary field that holds a file.');
      return documents;
    }
  }
};

const emptyValue = (field: Field): unknown => {
  if (field.kind === 'documents' || field.kind === 'list' || field.kind === 'texts') return [];
  return 'default' in field ? field.default : undefined;
};

const missing = (field: Field): ServiceError =>
  field.kind === 'identifier' && field.identifier === 'foedselsnummer'
    ? new ServiceError(
        'ERR_INVALID_IDENTIFIER',
        `"${field.label.en}" is empty.`,
        'Fill in the number in the source of this line.',
        { field: field.name },
      )
    : invalid(field, 'is empty', 'Fill it in.');

/** What a hidden field holds is left over from another choice; it depends on one that stands before it. */
export const isHidden = (
  { shownWhen }: Field,
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
): boolean => {
  if (!shownWhen) return false;
  const decides = fields.find(({ name }) => name === shownWhen.field);
  const value = given[shownWhen.field];
  const chosen = isEmpty(value) && decides ? emptyValue(decides) : value;
  return !shownWhen.is.some((one) => String(one) === String(chosen));
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
      if (isHidden(field, fields, given)) return [field.name, emptyValue(field)];
      if (!isEmpty(value)) return [field.name, checkGiven(field, value, rules)];
      if (field.required) throw missing(field);
      return [field.name, emptyValue(field)];
    }),
  );
