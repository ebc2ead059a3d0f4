import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import { answers, list, object, text, whole } from '../schema.js';
import type { SandboxState } from '../state.js';
import { catalogueRow } from './catalogue.js';
import { CHANGES } from './earlierEvents.js';
import type { EventOrder } from './eventFeed.js';

interface PersonsRoute {
  Querystring: { from?: string; limit?: string };
}

interface EventsRoute {
  Body: EventOrder & { times: number };
}

const LARGEST_PAGE = 1000;

const pageSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    from: { type: 'string', pattern: '^\\d{1,9}$' },
    limit: { type: 'string', pattern: '^\\d{1,9}$' },
  },
} as const;

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

const personSchema = object({
  slug: text,
  foedselsEllerDNummer: text,
  historiskeIdentifikatorer: list(text),
  name: text,
  special: { ...text, description: 'what the person is there for' },
  krr: { ...text, description: 'how the person stands in KRR' },
});

/** Shows whom there is to look up, and lets things happen to them. */
export const personAdminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  const personsSchema = {
    summary: 'The persons to try something with; with `from` or `limit` a page of everybody',
    querystring: pageSchema,
    response: { 200: answers('`x-total-count` tells how many there are in all.', list(personSchema)) },
  };
  app.get<PersonsRoute>('/persons', { schema: personsSchema }, async ({ query }, reply) => {
    const { persons } = state.world;
    // Those who were generated are many, and are shown only to who asks for a page.
    const paged = query.from !== undefined || query.limit !== undefined;
    const from = Number(query.from ?? 0);
    const until = Math.min(persons.size, from + Math.min(Number(query.limit ?? LARGEST_PAGE), LARGEST_PAGE));
    const shown = paged ? persons.slice(from, until) : persons.listed;
    reply.header('x-total-count', persons.size);
    return shown.map((persona) => catalogueRow(persona, state.findContact(persona.foedselsEllerDNummer)));
  });

  const eventsSchema = {
    summary: "Lets something happen in Folkeregisteret's feed",
    body: eventSchema,
    response: { 201: answers('The number of the last event.', object({ sekvensnummer: whole })) },
  };
  app.post<EventsRoute>('/events', { schema: eventsSchema }, async ({ body }, reply) => {
    const { times, ...order } = body;
    if (!state.world.persons.findByAnyNumber(order.person))
      throw new Refusal(400, 'There is no such person in the Folkeregister.');
    const { events } = state.folkeregister;
    const elapsed = state.clock.elapsed();
    events.grow(elapsed, state.settings.eventEverySeconds);
    events.add(order, elapsed, times);
    return reply.code(201).send({ sekvensnummer: events.latest });
  });
};
