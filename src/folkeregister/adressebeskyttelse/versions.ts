/**
 * Protection of what a person was: who is protected today was once not, and then lived somewhere (fact sheet folkeregister §9).
 */
import type { PersonDocument } from '../model';

const UNKNOWN_GRADE = {};

const entriesOf = ({ adressebeskyttelse }: PersonDocument): readonly unknown[] =>
  adressebeskyttelse === undefined ? [] : [adressebeskyttelse].flat();

/**
 * An earlier version with today's protection beside its own, for whatever shows persons.
 * @param today the person as of now, asked for with `adressebeskyttelse`; absent when it could not be had, which protects
 */
export const withProtectionOfToday = (version: PersonDocument, today: PersonDocument | undefined): PersonDocument => {
  const adressebeskyttelse = [...entriesOf(version), ...(today ? entriesOf(today) : [UNKNOWN_GRADE])];
  return adressebeskyttelse.length > 0 ? { ...version, adressebeskyttelse } : version;
};
