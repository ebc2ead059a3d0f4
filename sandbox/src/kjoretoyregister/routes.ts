import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireFiksAccess } from '../fiks/access.js';
import { fiksError } from '../fiks/fiksError.js';
import { INTEGRATION } from '../fiks/integration.js';
import { isUuid } from '../identifiers.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { observeService } from '../traffic/service.js';
import { ksRoutes } from './ksRoutes.js';
import { lookUpRoutes } from './lookUpRoutes.js';
import { kjoretoyregisterError } from './registerRefusal.js';
import { searchRoutes } from './searchRoutes.js';

/** The mirror of Statens vegvesen's two services, and KS' own simpler one. */
export const kjoretoyregisterRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'kjoretoyregister', kjoretoyregisterError(fiksError(state), state));
  app.addHook('onRequest', requireFiksAccess(state, tokens, 'kjoretoyregister'));
  app.addHook('onRequest', requireOrganisation);
  app.removeContentTypeParser('text/plain');
  const mirror = { prefix: '/:fiksOrgId/rest/distribusjon/kjoretoy/v2.0' };
  await app.register(lookUpRoutes(state), mirror);
  await app.register(searchRoutes(state), mirror);
  await app.register(ksRoutes(state), { prefix: '/v1/ks/:fiksOrgId' });
};

const requireOrganisation = async (request: FastifyRequest): Promise<void> => {
  const { fiksOrgId } = request.params as { fiksOrgId?: string };
  if (fiksOrgId === undefined) return;
  if (!isUuid(fiksOrgId)) throw new Refusal(400, 'Ugyldig fiksOrgId', 'fiksOrgId is not a UUID');
  if (fiksOrgId.toLowerCase() === INTEGRATION.fiksOrgId) return;
  throw new Refusal(403, 'Mangler tilgang', 'the integration has no rights for this Fiks organisation');
};
