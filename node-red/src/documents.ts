/**
 * What a field for files holds, as the core's documents. A file on disk is opened only while it is being sent.
 */
import { access, constants, open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { NodeAPI } from 'node-red';
import {
  describeFile,
  documentFromBytes,
  documentFromObject,
  isFileObject,
  PIECE,
  ServiceError,
  type DocumentSource,
  type Field,
  type FileObject,
} from '../../src/core';

const invalid = (field: Field, fault: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', `"${field.label.en}" ${fault}.`, action, { field: field.name });

/** @throws Error where there is no file there, or none that Node-RED may read */
const sizeOf = async (place: string): Promise<number> => {
  const found = await stat(place);
  if (!found.isFile()) throw new Error('not a file');
  await access(place, constants.R_OK);
  return found.size;
};

/** A stream would take new memory for each chunk, and of a large file that comes to a hundred megabytes before it is cleared away. */
async function* readFrom(place: string): AsyncGenerator<Uint8Array> {
  const file = await open(place);
  try {
    const memory = new Uint8Array(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(memory);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const fileOnDisk = async (field: Field, place: string, said: FileObject): Promise<DocumentSource> => {
  const size = await sizeOf(place).catch(() => {
    // What the file system says repeats the path, so it is not passed on.
    throw invalid(
      field,
      'names a file that is not there or cannot be read',
      'Check the path, and that Node-RED may read the file.',
    );
  });
  const described = describeFile({ ...said, filename: said.filename || path.basename(place) }, '');
  return { ...described, size, open: () => readFrom(place) };
};

const documentFrom = async (
  field: Field,
  given: unknown,
  stem: string,
  folder: string,
): Promise<DocumentSource | undefined> => {
  // Bytes alone tell nothing of themselves, and a letter is PDF.
  if (given instanceof Uint8Array) return documentFromBytes(`${stem}.pdf`, 'application/pdf', given);
  if (!isFileObject(given)) return undefined;
  if (typeof given.path === 'string') return await fileOnDisk(field, path.resolve(folder, given.path), given);
  return documentFromObject(field, given, stem);
};

/**
 * @param given a Buffer, an object with `filename`, `mimeType` and `data` (a Buffer or base64) or `path`, or a list of these
 * @throws ServiceError ERR_INVALID_INPUT naming the field
 */
export const documentsFrom = async (RED: NodeAPI, field: Field, given: unknown): Promise<DocumentSource[]> => {
  // As Node-RED's own file nodes have it.
  const { fileWorkingDirectory } = RED.settings as { readonly fileWorkingDirectory?: string };
  const documents = await Promise.all(
    [given].flat().map((one, at) => {
      const stem = at === 0 ? 'dokument' : `dokument-${at + 1}`;
      return documentFrom(field, one, stem, fileWorkingDirectory ?? '');
    }),
  );
  return documents.map((document) => {
    if (document) return document;
    throw invalid(
      field,
      'holds no files',
      'Give a Buffer, an object with filename, mimeType and data or path, or a list of these.',
    );
  });
};
