/**
 * The current values a caseworker needs, out of a person document (fact sheet folkeregister §5).
 */
import { DateTime } from 'luxon';
import type { JsonObject } from '../operations/operation';
import type { Shown } from './adressebeskyttelse';
import { currentOf, type Folkeregisterperson } from './model';
import { choosePostalAddress } from './postalAddress';

export const AGE_OF_MAJORITY = 18;
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
  return name?.forkortetNavn ?? whole.slice(0, MAX_NAME);
};

/** The number the register has now, which is not always the one that was asked for. */
export const currentNumberOf = (person: Folkeregisterperson): string | undefined =>
  currentOf(person.identifikasjonsnummer)?.foedselsEllerDNummer;

export const simplify = ({ person, handleManually }: Shown, nowMs: number): JsonObject => {
  const postalAddress = choosePostalAddress(person);
  const number = currentOf(person.identifikasjonsnummer);
  return {
    foedselsnummer: number?.foedselsEllerDNummer,
    identifikatortype: number?.identifikatortype,
    name: nameOf(person),
    status: currentOf(person.status)?.status,
    ageGroup: ageGroupOf(person, nowMs),
    postalAddress: postalAddress ?? null,
    handleManually,
  };
};
