/**
 * When a read is repeated, and after how long. Sends have their own protocol (svarut/sendOnce).
 */
import type { Ports, TransportResponse } from './transport';

export const MAX_ATTEMPTS = 3;
const BASE_MS = 100;
const THROTTLED_BASE_MS = 500;
const CAP_MS = 20_000;
/** A service that asks for more than this is asked again after it all the same. */
const ASKED_CAP_MS = 60_000;

const TRANSIENT = new Set([429, 500, 502, 503, 504]);

export const isTransient = (status: number): boolean => TRANSIENT.has(status);

/**
 * How the service counts `Retry-After`. Folkeregisteret documents milliseconds where HTTP says seconds
 * (fact sheet folkeregister §8.3).
 */
export type RetryAfterUnit = 'seconds' | 'milliseconds';

/** Milliseconds the service asked for, or undefined when it asked for nothing readable. */
export const retryAfterMs = (response: TransportResponse, unit: RetryAfterUnit, now: number): number | undefined => {
  const value = response.headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) {
    // Whether Fiks passes the milliseconds on or sends seconds of its own is not known: at least one second either way.
    return unit === 'milliseconds' ? Math.max(1000, Number(value)) : Number(value) * 1000;
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

/** Full jitter: anywhere between nothing and the doubled base, so that many clients do not come back at once. */
export const backoffMs = (attempt: number, throttled: boolean, random: Ports['random']): number =>
  random() * Math.min(CAP_MS, (throttled ? THROTTLED_BASE_MS : BASE_MS) * 2 ** attempt);

export const waitBeforeRetry = (
  attempt: number,
  response: TransportResponse | undefined,
  unit: RetryAfterUnit,
  ports: Ports,
): number => {
  const asked = response && retryAfterMs(response, unit, ports.now());
  const own = backoffMs(attempt, response?.status === 429, ports.random);
  return Math.max(Math.min(ASKED_CAP_MS, asked ?? 0), own);
};

/** So that an outage is not amplified: a retry costs more than a success earns back. One budget per process and service. */
export class RetryBudget {
  #tokens = 20;

  success(): void {
    this.#tokens = Math.min(20, this.#tokens + 1);
  }

  take(): boolean {
    if (this.#tokens < 2) return false;
    this.#tokens -= 2;
    return true;
  }
}
