import type { ContactPoint, KrrPerson } from './contact.js';
import { monthsBefore } from './monthsBefore.js';

/** An address that was neither changed nor confirmed for so many months may not be used to notify (fact sheet krr §6). */
const FRESH_MONTHS = 18;

const ageOf = (point: ContactPoint | undefined): number =>
  Math.min(point?.updated ?? Infinity, point?.verified ?? Infinity);

/** KRR tells of the person, not of each address: whose last fresh address has expired can no more be notified. */
export const grownOlder = (person: KrrPerson, since: Date): KrrPerson => {
  const age = Math.min(ageOf(person.email), ageOf(person.mobile));
  if (age >= FRESH_MONTHS || monthsBefore(since, age) > monthsBefore(new Date(), FRESH_MONTHS)) return person;
  return { ...person, varslingsstatus: 'KAN_IKKE_VARSLES' };
};
