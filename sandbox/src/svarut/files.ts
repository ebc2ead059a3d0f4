import { Refusal } from '../refusal.js';
import { isPrintable, PDF, type Dokument, type Endpoint, type Forsendelse } from './forsendelse.js';
import type { UploadedFile } from './receivedFile.js';
import { FILNAVN_PATTERN } from './schema/shared.js';
import type { SvarutSettings } from './settings.js';

const MEGABYTE = { decimal: 1_000_000, binary: 1024 * 1024 };
const PRINT_LIMIT_MB = 350;
const NHN_LIMIT_MB = 18;
const LONGEST_FILNAVN = 226;

/** The documents of a shipment, each with its file. */
export type FiledDocument = Dokument & { readonly file: UploadedFile };

/**
 * The file parts must be those the metadata lists, in the same order and under exactly the same names. To the health
 * network goes one PDF that only its part describes.
 */
export const pairFiles = (
  endpoint: Endpoint,
  forsendelse: Forsendelse,
  files: readonly UploadedFile[],
  { invalidLetterStatus: status }: SvarutSettings,
): readonly FiledDocument[] => {
  if (endpoint === 'nhn') return pairOnlyFile(files, status);
  const listed = forsendelse.dokumenter ?? [];
  if (files.length !== listed.length) {
    throw new Refusal(
      status,
      'Antall filer stemmer ikke med dokumenter',
      `${files.length} file parts for ${listed.length} documents in the metadata`,
    );
  }
  return listed.map((dokument, index) => {
    const file = files[index];
    if (file?.filnavn === dokument.filnavn) return { ...dokument, file };
    throw new Refusal(
      status,
      'Filene må ha samme navn og rekkefølge som dokumenter',
      `file part number ${index + 1} does not have the filnavn of document number ${index + 1}`,
    );
  });
};

const pairOnlyFile = (files: readonly UploadedFile[], status: number): readonly FiledDocument[] => {
  const [file] = files;
  if (!file || files.length > 1) {
    throw new Refusal(
      status,
      'Forsendelsen må ha nøyaktig én fil',
      `${files.length} file parts; the health network takes one`,
    );
  }
  if (!new RegExp(FILNAVN_PATTERN).test(file.filnavn) || file.filnavn.length > LONGEST_FILNAVN) {
    throw new Refusal(status, 'Ugyldig filnavn', 'the filename of the file part is not allowed');
  }
  if (file.unopened === undefined && !file.pdf.readable) {
    throw new Refusal(status, 'Kun application/pdf godtas', 'what goes to the health network must be a PDF');
  }
  return [{ filnavn: file.filnavn, mimeType: PDF, file }];
};

export const judgeSizes = (
  endpoint: Endpoint,
  forsendelse: Forsendelse,
  documents: readonly FiledDocument[],
  { megabyte, tooLargeStatus }: SvarutSettings,
): void => {
  const [limit, what] = endpoint === 'nhn' ? [NHN_LIMIT_MB, 'helsenettet'] : [PRINT_LIMIT_MB, 'utskrift'];
  const bytes = documents
    .filter((dokument) => endpoint === 'nhn' || isPrintable(forsendelse, dokument))
    .reduce((sum, { file }) => sum + file.size, 0);
  const largest = limit * MEGABYTE[megabyte];
  // The file to the health network may be just as large as the limit; what is printed must be smaller.
  if (bytes < largest || (endpoint === 'nhn' && bytes === largest)) return;
  throw new Refusal(
    tooLargeStatus,
    `Forsendelsen er for stor for ${what}`,
    endpoint === 'nhn'
      ? `the file to the health network may be ${limit} MB`
      : `files that may be printed must be under ${limit} MB`,
  );
};

/** What SvarUt finds out about the documents only after it has taken the shipment in. */
export const findFaultyDocument = (
  forsendelse: Forsendelse,
  documents: readonly FiledDocument[],
): string | undefined => {
  for (const dokument of documents) {
    const { file, mimeType, giroarkSide } = dokument;
    if (mimeType !== PDF || file.unopened !== undefined) continue;
    if (!file.pdf.readable) return 'Dokumentet kan ikke leses som PDF';
    if (file.pdf.passwordProtected && isPrintable(forsendelse, dokument)) return 'Dokumentet er passordbeskyttet';
    if (giroarkSide != null && file.pdf.pages > 0 && giroarkSide > file.pdf.pages) {
      return 'giroarkSide er større enn antall sider i dokumentet';
    }
  }
  return undefined;
};
