/**
 * Who an addressee is, and where post reaches them: what the register says of each, under the protection of each and of the
 * person the letter is about.
 */
import { protect } from '../adressebeskyttelse/protect';
import { isShownWhole } from '../adressebeskyttelse/xml';
import { numberOf, readPerson, type Folkeregisterperson, type PersonDocument } from '../model';
import { choosePostalAddress, postalAddressOf, type PostalAddress } from '../postalAddress';
import { ageGroupOf } from '../simplified/age';
import { nameOf } from '../simplified/identity';
import type { Addressee, Role } from './addressee';
import type { Reason } from './reasons';
import { standingOf } from './standing';

export interface Recipient {
  readonly role: Role;
  readonly foedselsnummer: string | null;
  readonly organisasjonsnummer: string | null;
  readonly name: string | null;
  /** Whom to ask for, at whoever answers for an estate by profession. */
  readonly contactName: string | null;
  readonly postalAddress: PostalAddress | null;
  readonly [key: string]: string | PostalAddress | null;
}

export interface Judged {
  readonly recipient: Recipient;
  /** Why a person must look at this recipient. */
  readonly fault?: Reason;
}

export interface Circumstances {
  readonly nowMs: number;
  /** Whether the flow's author has asked for protected addresses. */
  readonly addresses: boolean;
  /** Whether the person the letter is about is protected: where those around live may tell where the person does. */
  readonly isProtected: boolean;
}

const faultOf = ({ role }: Addressee, person: Folkeregisterperson, nowMs: number): Reason | undefined => {
  if (standingOf(person) !== 'living') return 'MOTTAKER_UTILGJENGELIG';
  return role !== 'person' && ageGroupOf(person, nowMs) !== 'adult' ? 'MOTTAKER_MINDREAARIG' : undefined;
};

/**
 * Whether the address that was given for an estate tells nothing that is withheld: it has no grade, so that of a private person
 * is as open as all that the register has of the person; of somebody who could not be looked up nothing is known.
 */
const isOpenEstate = ({ estate }: Addressee, document: PersonDocument | undefined): boolean => {
  if (estate?.kind !== 'person') return estate?.kind !== 'unknown';
  return document !== undefined && isShownWhole(document, { addresses: false, grade: true });
};

/** Of an estate the address that was given for it. */
const placeOf = (
  { estate }: Addressee,
  isOpen: boolean,
  person: Folkeregisterperson | undefined,
): PostalAddress | undefined =>
  (isOpen && estate?.address && postalAddressOf(estate.address)) || (person && choosePostalAddress(person));

/**
 * @param document of the addressee, asked for with `adressebeskyttelse`; absent where there is no number, or nobody who has it
 * @throws ServiceError ERR_UNEXPECTED_ANSWER when it is not one we can read
 */
export const recipientOf = (
  addressee: Addressee,
  document: PersonDocument | undefined,
  { nowMs, addresses, isProtected }: Circumstances,
): Judged => {
  const shown = document && protect(document, { addresses, grade: false });
  const person = shown && readPerson(shown.person);
  const place = placeOf(addressee, addresses || isOpenEstate(addressee, document), person) ?? null;
  const isWithheld = isProtected || shown?.handleManually === true;
  const { role, organisasjonsnummer = null, estate } = addressee;
  const foedselsnummer = (person && numberOf(person)) ?? addressee.foedselsnummer ?? null;
  const recipient: Recipient = {
    role,
    foedselsnummer,
    organisasjonsnummer,
    name: (person && nameOf(person)) ?? addressee.name ?? null,
    contactName: estate?.contactName ?? null,
    postalAddress: isWithheld && !addresses ? null : place,
  };
  const isUnknown = !person && (foedselsnummer !== null || (place ?? organisasjonsnummer) === null);
  const fault = isUnknown ? 'MOTTAKER_UKJENT' : person && faultOf(addressee, person, nowMs);
  if (fault) return { recipient, fault };
  if (isWithheld) return { recipient, fault: 'ADRESSE_VISES_IKKE' };
  return { recipient, fault: place ? undefined : 'ADRESSE_MANGLER' };
};
