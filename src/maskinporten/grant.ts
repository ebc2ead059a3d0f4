/**
 * The signed request for a token (fact sheet maskinporten §2, §3).
 */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../http/answer';
import { send } from '../http/call';
import type { Ports } from '../http/transport';
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

/** @throws ServiceError ERR_KEY_UNREADABLE, ERR_KEY_ID_MISSING, ERR_TOKEN_REFUSED and the errors of a call */
export const requestToken = async (ports: Ports, credential: MaskinportenCredential, scope: string): Promise<Token> => {
  const assertion = await signGrant(credential, scope, ports.now());
  const response = await send(ports, {
    service: 'maskinporten',
    method: 'POST',
    url: `${hostOf(credential, HOSTS)}/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }).toString(),
    timeoutMs: 10_000,
    // Not by the policy of reads: a repeated assertion is refused. The token cache asks again with a new one.
    retry: 'never',
  });
  if (!isSuccess(response)) throw tokenRefusal(response);
  const { access_token, expires_in } = readAnswer('maskinporten', tokenAnswer, response);
  return { value: access_token, lifetimeS: expires_in };
};
