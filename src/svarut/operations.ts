/**
 * What a user can have SvarUt do.
 */
import type { Operation } from '../operations/operation';
import type { Session } from '../session';
import { followingOperations } from './following/operations';
import { sendingOperations } from './sending/operations';
import type { FindRecipients } from './sending/recipient';

/** @param find how name and address of a person are found when the letter is sent */
export const svarutOperations = (find: FindRecipients): readonly Operation<Session>[] => [
  ...sendingOperations(find),
  ...followingOperations,
];
