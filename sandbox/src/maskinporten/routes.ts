import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { observeService, type RefusalBody } from '../traffic/service.js';
import type { AccessTokens } from './accessTokens.js';
import { judgeGrant } from './grant.js';
import { GrantRefusal, malformedGrant } from './grantRefusal.js';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const errorCode = (refusal: Refusal): string => {
  if (refusal instanceof GrantRefusal) return refusal.error;
  if (refusal.status === 503) return 'temporarily_unavailable';
  return refusal.status >= 500 ? 'server_error' : 'invalid_request';
};

/** The trace id is what Digdir asks for in a support case, so clients should keep it. */
const oauthError: RefusalBody = (refusal) => ({
  error: errorCode(refusal),
  error_description: `${refusal.message} (trace_id: ${randomBytes(16).toString('hex')})`,
});

const singleValue = (form: URLSearchParams, name: string): string => {
  const values = form.getAll(name);
  const [value] = values;
  if (value === undefined || values.length > 1) throw malformedGrant(`the form must have exactly one ${name}`);
  return value;
};

export const maskinportenRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'maskinporten', oauthError);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(body as string));
  });

  app.get('/.well-known/oauth-authorization-server', { config: { operation: 'wellKnown' } }, () => ({
    issuer: state.maskinportenIssuer,
    token_endpoint: `${state.maskinportenIssuer}token`,
    jwks_uri: `${state.maskinportenIssuer}jwk`,
    grant_types_supported: [GRANT_TYPE],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
  }));

  app.get('/jwk', { config: { operation: 'jwk' } }, () => ({ keys: [tokens.publicJwk] }));

  app.post('/token', { config: { operation: 'token' } }, async ({ body }, reply) => {
    if (!(body instanceof URLSearchParams)) {
      throw new Refusal(415, 'Unsupported Media Type.', 'the body must be application/x-www-form-urlencoded');
    }
    if (singleValue(body, 'grant_type') !== GRANT_TYPE) {
      throw new GrantRefusal('unsupported_grant_type', 'Unsupported grant type.', `grant_type must be ${GRANT_TYPE}`);
    }
    const grant = await judgeGrant(
      singleValue(body, 'assertion'),
      state.maskinportenIssuer,
      state.seenGrants,
      Date.now() / 1000,
    );
    const lifetime = state.settings.tokenLifetimeSeconds;
    reply.header('cache-control', 'no-store');
    return {
      access_token: await tokens.issue(grant, state.maskinportenIssuer, lifetime),
      token_type: 'Bearer',
      expires_in: lifetime,
      scope: grant.scopes.join(' '),
    };
  });

  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: '/token',
    config: { operation: 'token' },
    handler: async () => {
      throw new Refusal(405, 'Method Not Allowed.', 'a token is asked for with POST');
    },
  });
};
