/**
 * Rows of a list in n8n's form, and the rows again from what n8n makes of them.
 */
import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import type { ListField, Text } from '../../src/core';

/** Under which n8n keeps the rows of a list; the core knows it (fiks/credential.ts). */
const ENTRIES = 'entries';

/** n8n's linter takes a literal `values` for rows it can put in order, and breaks on any other. */
const sectionOf = (name: string, displayName: string, values: readonly INodeProperties[]): INodePropertyCollection => ({
  ...{ values: [...values] },
  name,
  displayName,
});

type Rows = Pick<INodeProperties, 'placeholder' | 'typeOptions'> & { readonly options: INodePropertyCollection[] };

/** What is filled in row by row. */
export const rowsProperty = (entry: Text, columns: readonly INodeProperties[]): Rows => ({
  placeholder: `Add ${entry.en}`,
  typeOptions: { multipleValues: true },
  options: [sectionOf(ENTRIES, entry.en, columns)],
});

/** Under which n8n keeps lists that an expression gives: it works out none that stands in place of all rows. */
const LISTS = 'lists';
const LIST = 'list';

const listOf = ({ label, columns }: ListField): INodeProperties => ({
  displayName: label.en,
  name: LIST,
  type: 'json',
  default: '[]',
  description: `A list of objects, usually from an expression. Each can have: ${columns.map(({ name }) => name).join(', ')}.`,
});

/** The same, and a place for an expression that gives the whole list. */
export const listProperty = (field: ListField, columns: readonly INodeProperties[]): Rows => {
  const { options, typeOptions, placeholder } = rowsProperty(field.entry, columns);
  const many = { ...typeOptions, sortable: true, maxAllowedFields: field.maxEntries };
  return {
    placeholder,
    // Where there is never more than one row, n8n shows it without a place to add others.
    typeOptions: field.maxEntries === 1 ? undefined : many,
    options: [...options, sectionOf(LISTS, 'From an Expression', [listOf(field)])],
  };
};

/** JSON text that is none stays what it is, and is refused with the other rows. */
const parsed = (list: unknown): unknown => {
  if (list === undefined || list === null || list === '') return [];
  if (typeof list !== 'string') return list;
  try {
    return JSON.parse(list) as unknown;
  } catch {
    return list;
  }
};

/** n8n gives one row as it is, and several as a list. */
const all = (given: unknown): unknown[] => (given === undefined ? [] : [given].flat());

/** @returns the rows in order, whatever they turn out to be; what is no collection is left to the core */
export const rowsFrom = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const { [ENTRIES]: entries, [LISTS]: lists } = given as IDataObject;
  return [...all(entries), ...all(lists).flatMap((one) => parsed((one as IDataObject)[LIST]))];
};
