import { type MaskinportenClient, type IntegrationType, ORGANISATIONS_WITH_ACCESS } from './clients.js';
import { GrantRefusal } from './refusals.js';

/** Which types of client may have a scope with this beginning; every other scope is for Maskinporten's own type. */
const INTEGRATION_TYPES_BY_PREFIX: Readonly<Record<string, readonly IntegrationType[]>> = {
  'krr:': ['maskinporten', 'krr'],
};

/** The scopes asked for, all of which the client has. */
export const judgeScopes = (
  claims: Readonly<Record<string, unknown>>,
  client: MaskinportenClient,
): readonly string[] => {
  if (typeof claims.scope !== 'string' || claims.scope.trim() === '') {
    throw new GrantRefusal('MP-011', 'scope is required');
  }
  const scopes = claims.scope.trim().split(/\s+/);
  if (!scopes.every((scope) => client.scopes.includes(scope))) {
    throw new GrantRefusal('MP-200', 'the client does not have every scope it asked for');
  }
  if (!scopes.every((scope) => typesFor(scope).includes(client.integrationType))) {
    throw new GrantRefusal('MP-201', 'a client of this integration type may not have the scope');
  }
  return scopes;
};

const typesFor = (scope: string): readonly IntegrationType[] => {
  const prefix = Object.keys(INTEGRATION_TYPES_BY_PREFIX).find((start) => scope.startsWith(start));
  return INTEGRATION_TYPES_BY_PREFIX[prefix ?? ''] ?? ['maskinporten'];
};

/** Whoever the token is for, the owners of its scopes must have let in. */
export const judgeAccess = (scopes: readonly string[], consumer: string): void => {
  const closed = scopes.find((scope) => !(ORGANISATIONS_WITH_ACCESS.get(scope)?.includes(consumer) ?? true));
  if (closed === undefined) return;
  throw new GrantRefusal('MP-250', 'the owner of the scope has not opened it for this organisation', { scope: closed });
};
