import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { Refusal } from '../refusal.js';

const METADATA_PART = 'forsendelse';
const LARGEST_METADATA_BYTES = 1024 * 1024;
/** A file larger than this is hashed but not kept, and so are the files after the first 50 MB of a request. */
const LARGEST_KEPT_FILE_BYTES = 5 * 1024 * 1024;
const LARGEST_KEPT_UPLOAD_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 500;

export interface UploadedFile {
  readonly filnavn: string;
  readonly size: number;
  readonly sha256: string;
  /** Undefined when the file was too large to keep. */
  readonly content: Buffer | undefined;
}

export interface Upload {
  readonly metadata: unknown;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads a whole multipart request before anything in it is judged: a shipment whose last boundary never arrives was never
 * sent, and a client that is refused deserves to hear so and not to find its upload cut off.
 */
export const readUpload = async (body: Readable, headers: IncomingHttpHeaders): Promise<Upload> => {
  const problems: string[] = [];
  const pendingFiles: Promise<UploadedFile>[] = [];
  const memory: Memory = { left: LARGEST_KEPT_UPLOAD_BYTES };
  let metadataText: string | undefined;

  const parser = createParser(headers);
  parser.on('field', (name, value, _nameTruncated, valueTruncated) => {
    if (metadataText !== undefined) problems.push('only the first part may lack a filename');
    else if (pendingFiles.length > 0) problems.push(`the part "${METADATA_PART}" must come before the files`);
    else if (name !== METADATA_PART) problems.push(`the first part must be named "${METADATA_PART}"`);
    else if (valueTruncated) problems.push('the metadata is larger than 1 MB');
    metadataText ??= value;
  });
  parser.on('file', (_name, stream, filnavn) => {
    if (metadataText === undefined) problems.push(`the first part must be "${METADATA_PART}", without a filename`);
    const file = digest(stream, filnavn, memory);
    // The parser reports a broken upload itself; this copy of the error must not go unhandled meanwhile.
    file.catch(() => undefined);
    pendingFiles.push(file);
  });
  parser.on('filesLimit', () => problems.push(`more than ${MOST_FILES} files`));

  try {
    await pipeline(body, parser);
  } catch (error) {
    throw invalidUpload(error instanceof Error ? error.message : 'the upload broke off');
  }
  const [problem] = problems;
  if (problem !== undefined) throw invalidUpload(problem);
  if (metadataText === undefined) throw invalidUpload(`there is no part named "${METADATA_PART}"`);
  return { metadata: parseMetadata(metadataText), files: await Promise.all(pendingFiles) };
};

const createParser = (headers: IncomingHttpHeaders) => {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      preservePath: true,
      isPartAFile: (_name, _contentType, filename) => filename !== undefined,
      limits: { fieldSize: LARGEST_METADATA_BYTES, files: MOST_FILES, fields: MOST_FILES, headerSize: 16 * 1024 },
    });
  } catch (error) {
    throw invalidUpload(error instanceof Error ? error.message : 'the Content-Type is not multipart');
  }
};

/** What one request may still keep. */
interface Memory {
  left: number;
}

const digest = async (stream: Readable, filnavn: string, memory: Memory): Promise<UploadedFile> => {
  const hash = createHash('sha256');
  let kept: Buffer[] | undefined = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    if (size > LARGEST_KEPT_FILE_BYTES || size > memory.left) kept = undefined;
    kept?.push(chunk);
  }
  if (kept) memory.left -= size;
  return { filnavn, size, sha256: hash.digest('hex'), content: kept && Buffer.concat(kept) };
};

const parseMetadata = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidUpload(`the part "${METADATA_PART}" is not valid JSON`);
  }
};

const invalidUpload = (reason: string): Refusal => new Refusal(400, 'Ugyldig multipart-forespørsel', reason);
