/**
 * What a user can ask KRR for.
 */
import { checkConnectionOperation } from '../connection/operation';
import type { Operation } from '../operations/operation';
import type { Session } from '../session';
import { checkNotificationRules } from './checkNotificationRules';
import { krrFor } from './connection';
import { includeMailbox, rolleId, route } from './fields';
import { lookUpContactInfo } from './lookUpContactInfo';
import { readChanges } from './readChanges';

const checkConnection = checkConnectionOperation(krrFor, [route, rolleId, includeMailbox]);

export const krrOperations: readonly Operation<Session>[] = [
  checkNotificationRules,
  lookUpContactInfo,
  readChanges,
  checkConnection,
];
