/**
 * The files of a letter: their names, kinds and sizes, and what is said of each (fact sheet svarut §4, §5.2, §5.3).
 */
import type { DocumentSource } from '../../http/document';
import { invalid, refuseNumbers } from './faults';

export const PDF = 'application/pdf';

/** SvarUt's limits; counted as 10^6, the careful reading. */
const MAX_PRINTABLE_BYTES = 350_000_000;
const MAX_HEALTH_NETWORK_BYTES = 18_000_000;
const LONGEST_NAME = 226;
const LONGEST_TYPE = 127;
const ILLEGAL_IN_NAME = /[*:"\\/<>|?\p{Cc}]/u;

/** One string in the metadata and in the part's header: SvarUt compares the two. */
const named = ({ filnavn, mimeType, size, open }: DocumentSource): DocumentSource => ({
  filnavn: filnavn.normalize('NFC').trim(),
  mimeType: mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '',
  size,
  open,
});

const checkName = (filnavn: string): void => {
  refuseNumbers('documents', 'File name', filnavn);
  if (filnavn.length < 1 || filnavn.length > LONGEST_NAME || ILLEGAL_IN_NAME.test(filnavn)) {
    throw invalid(
      'documents',
      `A file name is empty, longer than ${LONGEST_NAME} characters, or has a line break or one of * : " \\ / < > | ?`,
      'Rename the file.',
    );
  }
};

/**
 * The files of a letter as they will be sent.
 * @throws ServiceError ERR_INVALID_INPUT when there is none, one is empty, or names are illegal or the same
 */
export const readDocuments = (given: readonly DocumentSource[]): readonly DocumentSource[] => {
  if (given.length === 0) throw invalid('documents', 'The letter has no document.', 'Give at least one file.');
  const documents = given.map(named);
  const seen = new Set<string>();
  for (const { filnavn, mimeType, size } of documents) {
    checkName(filnavn);
    if (seen.has(filnavn.toLowerCase()))
      throw invalid('documents', 'Two documents have the same file name.', 'Give each file a name of its own.');
    seen.add(filnavn.toLowerCase());
    if (size === 0) throw invalid('documents', 'A document is empty.', 'Check the step that makes the file.');
    if (mimeType.length < 1 || mimeType.length > LONGEST_TYPE)
      throw invalid('documents', 'A document has no file type.', 'Give its type, such as application/pdf.');
  }
  return documents;
};

/** @throws ServiceError ERR_INVALID_INPUT when SvarUt could not print them */
export const checkPrintable = (documents: readonly DocumentSource[], wayOut: string): void => {
  if (documents.some(({ mimeType }) => mimeType !== PDF)) {
    throw invalid(
      'documents',
      'A document is not a PDF, and the letter may have to be printed.',
      `Send PDFs${wayOut && `, or ${wayOut}`}.`,
    );
  }
  if (documents.reduce((sum, { size }) => sum + size, 0) >= MAX_PRINTABLE_BYTES) {
    throw invalid(
      'documents',
      'The documents are 350 MB or more together, which cannot be printed.',
      `Send fewer or smaller files${wayOut && `, or ${wayOut}`}.`,
    );
  }
};

/**
 * What of a letter that SvarUt may print is printed; nothing of one that only goes digitally.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const printableOf = (
  documents: readonly DocumentSource[],
  kunDigitalLevering: boolean,
  isLeftOut: (document: DocumentSource) => boolean,
): readonly DocumentSource[] => {
  if (kunDigitalLevering) return [];
  const printable = documents.filter((document) => !isLeftOut(document));
  if (printable.length === 0)
    throw invalid(
      'documents',
      'Every document is left out of printing, and the letter may have to be printed.',
      'Turn on "Only Digital Delivery", or let a document be printed.',
    );
  checkPrintable(
    printable,
    'turn on "Only Digital Delivery", or leave the file out of printing in "Document Settings"',
  );
  return printable;
};

/** @throws ServiceError ERR_INVALID_INPUT unless it is the one PDF that the health network takes */
export const checkHealthNetwork = (documents: readonly DocumentSource[]): void => {
  const [only] = documents;
  if (documents.length !== 1 || only?.mimeType !== PDF)
    throw invalid(
      'documents',
      'A letter through the health network has exactly one file, and it is a PDF.',
      'Put what is to be sent together in one PDF.',
    );
  if (only.size > MAX_HEALTH_NETWORK_BYTES)
    throw invalid(
      'documents',
      'The document is larger than 18 MB, the most that the health network takes.',
      'Send a smaller file.',
    );
};

interface AboutFile {
  readonly filnavn: string;
}

/** Whether a name that was written in a form is that of a file of the letter. */
export const sameName = (a: string, b: string): boolean => a.normalize('NFC').trim().toLowerCase() === b.toLowerCase();

/**
 * The rows of a list that are about each file.
 * @throws ServiceError ERR_INVALID_INPUT when a row names no file of the letter
 */
export const rowsAbout = <Row extends AboutFile>(
  field: string,
  rows: readonly Row[],
  documents: readonly DocumentSource[],
): ((document: DocumentSource) => readonly Row[]) => {
  if (rows.some((row) => !documents.some(({ filnavn }) => sameName(row.filnavn, filnavn))))
    throw invalid(
      field,
      'A row is about a file that the letter does not have.',
      'Give the name of the file as it is sent.',
    );
  return ({ filnavn }) => rows.filter((row) => sameName(row.filnavn, filnavn));
};

/** The same where a file has one row at most. */
export const settingsFor = <Row extends AboutFile>(
  field: string,
  rows: readonly Row[],
  documents: readonly DocumentSource[],
): ((document: DocumentSource) => Row | undefined) => {
  const rowsOf = rowsAbout(field, rows, documents);
  if (documents.some((document) => rowsOf(document).length > 1))
    throw invalid(field, 'Two rows are about the same file.', 'Put what is said of a file in one row.');
  return (document) => rowsOf(document)[0];
};
