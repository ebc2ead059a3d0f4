import { maskPersonIdentifiers } from '../identifiers.js';

export type ServiceName = 'maskinporten' | 'folkeregister' | 'krr' | 'svarut' | 'kjoretoyregister';

export interface LoggedRequest {
  readonly at: string;
  readonly service: ServiceName;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Null when the connection was cut before an answer was made. */
  readonly status: number | null;
  readonly verdict: 'accepted' | 'refused';
  readonly reason: string;
}

const CAPACITY = 5000;

/** The most recent requests to the services, oldest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  record(request: Omit<LoggedRequest, 'at'>): void {
    this.#requests.push({
      ...request,
      at: new Date().toISOString(),
      path: maskPersonIdentifiers(request.path),
      reason: maskPersonIdentifiers(request.reason),
    });
    if (this.#requests.length > CAPACITY) this.#requests.shift();
  }

  all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}
