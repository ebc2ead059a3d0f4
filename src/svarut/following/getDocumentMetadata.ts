import { defineOperation, type JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { getDocuments } from '../client/oneLetter';
import type { LetterDocument } from '../model';
import { includeLinks, letterId } from './fields';

const linksOf = ({ nedlasningUrl, signeringUrl }: LetterDocument): JsonObject => ({
  nedlasningUrl: nedlasningUrl ?? null,
  signeringUrl: signeringUrl ?? null,
});

const show = (document: LetterDocument, withLinks: boolean): JsonObject => ({
  filnavn: document.filnavn,
  mimeType: document.mimeType,
  dokumentType: document.dokumentType ?? null,
  storrelse: document.storrelse ?? null,
  sha256Hash: document.sha256Hash ?? null,
  kanSigneres: document.kanSigneres ?? null,
  inneholderPersonsensitivInformasjon: document.inneholderPersonsensitivInformasjon ?? null,
  ekstraMetadata: (document.ekstraMetadata ?? []).map(({ key, value }) => ({ key, value })),
  ...(withLinks && linksOf(document)),
});

export const getDocumentMetadataOperation = defineOperation<Session>()({
  name: 'getDocumentMetadata',
  title: { en: 'Get Document Metadata', nb: 'Hent metadata om dokumenter' },
  summary: {
    en: 'The documents of a letter as SvarUt holds them: name, type, size in bytes and SHA-256. None when they have been deleted.',
    nb: 'Dokumentene i et brev slik SvarUt har dem: navn, type, størrelse i byte og SHA-256. Ingen når de er slettet.',
  },
  effect: 'read',
  endpoints: ['GET /v2/forsendelser/{forsendelseId}/metadata'],
  fields: [letterId, includeLinks],
  sensitive: ['dokumenter'],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    dokumenter: [
      {
        filnavn: 'vedtak.pdf',
        mimeType: 'application/pdf',
        dokumentType: 'DOKUMENT',
        storrelse: 48_213,
        sha256Hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        kanSigneres: false,
        inneholderPersonsensitivInformasjon: null,
        ekstraMetadata: [],
      },
    ],
  },
  each: async (session, input) => {
    const documents = await getDocuments(session, input.letterId);
    return { letterId: input.letterId, dokumenter: documents.map((one) => show(one, input.includeLinks)) };
  },
});
