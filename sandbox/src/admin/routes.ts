import type { FastifyInstance, RouteOptions } from 'fastify';
import { personAdminRoutes } from '../folkeregister/adminRoutes.js';
import { vehicleAdminRoutes } from '../kjoretoyregister/adminRoutes.js';
import { ownDataAdminRoutes } from '../ownData/adminRoutes.js';
import type { SandboxState } from '../state.js';
import { letterAdminRoutes } from '../svarut/adminRoutes.js';
import { controlRoutes } from './controlRoutes.js';
import { faultRoutes } from './faultRoutes.js';
import { ledgerRoutes } from './ledgerRoutes.js';
import { letterRoutes } from './letterRoutes.js';
import { localCallersOnly } from './localOnly.js';
import { maskinportenAdminRoutes } from './maskinportenRoutes.js';
import { openapiDocument } from './openapi.js';
import { answers } from '../schema.js';

const ROOMS = [
  maskinportenAdminRoutes,
  letterRoutes,
  letterAdminRoutes,
  personAdminRoutes,
  vehicleAdminRoutes,
  ownDataAdminRoutes,
  ledgerRoutes,
  faultRoutes,
  controlRoutes,
];

/** The program interface of the sandbox itself: what tests ask and the web page shows. */
export const adminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  const described: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') described.push(route);
  });
  app.addHook('onRequest', localCallersOnly(state));
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });
  // The schemas of answers describe them; they must not trim them.
  app.setSerializerCompiler(() => JSON.stringify);

  for (const room of ROOMS) await app.register(room(state));

  app.get(
    '/openapi.json',
    {
      schema: {
        summary: 'This interface as an OpenAPI document',
        response: { 200: answers('OpenAPI 3.1.', { type: 'object' }) },
      },
    },
    async () => openapiDocument(described, state.url),
  );
};
