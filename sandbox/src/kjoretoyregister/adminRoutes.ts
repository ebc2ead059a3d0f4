import type { FastifyInstance } from 'fastify';
import { answers, list, object, oneOf, orNull, text } from '../schema.js';
import type { SandboxState } from '../state.js';
import { catalogue } from './catalogue.js';

const vehicleSchema = object(
  {
    kjennemerker: list(text),
    kuid: text,
    understellsnummer: text,
    status: orNull(text),
    ownerNumber: orNull(text),
    special: { ...text, description: 'what it is there for' },
  },
  { ownerKind: oneOf('organisation', 'person') },
);

/** Shows which vehicles there are to look up. */
export const vehicleAdminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get(
    '/vehicles',
    {
      schema: {
        summary: 'The vehicles to try something with',
        response: { 200: answers('Of a large fleet, the first.', list(vehicleSchema)) },
      },
    },
    async () => catalogue(state.world.vehicles, new Date()),
  );
};
