import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { letterFor } from './access.js';
import { PDF } from './forsendelse.js';
import { lastStateOf, type Letter, type LetterDocument } from './letter.js';

/** Asked for where the sender said nothing about what kind of document it is. */
const UNNAMED_TYPE = 'DOKUMENT';

/** The documents that are left of a letter, numbered from 1. */
const documentsLeft = (letter: Letter, elapsed: number): readonly LetterDocument[] =>
  letter.deleted !== null || lastStateOf(letter, elapsed).state === 'SLETTET' ? [] : letter.documents;

const urlOf = (state: SandboxState, { id }: Letter, index: number): string =>
  `${state.url}/svarut/forsendelse/${id}/${index + 1}`;

/** The documents as the metadata of a shipment lists them. */
export const documentMetadata = (letter: Letter, state: SandboxState) =>
  documentsLeft(letter, state.clock.elapsed()).map((document, index) => ({
    filnavn: document.filnavn,
    mimeType: document.mimeType,
    dokumentType: document.dokumentType ?? UNNAMED_TYPE,
    storrelse: document.size,
    sha256Hash: document.sha256,
    nedlasningUrl: urlOf(state, letter, index),
    kanSigneres: document.skalSigneres === true,
    ...(document.skalSigneres === true && { signeringUrl: `${urlOf(state, letter, index)}/signering` }),
    ...(document.ekstraMetadata && { ekstraMetadata: document.ekstraMetadata }),
    ...(document.inneholderPersonsensitivInformasjon != null && {
      inneholderPersonsensitivInformasjon: document.inneholderPersonsensitivInformasjon,
    }),
  }));

interface DownloadRoute {
  Params: { forsendelseId: string; number: string };
}

/** Where nedlasningUrl leads: made for the recipient's browser, and closed to integrations unless a setting opens it. */
export const downloadRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get<DownloadRoute>(
    '/forsendelse/:forsendelseId/:number',
    { config: { operation: 'download' } },
    async ({ params }, reply) => {
      const letter = letterFor(state, params.forsendelseId, 'read');
      if (!state.settings.downloadWithToken) {
        throw new Refusal(403, 'Krever innlogging', 'only a logged-in recipient may download, see downloadWithToken');
      }
      const document = documentsLeft(letter, state.clock.elapsed())[Number(params.number) - 1];
      if (!document?.content) throw new Refusal(404, 'Fant ikke dokumentet', 'deleted, never there, or not kept');
      return reply
        .type(document.mimeType === PDF ? PDF : 'application/octet-stream')
        .header('content-disposition', 'attachment')
        .send(document.content);
    },
  );
};
