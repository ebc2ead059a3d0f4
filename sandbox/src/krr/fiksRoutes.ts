import type { FastifyInstance } from 'fastify';
import { requireFiksAccess } from '../fiks/access.js';
import { fiksError } from '../fiks/fiksError.js';
import { findRole } from '../folkeregister/roles.js';
import { isUuid } from '../identifiers.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { observeService } from '../traffic/service.js';
import { fiksAnswerFor } from './fiksAnswer.js';

interface PersonRoute {
  Params: { rolleId: string };
}

/** What in a role opens KRR is not documented; here it is one switch. */
const ROLES_WITHOUT_KRR = ['narrow'];

/** KRR through Fiks Register: one person per call, by a Folkeregister role. */
export const fiksKrrRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'krr', fiksError(state));
  app.addHook('onRequest', requireFiksAccess(state, tokens, 'krr'));
  app.removeContentTypeParser('text/plain');

  app.post<PersonRoute>(
    '/api/v1/ks/:rolleId/krr/person',
    { config: { operation: 'person' } },
    async ({ params, body }) => {
      requireRole(params.rolleId);
      const person = state.findContact(readNumber(body));
      if (!person) throw new Refusal(404, 'Ingen treff', 'no such person in the KRR of the sandbox');
      return fiksAnswerFor(person, state.settings, state.virtualStart);
    },
  );
};

const requireRole = (rolleId: string): void => {
  if (!isUuid(rolleId)) throw new Refusal(400, 'Ugyldig rolleId', 'rolleId is not a UUID');
  const role = findRole(rolleId);
  if (!role) throw new Refusal(403, 'Ikke tilgang', 'the integration has no access to this role');
  if (ROLES_WITHOUT_KRR.includes(role.name)) throw new Refusal(403, 'Ikke tilgang', 'the role does not open KRR');
};

const readNumber = (body: unknown): string => {
  const fnr = (body as { fnr?: unknown } | null)?.fnr;
  if (typeof fnr === 'string' && /^\d{11}$/.test(fnr)) return fnr;
  throw new Refusal(400, 'Ugyldig forespørsel', 'fnr must be a text of eleven digits');
};
