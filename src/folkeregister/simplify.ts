/**
 * The current values a caseworker needs, out of a person document (fact sheet folkeregister §5).
 */
import { DateTime } from 'luxon';
import type { JsonObject } from '../operations/operation';
import { readAs } from '../http/answer';
import { currentOf, folkeregisterperson, type Folkeregisterperson, type PersonDocument } from './model';
import { choosePostalAddress } from './postalAddress';

const AGE_OF_MAJORITY = 18;
const MAX_NAME = 100;

/** `unknown` where the register holds no whole date of birth and the year does not settle it. */
export type AgeGroup = 'adult' | 'minor' | 'unknown';

export const ageGroupOf = (person: Folkeregisterperson, nowMs: number): AgeGroup => {
  const birth = currentOf(person.foedsel);
  const today = DateTime.fromMillis(nowMs, { zone: 'Europe/Oslo' }).startOf('day');
  if (birth?.foedselsdato) {
    const date = DateTime.fromISO(birth.foedselsdato.slice(0, 10), { zone: 'Europe/Oslo' });
    if (date.isValid) return date.plus({ years: AGE_OF_MAJORITY }) <= today ? 'adult' : 'minor';
  }
  const years = today.year - Number(birth?.foedselsaar ?? NaN);
  if (years > AGE_OF_MAJORITY) return 'adult';
  if (years < AGE_OF_MAJORITY) return 'minor';
  return 'unknown';
};

/** The name as one text that SvarUt takes (100 characters); the register's own short form where the whole is longer. */
const nameOf = (person: Folkeregisterperson): string | undefined => {
  const name = currentOf(person.navn);
  const whole = [name?.fornavn, name?.mellomnavn, name?.etternavn].filter(Boolean).join(' ');
  if (whole.length <= MAX_NAME) return whole || undefined;
  return (name?.forkortetNavn ?? whole).slice(0, MAX_NAME);
};

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the document is not one we can read */
const read = (document: PersonDocument): Folkeregisterperson => readAs('folkeregister', folkeregisterperson, document);

/** The number the register has now, which is not always the one that was asked for. */
export const currentNumberOf = (document: PersonDocument): string | undefined =>
  currentOf(read(document).identifikasjonsnummer)?.foedselsEllerDNummer;

/** @throws ServiceError ERR_UNEXPECTED_ANSWER when the document is not one we can read */
export const simplify = (document: PersonDocument, nowMs: number): JsonObject => {
  const person = read(document);
  const number = currentOf(person.identifikasjonsnummer);
  return {
    foedselsnummer: number?.foedselsEllerDNummer,
    identifikatortype: number?.identifikatortype,
    name: nameOf(person),
    personStatus: currentOf(person.status)?.status,
    ageGroup: ageGroupOf(person, nowMs),
    postalAddress: choosePostalAddress(person) ?? null,
  };
};
