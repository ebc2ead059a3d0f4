import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireFiksAccess } from '../fiks/access.js';
import { fiksError } from '../fiks/fiksError.js';
import { INTEGRATION } from '../fiks/integration.js';
import { isUuid } from '../identifiers.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { observeService } from '../traffic/service.js';
import { lookupRoutes } from './lookupRoutes.js';
import { sendRoutes } from './sendRoutes.js';

/** The access checks run before the body is read, so that a refused client need not have its upload parsed. */
export const svarutRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'svarut', fiksError(state));
  app.addHook('onRequest', requireFiksAccess(state, tokens));
  app.addHook('onRequest', requireAccount);
  app.removeContentTypeParser('text/plain');
  await app.register(sendRoutes(state));
  await app.register(lookupRoutes(state));
};

const requireAccount = async (request: FastifyRequest): Promise<void> => {
  const { kontoId } = request.params as { kontoId?: string };
  if (kontoId === undefined) return;
  if (!isUuid(kontoId)) throw new Refusal(400, 'Ugyldig kontoId', 'kontoId is not a UUID');
  if (kontoId.toLowerCase() === INTEGRATION.kontoId) return;
  throw new Refusal(403, 'Mangler tilgang', 'the integration has no rights on this account');
};
