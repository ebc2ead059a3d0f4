/**
 * The smallest honest test of a Maskinporten credential: does Maskinporten issue a token for it?
 */
import { isServiceError } from '../http/serviceError';
import type { Ports } from '../http/transport';
import type { MaskinportenCredential } from '../maskinporten/credential';
import { requestToken } from '../maskinporten/grant';
import { ABOUT_THE_SCOPE } from '../maskinporten/tokenRefusal';
import type { ConnectionPlan } from './plan';

const concernsScopeOnly = (error: unknown): boolean =>
  isServiceError(error) && ABOUT_THE_SCOPE.includes(error.details.serviceCode ?? '');

/**
 * A client need not have the scope of every service: one is enough. The token is thrown away at once.
 * @returns the scope a token was issued for
 * @throws ServiceError the first refusal, when none of the scopes gives a token
 */
export const checkMaskinporten = async (
  ports: Ports,
  credential: MaskinportenCredential,
  plans: readonly ConnectionPlan[],
): Promise<string> => {
  let refused: unknown;
  for (const scope of new Set(plans.map((plan) => plan.scope(credential)))) {
    try {
      await requestToken(ports, credential, scope);
      return scope;
    } catch (error) {
      if (!concernsScopeOnly(error)) throw error;
      refused ??= error;
    }
  }
  throw refused;
};
