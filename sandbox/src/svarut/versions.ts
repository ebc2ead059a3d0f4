import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';

const STATUS = { notFound: 404, gone: 410 } as const;
const MESSAGE = { notFound: 'Not Found', gone: 'Gone' } as const;

/** An environment may lack version 3, or have stopped serving it. */
export const requireVersion = (state: SandboxState) => async (request: FastifyRequest) => {
  const { svarutV3 } = state.settings;
  if (svarutV3 === 'available' || !request.routeOptions.url?.includes('/api/v3/')) return;
  throw new Refusal(STATUS[svarutV3], MESSAGE[svarutV3], 'svarutV3 is set to be without version 3');
};

/** Fields a later version may add, which a client must tolerate. */
const addFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(addFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, one]) => [name, addFields(one)] as const);
  return { ...Object.fromEntries(fields), nyttFelt: 'ukjent for alle beskrivelser' };
};

export const extraFields =
  (state: SandboxState) => async (_request: FastifyRequest, _reply: unknown, payload: unknown) =>
    state.settings.extraFields ? addFields(payload) : payload;
