/**
 * What users paste: every form, encoding and damage that is known of, with what must come of it. Made anew for each test file
 * that asks for it, with node:crypto and the system's openssl 3; nothing of it is stored.
 */
import { bareKeys } from './keyFiles/bareKeys';
import { certifiedKeys } from './keyFiles/certifiedKeys';
import { damagedKeys } from './keyFiles/damagedKeys';
import { materialOf, type KeyCase, type Refused } from './keyFiles/keyCase';
import { make } from './keyFiles/made';
import { refusedKeys } from './keyFiles/refusedKeys';
import { Workshop } from './keyFiles/workshop';

export type { KeyCase } from './keyFiles/keyCase';

const refused = ([error, name, privateKey, more]: Refused): KeyCase => ({
  name,
  material: materialOf({ ...more, privateKey }),
  expected: { error },
});

let matrix: readonly KeyCase[] | undefined;

export const keyMatrix = (): readonly KeyCase[] =>
  (matrix ??= Workshop.use((workshop) => {
    const made = make(workshop);
    return [...bareKeys(made), ...certifiedKeys(made), ...[...refusedKeys(made), ...damagedKeys(made)].map(refused)];
  }));
