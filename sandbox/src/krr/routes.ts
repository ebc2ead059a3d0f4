import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPersonIdentifier } from '../identifiers.js';
import { InvalidAccessToken, type AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { observeService, type RefusalBody } from '../traffic/service.js';
import { answerFor, notRegistered, type Openings } from './answer.js';
import { findKrrPerson } from './persons.js';

const LARGEST_BATCH = 1000;

/** KRR's error body is not documented; this is the shape of the framework it is believed to use. */
const springError: RefusalBody = (refusal, request) => ({
  timestamp: new Date().toISOString(),
  status: refusal.status,
  error: STATUS_CODES[refusal.status] ?? 'Error',
  path: request.url.split('?', 1)[0],
});

export const krrRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  const openingsOf = new WeakMap<FastifyRequest, Openings>();

  observeService(app, state, 'krr', springError);
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request) => {
    openingsOf.set(request, await openingsFor(request, state, tokens));
  });

  for (const version of ['v1', 'v2'] as const) {
    app.post(`/rest/${version}/personer`, { config: { operation: 'personer' } }, async (request) => {
      const identifiers = readIdentifiers(request.body);
      // Version 1 has no such field and always answers for everyone.
      const includeNotRegistered = version === 'v1' || readIncludeNotRegistered(request.body);
      const openings = openingsOf.get(request) as Openings;
      const now = new Date();
      const personer = [...new Set(identifiers)].flatMap((identifier) => {
        const person = findKrrPerson(identifier);
        if (person) return [answerFor(person, openings, state.settings.filtrerUtgaatt, now)];
        return includeNotRegistered ? [notRegistered(identifier, openings)] : [];
      });
      return { personer };
    });
  }
};

const openingsFor = async (request: FastifyRequest, state: SandboxState, tokens: AccessTokens): Promise<Openings> => {
  const scopes = await scopesOf(request, state, tokens);
  if (!scopes.some((scope) => scope.startsWith('krr:global/'))) {
    throw new Refusal(403, 'Forbidden', 'the access token has no krr:global scope');
  }
  return {
    contactInformation: scopes.includes('krr:global/kontaktinformasjon.read'),
    digitalMailbox: scopes.includes('krr:global/digitalpost.read'),
  };
};

const scopesOf = async (request: FastifyRequest, state: SandboxState, tokens: AccessTokens) => {
  try {
    return (await tokens.check(request.headers.authorization, state.maskinportenIssuer)).scopes;
  } catch (error) {
    if (error instanceof InvalidAccessToken) throw new Refusal(401, 'Unauthorized', error.message);
    throw error;
  }
};

const badRequest = (reason: string): Refusal => new Refusal(400, 'Bad Request', reason);

const readIdentifiers = (body: unknown): readonly string[] => {
  const asked = (body as { personidentifikatorer?: unknown } | null)?.personidentifikatorer;
  const identifiers: readonly unknown[] = Array.isArray(asked) ? asked : [];
  if (identifiers.length === 0) {
    throw badRequest('personidentifikatorer must be a list with at least one identifier');
  }
  if (identifiers.length > LARGEST_BATCH) {
    throw badRequest(`${identifiers.length} identifiers; at most ${LARGEST_BATCH} per call`);
  }
  if (identifiers.every(isPersonIdentifier)) return identifiers;
  const position = identifiers.findIndex((identifier) => !isPersonIdentifier(identifier)) + 1;
  throw badRequest(`identifier number ${position} is not a valid fødselsnummer or D-number`);
};

const readIncludeNotRegistered = (body: unknown): boolean => {
  const { inkluderIkkeRegistrerte = false } = body as { inkluderIkkeRegistrerte?: unknown };
  if (typeof inkluderIkkeRegistrerte === 'boolean') return inkluderIkkeRegistrerte;
  throw badRequest('inkluderIkkeRegistrerte must be true or false');
};
