import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import type { FaultOrder } from '../traffic/faultBook.js';
import { faultOrderSchema, faultRecordSchema } from '../traffic/faultSchema.js';
import { answers, list, text } from '../schema.js';

/** Orders what is to go wrong. */
export const faultRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get(
    '/operations',
    {
      schema: {
        summary: 'The operations of each service, as the request list and faults name them',
        response: {
          200: answers('`unknown` is every other path.', { type: 'object', additionalProperties: list(text) }),
        },
      },
    },
    async () => state.operations.all(),
  );

  app.get(
    '/faults',
    {
      schema: {
        summary: 'The faults that were ordered, and how often each has happened',
        response: {
          200: answers('First the last hundred that are over, then those to come.', list(faultRecordSchema)),
        },
      },
    },
    async () => state.faults.all(),
  );

  app.post<{ Body: FaultOrder }>(
    '/faults',
    {
      schema: {
        summary: 'Orders a fault',
        body: faultOrderSchema,
        response: { 201: answers('It waits for its request.', faultRecordSchema) },
      },
    },
    async ({ body }, reply) => {
      if (body.operation !== undefined && !state.operations.has(body.service, body.operation)) {
        throw new Refusal(400, `${body.service} has no such operation. GET /admin/operations lists those there are.`);
      }
      return reply.code(201).send(state.faults.order(body));
    },
  );

  app.delete(
    '/faults',
    { schema: { summary: 'Calls all faults off', response: { 204: answers('None is left.') } } },
    async (_request, reply) => {
      state.faults.clear();
      return reply.code(204).send();
    },
  );

  app.delete<{ Params: { id: string } }>(
    '/faults/:id',
    { schema: { summary: 'Calls a fault off', response: { 204: answers('It will not happen again.') } } },
    async ({ params }, reply) => {
      if (!state.faults.callOff(Number(params.id))) throw new Refusal(404, 'There is no such fault.');
      return reply.code(204).send();
    },
  );
};
