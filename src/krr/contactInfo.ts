/**
 * All KRR tells of a person, as a user sees it: dates whole and as sent, numbers as E.164 and as sent. What was not told is
 * null.
 */
import type { JsonObject } from '../operations/operation';
import { common } from './outcome';
import type { Channel, KrrPerson, Mailbox } from './person';
import { toE164 } from './phoneNumber';
import { writeTimestamp } from './timestamp';

export interface Wanted {
  readonly mailbox: boolean;
  readonly certificate: boolean;
}

const showDates = ({ updated, verified, shared }: Channel): JsonObject => ({
  lastUpdated: writeTimestamp(updated) ?? null,
  lastUpdatedRaw: updated ?? null,
  lastVerified: writeTimestamp(verified) ?? null,
  lastVerifiedRaw: verified ?? null,
  shared: shared ?? null,
});

const showMailbox = ({ address, provider, certificate }: Mailbox, withCertificate: boolean): JsonObject => ({
  address,
  provider: provider ?? null,
  ...(withCertificate ? { certificate: certificate ?? null } : {}),
});

export const showContactInfo = (person: KrrPerson, wanted: Wanted): JsonObject => {
  const { status, varslingsstatus, email, mobile, mailbox } = person;
  return {
    ...common(person, wanted.mailbox),
    krrStatus: status,
    varslingsstatus: varslingsstatus ?? null,
    email: email ? { address: email.address, ...showDates(email) } : null,
    mobile: mobile ? { address: mobile.address, e164: toE164(mobile.address) ?? null, ...showDates(mobile) } : null,
    mailbox: mailbox ? showMailbox(mailbox, wanted.certificate) : null,
  };
};
