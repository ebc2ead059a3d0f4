/**
 * The one place where what leaves towards a human loses what it must not carry (design: personal data).
 */
import { asServiceError, type ErrorCode, type ErrorDetails } from './serviceError';

/** Public addresses of help desks, which a sentence may tell the reader to write to. */
const HELP_DESKS = new Set(['api-kjoretoy@vegvesen.no', 'fiks@ksdigital.no']);

const by = (mark: string) => (): string => mark;

const RULES: readonly (readonly [pattern: RegExp, replace: (found: string) => string])[] = [
  [/-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g, by('[key]')],
  // Any base64url runs joined by dots that begin like a JSON object: tokens and assertions.
  [/eyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g, by('[token]')],
  [/\b(?:bearer|basic)\s+[\w.~+/=-]{6,}/gi, by('[token]')],
  // Also inside JSON that is quoted in JSON.
  [/\\*"(?:d|p|q|dp|dq|qi|k)\\*"\s*:\s*\\*"[^"\\]*/g, by('[key]')],
  [/\bhttps?:\/\/[^\s"'<>]+/gi, by('[address]')],
  [
    // What stands before the sign may have been taken for something else already.
    /[\p{L}\p{M}\p{N}_.+-]*@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu,
    (address) => (HELP_DESKS.has(address) ? address : '[e-mail]'),
  ],
  // Eleven digits, also as a part of a longer run: a number hidden in a file name is still a number.
  [/\d{11,}/g, by('[number]')],
  // As people write them.
  [/\d{6}[\s.-]\d{5}/g, by('[number]')],
];

export const redact = (text: string): string =>
  RULES.reduce((cleaned, [pattern, replace]) => cleaned.replace(pattern, replace), text);

/** An error as a host may show, log and store it. */
export interface PresentedError extends ErrorDetails {
  readonly code: ErrorCode;
  readonly kind: 'business' | 'system';
  readonly retryable: boolean;
  readonly message: string;
  readonly action: string;
}

/** Made by machines: digits in a row mean nothing here, and a handle with a hole in it is of no use to anyone. */
const HANDLE = /^(?=.*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const redactValue = (value: unknown): unknown =>
  typeof value === 'string' && !HANDLE.test(value) ? redact(value) : value;

const redactDetails = (details: ErrorDetails): ErrorDetails =>
  Object.fromEntries(
    Object.entries(details)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, redactValue(value)]),
  );

/** Every error goes out through here, also those nobody foresaw; of the latter nothing is shown but that they happened. */
export const presentError = (error: unknown): PresentedError => {
  const { code, kind, retryable, message, action, details } = asServiceError(error);
  return { ...redactDetails(details), code, kind, retryable, message: redact(message), action: redact(action) };
};
