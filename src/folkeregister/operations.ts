/**
 * What a user can ask Folkeregisteret.
 */
import { checkConnectionOperation } from '../connection/operation';
import type { Operation } from '../operations/operation';
import type { Session } from '../session';
import { folkeregisterFor } from './connection';
import { WAY } from './fields/way';
import { eventRoleOperations } from './events/eventRoleOperations';
import { municipalityOperations } from './events/municipalityOperations';
import { eventOperations } from './events/operations';
import { extractOperations } from './extracts/operations';
import { lookUpOperations } from './lookUpOperations';
import { getChildWithParents } from './oppvekst/operation';
import { findLetterRecipient } from './recipient/operation';
import { searchOperations } from './searchOperations';
import { validateIdentityNumber } from './validation/operation';
import { versionOperations } from './versionOperations';

export const folkeregisterOperations: readonly Operation<Session>[] = [
  ...lookUpOperations,
  ...searchOperations,
  ...versionOperations,
  ...extractOperations,
  findLetterRecipient,
  getChildWithParents,
  validateIdentityNumber,
  ...eventOperations,
  ...municipalityOperations,
  ...eventRoleOperations,
  checkConnectionOperation(folkeregisterFor, WAY),
];
