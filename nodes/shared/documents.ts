/**
 * Files of an item as the core's documents. Of those in n8n's store the bytes are fetched only while they are being sent.
 */
import type { IExecuteFunctions } from 'n8n-workflow';
import {
  describeFile,
  documentFromBytes,
  documentFromObject,
  isFileObject,
  ServiceError,
  type DocumentSource,
  type Field,
  type FileObject,
} from '../../src/core';

interface Place {
  readonly host: IExecuteFunctions;
  readonly itemIndex: number;
  readonly field: Field;
}

const invalid = ({ field }: Place, fault: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', `"${field.label.en}" ${fault}.`, action, { field: field.name });

const binaryDocument = async ({ host, itemIndex }: Place, name: string, said: FileObject): Promise<DocumentSource> => {
  const { id, data, mimeType, fileName } = host.helpers.assertBinaryData(itemIndex, name);
  const described = describeFile({ filename: said.filename || fileName, mimeType: said.mimeType || mimeType }, name);
  if (!id) return documentFromBytes(described.filnavn, described.mimeType, Buffer.from(data, 'base64'));
  const { fileSize } = await host.helpers.getBinaryMetadata(id);
  return {
    ...described,
    size: fileSize,
    open: async function* () {
      yield* await host.helpers.getBinaryStream(id);
    },
  };
};

const namedDocument = async (place: Place, name: string, said: FileObject = {}): Promise<DocumentSource> => {
  try {
    return await binaryDocument(place, name, said);
  } catch {
    // What n8n says of a missing file can quote the item, so it is not passed on.
    throw invalid(
      place,
      'names a binary field that the item does not have',
      'Check the name in the Binary tab of the incoming item.',
    );
  }
};

const documentFrom = async (place: Place, given: unknown, stem: string): Promise<DocumentSource> => {
  if (typeof given === 'string') return await namedDocument(place, given);
  if (isFileObject(given)) {
    if (typeof given.binary === 'string') return await namedDocument(place, given.binary, given);
    const document = documentFromObject(place.field, given, stem);
    if (document) return document;
  }
  throw invalid(
    place,
    'has something that is no file',
    'Give names of binary fields, or objects with filename, mimeType and data (base64).',
  );
};

/** Names are separated by commas; an expression can also give one file or a list. */
const eachOf = (given: unknown): unknown[] => {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'string') return [given].flat();
  return given
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
};

/** @throws ServiceError ERR_INVALID_INPUT naming the field */
export const documentsOf = async (place: Place, given: unknown): Promise<DocumentSource[]> =>
  await Promise.all(
    eachOf(given).map(async (one, at) => await documentFrom(place, one, at === 0 ? 'dokument' : `dokument-${at + 1}`)),
  );
