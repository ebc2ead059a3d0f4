import type { FastifyInstance } from 'fastify';
import { requireLocalCaller } from '../admin/localOnly.js';
import type { SandboxState } from '../state.js';
import { keepPageFresh } from './browser.js';
import { renderPage } from './html.js';
import { setupRoutes } from './setupRoutes.js';
import { STYLE } from './style.js';

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The web page, from three addresses so that its policy needs to allow nothing inline. */
export const pageRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.addHook('onRequest', requireLocalCaller);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(renderPage(state.url)));
  app.get('/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  app.get('/page.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(`(${keepPageFresh.toString()})();\n`),
  );
  await app.register(setupRoutes);
};
