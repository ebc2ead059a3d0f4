/**
 * The only error this project shows to anyone. Test by `code`, never by `instanceof` across packages.
 */
export type ServiceName = 'maskinporten' | 'fiks' | 'folkeregister' | 'krr' | 'svarut';

/**
 * What each code means for the one who has to act.
 * `business`: the case or its data must be mended. `system`: the set-up or the machinery; the same input can work later.
 * `retryable`: running the same thing again, unchanged, can help.
 */
export const ERROR_CODES = {
  ERR_INVALID_INPUT: {
    kind: 'business',
    retryable: false,
    meaning: 'A field is missing or has a value it cannot have.',
  },
  ERR_INVALID_IDENTIFIER: { kind: 'business', retryable: false, meaning: 'An identifier is malformed.' },
  ERR_SYNTHETIC_IDENTIFIER: {
    kind: 'business',
    retryable: false,
    meaning: 'A synthetic test number was used in production.',
  },
  ERR_REAL_IDENTIFIER: {
    kind: 'business',
    retryable: false,
    meaning: 'A number that can belong to a real person was used outside production.',
  },
  ERR_PERSON_NOT_FOUND: {
    kind: 'business',
    retryable: false,
    meaning: 'The register knows no person with that number.',
  },
  ERR_CREDENTIAL_INCOMPLETE: {
    kind: 'system',
    retryable: false,
    meaning: 'A field of a credential is empty or malformed.',
  },
  ERR_KEY_MISSING: { kind: 'system', retryable: false, meaning: 'The Maskinporten credential has no private key.' },
  ERR_KEY_UNREADABLE: {
    kind: 'system',
    retryable: false,
    meaning: 'The Maskinporten key could not be read as a private RSA key.',
  },
  ERR_KEY_ID_MISSING: {
    kind: 'system',
    retryable: false,
    meaning: 'No key id (kid) is given, in the field or in the JWK.',
  },
  ERR_TOKEN_REFUSED: { kind: 'system', retryable: false, meaning: 'Maskinporten refused to issue a token.' },
  ERR_UNAUTHORIZED: {
    kind: 'system',
    retryable: false,
    meaning: 'The service did not accept the token or the Fiks integration.',
  },
  ERR_FORBIDDEN: {
    kind: 'system',
    retryable: false,
    meaning: 'The integration or organisation lacks the right to do this.',
  },
  ERR_NOT_FOUND: { kind: 'system', retryable: false, meaning: 'The service has nothing at that address.' },
  ERR_REFUSED: { kind: 'business', retryable: false, meaning: 'The service refused the request as invalid.' },
  ERR_THROTTLED: {
    kind: 'system',
    retryable: true,
    meaning: 'The service asked us to slow down, and still did after retries.',
  },
  ERR_SERVICE_FAILURE: {
    kind: 'system',
    retryable: true,
    meaning: 'The service failed (5xx), and still did after retries.',
  },
  ERR_UNEXPECTED_ANSWER: {
    kind: 'system',
    retryable: true,
    meaning: 'The answer was not what the service documents, for example a web page.',
  },
  ERR_UNREACHABLE: { kind: 'system', retryable: true, meaning: 'No connection could be made.' },
  ERR_CONNECTION_LOST: {
    kind: 'system',
    retryable: true,
    meaning: 'The connection broke before a whole answer had come.',
  },
  ERR_TIMEOUT: { kind: 'system', retryable: true, meaning: 'No answer came in time.' },
  ERR_CANCELLED: { kind: 'system', retryable: true, meaning: 'The run was stopped.' },
  ERR_LETTER_OUTCOME_UNKNOWN: {
    kind: 'system',
    retryable: true,
    meaning: 'It could not be found out whether SvarUt took the letter. Running again looks it up first.',
  },
  ERR_REFERENCE_IN_USE: {
    kind: 'business',
    retryable: false,
    meaning: 'The same reference was used for another letter in this run.',
  },
  ERR_NOT_ALLOWED_FOR_AI: {
    kind: 'business',
    retryable: false,
    meaning: 'Sending letters is not offered to AI agents.',
  },
  ERR_INTERNAL: { kind: 'system', retryable: false, meaning: 'A fault in these nodes. Please report it.' },
} as const satisfies Record<string, { kind: 'business' | 'system'; retryable: boolean; meaning: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetails {
  readonly service?: ServiceName;
  /** HTTP status of the answer that caused the error. */
  readonly status?: number;
  /** The service's own machine code (`kode`, `errorCode`, `MP-110`). */
  readonly serviceCode?: string;
  /** What the service's support asks for (`errorId`, `trace_id`, `korrelasjonsid`). */
  readonly supportReference?: string;
  /** Name of the input or credential field that must be changed. */
  readonly field?: string;
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
