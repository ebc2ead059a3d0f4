/**
 * A file as a flow writes it down: an object with a name, a type and the bytes, or base64 of them.
 */
import { documentFromBytes, type DocumentSource } from './document';
import { endingOf, mimeTypeOf, UNKNOWN_TYPE } from './mimeType';
import { ServiceError } from './serviceError';

export interface FileObject {
  readonly filename?: string;
  readonly mimeType?: string;
  readonly [more: string]: unknown;
}

const isTextOrNothing = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';

export const isFileObject = (value: unknown): value is FileObject =>
  typeof value === 'object' &&
  value !== null &&
  isTextOrNothing((value as FileObject).filename) &&
  isTextOrNothing((value as FileObject).mimeType);

/**
 * Name and type of a file, of which each follows from the other where it is not given, or says nothing.
 * @param stem what a file without a name is called
 */
export const describeFile = (
  { filename, mimeType }: FileObject,
  stem: string,
): Pick<DocumentSource, 'filnavn' | 'mimeType'> => {
  const name = filename || stem;
  const type = mimeType && mimeType !== UNKNOWN_TYPE ? mimeType : mimeTypeOf(name);
  const ending = endingOf(type);
  return { filnavn: filename || name.toLowerCase().endsWith(ending) ? name : name + ending, mimeType: type };
};

/** What comes before the base64 in a data URL, with the type; looked for in the beginning, since a file can be large. */
const DATA_URL = /^data:(?<type>[^;,]*)[^,]*;base64,/i;
const LONGEST_BEGINNING = 1000;

/**
 * Base64 of either alphabet, in any lines. Text that is something else is mostly told by its padding: a letter made of
 * it would arrive as rubbish.
 * @returns its digits alone
 */
const base64In = (text: string): string | undefined => {
  const digits = text.replace(/[\r\n]/g, '').trim();
  return digits.length % 4 === 0 && /^[\w+/-]*={0,2}$/.test(digits) ? digits : undefined;
};

/**
 * @param field where it was given, for the error
 * @param stem what a file without a name is called
 * @returns undefined where the object has no data
 * @throws ServiceError ERR_INVALID_INPUT where the data is text that is no base64
 */
export const documentFromObject = (
  field: { readonly name: string; readonly label: { readonly en: string } },
  file: FileObject,
  stem: string,
): DocumentSource | undefined => {
  const { data } = file;
  if (data instanceof Uint8Array) {
    const { filnavn, mimeType } = describeFile(file, stem);
    return documentFromBytes(filnavn, mimeType, data);
  }
  if (typeof data !== 'string') return undefined;
  const url = DATA_URL.exec(data.slice(0, LONGEST_BEGINNING));
  const digits = base64In(data.slice(url?.[0].length ?? 0));
  if (digits === undefined) {
    throw new ServiceError(
      'ERR_INVALID_INPUT',
      `"${field.label.en}" has a file whose data is not base64.`,
      'Check the step that makes it: data is the bytes of the file as base64 with its padding, or a data URL.',
      { field: field.name },
    );
  }
  return {
    ...describeFile({ ...file, mimeType: file.mimeType || url?.groups?.type }, stem),
    size: Buffer.byteLength(digits, 'base64'),
    // Only while it is sent: a hundred letters with the same enclosure would hold it a hundred times.
    open: async function* () {
      yield Buffer.from(digits, 'base64');
    },
  };
};
