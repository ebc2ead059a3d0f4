import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { Refusal } from '../refusal.js';
import { Memory, receiveFile, type UploadedFile } from './receivedFile.js';
import type { SvarutSettings } from './settings.js';

const METADATA_PART = 'forsendelse';
const LARGEST_METADATA_BYTES = 1024 * 1024;
const MOST_FILES = 500;

export interface Upload {
  readonly metadata: unknown;
  /** The part the metadata was read from, which is UTF-8 as all JSON is. */
  readonly metadataBytes: Buffer;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads a whole multipart request before anything in it is judged: a shipment whose last boundary never arrives was never
 * sent, and a client that is refused deserves to hear so and not to find its upload cut off.
 */
export const readUpload = async (
  body: Readable,
  headers: IncomingHttpHeaders,
  settings: SvarutSettings,
): Promise<Upload> => {
  const started = performance.now();
  const problems: string[] = [];
  const pendingFiles: Promise<UploadedFile>[] = [];
  const memory = new Memory();
  let metadataText: string | undefined;

  const parser = createParser(headers, settings);
  parser.on('field', (name, value, _nameTruncated, valueTruncated) => {
    if (metadataText !== undefined) problems.push('only the first part may lack a filename');
    else if (pendingFiles.length > 0) problems.push(`the part "${METADATA_PART}" must come before the files`);
    else if (name !== METADATA_PART) problems.push(`the first part must be named "${METADATA_PART}"`);
    else if (valueTruncated) problems.push('the metadata is larger than 1 MB');
    metadataText ??= value;
  });
  parser.on('file', (_name, stream, filnavn) => {
    if (metadataText === undefined) problems.push(`the first part must be "${METADATA_PART}", without a filename`);
    const encrypted = isEncrypted(metadataText);
    const file = receiveFile(stream, filnavn, memory, { encrypted, acceptRsaPkcs1: settings.acceptRsaPkcs1 });
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
  if (performance.now() - started > settings.uploadTimeLimitMs) {
    throw new Refusal(408, 'Request Timeout', 'the upload took longer than uploadTimeLimitMs');
  }
  return {
    metadata: parseMetadata(metadataText),
    metadataBytes: Buffer.from(metadataText),
    files: await Promise.all(pendingFiles),
  };
};

const createParser = (headers: IncomingHttpHeaders, { metadataFilename }: SvarutSettings) => {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      preservePath: true,
      isPartAFile: (name, _contentType, filename) =>
        filename !== undefined && !(metadataFilename === 'accepted' && name === METADATA_PART),
      limits: { fieldSize: LARGEST_METADATA_BYTES, files: MOST_FILES, fields: MOST_FILES, headerSize: 16 * 1024 },
    });
  } catch (error) {
    throw invalidUpload(error instanceof Error ? error.message : 'the Content-Type is not multipart');
  }
};

const isEncrypted = (metadataText = ''): boolean => {
  try {
    return (JSON.parse(metadataText) as { kryptert?: unknown } | null)?.kryptert === true;
  } catch {
    // Refused for it once everything has arrived.
    return false;
  }
};

const parseMetadata = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidUpload(`the part "${METADATA_PART}" is not valid JSON`);
  }
};

const invalidUpload = (reason: string): Refusal => new Refusal(400, 'Ugyldig multipart-forespørsel', reason);
