import { findKrrPerson } from '../krr/persons.js';
import type { Endpoint, Forsendelse } from './forsendelse.js';

export type Channel = 'dpi' | 'altinn' | 'print' | 'none';

export interface Delivery {
  readonly channel: Channel;
  /** Will an unread Altinn letter be read, or end on paper? */
  readonly readInAltinn: boolean;
}

/** SvarUt asks the contact register itself and does not care what the sender found there. */
export const decideDelivery = (forsendelse: Forsendelse, endpoint: Endpoint): Delivery => {
  const { mottaker, kunDigitalLevering } = forsendelse;
  if (endpoint === 'print') return { channel: 'print', readInAltinn: false };

  const person = mottaker.digitalId === undefined ? undefined : findKrrPerson(mottaker.digitalId);
  const reachable = person?.status === 'AKTIV' && person.reservasjon === 'NEI';
  if (reachable && person.mailbox) return { channel: 'dpi', readInAltinn: false };
  if (reachable && person.varslingsstatus === 'KAN_VARSLES') {
    return { channel: 'altinn', readInAltinn: person.readsAltinn === true };
  }
  const printable = kunDigitalLevering !== true && mottaker.adresse != null;
  return { channel: printable ? 'print' : 'none', readInAltinn: false };
};
