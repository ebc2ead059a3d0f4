import type { FastifyInstance } from 'fastify';
import { INTEGRATION } from '../fiks/integration.js';
import { isPersonIdentifier } from '../identifiers.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { flattened, lackOf } from './oppvekst.js';
import { roleOf } from './fiksDoor.js';

interface OppvekstRoute {
  Params: { fiksOrgId: string; rolleId: string };
  Body: { foedselsnumre: string[] };
}

const orderSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['foedselsnumre'],
  properties: { foedselsnumre: { type: 'array', minItems: 1, items: { type: 'string' } } },
} as const;

const requireAccess = ({ fiksOrgId, rolleId }: OppvekstRoute['Params']): void => {
  const role = roleOf(rolleId);
  if (fiksOrgId.toLowerCase() !== INTEGRATION.fiksOrgId) {
    throw new Refusal(403, 'Ikke tilgang', 'the integration has no rights for this Fiks organisation');
  }
  const lack = lackOf(role);
  if (lack !== undefined) throw new Refusal(403, 'Ikke tilgang', lack);
};

/** KS' own look-up of children with their parents. Numbers nobody has are left out of the answer. */
export const oppvekstRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.post<OppvekstRoute>(
    '/:fiksOrgId/:rolleId',
    {
      config: { operation: 'oppvekst' },
      schema: { body: orderSchema },
      onRequest: async ({ params }) => requireAccess(params),
    },
    async ({ body }) => {
      const { oppvekstLimit } = state.settings;
      if (oppvekstLimit !== null && body.foedselsnumre.length > oppvekstLimit) {
        throw new Refusal(400, 'For mange fødselsnumre', `at most ${oppvekstLimit} are taken in one call`);
      }
      if (!body.foedselsnumre.every(isPersonIdentifier)) {
        throw new Refusal(
          400,
          'Ugyldig fødselsnummer',
          'one of foedselsnumre is not a valid fødselsnummer or D-number',
        );
      }
      return body.foedselsnumre
        .map((number) => flattened(state.world.persons, number))
        .filter((person) => person !== undefined);
    },
  );
};
