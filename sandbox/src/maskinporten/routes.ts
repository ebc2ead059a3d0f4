import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';
import type { SandboxState } from '../state.js';
import { observeService, type RefusalBody } from '../traffic/service.js';
import type { AccessTokens } from './accessTokens.js';
import { SYSTEM_USER_TYPE } from './authorizationDetails.js';
import { ALGORITHMS, judgeGrant } from './grant.js';
import { playOrderedRefusal } from './orderedRefusal.js';
import { GrantRefusal } from './refusals.js';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const errorCode = (refusal: Refusal): string => {
  if (refusal instanceof GrantRefusal) return refusal.error;
  if (refusal.status === 503) return 'temporarily_unavailable';
  return refusal.status >= 500 ? 'server_error' : 'invalid_request';
};

/** What Digdir asks for in a support case, so clients should keep it; the second form is the older one. */
const TRACES: Record<Settings['traceStyle'], () => string> = {
  trace_id: () => randomBytes(16).toString('hex'),
  'correlation id': randomUUID,
};

const oauthError =
  (state: SandboxState): RefusalBody =>
  (refusal) => {
    const { traceStyle, mpCodeInDescription } = state.settings;
    const mpCode = mpCodeInDescription && refusal instanceof GrantRefusal ? refusal.mpCode : undefined;
    const text = mpCode === undefined ? refusal.message : `${mpCode}: ${refusal.message}`;
    return { error: errorCode(refusal), error_description: `${text} (${traceStyle}: ${TRACES[traceStyle]()})` };
  };

const singleValue = (form: URLSearchParams, name: string): string => {
  const values = form.getAll(name);
  const [value] = values;
  if (value !== undefined && values.length === 1) return value;
  throw new GrantRefusal('MP-011', `the form must have exactly one ${name}`);
};

export const maskinportenRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'maskinporten', oauthError(state));
  app.addHook('onRequest', playOrderedRefusal);
  app.addHook('onSend', async (_request, reply, payload) => {
    reply.header('date', new Date(state.maskinportenTime).toUTCString());
    return payload;
  });
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
    token_endpoint_auth_signing_alg_values_supported: ALGORITHMS,
    authorization_details_types_supported: [SYSTEM_USER_TYPE, 'urn:altinn:consent'],
  }));

  app.get('/jwk', { config: { operation: 'jwk' } }, () => ({ keys: [tokens.publicJwk] }));

  app.post('/token', { config: { operation: 'token' } }, async ({ body }, reply) => {
    if (!(body instanceof URLSearchParams)) {
      throw new Refusal(415, 'Unsupported Media Type.', 'the body must be application/x-www-form-urlencoded');
    }
    if (singleValue(body, 'grant_type') !== GRANT_TYPE) {
      throw new GrantRefusal('unsupported-grant-type', `grant_type must be ${GRANT_TYPE}`);
    }
    const grant = await judgeGrant(singleValue(body, 'assertion'), state);
    reply.header('cache-control', 'no-store');
    return {
      access_token: await tokens.issue(grant, state),
      token_type: 'Bearer',
      expires_in: state.settings.tokenLifetimeSeconds,
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
