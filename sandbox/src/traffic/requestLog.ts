import { maskPersonIdentifiers } from '../identifiers.js';
import type { Sender } from './sender.js';

export const SERVICES = ['maskinporten', 'folkeregister', 'krr', 'kjoretoyregister', 'svarut'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface LoggedRequest {
  /** Grows by one, also across a reset. */
  readonly id: number;
  /** When it was answered. */
  readonly at: string;
  /** Milliseconds from its first byte until its answer was ready. */
  readonly duration: number;
  readonly service: ServiceName;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** What follows the question mark. */
  readonly query: string;
  readonly sender: Sender;
  /** Null when the connection was cut before an answer was made. */
  readonly status: number | null;
  readonly verdict: 'accepted' | 'refused';
  readonly reason: string;
  /** The kind of fault that was ordered for it. */
  readonly fault: string | null;
}

/** Older ones are forgotten. */
const CAPACITY = 5000;
const LONGEST_TEXT = 1000;

/** The most recent requests to the services, oldest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #lastId = 0;

  record(request: Omit<LoggedRequest, 'id' | 'at'>): void {
    this.#lastId += 1;
    this.#requests.push({
      id: this.#lastId,
      at: new Date().toISOString(),
      ...request,
      path: shown(request.path),
      query: shown(request.query),
      reason: shown(request.reason),
    });
    if (this.#requests.length > CAPACITY) this.#requests.shift();
  }

  /** @param after only those with a higher id */
  all(after = 0): readonly LoggedRequest[] {
    return this.#requests.filter(({ id }) => id > after);
  }

  clear(): void {
    this.#requests = [];
  }
}

const shown = (text: string): string => maskPersonIdentifiers(text).slice(0, LONGEST_TEXT);
