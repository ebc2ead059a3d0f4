import type { OwnOrganisation, OwnPerson, OwnVehicle } from './schema.js';

/** A row that may lack anything, or hold what it should not. */
type Loose<T> = Readonly<Partial<Record<keyof T, unknown>>>;

export interface Row<T> {
  /** As a JSON pointer. */
  readonly at: string;
  readonly row: Loose<T>;
}

/** The rows of data of one's own, before anybody knows whether they are right. */
export interface Rows {
  readonly persons: readonly Row<OwnPerson>[];
  readonly organisations: readonly Row<OwnOrganisation>[];
  readonly vehicles: readonly Row<OwnVehicle>[];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All that can be taken for a row, so that one that is wrong does not hide what is wrong with the others. */
export const rowsOf = (value: unknown): Rows => {
  const lists = isObject(value) ? (value as Readonly<Record<string, unknown>>) : {};
  const rows = (name: keyof Rows) => {
    const list: unknown = lists[name];
    const items: readonly unknown[] = Array.isArray(list) ? list : [];
    return items.flatMap((row, index) => (isObject(row) ? [{ at: `/${name}/${index}`, row }] : []));
  };
  return { persons: rows('persons'), organisations: rows('organisations'), vehicles: rows('vehicles') };
};
