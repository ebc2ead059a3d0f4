import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import { answers, flag, list, object, oneOf, text, whole } from '../schema.js';
import type { SandboxState } from '../state.js';
import { HEALTH_PARTIES } from './healthNetwork.js';
import { intervene } from './letter.js';
import { EVENT_TEXTS } from './states.js';

interface StateRoute {
  Params: { id: string };
  Body: { state: string; hendelse?: string };
}

/** A state of the future is welcome: clients must live with it. */
const stateSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['state'],
  properties: {
    state: { type: 'string', pattern: '^[A-ZÆØÅ_]+$' },
    hendelse: { type: 'string', minLength: 1 },
  },
} as const;

const recipientsSchema = object({
  organisations: list(
    object({
      organisasjonsnummer: text,
      navn: text,
      tests: text,
      altinn: oneOf('read', 'unread', 'none'),
      confidentialMail: flag,
    }),
  ),
  receivingSystems: list(
    object({ id: text, navn: text, organisasjonsnummer: text, forsendelseType: text, niva: whole }),
  ),
  healthParties: list(
    object(
      {
        herId: whole,
        type: oneOf('ORGANIZATION', 'PERSON', 'SERVICE'),
        name: text,
        tests: text,
        amqpTransportStatus: text,
        receipt: oneOf('positive', 'negative', 'none'),
      },
      { parentHerId: whole },
    ),
  ),
});

/** Moves letters by hand, as people at the sender and at the printer do, and shows who can be written to. */
export const letterAdminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.post<StateRoute>(
    '/letters/:id/state',
    {
      schema: {
        summary: 'Takes a letter to a state by hand',
        body: stateSchema,
        response: { 204: answers('It is there.') },
      },
    },
    async ({ params, body }, reply) => {
      const letter = state.letters.find(params.id);
      if (!letter) throw new Refusal(404, 'There is no such letter.');
      const known: Readonly<Record<string, string>> = EVENT_TEXTS;
      intervene(letter, state.clock.elapsed(), {
        state: body.state,
        hendelse: body.hendelse ?? known[body.state] ?? body.state,
      });
      return reply.code(204).send();
    },
  );

  app.get(
    '/recipients',
    {
      schema: {
        summary: 'Whom else than persons there is to write to',
        response: {
          200: answers('Organisations, receiving systems and parties of the health network.', recipientsSchema),
        },
      },
    },
    async () => ({
      organisations: state.world.organisations.all,
      receivingSystems: state.world.organisations.receivingSystems,
      healthParties: HEALTH_PARTIES,
    }),
  );
};
