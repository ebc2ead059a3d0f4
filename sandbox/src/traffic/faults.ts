import type { RefusalCode } from '../maskinporten/refusals.js';
import type { ServiceName } from './requestLog.js';

export type FaultKind = 'status' | 'html' | 'drop' | 'dropAfter' | 'delay' | 'refusal';

export interface Fault {
  readonly service: ServiceName;
  /** Any operation of the service when left out. */
  readonly operation?: string;
  readonly kind: FaultKind;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly delayMs?: number;
  /** What Maskinporten says no with, when the kind is `refusal`. */
  readonly code?: RefusalCode;
}

/** Faults that wait for their request, in the order they were ordered. */
export class FaultQueue {
  #pending: { readonly fault: Fault; remaining: number }[] = [];

  add(fault: Fault, times: number): void {
    this.#pending.push({ fault, remaining: times });
  }

  take(service: ServiceName, operation: string): Fault | undefined {
    const found = this.#pending.find(
      ({ fault }) => fault.service === service && (fault.operation ?? operation) === operation,
    );
    if (!found) return undefined;
    found.remaining -= 1;
    if (found.remaining <= 0) this.#pending = this.#pending.filter((entry) => entry !== found);
    return found.fault;
  }

  clear(): void {
    this.#pending = [];
  }
}
