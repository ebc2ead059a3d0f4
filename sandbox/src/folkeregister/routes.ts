import type { FastifyInstance } from 'fastify';
import { requireFiksAccess } from '../fiks/access.js';
import { fiksError } from '../fiks/fiksError.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import type { SandboxState } from '../state.js';
import { observeService } from '../traffic/service.js';
import { admitByScope } from './directDoor.js';
import { eventResources } from './eventResources.js';
import { extractResources } from './extractResources.js';
import { admitByRole } from './fiksDoor.js';
import { municipalityEventRoutes } from './municipalityEventRoutes.js';
import { oppvekstRoutes } from './oppvekstRoutes.js';
import { PACKAGES } from './packages.js';
import { personResources } from './personResources.js';
import { registerBody } from './registerRefusal.js';
import { mountResources, type Resource } from './resource.js';

const resourcesOf = (state: SandboxState): readonly Resource[] => [
  ...personResources(state),
  ...eventResources(state),
  ...extractResources(state),
];

const BASE = '/folkeregister/api/v1';

/** The register mirrored by Fiks, where a role stands for the package, and KS' own two services upon it. */
export const folkeregisterRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'folkeregister', fiksError(state));
  app.addHook('onRequest', requireFiksAccess(state, tokens, 'folkeregister'));
  await app.register(mountResources(state, resourcesOf(state), admitByRole), { prefix: `${BASE}/:rolleId/v1` });
  await app.register(oppvekstRoutes(state), { prefix: `${BASE}/oppvekst` });
  await app.register(municipalityEventRoutes(state), { prefix: `${BASE}/hendelser` });
};

/** The register as Skatteetaten gives it out, one address per package. */
export const skatteetatenRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'folkeregister', (refusal) => registerBody(refusal).content);
  for (const pack of PACKAGES) {
    const prefix = `/${pack.path}/v1`;
    await app.register(mountResources(state, resourcesOf(state), admitByScope(state, tokens, pack)), { prefix });
  }
};
