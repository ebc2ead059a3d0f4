import type { KrrPerson } from '../krr/contact.js';
import { currentOf, type Persona, type PersonDocument } from './register.js';

/** A person to pick: what somebody is there for, and how that person stands in KRR. */
export const catalogueRow = (
  { slug, tittel, foedselsEllerDNummer, historiskeIdentifikatorer, folkeregisterperson }: Persona,
  contact: KrrPerson | undefined,
) => ({
  slug,
  foedselsEllerDNummer,
  historiskeIdentifikatorer,
  name: nameOf(folkeregisterperson),
  special: tittel,
  krr: standingOf(contact),
});

const nameOf = (document: PersonDocument): string => {
  const [name] = currentOf(document, 'navn');
  return [name?.fornavn, name?.mellomnavn, name?.etternavn].filter(Boolean).join(' ');
};

const standingOf = (contact: KrrPerson | undefined): string => {
  if (!contact) return 'not registered';
  if (contact.status === 'SLETTET') return 'deleted';
  const reach = contact.reservasjon === 'JA' ? 'reserved' : contact.varslingsstatus.toLowerCase().replaceAll('_', ' ');
  return `${reach}: ${contact.tests}`;
};
