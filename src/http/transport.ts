/**
 * The ports through which the core meets the world. Each host brings its own adapters; tests bring theirs.
 */
import type { DocumentSource } from './document';

/** One part of a multipart/form-data body: a plain text part (sent without a file name) or a document. */
export type Part =
  { readonly name: string; readonly text: string } | { readonly name: string; readonly document: DocumentSource };

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | readonly Part[];
  /** Milliseconds until the whole answer must have arrived. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface TransportResponse {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Sends one request. Resolves for every HTTP status, never follows a redirect, and rejects only when no complete
 * answer arrived; the rejection carries the system's `code` (ECONNREFUSED ...) on itself or on its `cause`.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

export interface Ports {
  readonly transport: Transport;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after `ms`, or rejects as soon as `signal` aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Receives sentences that never contain personal data. */
  readonly warn: (sentence: string) => void;
}

export const textOf = (response: TransportResponse): string => new TextDecoder().decode(response.body);
