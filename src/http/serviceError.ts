/**
 * The only error this project shows to anyone. Test by `code`, never by `instanceof` across packages.
 */
import { ERROR_CODES, type ErrorCode } from './errorCodes';

export { ERROR_CODES, type ErrorCode };

export type ServiceName = 'maskinporten' | 'fiks' | 'folkeregister' | 'krr' | 'kjoretoyregister' | 'svarut';

export interface ErrorDetails {
  readonly service?: ServiceName;
  /** HTTP status of the answer that caused the error. */
  readonly status?: number;
  /** The service's own machine code (`kode`, `errorCode`, `MP-110`). */
  readonly serviceCode?: string;
  /** What the service's support asks for (`errorId`, `trace_id`, `korrelasjonsid`). */
  readonly supportReference?: string;
  /** When the service says that it can be asked again, ISO 8601. */
  readonly retryAfter?: string;
  /** Name of the input or credential field that must be changed. */
  readonly field?: string;
  /** Of an extract that is ordered: what it is gone on with. */
  readonly jobId?: string;
  /** What an archive keeps of a letter that was not sent, or of which nobody knows; it names no person. */
  readonly journal?: Readonly<Record<string, unknown>>;
}

export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly kind: 'business' | 'system';
  readonly retryable: boolean;

  /**
   * @param message what happened, in one sentence, without any input value, URL, header or body
   * @param action what to do about it, in one sentence
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly action: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.kind = ERROR_CODES[code].kind;
    this.retryable = ERROR_CODES[code].retryable;
  }
}

export const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code in ERROR_CODES &&
  'action' in error;

/** What was thrown, as an error that can be shown; what nobody foresaw says so, and keeps its cause for a debugger only. */
export const asServiceError = (error: unknown): ServiceError => {
  if (isServiceError(error)) return error;
  const unforeseen = new ServiceError(
    'ERR_INTERNAL',
    `Something went wrong inside the node (${error instanceof Error ? error.name : typeof error}).`,
    'Report it with the version of the package and what the flow was doing; do not include personal data.',
  );
  unforeseen.cause = error;
  return unforeseen;
};
