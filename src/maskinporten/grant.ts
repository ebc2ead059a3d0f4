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
import { hostOf, type MaskinportenCredential, type ServiceHosts } from './credential';
import { readSigningKey } from './key';
import { tokenRefusal } from './tokenRefusal';

const HOSTS: ServiceHosts = {
  test: 'https://test.maskinporten.no',
  production: 'https://maskinporten.no',
  sandbox: '/maskinporten',
};

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Seconds; at most 120 are allowed, and some clocks round. */
const LIFETIME_S = 100;

const tokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

export interface Token {
  readonly value: string;
  /** Seconds, as the issuer says; never assumed. */
  readonly lifetimeS: number;
}

/** A fresh assertion; one may be used only once, so every try makes its own. */
export const signGrant = async (credential: MaskinportenCredential, scope: string, nowMs: number): Promise<string> => {
  const { key, kid } = readSigningKey(credential);
  const iat = Math.floor(nowMs / 1000);
  return (
    new SignJWT({ scope })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(credential.clientId)
      // The issuer of the environment, with its slash: anything else is refused as MP-110.
      .setAudience(`${hostOf(credential, HOSTS)}/`)
      .setIssuedAt(iat)
      .setExpirationTime(iat + LIFETIME_S)
      .setJti(randomUUID())
      .sign(key)
  );
};

/** What one try came to; `response` where there was one, for how long it asks us to wait. */
type Try = { readonly token: Token } | { readonly error: ServiceError; readonly response?: TransportResponse };

const requestOnce = async (ports: Ports, credential: MaskinportenCredential, scope: string): Promise<Try> => {
  const assertion = await signGrant(credential, scope, ports.now());
  let response: TransportResponse | undefined;
  try {
    response = await send(ports, {
      service: 'maskinporten',
      method: 'POST',
      url: `${hostOf(credential, HOSTS)}/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }).toString(),
      timeoutMs: 10_000,
      // Not by the policy of reads: an assertion that is repeated is refused, so each try signs a new one.
      retry: 'never',
    });
    if (!isSuccess(response)) return { error: tokenRefusal(response), response };
    const { access_token, expires_in } = readAnswer('maskinporten', tokenAnswer, response);
    return { token: { value: access_token, lifetimeS: expires_in } };
  } catch (error) {
    return { error: asServiceError(error), response };
  }
};

/** @throws ServiceError ERR_KEY_UNREADABLE, ERR_KEY_ID_MISSING, ERR_TOKEN_REFUSED and the errors of a call */
export const requestToken = async (ports: Ports, credential: MaskinportenCredential, scope: string): Promise<Token> => {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await requestOnce(ports, credential, scope);
    if ('token' in outcome) return outcome.token;
    if (!outcome.error.retryable || attempt + 1 >= MAX_ATTEMPTS) throw outcome.error;
    await ports.sleep(waitBeforeRetry(attempt, outcome.response, 'seconds', ports));
  }
};
