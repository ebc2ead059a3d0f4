import type { FastifySchema, RouteOptions } from 'fastify';
import { object, text, type Schema } from '../schema.js';

declare module 'fastify' {
  interface FastifySchema {
    /** What the route is for, in a few words. */
    summary?: string;
  }
}

type ObjectSchema = { readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[] };

/** Of the program interface itself, not of the package. */
const VERSION = '1.0.0';

const REFUSED = {
  description: 'Refused, with the reason in a sentence.',
  content: { 'application/json': { schema: object({ error: text }) } },
};

/** The OpenAPI 3.1 document of routes, made from the schemas they work by. */
export const openapiDocument = (routes: readonly RouteOptions[], url: string) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { url: route, method, schema = {} } of routes) {
    const path = route.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [String(method).toLowerCase()]: operationOf(String(method), path, schema) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'norsk-kommune-sandbox, administration',
      version: VERSION,
      description: 'What tests ask the sandbox itself. None of the real services has anything of this.',
    },
    servers: [{ url }],
    paths,
  };
};

const operationOf = (method: string, path: string, schema: FastifySchema) => ({
  operationId: operationId(method, path),
  summary: schema.summary,
  parameters: [
    ...parametersOf('path', pathParameters(path, schema.params as ObjectSchema | undefined)),
    ...parametersOf('query', schema.querystring as ObjectSchema | undefined),
  ],
  ...(schema.body !== undefined && {
    requestBody: { required: true, content: { 'application/json': { schema: schema.body } } },
  }),
  responses: { ...(schema.response as object), default: REFUSED },
});

/** `getLettersIdDocumentsIndex` */
const operationId = (method: string, path: string): string =>
  [method.toLowerCase(), ...(path.match(/\w+/g) ?? []).slice(1)]
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

const pathParameters = (path: string, schema?: ObjectSchema): ObjectSchema => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, schema?.properties?.[name] ?? text])),
  };
};

const parametersOf = (place: 'path' | 'query', { properties = {}, required = [] }: ObjectSchema = {}) =>
  Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
