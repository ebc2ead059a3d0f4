import type { FastifyInstance } from 'fastify';
import { INTEGRATION } from '../fiks/integration.js';
import { isPersonIdentifier } from '../identifiers.js';
import { Refusal } from '../refusal.js';
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

/** KS' own look-up of children with their parents. Numbers nobody has are left out of the answer. */
export const oppvekstRoutes = async (app: FastifyInstance) => {
  app.post<OppvekstRoute>(
    '/:fiksOrgId/:rolleId',
    { config: { operation: 'oppvekst' }, schema: { body: orderSchema } },
    async ({ params, body }) => {
      const role = roleOf(params.rolleId);
      if (params.fiksOrgId.toLowerCase() !== INTEGRATION.fiksOrgId) {
        throw new Refusal(403, 'Ikke tilgang', 'the integration has no rights for this Fiks organisation');
      }
      const lack = lackOf(role);
      if (lack !== undefined) throw new Refusal(403, 'Ikke tilgang', lack);
      if (!body.foedselsnumre.every(isPersonIdentifier)) {
        throw new Refusal(
          400,
          'Ugyldig fødselsnummer',
          'one of foedselsnumre is not a valid fødselsnummer or D-number',
        );
      }
      return body.foedselsnumre.map(flattened).filter((person) => person !== undefined);
    },
  );
};
