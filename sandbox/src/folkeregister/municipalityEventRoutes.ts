import type { FastifyInstance } from 'fastify';
import { INTEGRATION } from '../fiks/integration.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { MUNICIPALITY_EVENTS, personsWith, type MunicipalityEvent } from './municipalityEvents.js';
import { roleOf } from './fiksDoor.js';

const MOVES: readonly MunicipalityEvent[] = ['FLYTTET_TIL_KOMMUNE', 'FLYTTET_FRA_KOMMUNE'];

const day = { type: 'string', format: 'date' } as const;
const municipality = { type: 'string', pattern: '^\\d{4}$' } as const;
const common = {
  rolleId: { type: 'string', format: 'uuid' },
  fraDato: day,
  hendelsestype: { enum: Object.keys(MUNICIPALITY_EVENTS) },
} as const;

const statisticsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['rolleId', 'fraDato', 'hendelsestype', 'kommunenummer'],
  properties: { ...common, kommunenummer: municipality },
} as const;

const listSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['rolleId', 'fraDato', 'hendelsestype', 'kommuner'],
  properties: {
    ...common,
    kommuner: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kommunenummer'],
        properties: { kommunenummer: municipality },
      },
    },
    foedt: { type: 'object', additionalProperties: false, properties: { fraDato: day, tilDato: day } },
  },
} as const;

interface Common {
  readonly rolleId: string;
  readonly fraDato: string;
  readonly hendelsestype: MunicipalityEvent;
}

interface Statistics extends Common {
  readonly kommunenummer: string;
}

interface List extends Common {
  readonly kommuner: readonly { readonly kommunenummer: string }[];
  readonly foedt?: { readonly fraDato?: string; readonly tilDato?: string };
}

/** KS' own events per municipality, made of the same persons. */
export const municipalityEventRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.addHook('onRequest', async () => {
    if (state.settings.fiksEvents !== 'people') return;
    throw new Refusal(403, 'Mangler tilgang', 'only people who have logged in may use these events');
  });

  const expectRole = (rolleId: string): void => {
    roleOf(rolleId);
    if (state.settings.fiksEvents !== 'role' || state.folkeregister.eventRoles.size > 0) return;
    throw new Refusal(403, 'Mangler tilgang', 'no role for events has been made for the organisation');
  };

  app.get('/typer', { config: { operation: 'hendelsestyper' } }, async () => ({
    hendelsestyper: Object.entries(MUNICIPALITY_EVENTS).map(([hendelsestype, [visningsnavn, beskrivelse]]) => ({
      hendelsestype,
      visningsnavn,
      beskrivelse,
    })),
  }));

  app.post<{ Body: Statistics }>(
    '/statistikk',
    { config: { operation: 'hendelsestatistikk' }, schema: { body: statisticsSchema } },
    async ({ body }) => {
      expectRole(body.rolleId);
      const antall = personsWith(state.world.persons, { ...body, municipalities: [body.kommunenummer] }).length;
      return { antall, parametere: body };
    },
  );

  app.post<{ Body: List }>(
    '/liste',
    { config: { operation: 'hendelseliste' }, schema: { body: listSchema } },
    async ({ body }) => {
      expectRole(body.rolleId);
      if (body.foedt && !MOVES.includes(body.hendelsestype)) {
        throw new Refusal(400, 'Ugyldig forespørsel', 'foedt goes with the two kinds of moving only');
      }
      const municipalities = body.kommuner.map(({ kommunenummer }) => kommunenummer);
      const persons = personsWith(state.world.persons, { ...body, municipalities, born: body.foedt });
      return { fnr: persons.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer) };
    },
  );

  app.post<OrganisationRoute>(
    '/:fiksOrgId/opprettRolle',
    { config: { operation: 'opprettRolle' } },
    async ({ params }, reply) => {
      state.folkeregister.eventRoles.add(ownOrganisation(params.fiksOrgId));
      return reply.send();
    },
  );

  app.delete<OrganisationRoute>(
    '/:fiksOrgId/slettRolle',
    { config: { operation: 'slettRolle' } },
    async ({ params }, reply) => {
      state.folkeregister.eventRoles.delete(ownOrganisation(params.fiksOrgId));
      return reply.send();
    },
  );
};

interface OrganisationRoute {
  Params: { fiksOrgId: string };
}

const ownOrganisation = (fiksOrgId: string): string => {
  if (fiksOrgId.toLowerCase() === INTEGRATION.fiksOrgId) return INTEGRATION.fiksOrgId;
  throw new Refusal(403, 'Mangler tilgang', 'the integration has no rights for this Fiks organisation');
};
