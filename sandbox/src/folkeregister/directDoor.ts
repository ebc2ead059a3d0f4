import type { FastifyRequest } from 'fastify';
import { InvalidAccessToken, NO_AUDIENCE, type AccessToken, type AccessTokens } from '../maskinporten/accessTokens.js';
import type { SandboxState } from '../state.js';
import { wholePackage, type Access, type RightsPackage } from './packages.js';
import { RegisterRefusal } from './registerRefusal.js';

/** At Skatteetaten itself the scope of the token decides, and the token must be made for nobody in particular. */
export const admitByScope =
  (state: SandboxState, tokens: AccessTokens, pack: RightsPackage) =>
  async ({ headers }: FastifyRequest): Promise<Access> => {
    const { organisation, scopes, audience } = await checked(tokens, headers.authorization, state);
    if (audience !== NO_AUDIENCE) {
      throw new RegisterRefusal(401, 'Autentisering feiler.', 'the token was asked for with resource', 'declared');
    }
    if (!scopes.includes(pack.scope)) {
      throw new RegisterRefusal(403, 'Ugyldig tilgang.', `the access token lacks ${pack.scope}`, 'declared');
    }
    return { ...wholePackage(pack), organisation, throughFiks: false };
  };

const checked = async (
  tokens: AccessTokens,
  authorization: string | undefined,
  state: SandboxState,
): Promise<AccessToken> => {
  try {
    return await tokens.check(authorization, state);
  } catch (error) {
    if (!(error instanceof InvalidAccessToken)) throw error;
    throw new RegisterRefusal(401, 'Autentisering feiler.', error.message, 'declared');
  }
};
