/**
 * A person document in the form the author chose, with what is protected withheld: the one way out for documents.
 */
import type { Json, JsonObject } from '../operations/operation';
import { graderingsnivaaOf, protect, type OptIns } from './adressebeskyttelse/protect';
import { readNumber, readPerson, type PersonDocument } from './model';
import { HISTORY } from './parts';
import { simplify } from './simplified/simplify';

/** `selected`: the current entries of each part, under the register's own names. */
export type Form = 'simplified' | 'selected' | 'raw';

/** What was asked for, of the register and on the node. */
export interface Asked extends OptIns {
  /** Every part by its own name, and `historikk`. */
  readonly parts: readonly string[];
}

const PROTECTION = 'adressebeskyttelse';

/** What every form has beside the person; nothing is known of protection where nobody asked about addresses. */
export const flagsOf = (document: PersonDocument, asked: Asked): JsonObject => {
  const told = asked.parts.includes(PROTECTION) || document[PROTECTION] !== undefined;
  return {
    handleManually: told ? protect(document, asked).handleManually : null,
    ...(asked.grade && { graderingsnivaa: told ? graderingsnivaaOf(document) : null }),
  };
};

const isCurrent = (entry: unknown): boolean =>
  typeof entry !== 'object' || entry === null || (entry as { erGjeldende?: unknown }).erGjeldende !== false;

/** Null where there is none, or where it may not be shown. */
const currentIn = (content: unknown): Json => {
  if (!Array.isArray(content)) return content !== undefined && isCurrent(content) ? (content as Json) : null;
  const current = content.filter(isCurrent) as Json[];
  return current.length > 0 ? current : null;
};

const selectedOf = (person: PersonDocument, { parts, grade }: Asked): JsonObject =>
  Object.fromEntries(
    parts
      .filter((part) => part !== HISTORY && (part !== PROTECTION || grade))
      .map((part) => [part, currentIn(person[part])]),
  );

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the document is not one we can read */
export const show = (document: PersonDocument, form: Form, asked: Asked, nowMs: number): JsonObject => {
  const { person } = protect(document, asked);
  const flags = flagsOf(document, asked);
  switch (form) {
    case 'simplified': {
      const reading = { nowMs, asked: new Set(asked.parts), grade: asked.grade };
      return { ...simplify(readPerson(person), reading), ...flags };
    }
    case 'selected':
      return { foedselsnummer: readNumber(person), ...flags, ...selectedOf(person, asked) };
    case 'raw':
      return { foedselsnummer: readNumber(person), ...flags, person: person as JsonObject };
  }
};
