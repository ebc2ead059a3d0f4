/**
 * What each scope opens; on behalf of a customer the same things have other names (fact sheet krr §2).
 */
import type { MaskinportenCredential } from '../maskinporten/credential';

const OWN = { contact: 'krr:global/kontaktinformasjon.read', mailbox: 'krr:global/digitalpost.read' };
const DELEGATED = { contact: 'krr:global/kontaktinfo.read', mailbox: 'krr:global/postkasse.read' };

const family = ({ consumerOrg }: MaskinportenCredential): typeof OWN => (consumerOrg === '' ? OWN : DELEGATED);

export const krrScopes = (credential: MaskinportenCredential, withMailbox: boolean): string => {
  const { contact, mailbox } = family(credential);
  return withMailbox ? `${contact} ${mailbox}` : contact;
};

export const CHANGES_SCOPE = 'krr:global/hentendring.read';

/** The likeliest fault in a set-up is the family of the other kind of customer. */
export const scopeAdvice = (credential: MaskinportenCredential, scopes: string): string =>
  `Check that the Maskinporten client has ${scopes.split(' ').join(' and ')}. ${
    credential.consumerOrg === ''
      ? `A supplier with ${DELEGATED.contact} must fill in the consumer organisation.`
      : `On behalf of a customer ${OWN.contact} does not count.`
  }`;
