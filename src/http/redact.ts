/**
 * The one place where what leaves towards a human loses what it must not carry (design: personal data).
 */
import { asServiceError, type ErrorCode, type ErrorDetails } from './serviceError';

const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g, '[key]'],
  // Any base64url runs joined by dots that begin like a JSON object: tokens and assertions.
  [/eyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g, '[token]'],
  [/\b(?:bearer|basic)\s+[\w.~+/=-]{6,}/gi, '[token]'],
  // Also inside JSON that is quoted in JSON.
  [/\\*"(?:d|p|q|dp|dq|qi|k)\\*"\s*:\s*\\*"[^"\\]*/g, '[key]'],
  [/\bhttps?:\/\/[^\s"'<>]+/gi, '[address]'],
  [/[\p{L}\p{M}\p{N}_.+-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu, '[e-mail]'],
  // Eleven digits, also as a part of a longer run: a number hidden in a file name is still a number.
  [/\d{11,}/g, '[number]'],
  // As people write them.
  [/\d{6}[\s.-]\d{5}/g, '[number]'],
];

export const redact = (text: string): string =>
  RULES.reduce((cleaned, [pattern, replacement]) => cleaned.replace(pattern, replacement), text);

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
