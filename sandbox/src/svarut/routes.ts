import type { FastifyInstance } from 'fastify';
import { requireFiksAccess } from '../fiks/access.js';
import { fiksError } from '../fiks/fiksError.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import type { SandboxState } from '../state.js';
import { observeService } from '../traffic/service.js';
import { catalogueRoutes } from './catalogueRoutes.js';
import { downloadRoutes } from './documentMetadata.js';
import { publicKeyRoutes } from './encryption/publicKeyRoutes.js';
import { letterRoutes } from './letterRoutes.js';
import { lookupRoutes } from './lookupRoutes.js';
import { withErrorCode } from './repeatedReference.js';
import { sendRoutes } from './sendRoutes.js';
import { extraFields, requireVersion } from './versions.js';

/** The access checks run before the body is read, so that a refused client need not have its upload parsed. */
export const svarutRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'svarut', withErrorCode(fiksError(state)));
  app.removeContentTypeParser('text/plain');
  const requireAccess = requireFiksAccess(state, tokens, 'svarut');
  await app.register(publicKeyRoutes(state, requireAccess));
  await app.register(async (closed) => {
    closed.addHook('onRequest', requireAccess);
    closed.addHook('onRequest', requireVersion(state));
    closed.addHook('preSerialization', extraFields(state));
    for (const routes of [sendRoutes, lookupRoutes, letterRoutes, catalogueRoutes]) {
      await closed.register(routes(state), { prefix: '/api' });
    }
    await closed.register(downloadRoutes(state));
  });
};
