/**
 * From what KRR told of a person to what a user sees, where all operations show the same.
 */
import { isServiceError, ServiceError } from '../http/serviceError';
import { failed, succeeded, type JsonObject, type Outcome } from '../operations/operation';
import type { Session } from '../session';
import { templateFor } from './language';
import type { Found } from './lookUp';
import type { KrrPerson } from './person';
import { krrScopes, scopeAdvice } from './scopes';

/** An active person about whom KRR tells neither contact nor status: the token is wrong, not the person without address. */
const scopeMissing = (person: KrrPerson): boolean => person.status === 'AKTIV' && !person.contactTold;

const missingScope = ({ maskinporten }: Session): ServiceError =>
  new ServiceError(
    'ERR_FORBIDDEN',
    'KRR tells nothing about contact: the token lacks the scope for it.',
    scopeAdvice(maskinporten, krrScopes(maskinporten, false)),
    { service: 'krr' },
  );

export const outcomeOf = (session: Session, found: Found, show: (person: KrrPerson) => JsonObject): Outcome => {
  if (isServiceError(found)) return failed(found);
  return scopeMissing(found) ? failed(missingScope(session)) : succeeded(show(found));
};

/** KRR withholds the mailbox of some as it does their addresses: that there is none in the answer then tells nothing. */
const hasMailbox = ({ mailbox, status, reserved, varslingsstatus }: KrrPerson): boolean | null => {
  if (mailbox) return true;
  const mayBeWithheld = status === 'AKTIV' && (reserved !== false || varslingsstatus !== 'KAN_VARSLES');
  return mayBeWithheld ? null : false;
};

/** @param mailboxTold whether the answer can say that the person has no mailbox */
export const common = (person: KrrPerson, mailboxTold: boolean): JsonObject => ({
  foedselsnummer: person.foedselsnummer,
  hasDigitalMailbox: mailboxTold ? hasMailbox(person) : null,
  reserved: person.reserved ?? null,
  language: person.language ?? null,
  languageForTemplate: templateFor(person.language),
});
