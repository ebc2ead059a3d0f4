import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { adminRoutes } from './admin/routes.js';
import { folkeregisterRoutes, skatteetatenRoutes } from './folkeregister/routes.js';
import { kjoretoyregisterRoutes } from './kjoretoyregister/routes.js';
import { fiksKrrRoutes } from './krr/fiksRoutes.js';
import { krrRoutes } from './krr/routes.js';
import type { AccessTokens } from './maskinporten/accessTokens.js';
import { maskinportenRoutes } from './maskinporten/routes.js';
import { pageRoutes } from './page/routes.js';
import { Refusal } from './refusal.js';
import type { SandboxState } from './state.js';
import { svarutRoutes } from './svarut/routes.js';

export const createServer = async (state: SandboxState, tokens: AccessTokens): Promise<FastifyInstance> => {
  const app = fastify({
    forceCloseConnections: true,
    // An overlong id must reach the service it was sent to, and be refused and logged there.
    routerOptions: { maxParamLength: 2000 },
    // A misspelt order to the administration must be refused, not quietly trimmed into something else.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, discriminator: true } },
  });
  app.decorateRequest('reason', '');
  app.decorateRequest('fault', null);
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
    return reply.code(status).send({ error: error.message });
  });

  await app.register(maskinportenRoutes(state, tokens), { prefix: '/maskinporten' });
  await app.register(folkeregisterRoutes(state, tokens), { prefix: '/fiks' });
  await app.register(skatteetatenRoutes(state, tokens), { prefix: '/skatteetaten/folkeregisteret' });
  await app.register(kjoretoyregisterRoutes(state, tokens), { prefix: '/fiks/kjoretoyregister/api' });
  await app.register(krrRoutes(state, tokens), { prefix: '/krr' });
  await app.register(fiksKrrRoutes(state, tokens), { prefix: '/fiks/register' });
  await app.register(svarutRoutes(state, tokens), { prefix: '/svarut' });
  await app.register(adminRoutes(state), { prefix: '/admin' });
  await app.register(pageRoutes(state));
  return app;
};
