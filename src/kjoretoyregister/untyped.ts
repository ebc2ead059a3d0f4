/**
 * Reaching into JSON that may be anything.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The elements of a list; those that are no objects keep their place. */
export const listIn = (body: unknown, name: string): Fields[] => {
  const list = fieldsOf(body)[name];
  return Array.isArray(list) ? list.map(fieldsOf) : [];
};

export const numberIn = (body: unknown, name: string): number | undefined => {
  const value = fieldsOf(body)[name];
  return typeof value === 'number' ? value : undefined;
};

/** `responskoder` say what is wrong with an element or the whole; one that cannot be read still says that something is. */
export const codesIn = (body: unknown): string[] =>
  listIn(body, 'responskoder').map(({ kode }) => (typeof kode === 'string' ? kode : ''));

/** Only what has the form of a code is passed on: a name or a sentence in its place is not. */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^(?=.*[\d_])[A-ZÆØÅ][A-ZÆØÅ0-9_-]{1,59}$/.test(value);
