import { DELEGATED_KRR_SCOPES, KRR_SCOPES, type MaskinportenClient } from './clients.js';
import { GrantRefusal } from './refusals.js';
import type { Registry } from './registry.js';

/** Organisation numbers: whom the token is for, and who uses it when that is someone else. */
export interface Parties {
  readonly consumer: string;
  readonly supplier?: string;
}

/** A customer's organisation in `consumer_org` makes the client act as its supplier, if the customer has said so. */
export const judgeDelegation = (
  claims: Readonly<Record<string, unknown>>,
  client: MaskinportenClient,
  scopes: readonly string[],
  registry: Registry,
): Parties => {
  const { consumer_org: consumer, iss_onbehalfof: onBehalfOf } = claims;
  const supplier = client.organisation;
  if (onBehalfOf !== undefined) {
    throw new GrantRefusal('MP-011', 'iss_onbehalfof does not work in Maskinporten; a supplier sends consumer_org');
  }
  if (consumer === undefined) {
    if (!scopes.some(isOneOf(DELEGATED_KRR_SCOPES))) return { consumer: supplier };
    throw new GrantRefusal('MP-200', 'a delegation scope of KRR is asked for together with consumer_org');
  }
  if (typeof consumer !== 'string' || !/^\d{9}$/.test(consumer)) {
    throw new GrantRefusal('MP-011', 'consumer_org must be an organisation number of nine digits, as text');
  }
  if (claims.authorization_details !== undefined) {
    throw new GrantRefusal('MP-011', 'consumer_org and authorization_details exclude each other');
  }
  if (consumer === supplier) {
    throw new GrantRefusal('consumer-org-own', "consumer_org is the client's own organisation: leave it out");
  }
  if (scopes.some(isOneOf(KRR_SCOPES))) {
    throw new GrantRefusal('MP-200', 'with consumer_org KRR has scopes of its own: kontaktinfo.read, postkasse.read');
  }
  const missing = scopes.find((scope) => !registry.isDelegated({ consumer, supplier, scope }));
  if (missing === undefined) return { consumer, supplier };
  throw new GrantRefusal('MP-251', 'the customer has not delegated the scope to the supplier', {
    consumer,
    scope: missing,
    supplier,
  });
};

const isOneOf = (family: readonly string[]) => (scope: string) => family.includes(scope);
