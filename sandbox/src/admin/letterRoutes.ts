import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { PDF } from '../svarut/forsendelse.js';
import type { KeptBytes, LetterDocument } from '../svarut/letter.js';
import { letterSchema, viewOfLetter } from './letterView.js';
import { newest, pageSchema, type Page } from './paging.js';
import { answers, list } from '../schema.js';

interface LetterRoute {
  Params: { id: string };
}

interface DocumentRoute {
  Params: { id: string; index: string };
}

const BINARY = 'application/octet-stream';

/** Shows the letters that were accepted, to the last byte. */
export const letterRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get<{ Querystring: Page }>(
    '/letters',
    {
      schema: {
        summary: 'The accepted letters, oldest first',
        querystring: pageSchema,
        response: { 200: answers('Identity numbers are masked.', list(letterSchema)) },
      },
    },
    async ({ query }) => {
      const elapsed = state.clock.elapsed();
      return newest(state.letters.all(), query).map((letter) => viewOfLetter(letter, elapsed));
    },
  );

  app.get<LetterRoute>(
    '/letters/:id/metadata',
    {
      schema: {
        summary: 'The metadata of a letter, byte for byte as it came',
        response: { 200: { description: 'What the sender sent as JSON.', content: { [BINARY]: { schema: {} } } } },
      },
    },
    async ({ params }, reply) => {
      const letter = state.letters.find(params.id);
      if (!letter) throw new Refusal(404, 'There is no such letter.');
      return download(reply, letter.metadata);
    },
  );

  app.get<DocumentRoute>(
    '/letters/:id/documents/:index',
    {
      schema: {
        summary: 'A document of a letter, numbered from 0',
        response: {
          200: {
            description: 'A PDF is shown, anything else is saved. 410 when the file was too large to keep.',
            content: { [PDF]: { schema: {} }, [BINARY]: { schema: {} } },
          },
        },
      },
    },
    async ({ params }, reply) => {
      const document = state.letters.find(params.id)?.documents[Number(params.index)];
      if (!document) throw new Refusal(404, 'There is no such document.');
      if (!isPdf(document)) return download(reply, document);
      return reply.type(PDF).header('content-disposition', 'inline').send(document.content);
    },
  );
};

/** Whatever was uploaded must not run as a page of the sandbox: only what is really a PDF is shown, the rest is saved. */
const download = (reply: FastifyReply, { content }: KeptBytes): FastifyReply => {
  if (!content)
    throw new Refusal(410, 'It was too large to keep, or had to give way; only its size and hash are known.');
  return reply.type(BINARY).header('content-disposition', 'attachment').send(content);
};

const isPdf = ({ mimeType, content }: LetterDocument): boolean =>
  mimeType === PDF && content?.subarray(0, 5).toString('latin1') === '%PDF-';
