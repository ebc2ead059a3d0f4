import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireFiksAccess } from '../fiks/access.js';
import { fiksError } from '../fiks/fiksError.js';
import { isPersonIdentifier, isUuid } from '../identifiers.js';
import type { AccessTokens } from '../maskinporten/accessTokens.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { observeService } from '../traffic/service.js';
import { lookUpAsOrdered, lookUpInAnyOrder, readBulkNumbers } from './bulk.js';
import { selectParts, type PartSelection } from './parts.js';
import { findByAnyNumber } from './register.js';
import { folkeregisterError, RegisterRefusal } from './registerRefusal.js';
import { findRole, type Role } from './roles.js';
import { viewOf } from './view.js';

interface PersonRoute {
  Params: { rolleId: string; personidentifikator: string };
  Querystring: { part?: string | string[] };
}

interface BulkRoute {
  Params: { rolleId: string };
  Querystring: { part?: string | string[]; somBestilt?: string | string[] };
}

const BASE = '/folkeregister/api/v1/:rolleId/v1/personer';

const ACCEPTABLE = new Set(['application/json', 'application/*', '*/*']);

export const folkeregisterRoutes = (state: SandboxState, tokens: AccessTokens) => async (app: FastifyInstance) => {
  observeService(app, state, 'folkeregister', folkeregisterError(fiksError(state)));
  app.addHook('onRequest', requireFiksAccess(state, tokens));
  app.addHook('onRequest', requireJsonAccepted);
  acceptOnlyJsonBodies(app);

  // The documentation writes some paths with a slash at the end and recorded traffic has none: both work.
  for (const slash of ['', '/']) {
    app.get<PersonRoute>(
      `${BASE}/:personidentifikator${slash}`,
      { config: { operation: 'person' } },
      async ({ params, query }) => {
        const role = roleOf(params.rolleId);
        const selection = partsFor(role, query.part);
        if (!isPersonIdentifier(params.personidentifikator)) {
          throw new RegisterRefusal(400, 'Ugyldig parameter.', 'not a valid fødselsnummer or D-number');
        }
        const persona = findByAnyNumber(params.personidentifikator);
        if (!persona) throw new RegisterRefusal(404, 'Ukjent person.', 'no such person in the sandbox');
        return viewOf(persona.folkeregisterperson, selection, role);
      },
    );

    app.post<BulkRoute>(
      `${BASE}/bulkoppslag${slash}`,
      { config: { operation: 'bulkoppslag' }, bodyLimit: 4 * 1024 * 1024 },
      async ({ params, query, body }) => {
        const role = roleOf(params.rolleId);
        if (!role.bulk) throw new Refusal(403, 'Mangler tilgang', 'the role has no access to bulk lookups');
        const selection = partsFor(role, query.part);
        const numbers = readBulkNumbers(body);
        const oppslag = isTrue(query.somBestilt)
          ? lookUpAsOrdered(numbers, selection, role, state.settings.historicalNumberInBulk)
          : lookUpInAnyOrder(numbers, selection, role);
        return { oppslag };
      },
    );
  }
};

const roleOf = (rolleId: string): Role => {
  if (!isUuid(rolleId)) throw new Refusal(400, 'Ugyldig rolleId', 'rolleId is not a UUID');
  const role = findRole(rolleId);
  if (!role) throw new Refusal(403, 'Mangler tilgang', 'the integration has no access to this role');
  return role;
};

const partsFor = (role: Role, part: string | string[] | undefined): PartSelection => {
  const selection = selectParts([part ?? []].flat(), role.catalog);
  if ('unknownPart' in selection) {
    throw new RegisterRefusal(
      role.legalBasis ? 400 : 406,
      'Ugyldig part.',
      `no part is called "${selection.unknownPart}" in this rights package`,
    );
  }
  const outside = [...selection.parts].find((name) => !role.allowedParts.has(name));
  if (outside !== undefined) {
    throw new Refusal(
      403,
      'Mangler tilgang',
      part === undefined
        ? `asking for no part means all of person-basis, and the role lacks ${outside}`
        : `the role does not include ${outside}`,
    );
  }
  if (selection.history && !role.history) {
    throw new Refusal(403, 'Mangler tilgang', 'the role does not include historikk');
  }
  return selection;
};

const isTrue = (somBestilt: string | string[] | undefined): boolean => {
  if (somBestilt === undefined || somBestilt === 'true' || somBestilt === 'false') return somBestilt === 'true';
  throw new RegisterRefusal(400, 'Ugyldig parameter.', 'somBestilt must be true or false, once');
};

const requireJsonAccepted = async (request: FastifyRequest): Promise<void> => {
  const accepted = (request.headers.accept ?? '*/*')
    .split(',')
    .map((type) => (type.split(';', 1)[0] ?? '').trim().toLowerCase());
  if (accepted.some((type) => ACCEPTABLE.has(type))) return;
  throw new RegisterRefusal(406, 'Not Acceptable', 'Accept must allow application/json (the sandbox writes no XML)');
};

const acceptOnlyJsonBodies = (app: FastifyInstance): void => {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', (request, _payload, done) => {
    done(
      request.headers['content-type'] === undefined
        ? new RegisterRefusal(400, 'Ugyldig parameter.', 'without a Content-Type the register reads the body as XML')
        : new RegisterRefusal(415, 'Unsupported Media Type', 'send the body as application/json'),
    );
  });
};
