/**
 * What a user can ask the vehicle register for.
 */
import type { Operation } from '../operations/operation';
import type { Session } from '../session';
import { customerOperations } from './customerOperations';
import { listOperations } from './listOperations';
import { lookUpOperations } from './lookUpOperations';
import { searchOperations } from './searchOperations';

export const kjoretoyregisterOperations: readonly Operation<Session>[] = [
  ...lookUpOperations,
  ...listOperations,
  ...searchOperations,
  ...customerOperations,
];
