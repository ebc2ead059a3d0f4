import type { FastifyInstance } from 'fastify';
import type { SandboxState } from '../state.js';
import { SERVICES } from '../traffic/requestLog.js';
import { letterSchema, viewOfLetter } from './letterView.js';
import { laterPageSchema, newest, type Page } from './paging.js';
import { answers, list, number, object, oneOf, orNull, text, time, whole } from '../schema.js';
import { senderSchema } from './senderSchema.js';

const requestSchema = object({
  id: { ...whole, description: 'grows by one, also across a reset' },
  at: { ...time, description: 'when it was answered' },
  duration: { ...number, description: 'milliseconds until the answer was ready' },
  service: oneOf(...SERVICES),
  operation: text,
  method: text,
  path: { ...text, description: 'identity numbers are masked' },
  query: text,
  sender: senderSchema,
  status: { ...orNull(whole), description: 'null when the connection was cut before there was an answer' },
  verdict: oneOf('accepted', 'refused'),
  reason: text,
  fault: { ...orNull(text), description: 'kind of the fault that was ordered for it' },
});

/** What came in, and what was thought of it. */
export const ledgerRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get<{ Querystring: Page & { after?: string } }>(
    '/requests',
    {
      schema: {
        summary: 'The last 5000 requests to the services, oldest first',
        querystring: laterPageSchema,
        response: { 200: answers('Each with its verdict and the reason for it.', list(requestSchema)) },
      },
    },
    async ({ query }) => newest(state.requests.all(Number(query.after ?? 0)), query),
  );

  app.get(
    '/ledger',
    {
      schema: {
        summary: 'Everything that was accepted, and every request with its verdict',
        response: {
          200: answers(
            'The letters and the requests of the same moment.',
            object({ letters: list(letterSchema), requests: list(requestSchema) }),
          ),
        },
      },
    },
    async () => {
      const elapsed = state.clock.elapsed();
      return {
        letters: state.letters.all().map((letter) => viewOfLetter(letter, elapsed)),
        requests: state.requests.all(),
      };
    },
  );
};
