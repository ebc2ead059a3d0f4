/**
 * The signed request for a token (fact sheet maskinporten §2, §3).
 */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../http/answer';
import { send } from '../http/call';
import { MAX_ATTEMPTS, waitBeforeRetry } from '../http/retry';
import { asServiceError, type ServiceError } from '../http/serviceError';
import type { Ports, TransportResponse } from '../http/transport';
import { clockSkew, skewWarning } from './clockSkew';
import type { MaskinportenCredential } from './credential';
import { issuerOf, tokenUrlOf } from './issuer';
import { readSigningKey, type SigningKey } from './keys/signingKey';
import { tokenRefusal } from './tokenRefusal';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Seconds; at most 120 are allowed, and some clocks round. */
const LIFETIME_S = 100;

const tokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

export interface Token {
  readonly value: string;
  /** Seconds, as the issuer says; never assumed. */
  readonly lifetimeS: number;
  /** Milliseconds since the epoch at which the certificate of the key expires; absent for a bare key. */
  readonly certificateExpires?: number;
}

/** All that is asked for, in the order given: what the service needs, then what the credential adds. */
export const scopesOf = ({ extraScopes }: MaskinportenCredential, scope: string): string[] => [
  ...new Set([...scope.split(' '), ...extraScopes]),
];

const claimsOf = (credential: MaskinportenCredential, scope: string): Record<string, unknown> => ({
  scope: scopesOf(credential, scope).join(' '),
  ...(credential.consumerOrg && { consumer_org: credential.consumerOrg }),
  // Only a list is supported, also for one.
  ...(credential.resource && { resource: [credential.resource] }),
  ...(credential.authorizationDetails && { authorization_details: credential.authorizationDetails }),
});

/** A fresh assertion; one may be used only once, so every try makes its own. */
export const signGrant = async (
  credential: MaskinportenCredential,
  { key, alg, kid, x5c }: SigningKey,
  scope: string,
  nowMs: number,
): Promise<string> => {
  const iat = Math.floor(nowMs / 1000);
  return new SignJWT(claimsOf(credential, scope))
    .setProtectedHeader({ alg, ...(kid === undefined ? { x5c: [...(x5c ?? [])] } : { kid }) })
    .setIssuer(credential.clientId)
    .setAudience(issuerOf(credential))
    .setIssuedAt(iat)
    .setExpirationTime(iat + LIFETIME_S)
    .setJti(randomUUID())
    .sign(key);
};

/** What one try came to; `response` where there was one, for its date and for how long it asks us to wait. */
type Try = { readonly token: Token } | { readonly error: ServiceError; readonly response?: TransportResponse };

interface Asked {
  readonly credential: MaskinportenCredential;
  readonly key: SigningKey;
  readonly scope: string;
}

const requestOnce = async (ports: Ports, { credential, key, scope }: Asked, skewMs: number): Promise<Try> => {
  const assertion = await signGrant(credential, key, scope, ports.now() + skewMs);
  let response: TransportResponse | undefined;
  try {
    response = await send(ports, {
      service: 'maskinporten',
      method: 'POST',
      url: tokenUrlOf(credential),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }).toString(),
      timeoutMs: 10_000,
      // Not by the policy of reads: an assertion that is repeated is refused, so each try signs a new one.
      retry: 'never',
    });
    if (!isSuccess(response))
      return { error: tokenRefusal(response, credential, scopesOf(credential, scope)), response };
    const { access_token, expires_in } = readAnswer('maskinporten', tokenAnswer, response);
    const certificateExpires = key.certificate && Date.parse(key.certificate.validTo);
    return { token: { value: access_token, lifetimeS: expires_in, certificateExpires } };
  } catch (error) {
    return { error: asServiceError(error), response };
  }
};

/** @throws ServiceError one of the key's, ERR_TOKEN_REFUSED and the errors of a call */
export const requestToken = async (ports: Ports, credential: MaskinportenCredential, scope: string): Promise<Token> => {
  const asked: Asked = { credential, key: readSigningKey(credential, ports.now()), scope };
  let skewMs = 0;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await requestOnce(ports, asked, skewMs);
    if ('token' in outcome) {
      if (skewMs !== 0) ports.warn(skewWarning(skewMs));
      return outcome.token;
    }
    const { error, response } = outcome;
    const found = skewMs === 0 ? clockSkew(error, response, ports.now()) : 0;
    if (found !== 0) {
      skewMs = found;
      continue;
    }
    if (!error.retryable || attempt + 1 >= MAX_ATTEMPTS) throw error;
    await ports.sleep(waitBeforeRetry(attempt, response, 'seconds', ports));
  }
};
