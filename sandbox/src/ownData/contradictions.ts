import type { Problem } from './problem.js';
import type { Row } from './rows.js';
import type { OwnPerson } from './schema.js';

/** What does not go together in a person. */
const CONTRADICTIONS: readonly (readonly [
  column: keyof OwnPerson,
  isWrong: (person: Row<OwnPerson>['row']) => boolean,
  says: string,
])[] = [
  ['deathDate', ({ status, deathDate }) => status === 'doed' && deathDate === undefined, 'is missing. Say when.'],
  [
    'status',
    ({ status, deathDate }) => deathDate !== undefined && status !== undefined && status !== 'doed',
    'is not that of somebody who has died. Write doed, or leave it out.',
  ],
  [
    'deathDate',
    ({ birthDate, deathDate }) => typeof deathDate === 'string' && String(birthDate) > deathDate,
    'is before the birth. Correct one of the two.',
  ],
  [
    'krr',
    ({ deathDate, krr = 'deleted' }) => deathDate !== undefined && krr !== 'deleted' && krr !== 'notRegistered',
    'is not that of somebody who has died: KRR deletes the dead. Leave it out.',
  ],
  [
    'krr',
    ({ krr, email, mobile, mailbox }) =>
      (krr === 'deleted' || krr === 'notRegistered') && [email, mobile, mailbox].some((one) => one !== undefined),
    'goes with neither email, mobile nor mailbox. Leave them out.',
  ],
  [
    'krr',
    ({ krr, email, mobile }) => krr === 'expired' && email === undefined && mobile === undefined,
    'needs an address that can have expired. Add email or mobile.',
  ],
];

export const contradictions = (persons: readonly Row<OwnPerson>[]): readonly Problem[] =>
  persons.flatMap(({ at, row }) =>
    CONTRADICTIONS.flatMap(([column, isWrong, says]) => (isWrong(row) ? [{ at: `${at}/${column}`, says }] : [])),
  );
