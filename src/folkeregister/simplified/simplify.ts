/**
 * The current values a caseworker needs, out of a person document.
 */
import type { JsonObject } from '../../operations/operation';
import { numberOf, type Folkeregisterperson } from '../model';
import { RESULT_FIELDS, type Reading } from './fields';

/** Comes along whatever is asked. */
const ALWAYS = 'identifikasjonsnummer';

/**
 * What was not asked for is not in it; what was asked for and is not there is null or an empty list. Give it a person from
 * which protected addresses are already withheld.
 */
export const simplify = (person: Folkeregisterperson, reading: Reading): JsonObject => {
  const isTold = (part: string): boolean => part === ALWAYS || reading.asked.has(part);
  const told = RESULT_FIELDS.filter(({ parts }) => parts.some(isTold));
  return {
    foedselsnummer: numberOf(person),
    ...Object.fromEntries(told.map(({ name, of }) => [name, of(person, reading)])),
  };
};
