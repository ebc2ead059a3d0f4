import type { FastifyInstance } from 'fastify';
import { credentialsFor } from '../admin/credentials.js';
import { localCallersOnly } from '../admin/localOnly.js';
import type { SandboxState } from '../state.js';
import { curlScript, dotEnv } from './credentialTexts.js';
import { ICON } from './icon.js';
import { languageOf, languageQuery, type PageRoute } from './language.js';
import { renderPage } from './page.js';
import { PAGE_STYLE } from './pageStyle.js';
import { scriptIn } from './script.js';
import { settingsIn } from './settingsList.js';
import { setupRoutes } from './setupRoutes.js';
import { STYLE } from './style.js';

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The web page, from several addresses so that its policy needs to allow nothing inline. */
export const pageRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.addHook('onRequest', localCallersOnly(state));
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  const inLanguage = { schema: { querystring: languageQuery } };

  app.get<PageRoute>('/', inLanguage, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderPage(languageOf(request, 'en'))),
  );
  app.get<PageRoute>('/page.js', inLanguage, async (request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(scriptIn(languageOf(request, 'en'))),
  );
  app.get('/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE + PAGE_STYLE));
  app.get('/page.svg', async (_request, reply) => reply.type('image/svg+xml').send(ICON));
  app.get<PageRoute>('/settings.json', inLanguage, async (request) => settingsIn(languageOf(request, 'en')));
  app.get('/credentials.sh', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(curlScript(credentialsFor(state.url))),
  );
  app.get('/credentials.env', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(dotEnv(credentialsFor(state.url))),
  );
  await app.register(setupRoutes);
};
