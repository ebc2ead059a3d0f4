/**
 * Binary fields of an item as the core's documents; the bytes are fetched only while they are being sent.
 */
import type { IExecuteFunctions } from 'n8n-workflow';
import { documentFromBytes, type DocumentSource } from '../../src/core';

const documentOf = async (host: IExecuteFunctions, itemIndex: number, field: string): Promise<DocumentSource> => {
  const binary = host.helpers.assertBinaryData(itemIndex, field);
  const { id, data, mimeType, fileName } = binary;
  const described = { filnavn: fileName ?? field, mimeType };
  if (!id) {
    return documentFromBytes(described.filnavn, mimeType, Buffer.from(data, 'base64'));
  }
  const { fileSize } = await host.helpers.getBinaryMetadata(id);
  return {
    ...described,
    size: fileSize,
    open: async function* () {
      yield* await host.helpers.getBinaryStream(id);
    },
  };
};

/** @param fields names of binary fields, separated by commas */
export const documentsOf = async (
  host: IExecuteFunctions,
  itemIndex: number,
  fields: string,
): Promise<DocumentSource[]> => {
  const names = fields
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return await Promise.all(names.map(async (name) => await documentOf(host, itemIndex, name)));
};
