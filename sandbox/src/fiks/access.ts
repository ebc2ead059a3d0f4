import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { InvalidAccessToken, NO_AUDIENCE, type AccessToken, type AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { findIntegration, type FiksService } from './integration.js';

const FIKS_SCOPE = 'ks:fiks';

/** The onRequest hook of every Fiks service: who are you, and for which organisation. Privileges come after it. */
export const requireFiksAccess =
  (state: SandboxState, tokens: AccessTokens, service: FiksService) => async (request: FastifyRequest) => {
    const token = await validToken(request, state, tokens);
    const problem = integrationProblem(request, token);
    if (problem !== undefined) {
      // The real service does not tell which of the three is wrong.
      throw new Refusal(
        401,
        `Autentisering feilet for integrasjon med id ${header(request, 'integrasjonid') ?? 'null'}`,
        problem,
      );
    }
    const integration = findIntegration(header(request, 'integrasjonid') ?? '');
    if (integration?.services.has(service)) return;
    throw new Refusal(403, 'Mangler tilgang', `the integration "${integration?.name}" has no rights on this service`);
  };

const validToken = async (request: FastifyRequest, state: SandboxState, tokens: AccessTokens): Promise<AccessToken> => {
  try {
    const token = await tokens.check(request.headers.authorization, state);
    if (!token.scopes.includes(FIKS_SCOPE)) throw new InvalidAccessToken(`the access token lacks ${FIKS_SCOPE}`);
    if (state.settings.fiksResource === 'refused' && token.audience !== NO_AUDIENCE) {
      throw new InvalidAccessToken('the token was asked for with resource');
    }
    return token;
  } catch (error) {
    if (error instanceof InvalidAccessToken) {
      throw new Refusal(401, 'Klarte ikke å validere access_token', error.message);
    }
    throw error;
  }
};

const integrationProblem = (request: FastifyRequest, token: AccessToken): string | undefined => {
  const id = header(request, 'integrasjonid');
  const password = header(request, 'integrasjonpassord');
  if (id === undefined) return 'the IntegrasjonId header is missing';
  if (password === undefined) return 'the IntegrasjonPassord header is missing';
  const integration = findIntegration(id);
  if (!integration) return 'IntegrasjonId is not a known integration';
  if (!sameSecret(password, integration.password)) return 'IntegrasjonPassord is wrong';
  if (token.organisation !== integration.organisation) {
    return `the consumer of the token is ${token.organisation}; the integration belongs to ${integration.organisation}`;
  }
  return undefined;
};

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const sameSecret = (given: string, expected: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
};
