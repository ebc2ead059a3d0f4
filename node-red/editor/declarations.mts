/**
 * The declarations as the built core exports them: what the editor shows is made from what runs.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Runtime from '../src/runtime';

type Core = Pick<typeof Runtime, 'SERVICES' | 'MASKINPORTEN_CREDENTIAL' | 'FIKS_CREDENTIAL'>;

export type AnyService = Core['SERVICES'][keyof Core['SERVICES']];
export type AnyOperation = AnyService['operations'][number];
export type AnyField = AnyOperation['fields'][number];
export type AnyCredential = Core['MASKINPORTEN_CREDENTIAL'];
export type AnyCredentialField = AnyCredential['fields'][number];

export const loadDeclarations = (dist: string): Core =>
  createRequire(import.meta.url)(path.join(dist, 'runtime.js')) as Core;

export const LANGUAGES = ['en', 'nb'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Fields of all operations of a service, each once: operations that share a field share its place in the form. */
export const fieldsOf = (service: AnyService): { field: AnyField; operations: string[] }[] => {
  const fields = new Map<string, { field: AnyField; operations: string[] }>();
  for (const operation of service.operations) {
    for (const field of operation.fields) {
      const known = fields.get(field.name);
      if (known) known.operations.push(operation.name);
      else fields.set(field.name, { field, operations: [operation.name] });
    }
  }
  return [...fields.values()];
};
