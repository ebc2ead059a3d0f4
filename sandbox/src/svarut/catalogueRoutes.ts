import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { findHealthParty, type HealthParty } from './healthNetwork.js';
import { FORSENDELSESTYPER } from './organisations.js';

interface ReceivingSystemRoute {
  Querystring: { organisasjonsnummer?: string; forsendelseType?: string; niva?: string };
}

const receivingSystemSchema = {
  type: 'object',
  properties: {
    organisasjonsnummer: { type: 'string', pattern: '^[0-9]{9}$' },
    forsendelseType: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      pattern: '^[a-zA-ZæøåÆØÅ0-9]+(\\.[a-zA-ZæøåÆØÅ0-9]+)*$',
    },
    niva: { type: 'string', pattern: '^[0-9]$' },
  },
} as const;

const LARGEST_HER_ID = 2_147_483_647;

/** What a sender can look up before it sends. */
export const catalogueRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get('/v2/forsendelsestyper', { config: { operation: 'forsendelsestyper' } }, async () => ({
    forsendelsestyper: FORSENDELSESTYPER,
  }));

  app.get<ReceivingSystemRoute>(
    '/v2/mottakersystem',
    { config: { operation: 'mottakersystem' }, schema: { querystring: receivingSystemSchema } },
    async ({ query: { organisasjonsnummer, forsendelseType, niva } }) => ({
      mottakersystemer: state.world.organisations.receivingSystems.filter(
        (system) =>
          (organisasjonsnummer ?? system.organisasjonsnummer) === system.organisasjonsnummer &&
          (forsendelseType ?? system.forsendelseType) === system.forsendelseType &&
          Number(niva ?? system.niva) === system.niva,
      ),
    }),
  );

  app.get<{ Params: { herId: string } }>(
    '/v1/nhn/oppslag/:herId',
    { config: { operation: 'nhnLookup' } },
    async ({ params }) => {
      if (state.settings.nhnLookup === 'notFound') throw new Refusal(404, 'Not Found', 'nhnLookup is set to notFound');
      const herId = Number(params.herId);
      if (!/^[1-9]\d*$/.test(params.herId) || herId > LARGEST_HER_ID) {
        throw new Refusal(400, 'Ugyldig herId', 'herId must be a whole number from 1');
      }
      const party = findHealthParty(herId);
      if (!party) throw new Refusal(404, 'Fant ikke HER-id', 'nobody in the address register has this herId');
      return viewOfParty(party);
    },
  );
};

const OFFICE_CODE = { codeListId: '9040', value: '102', name: 'Legekontor' };
const SERVICE_CODE = { codeListId: '8663', value: '1', name: 'Tjeneste' };

const viewOfParty = ({ herId, type, name, amqpTransportStatus, parentHerId }: HealthParty) => {
  const parent = { parentOrganization: { herId: parentHerId ?? herId } };
  return {
    herId,
    type,
    name,
    displayName: name,
    amqpTransportStatus,
    validFrom: '2020-01-01T00:00:00Z',
    ...(type === 'ORGANIZATION' && { organizationDetails: { businessType: OFFICE_CODE } }),
    ...(type === 'PERSON' && { personDetails: { hprNumber: herId, ...parent } }),
    ...(type === 'SERVICE' && { serviceDetails: { serviceType: SERVICE_CODE, ...parent } }),
  };
};
