/**
 * What the hosts use of the core. It is bundled once per package, so that the token cache and the error class are one
 * copy in each process.
 */
export { CONNECTION_PLANS, operationNamed, SERVICES, type Service, type ServiceKey } from './catalog';
export { checkClient } from './connection/checkClient';
export { checkConnection } from './connection/checkConnection';
export type { ConnectionReport, Step } from './connection/report';
export { checkMaskinporten } from './connection/checkCredential';
export { readFiksCredential, type FiksCredential } from './fiks/credential';
export { namedEntries, type NamedEntry } from './fiks/namedEntries';
export { documentFromBytes, StreamedFile, type DocumentSource } from './http/document';
export { presentError, type PresentedError } from './http/redact';
export { asServiceError, ERROR_CODES, isServiceError, ServiceError, type ErrorCode } from './http/serviceError';
export { decisionTable } from './krr/decisionTable';
export { LEGAL_BASIS } from './krr/legalBasis';
export type { Part, Ports, Transport, TransportRequest, TransportResponse } from './http/transport';
export {
  FIKS_CREDENTIAL,
  MASKINPORTEN_CREDENTIAL,
  type CredentialDeclaration,
  type CredentialField,
  type ListCredentialField,
} from './credentials';
export { readMaskinportenCredential, type MaskinportenCredential } from './maskinporten/credential';
export type { Choice, ChoicesFromField, Field, Text } from './operations/field';
export { isForAi, type JsonObject, type Operation, type Outcome } from './operations/operation';
export { runOperation, type RawInput } from './operations/run';
export { inputRulesFor, type Session } from './session';
