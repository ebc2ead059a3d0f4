import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { personCatalogue } from './catalogue.js';
import { CHANGES } from './earlierEvents.js';
import type { EventOrder } from './eventFeed.js';
import { findByAnyNumber } from './register.js';

interface EventsRoute {
  Body: EventOrder & { times: number };
}

const eventSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'person'],
  properties: {
    // Any word: a type nobody has heard of is something a client must survive.
    type: { type: 'string', pattern: '^[a-zA-Z]+$' },
    person: { type: 'string', pattern: '^\\d{11}$' },
    change: { enum: CHANGES, default: 'registrereNy' },
    times: { type: 'integer', minimum: 1, maximum: 100_000, default: 1 },
  },
} as const;

/** Shows whom there is to look up, and lets things happen to them. */
export const personAdminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get('/persons', async () => personCatalogue);

  app.post<EventsRoute>('/events', { schema: { body: eventSchema } }, async ({ body }, reply) => {
    const { times, ...order } = body;
    if (!findByAnyNumber(order.person)) throw new Refusal(400, 'There is no such person in the Folkeregister.');
    const { events } = state.folkeregister;
    const elapsed = state.clock.elapsed();
    events.grow(elapsed, state.settings.eventEverySeconds);
    events.add(order, elapsed, times);
    return reply.code(201).send({ sekvensnummer: events.latest });
  });
};
