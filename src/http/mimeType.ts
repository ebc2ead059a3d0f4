/**
 * Types of the files that letters are made of, by the ending of their names.
 */
const TYPES: readonly (readonly [ending: string, mimeType: string])[] = [
  ['pdf', 'application/pdf'],
  ['xml', 'application/xml'],
  ['xml', 'text/xml'],
  ['json', 'application/json'],
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
  ['html', 'text/html'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['tif', 'image/tiff'],
  ['tiff', 'image/tiff'],
  ['rtf', 'application/rtf'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['zip', 'application/zip'],
];

/** What is said of a file of which nothing is known. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** By the ending of a file's name. */
export const mimeTypeOf = (filename: string): string => {
  const ending = /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase();
  return TYPES.find(([one]) => one === ending)?.[1] ?? UNKNOWN_TYPE;
};

/** @returns the ending with its full stop, or nothing for a type that is not known here */
export const endingOf = (mimeType: string): string => {
  const bare = mimeType.split(';', 1)[0]?.trim().toLowerCase();
  const ending = TYPES.find(([, one]) => one === bare)?.[0];
  return ending === undefined ? '' : `.${ending}`;
};
