/**
 * What a user can have SvarUt do beside sending: follow letters, tidy up after them, and look up who can be written to.
 */
import type { Operation } from '../../operations/operation';
import type { Session } from '../../session';
import { catalogueOperations } from './catalogueOperations';
import { deleteDocumentsOperation } from './deleteDocuments';
import { findByReferenceOperation } from './findByReference';
import { getDocumentMetadataOperation } from './getDocumentMetadata';
import { getEventsOperation } from './getEvents';
import { getSigningEventsOperation } from './getSigningEvents';
import { getStatusOperation } from './getStatus';
import { lookUpNhnPartyOperation } from './lookUpNhnParty';
import { markAsReadOperation } from './markAsRead';

export const followingOperations: readonly Operation<Session>[] = [
  getStatusOperation,
  findByReferenceOperation,
  getEventsOperation,
  getSigningEventsOperation,
  getDocumentMetadataOperation,
  markAsReadOperation,
  deleteDocumentsOperation,
  ...catalogueOperations,
  lookUpNhnPartyOperation,
];
