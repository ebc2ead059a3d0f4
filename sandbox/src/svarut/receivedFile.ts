import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { EnvelopeError, openEnvelope } from './encryption/envelope.js';
import { PdfInspector, type PdfFindings } from './pdf.js';

/** A file larger than this is hashed but not kept, and so are the files after the first 50 MB of a request. */
const LARGEST_KEPT_FILE_BYTES = 5 * 1024 * 1024;
const LARGEST_KEPT_UPLOAD_BYTES = 50 * 1024 * 1024;

/** Size in bytes and SHA-256 in hexadecimal. */
export interface Fingerprint {
  readonly size: number;
  readonly sha256: string;
}

/** Size, hash and content are those of the document itself, decrypted if it came encrypted. */
export interface UploadedFile extends Fingerprint {
  readonly filnavn: string;
  /** Undefined when the file was too large to keep. */
  readonly content: Buffer | undefined;
  readonly pdf: PdfFindings;
  /** As it came over the wire, where that was encrypted. */
  readonly encrypted?: Fingerprint;
  /** Why it could not be decrypted. */
  readonly unopened?: string;
}

/** What one request may still keep. */
export class Memory {
  #left = LARGEST_KEPT_UPLOAD_BYTES;

  get room(): number {
    return Math.min(this.#left, LARGEST_KEPT_FILE_BYTES);
  }

  use(bytes: number): void {
    this.#left -= bytes;
  }
}

export interface Opening {
  /** The documents are encrypted as CMS. */
  readonly encrypted: boolean;
  readonly acceptRsaPkcs1: boolean;
}

/** Reads a file to its end, whatever is wrong with it, so that the request can be judged as a whole. */
export const receiveFile = async (
  stream: Readable,
  filnavn: string,
  memory: Memory,
  { encrypted, acceptRsaPkcs1 }: Opening,
): Promise<UploadedFile> => {
  if (!encrypted) return { filnavn, ...(await receive(pieces(stream), memory)) };

  const wire = new Meter();
  try {
    const plain = await receive(openEnvelope(metered(stream, wire), acceptRsaPkcs1), memory);
    return { filnavn, ...plain, encrypted: await rest(stream, wire) };
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    const fingerprint = await rest(stream, wire);
    const pdf = new PdfInspector().findings();
    return { filnavn, ...fingerprint, content: undefined, pdf, encrypted: fingerprint, unopened: error.message };
  }
};

type Received = Fingerprint & Pick<UploadedFile, 'content' | 'pdf'>;

const receive = async (source: AsyncIterable<Buffer>, memory: Memory): Promise<Received> => {
  const meter = new Meter();
  const inspector = new PdfInspector();
  let kept: Buffer[] | undefined = [];
  for await (const piece of source) {
    meter.add(piece);
    inspector.look(piece);
    if (meter.size > memory.room) kept = undefined;
    kept?.push(piece);
  }
  if (kept) memory.use(meter.size);
  return { ...meter.fingerprint(), content: kept && Buffer.concat(kept), pdf: inspector.findings() };
};

class Meter {
  size = 0;
  readonly #hash = createHash('sha256');

  add(piece: Buffer): void {
    this.size += piece.length;
    this.#hash.update(piece);
  }

  fingerprint(): Fingerprint {
    return { size: this.size, sha256: this.#hash.copy().digest('hex') };
  }
}

/** The stream survives a reader that gives up, for the parser in front of it wants it read to its end. */
const pieces = (stream: Readable): AsyncIterable<Buffer> =>
  stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

async function* metered(stream: Readable, meter: Meter): AsyncGenerator<Buffer> {
  for await (const piece of pieces(stream)) {
    meter.add(piece);
    yield piece;
  }
}

const rest = async (stream: Readable, meter: Meter): Promise<Fingerprint> => {
  if (!stream.readableEnded) for await (const piece of pieces(stream)) meter.add(piece);
  return meter.fingerprint();
};
