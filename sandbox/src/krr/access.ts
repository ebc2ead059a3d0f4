import type { FastifyRequest } from 'fastify';
import { InvalidAccessToken, type AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';

/** What the scopes of a token open, besides the reservation that everyone may see. */
export interface Openings {
  readonly contactInformation: boolean;
  readonly digitalMailbox: boolean;
  readonly changes: boolean;
}

/** The first two open the same for an organisation itself and for its supplier. */
const CONTACT_SCOPES = ['krr:global/kontaktinformasjon.read', 'krr:global/kontaktinfo.read'];
const MAILBOX_SCOPES = ['krr:global/digitalpost.read', 'krr:global/postkasse.read'];
const CHANGES_SCOPES = ['krr:global/hentendring.read'];

export const openingsFor = async (
  request: FastifyRequest,
  state: SandboxState,
  tokens: AccessTokens,
): Promise<Openings> => {
  const scopes = await scopesOf(request, state, tokens);
  if (!scopes.some((scope) => scope.startsWith('krr:global/'))) {
    throw new Refusal(403, 'Forbidden', 'the access token has no krr:global scope');
  }
  const opens = (family: readonly string[]) => family.some((scope) => scopes.includes(scope));
  return {
    contactInformation: opens(CONTACT_SCOPES),
    digitalMailbox: opens(MAILBOX_SCOPES),
    changes: opens(CHANGES_SCOPES),
  };
};

const scopesOf = async (request: FastifyRequest, state: SandboxState, tokens: AccessTokens) => {
  try {
    return (await tokens.check(request.headers.authorization, state)).scopes;
  } catch (error) {
    if (error instanceof InvalidAccessToken) throw new Refusal(401, 'Unauthorized', error.message);
    throw error;
  }
};
