import type { FastifyInstance } from 'fastify';
import { answers } from '../schema.js';
import { ownDataSchema } from './schema.js';

/** Tells how data of one's own is written. */
export const ownDataAdminRoutes = () => async (app: FastifyInstance) => {
  const schema = {
    summary: 'How data of your own is written',
    response: { 200: answers('A JSON Schema of draft 7.', { type: 'object' }) },
  };
  app.get('/data-schema', { schema }, async () => ownDataSchema);
};
