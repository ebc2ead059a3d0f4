/**
 * Whom the register names as the recipient of a letter, before anybody has looked up who that is, and where.
 */
import type { EstateContact, Party } from '../relations';

export type Role = 'person' | 'parentalResponsibility' | 'guardian' | 'estate';

export interface Addressee extends Party {
  readonly role: Role;
  /** Of an estate: whom to ask for, and where to write. */
  readonly estate?: EstateContact;
}

export const addresseeAs = (role: Role, { foedselsnummer, organisasjonsnummer, name }: Party): Addressee => ({
  role,
  foedselsnummer,
  organisasjonsnummer,
  name,
});

/** What tells one party from another; undefined for one who is not told at all. */
export const identityOf = ({ foedselsnummer, organisasjonsnummer, name }: Party): string | undefined =>
  foedselsnummer ?? organisasjonsnummer ?? name;
