import type { FastifyInstance } from 'fastify';
import { personAdminRoutes } from '../folkeregister/adminRoutes.js';
import { catalogue } from '../kjoretoyregister/catalogue.js';
import type { Delegation } from '../maskinporten/registry.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { letterAdminRoutes } from '../svarut/adminRoutes.js';
import { PDF } from '../svarut/forsendelse.js';
import type { LetterDocument } from '../svarut/letter.js';
import { clientSchema, delegationSchema, readClient, type ClientOrder } from './clientOrder.js';
import { credentialsFor } from './credentials.js';
import { viewOfLetter } from './letterView.js';
import { requireLocalCaller } from './localOnly.js';
import {
  clockSchema,
  faultSchema,
  settingsSchema,
  type ClockOrder,
  type FaultOrder,
  type SettingsOrder,
} from './orders.js';

interface DocumentRoute {
  Params: { id: string; index: string };
}

/** The program interface of the sandbox itself: what tests ask and the web page shows. */
export const adminRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.addHook('onRequest', requireLocalCaller);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  app.get('/credentials', async () => credentialsFor(state.url));

  app.get('/letters', async () => {
    const elapsed = state.clock.elapsed();
    return state.letters.all().map((letter) => viewOfLetter(letter, elapsed));
  });

  app.get<DocumentRoute>('/letters/:id/documents/:index', async ({ params }, reply) => {
    const document = state.letters.find(params.id)?.documents[Number(params.index)];
    if (!document) throw new Refusal(404, 'There is no such document.');
    if (!document.content)
      throw new Refusal(410, 'The document was too large to keep; only its size and hash are known.');
    // Whatever was uploaded must not run as a page of the sandbox: only what is really a PDF is shown, the rest is saved.
    const shown = isPdf(document);
    return reply
      .type(shown ? PDF : 'application/octet-stream')
      .header('content-disposition', shown ? 'inline' : 'attachment')
      .send(document.content);
  });

  await app.register(letterAdminRoutes(state));
  await app.register(personAdminRoutes(state));

  app.get('/requests', async () => state.requests.all());

  app.get('/vehicles', async () => catalogue(new Date()));

  app.post('/reset', async (_request, reply) => {
    state.reset();
    return reply.code(204).send();
  });

  app.post<{ Body: ClockOrder }>('/clock', { schema: { body: clockSchema } }, async ({ body }) => {
    if (body.speed !== undefined) state.clock.setSpeed(body.speed);
    if (body.advanceSeconds !== undefined) state.clock.advance(body.advanceSeconds);
    return { speed: state.clock.speed, elapsedSeconds: state.clock.elapsed() / 1000 };
  });

  app.post<{ Body: FaultOrder }>('/faults', { schema: { body: faultSchema } }, async ({ body }, reply) => {
    const { times, ...fault } = body;
    // Only a request for a token can be refused.
    state.faults.add(fault.kind === 'refusal' ? { operation: 'token', ...fault } : fault, times);
    return reply.code(204).send();
  });

  app.delete('/faults', async (_request, reply) => {
    state.faults.clear();
    return reply.code(204).send();
  });

  app.post<{ Body: ClientOrder }>('/clients', { schema: { body: clientSchema } }, async ({ body }, reply) => {
    const client = readClient(body);
    state.registry.register(client);
    return reply.code(201).send({ clientId: client.clientId });
  });

  app.post<{ Body: Delegation }>('/delegations', { schema: { body: delegationSchema } }, async ({ body }, reply) => {
    state.registry.delegate(body);
    return reply.code(204).send();
  });

  app.post<{ Body: SettingsOrder }>('/settings', { schema: { body: settingsSchema } }, async ({ body }) => {
    state.settings = { ...state.settings, ...body };
    return state.settings;
  });
};

const isPdf = ({ mimeType, content }: LetterDocument): boolean =>
  mimeType === PDF && content?.subarray(0, 5).toString('latin1') === '%PDF-';
