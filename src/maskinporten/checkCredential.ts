/**
 * The smallest honest test of a Maskinporten credential: does Maskinporten issue a token for it?
 */
import { isServiceError } from '../http/serviceError';
import type { Ports } from '../http/transport';
import type { MaskinportenCredential } from './credential';
import { requestToken } from './grant';

/** A client may have either; each proves client id, key and key id. */
const SCOPES_TO_TRY = ['ks:fiks', 'krr:global/kontaktinformasjon.read'] as const;

const concernsScopeOnly = (error: unknown): boolean =>
  isServiceError(error) && ['MP-200', 'MP-201', 'MP-250'].includes(error.details.serviceCode ?? '');

/**
 * The token is thrown away at once.
 * @returns the scope a token was issued for
 * @throws ServiceError the first refusal, when none of the scopes gives a token
 */
export const checkMaskinporten = async (ports: Ports, credential: MaskinportenCredential): Promise<string> => {
  let refused: unknown;
  for (const scope of SCOPES_TO_TRY) {
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
