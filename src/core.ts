/**
 * What the hosts use of the core. It is bundled once per package, so that the token cache and the error class are one
 * copy in each process.
 */
export {
  CONNECTION_PLANS,
  fiksChoiceOf,
  goesThroughFiks,
  operationNamed,
  SERVICES,
  type Service,
  type ServiceKey,
} from './catalog';
export { checkClient } from './connection/checkClient';
export { checkConnection } from './connection/checkConnection';
export type { ConnectionReport, Step } from './connection/report';
export { checkMaskinporten } from './connection/checkCredential';
export { readFiksCredential, type FiksCredential } from './fiks/credential';
export { namedEntries, type NamedEntry } from './fiks/namedEntries';
export { documentFromBytes, inPieces, PIECE, StreamedFile, type DocumentSource } from './http/document';
export { describeFile, documentFromObject, isFileObject, type FileObject } from './http/fileObject';
export { presentError, type PresentedError } from './http/redact';
export { asServiceError, ERROR_CODES, isServiceError, ServiceError, type ErrorCode } from './http/serviceError';
export { decisionTable } from './krr/decisionTable';
export { LEGAL_BASIS } from './krr/legalBasis';
export type { Part, Ports, Transport, TransportRequest, TransportResponse } from './http/transport';
export type { CredentialDeclaration, CredentialField, ListCredentialField } from './credentials/declaration';
export { FIKS_CREDENTIAL } from './credentials/fiks';
export { MASKINPORTEN_CREDENTIAL } from './credentials/maskinporten';
export { readMaskinportenCredential, type MaskinportenCredential } from './maskinporten/credential';
export { checkInput, checkWorkedOut, isHidden, type InputRules } from './operations/checkInput';
export type { Choice, ChoicesFromField, Field, ListField, Text } from './operations/field';
export { Following, type FollowPorts, type News } from './operations/follow';
export { isOffline, runOffline } from './operations/offline';
export { isForAi, type Json, type JsonObject, type Operation, type Outcome } from './operations/operation';
export { runOperation, type RawInput } from './operations/run';
export { formOfTrigger, intervalOf, type Follows, type Trigger } from './operations/trigger';
export { inputRulesFor, type Session } from './session';
