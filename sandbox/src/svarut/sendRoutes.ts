import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { senderOf } from '../traffic/sender.js';
import { accountFor } from './access.js';
import type { Endpoint } from './forsendelse.js';
import { receiveLetter } from './receiveLetter.js';
import { readUpload } from './upload.js';

interface SendRoute {
  Params: { kontoId: string };
}

const OPERATIONS: readonly { readonly endpoint: Endpoint; readonly operation: string }[] = [
  { endpoint: 'person', operation: 'sendPerson' },
  { endpoint: 'organisasjon', operation: 'sendOrganisation' },
  { endpoint: 'nhn', operation: 'sendNhn' },
  { endpoint: 'print', operation: 'sendPrint' },
];

export const sendRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  // The route reads the stream itself: documents are hashed as they arrive and never held whole by the framework.
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));

  for (const { endpoint, operation } of OPERATIONS) {
    app.post<SendRoute>(`/v3/kontoer/:kontoId/forsendelser/${endpoint}`, { config: { operation } }, async (request) => {
      const { params, body, headers } = request;
      const account = accountFor(params.kontoId, 'send');
      if (!(body instanceof Readable)) {
        throw new Refusal(415, 'Unsupported Media Type', 'the body must be multipart/form-data');
      }
      if (state.settings.chunkedUploads === 'refused' && headers['transfer-encoding'] !== undefined) {
        throw new Refusal(411, 'Length Required', 'chunkedUploads is set to refuse an upload without Content-Length');
      }
      const upload = await readUpload(body, headers, state.settings);
      return { id: receiveLetter(state, senderOf(request), account, endpoint, upload).id };
    });
  }
};
