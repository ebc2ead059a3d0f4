import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import type { SandboxState } from '../../state.js';
import type { SvarutSettings } from '../settings.js';
import { CERTIFICATE } from './keyPair.js';

const PEM = 'application/x-pem-file';

/** What documents are encrypted for. Which of these SvarUt serves is not documented; its own library takes a certificate. */
const FORMS: Record<
  SvarutSettings['publicKeyFormat'],
  () => { readonly type: string; readonly body: string | Buffer }
> = {
  certificatePem: () => ({ type: PEM, body: CERTIFICATE.toString() }),
  certificateDer: () => ({ type: 'application/pkix-cert', body: CERTIFICATE.raw }),
  keyPem: () => ({ type: PEM, body: CERTIFICATE.publicKey.export({ type: 'spki', format: 'pem' }) }),
  keyDer: () => ({
    type: 'application/octet-stream',
    body: CERTIFICATE.publicKey.export({ type: 'spki', format: 'der' }),
  }),
};

export const publicKeyRoutes =
  (state: SandboxState, requireAccess: onRequestAsyncHookHandler) => async (app: FastifyInstance) => {
    app.addHook('onRequest', async function (request, reply) {
      if (state.settings.publicKeyNeedsAccess) await requireAccess.call(this, request, reply);
    });

    app.get('/forsendelse/publickey/hent', { config: { operation: 'publicKey' } }, async (_request, reply) => {
      const { type, body } = FORMS[state.settings.publicKeyFormat]();
      return reply.type(type).send(body);
    });
  };
