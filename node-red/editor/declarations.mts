/**
 * The declarations as the built core exports them: what the editor shows is made from what runs.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Runtime from '../src/runtime';

type Core = Pick<typeof Runtime, 'SERVICES' | 'MASKINPORTEN_CREDENTIAL' | 'FIKS_CREDENTIAL'>;

export type AnyService = Core['SERVICES'][keyof Core['SERVICES']];
export type AnyOperation = AnyService['operations'][number];
export type TriggeringService = Extract<AnyService, { readonly trigger: object }>;
export type AnyField = AnyOperation['fields'][number];
export type AnyListField = Extract<AnyField, { kind: 'list' }>;
export type AnyColumn = AnyListField['columns'][number];
export type Branches = NonNullable<AnyOperation['branches']>;
export type AnyCredential = Core['MASKINPORTEN_CREDENTIAL'];
export type AnyCredentialField = AnyCredential['fields'][number];
export type AnyCredentialList = Extract<AnyCredentialField, { kind: 'list' }>;
export type AnyCredentialColumn = AnyCredentialList['columns'][number];

export const loadDeclarations = (dist: string): Core =>
  createRequire(import.meta.url)(path.join(dist, 'runtime.js')) as Core;

export const LANGUAGES = ['en', 'nb'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The operations that tell kinds of results apart, with those kinds. */
export const branchesOf = (service: AnyService): { operation: string; names: Branches['names'] }[] =>
  service.operations.flatMap(({ name, branches }) => (branches ? [{ operation: name, names: branches.names }] : []));

/** What a form is made from: the operations of a service, or a trigger as the only one. */
export interface Form {
  readonly operations: readonly Pick<AnyOperation, 'name' | 'fields'>[];
}

/** A field with its place in the form, which the operations that have it share. */
export interface SharedField {
  readonly field: AnyField;
  /** As each of them declares it: words, columns and what it depends on may differ. */
  readonly byOperation: Readonly<Record<string, AnyField>>;
}

/**
 * Fields of all operations of a service, each once: operations that share a field share its place in the form, and each
 * has its own fields in the order it declares.
 */
export const fieldsOf = ({ operations }: Form): SharedField[] => {
  const byName = new Map<string, { field: AnyField; byOperation: Record<string, AnyField>; next: string[] }>();
  for (const { name: operation, fields } of operations) {
    fields.forEach((field, at) => {
      const known = byName.get(field.name) ?? { field, byOperation: {}, next: [] };
      known.byOperation[operation] = field;
      known.next.push(...fields.slice(at + 1, at + 2).map(({ name }) => name));
      byName.set(field.name, known);
    });
  }
  const placed = new Map<string, SharedField>();
  const inTurn = new Set<string>();
  // From the last to the first: a field has its place when all that come after it in any operation have theirs.
  const place = (name: string): void => {
    const known = byName.get(name);
    if (!known || inTurn.has(name)) return;
    inTurn.add(name);
    known.next.forEach(place);
    placed.set(name, known);
  };
  [...byName.keys()].reverse().forEach(place);
  return [...placed.values()].reverse();
};
