import { type MaskinportenClient, ORGANISATIONS_WITH_ACCESS } from './clients.js';
import { GrantRefusal, malformedGrant } from './grantRefusal.js';

/** Which scopes the token gets: those asked for, provided the client has them and their owner has opened them. */
export const judgeScopes = (
  claims: Readonly<Record<string, unknown>>,
  client: MaskinportenClient,
): readonly string[] => {
  if (typeof claims.scope !== 'string' || claims.scope.trim() === '') throw malformedGrant('scope is required');
  const scopes = claims.scope.trim().split(/\s+/);

  const missing = scopes.find((scope) => !client.scopes.includes(scope));
  if (missing !== undefined) {
    throw new GrantRefusal(
      'invalid_scope',
      'Invalid scopes for client.',
      'MP-200: the client does not have every scope it asked for',
    );
  }
  const closed = scopes.find((scope) => !(ORGANISATIONS_WITH_ACCESS.get(scope)?.includes(client.organisation) ?? true));
  if (closed !== undefined) {
    throw new GrantRefusal(
      'forbidden',
      `Consumer has not been granted access to the scope ${closed}.`,
      'MP-250: the owner of the scope has not opened it for this organisation',
    );
  }
  judgeDelegation(claims, client, scopes);
  return scopes;
};

/** Nobody has delegated anything in the sandbox, so every claim to act for another organisation is refused. */
const judgeDelegation = (
  claims: Readonly<Record<string, unknown>>,
  client: MaskinportenClient,
  scopes: readonly string[],
): void => {
  const consumer = claims.consumer_org;
  if (consumer === client.organisation) {
    throw new GrantRefusal(
      'invalid_request',
      'The combination of consumer_org in claim and delegation scope on client is invalid.',
      "consumer_org is the client's own organisation: leave it out",
    );
  }
  if (typeof consumer === 'string') {
    throw new GrantRefusal(
      'forbidden',
      `Consumer ${consumer} has not delegated scope ${scopes.join(' ')} to supplier ${client.organisation}.`,
      'MP-251: no delegation is registered in the sandbox',
    );
  }
  if (consumer !== undefined) throw malformedGrant('consumer_org must be an organisation number');
  if (claims.authorization_details !== undefined) {
    throw new GrantRefusal(
      'invalid_request',
      'Unknown type in authorization_details.',
      'MP-301: the sandbox has no system users',
    );
  }
};
