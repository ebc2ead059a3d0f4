import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import type { Endpoint } from './forsendelse.js';
import { judgeFiles, judgeForsendelse } from './rules.js';
import { readForsendelse } from './schema.js';
import { readUpload } from './upload.js';

interface SendRoute {
  Params: { kontoId: string };
}

const BASE = '/api/v3/kontoer/:kontoId/forsendelser';

const OPERATIONS: readonly { readonly endpoint: Endpoint; readonly operation: string }[] = [
  { endpoint: 'person', operation: 'sendPerson' },
  { endpoint: 'print', operation: 'sendPrint' },
];

const NOT_SIMULATED = [
  { endpoint: 'organisasjon', operation: 'sendOrganisation' },
  { endpoint: 'nhn', operation: 'sendNhn' },
];

export const sendRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  // The route reads the stream itself: documents are hashed as they arrive and never held whole by the framework.
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));

  for (const { endpoint, operation } of OPERATIONS) {
    app.post<SendRoute>(`${BASE}/${endpoint}`, { config: { operation } }, async ({ params, body, headers }) => {
      if (!(body instanceof Readable)) {
        throw new Refusal(415, 'Unsupported Media Type', 'the body must be multipart/form-data');
      }
      const { metadata, files } = await readUpload(body, headers);
      const forsendelse = readForsendelse(endpoint, metadata);
      judgeForsendelse(forsendelse, endpoint, new Date());
      judgeFiles(forsendelse, files);
      const letter = state.letters.accept(
        params.kontoId.toLowerCase(),
        endpoint,
        forsendelse,
        files,
        state.clock.elapsed(),
      );
      return { id: letter.id };
    });
  }

  for (const { endpoint, operation } of NOT_SIMULATED) {
    app.post(`${BASE}/${endpoint}`, { config: { operation } }, async () => {
      throw new Refusal(501, 'Not Implemented', `the sandbox does not simulate ${endpoint} yet`);
    });
  }
};
