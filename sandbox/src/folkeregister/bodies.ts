import type { FastifyInstance } from 'fastify';
import { invalidParameter, RegisterRefusal } from './registerRefusal.js';
import { readFlatXml } from './xml.js';

/** JSON as it is, XML as lists of texts; and what is not labelled is taken for XML, as the register does. */
export const readBody = (app: FastifyInstance): void => {
  app.removeContentTypeParser('text/plain');
  const xml = (text: string) => {
    const lists = readFlatXml(text);
    if (!lists) throw invalidParameter('without a Content-Type the register reads the body as XML');
    return lists;
  };
  app.addContentTypeParser(
    ['application/xml', 'text/xml'],
    { parseAs: 'string' },
    async (_request: unknown, text: string) => xml(text),
  );
  app.addContentTypeParser('*', { parseAs: 'string' }, async (request: { headers: object }, text: string) => {
    if ('content-type' in request.headers) {
      throw new RegisterRefusal(415, 'Unsupported Media Type', 'send the body as application/json or application/xml');
    }
    return xml(text);
  });
};

const LARGEST_LIST = 1000;

/** The one list a bulk request consists of. */
export const readList = (
  body: unknown,
  name: string,
  isValid: (value: unknown) => value is string,
): readonly string[] => {
  const asked = (body as Record<string, unknown> | null | undefined)?.[name];
  if (!Array.isArray(asked) || asked.length === 0) throw invalidParameter(`${name} must be a list with at least one`);
  if (asked.length > LARGEST_LIST) {
    throw invalidParameter(`${asked.length} in ${name}; at most ${LARGEST_LIST} per call`);
  }
  if (!asked.every(isValid)) throw invalidParameter(`one in ${name} is not valid`);
  return asked;
};
