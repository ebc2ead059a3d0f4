/**
 * What the hosts use of the core. It is bundled once per package, so that the token cache and the error class are one
 * copy in each process.
 */
export { operationNamed, SERVICES, type Service, type ServiceKey } from './catalog';
export { checkMaskinporten } from './maskinporten/checkCredential';
export { readFiksCredential, type FiksCredential } from './fiks/credential';
export { documentFromBytes, StreamedFile, type DocumentSource } from './http/document';
export { presentError, type PresentedError } from './http/redact';
export { asServiceError, ERROR_CODES, isServiceError, ServiceError, type ErrorCode } from './http/serviceError';
export type { Part, Ports, Transport, TransportRequest, TransportResponse } from './http/transport';
export {
  FIKS_CREDENTIAL,
  MASKINPORTEN_CREDENTIAL,
  type CredentialDeclaration,
  type CredentialField,
} from './credentials';
export { readMaskinportenCredential, type MaskinportenCredential } from './maskinporten/credential';
export type { Choice, Field, Text } from './operations/field';
export type { JsonObject, Operation, Outcome } from './operations/operation';
export { runOperation, type RawInput } from './operations/run';
export { inputRulesFor, type Session } from './session';
