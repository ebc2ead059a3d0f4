import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { HEALTH_PARTIES } from './healthNetwork.js';
import { intervene } from './letter.js';
import { ORGANISATIONS, RECEIVING_SYSTEMS } from './organisations.js';
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

/** Moves letters by hand, as people at the sender and at the printer do, and shows who can be written to. */
export const letterAdminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.post<StateRoute>('/letters/:id/state', { schema: { body: stateSchema } }, async ({ params, body }, reply) => {
    const letter = state.letters.find(params.id);
    if (!letter) throw new Refusal(404, 'There is no such letter.');
    const known: Readonly<Record<string, string>> = EVENT_TEXTS;
    intervene(letter, state.clock.elapsed(), {
      state: body.state,
      hendelse: body.hendelse ?? known[body.state] ?? body.state,
    });
    return reply.code(204).send();
  });

  app.get('/recipients', async () => ({
    organisations: ORGANISATIONS,
    receivingSystems: RECEIVING_SYSTEMS,
    healthParties: HEALTH_PARTIES,
  }));
};
