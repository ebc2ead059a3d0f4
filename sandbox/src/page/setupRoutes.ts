import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import { answersSchema, orderFrom, type SetupAnswers } from '../setup/answers.js';
import { lettersFor, type Letter } from '../setup/letters.js';
import { SetupProblem } from '../setup/problem.js';
import { languageOf, languageQuery, type PageRoute } from './language.js';
import { renderSetupPage } from './setup.js';
import { assistSetup } from './setupBrowser.js';
import { SETUP_STYLE } from './setupStyle.js';

const lettersFrom = (answers: SetupAnswers): readonly Letter[] => {
  try {
    return lettersFor(orderFrom(answers));
  } catch (error) {
    if (error instanceof SetupProblem) throw new Refusal(400, error.message);
    throw error;
  }
};

/** The set-up assistant's page, and the letters for it. A key is never part of what is asked or answered. */
export const setupRoutes = async (app: FastifyInstance) => {
  app.get<PageRoute>('/setup', { schema: { querystring: languageQuery } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderSetupPage(languageOf(request, 'nb'))),
  );
  app.get('/setup/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(SETUP_STYLE));
  app.get('/setup/page.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(`(${assistSetup.toString()})();\n`),
  );
  app.post<{ Body: SetupAnswers }>('/setup/letters', { schema: { body: answersSchema } }, async ({ body }) =>
    lettersFrom(body),
  );
};
