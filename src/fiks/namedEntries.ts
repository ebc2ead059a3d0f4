/**
 * What the drop-downs of the nodes offer: the named lists of a Fiks credential, also of one that is not whole yet.
 */
import type { ChoicesFromField } from '../operations/field';
import { entriesOf } from './credential';

export interface NamedEntry {
  readonly name: string;
  /** What it is for, where the credential says. */
  readonly purpose?: string;
}

export const namedEntries = (
  stored: Readonly<Record<string, unknown>>,
  list: ChoicesFromField['list'],
): readonly NamedEntry[] =>
  entriesOf(stored[list]).flatMap(({ name, purpose }) =>
    typeof name === 'string' && name.trim() !== ''
      ? [{ name: name.trim(), ...(typeof purpose === 'string' && purpose !== '' && { purpose }) }]
      : [],
  );
