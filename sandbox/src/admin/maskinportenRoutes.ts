import type { FastifyInstance } from 'fastify';
import type { Delegation } from '../maskinporten/registry.js';
import type { SandboxState } from '../state.js';
import { clientSchema, delegationSchema, readClient, type ClientOrder } from './clientOrder.js';
import { credentialsFor, credentialsSchema } from './credentials.js';
import { answers, object, text } from '../schema.js';

/** What opens the services, and how to open them to more. */
export const maskinportenAdminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get(
    '/credentials',
    {
      schema: {
        summary: 'What to paste into the credentials of a flow, and what else there is to try',
        response: { 200: answers('The same in every copy of the sandbox. They open nothing real.', credentialsSchema) },
      },
    },
    async () => credentialsFor(state.url),
  );

  app.post<{ Body: ClientOrder }>(
    '/clients',
    {
      schema: {
        summary: 'Registers a client with Maskinporten, or replaces one',
        body: clientSchema,
        response: { 201: answers('It can ask for tokens.', object({ clientId: text })) },
      },
    },
    async ({ body }, reply) => {
      const client = readClient(body);
      state.registry.register(client);
      return reply.code(201).send({ clientId: client.clientId });
    },
  );

  app.post<{ Body: Delegation }>(
    '/delegations',
    {
      schema: {
        summary: 'Lets a supplier use a scope for a consumer, as in Altinn',
        body: delegationSchema,
        response: { 204: answers('From now on.') },
      },
    },
    async ({ body }, reply) => {
      state.registry.delegate(body);
      return reply.code(204).send();
    },
  );
};
