import type { ServiceName } from './requestLog.js';

/** The operations each service has, which faults are ordered for and the request log names. */
export class Operations {
  readonly #byService = new Map<ServiceName, Set<string>>();

  add(service: ServiceName, operation: string): void {
    this.#byService.set(service, (this.#byService.get(service) ?? new Set()).add(operation));
  }

  has(service: ServiceName, operation: string): boolean {
    return this.#byService.get(service)?.has(operation) ?? false;
  }

  all(): Record<string, readonly string[]> {
    return Object.fromEntries([...this.#byService].map(([service, operations]) => [service, [...operations]]));
  }
}
