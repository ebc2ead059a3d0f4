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
export type Branches = NonNullable<AnyOperation['branches']>;
export type AnyCredential = Core['MASKINPORTEN_CREDENTIAL'];
export type AnyCredentialField = AnyCredential['fields'][number];

export const loadDeclarations = (dist: string): Core =>
  createRequire(import.meta.url)(path.join(dist, 'runtime.js')) as Core;

export const LANGUAGES = ['en', 'nb'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The operations that tell kinds of results apart, with those kinds. */
export const branchesOf = (service: AnyService): { operation: string; names: Branches['names'] }[] =>
  service.operations.flatMap(({ name, branches }) => (branches ? [{ operation: name, names: branches.names }] : []));

/**
 * Fields of all operations of a service, each once: operations that share a field share its place in the form, and each
 * has its own fields in the order it declares.
 */
export const fieldsOf = (service: AnyService): { field: AnyField; operations: string[] }[] => {
  const fields: { field: AnyField; operations: string[] }[] = [];
  for (const operation of service.operations) {
    // From the last to the first: what is new goes before what follows it in this operation.
    let following = fields.length;
    for (const field of operation.fields.toReversed()) {
      const place = fields.findIndex((one) => one.field.name === field.name);
      const known = fields[place];
      if (known) {
        known.operations.push(operation.name);
        following = place;
      } else fields.splice(following, 0, { field, operations: [operation.name] });
    }
  }
  return fields;
};
