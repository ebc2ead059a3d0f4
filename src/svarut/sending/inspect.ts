/**
 * What is read of a document before it is sent: its hash, and whether a PDF is one that SvarUt can open (fact sheet
 * svarut §5.3: password-protected PDFs are a common cause of rejection, and it comes when nobody looks any more).
 */
import { createHash } from 'node:crypto';
import type { DocumentSource } from '../../http/document';
import { invalid } from '../letter/faults';
import { PDF } from '../letter/documents';

export interface InspectedDocument {
  readonly filnavn: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** Of the file as it was given, in hexadecimal. */
  readonly sha256: string;
}

const HEADER = '%PDF-';
/** Readers accept so much in front of the header. */
const HEADER_WITHIN = 1024;
/** The trailer of a protected PDF points at its key; what is compressed is never this. */
const MARK = '/Encrypt';
const ENCRYPTED = /^\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;
/** Enough for the longest match. */
const LONGEST = 64;

/** Only what stands at a mark becomes text: text of all of it would be as much garbage as the file is large. */
const pointsAtKey = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + 1))
    if (ENCRYPTED.test(bytes.toString('latin1', at, at + LONGEST))) return true;
  return false;
};

class PdfReader {
  #head = '';
  #tail = Buffer.alloc(0);
  isProtected = false;

  take(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.#head.length < HEADER_WITHIN) this.#head += bytes.toString('latin1', 0, HEADER_WITHIN - this.#head.length);
    const seam = Buffer.concat([this.#tail, bytes.subarray(0, LONGEST)]);
    this.isProtected ||= pointsAtKey(seam) || pointsAtKey(bytes);
    this.#tail = Buffer.concat([this.#tail, bytes.subarray(-LONGEST)]).subarray(-LONGEST);
  }

  get isPdf(): boolean {
    return this.#head.includes(HEADER);
  }
}

const unreadable = () =>
  invalid('documents', 'A document could not be read.', 'Check the step that makes the file, and run it again.');

const inspect = async (document: DocumentSource, mayBePrinted: boolean): Promise<InspectedDocument> => {
  const { filnavn, mimeType, size } = document;
  const hash = createHash('sha256');
  const pdf = new PdfReader();
  let read = 0;
  try {
    for await (const chunk of document.open()) {
      read += chunk.byteLength;
      hash.update(chunk);
      if (mimeType === PDF) pdf.take(chunk);
    }
  } catch {
    throw unreadable();
  }
  if (read !== size) throw unreadable();
  if (mimeType === PDF && !pdf.isPdf)
    throw invalid(
      'documents',
      'A document is called a PDF and is none.',
      'Check the step that makes the file: an error page is often saved under such a name.',
    );
  if (pdf.isProtected && mayBePrinted)
    throw invalid(
      'documents',
      'A PDF is protected with a password, so SvarUt cannot print it and would reject the letter later.',
      'Save it without protection, or turn on "Only Digital Delivery".',
    );
  return { filnavn, mimeType, size, sha256: hash.digest('hex') };
};

/**
 * Reads every document once, one after the other.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const inspectAll = async (
  documents: readonly DocumentSource[],
  printable: readonly string[],
): Promise<readonly InspectedDocument[]> => {
  const inspected: InspectedDocument[] = [];
  for (const document of documents) inspected.push(await inspect(document, printable.includes(document.filnavn)));
  return inspected;
};

/** The document, which fails before its end where it is no longer the one that was inspected. */
export const asInspected = (document: DocumentSource, sha256: string): DocumentSource => ({
  ...document,
  open: async function* () {
    const hash = createHash('sha256');
    for await (const chunk of document.open()) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== sha256) throw new Error('the file has changed since it was inspected');
  },
});
