/**
 * An operation that a test declares itself, for what hosts make of fields: what it gives is what it was given.
 */
import { SERVICES, type DocumentSource, type Field, type Operation, type Service, type Session } from '../src/core';
import { defineOperation, type Json, type JsonObject } from '../src/operations/operation';

const isDocument = (value: unknown): value is DocumentSource =>
  typeof value === 'object' && value !== null && 'open' in value;

const written = async (value: unknown): Promise<Json> => {
  if (Array.isArray(value)) return await Promise.all(value.map(written));
  if (!isDocument(value)) return value as Json;
  const chunks: Uint8Array[] = [];
  for await (const chunk of value.open()) chunks.push(chunk);
  const { filnavn, mimeType, size } = value;
  return { filnavn, mimeType, size, text: Buffer.concat(chunks).toString() };
};

const saying = (word: string) => ({ en: word, nb: `${word} (nb)` });

/** What a test does not say of a field. */
export const field = <const F extends { readonly name: string }>(given: F) => ({
  label: saying(given.name),
  help: saying(`About ${given.name}.`),
  required: false,
  ...given,
});

export const operationOf = (
  fields: readonly Field[],
  changes: Partial<Operation<Session>> = {},
): Operation<Session> => ({
  ...defineOperation<Session>()({
    name: 'own',
    title: saying('Own'),
    summary: saying('An operation of the test.'),
    effect: 'read',
    fields,
    sensitive: [],
    example: {},
    each: async (_session, input): Promise<JsonObject> => {
      const entries = Object.entries(input).map(async ([name, value]) => [name, await written(value)] as const);
      return { given: Object.fromEntries(await Promise.all(entries)) };
    },
  }),
  ...changes,
});

export const serviceOf = (...operations: readonly Operation<Session>[]): Service => ({
  name: 'svarut',
  title: saying('Own service'),
  summary: saying('A service of the test'),
  needsFiks: false,
  operations,
  connection: SERVICES.svarut.connection,
});
