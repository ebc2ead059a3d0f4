import type { FastifyInstance } from 'fastify';
import { settingsSchema, type Settings } from '../settings.js';
import type { SandboxState } from '../state.js';
import { answers, number, object } from '../schema.js';

interface ClockOrder {
  advanceSeconds?: number;
  speed?: number;
}

const clockOrderSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    advanceSeconds: { type: 'number', minimum: 0, description: 'so far ahead at once' },
    speed: {
      type: 'number',
      minimum: 0,
      maximum: 1_000_000,
      description: 'virtual seconds per real second from now on',
    },
  },
} as const;

const clock = {
  200: answers(
    'Where the clock stands.',
    object({
      speed: { ...number, description: 'virtual seconds per real second' },
      elapsedSeconds: { ...number, description: 'virtual seconds since the start or the last reset' },
    }),
  ),
};

const settings = {
  200: answers('All of them.', { ...settingsSchema, required: Object.keys(settingsSchema.properties) }),
};

/** The clock, the switches, and back to the start. */
export const controlRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  const clockView = () => ({ speed: state.clock.speed, elapsedSeconds: state.clock.elapsed() / 1000 });

  app.get('/clock', { schema: { summary: 'The time that letters live by', response: clock } }, async () => clockView());

  app.post<{ Body: ClockOrder }>(
    '/clock',
    { schema: { summary: 'Moves the clock, or changes its speed', body: clockOrderSchema, response: clock } },
    async ({ body }) => {
      if (body.speed !== undefined) state.clock.setSpeed(body.speed);
      if (body.advanceSeconds !== undefined) state.clock.advance(body.advanceSeconds);
      return clockView();
    },
  );

  app.get('/settings', { schema: { summary: 'The switches', response: settings } }, async () => state.settings);

  app.post<{ Body: Partial<Settings> }>(
    '/settings',
    { schema: { summary: 'Turns switches', body: settingsSchema, response: settings } },
    async ({ body }) => {
      state.settings = { ...state.settings, ...body };
      return state.settings;
    },
  );

  app.post(
    '/reset',
    {
      schema: {
        summary: 'Forgets everything, and puts clock, settings and faults back to those of the start',
        response: { 204: answers('As after a start.') },
      },
    },
    async (_request, reply) => {
      state.reset();
      return reply.code(204).send();
    },
  );
};
