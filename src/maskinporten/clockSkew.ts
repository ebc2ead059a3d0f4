/**
 * A clock that is wrong is the classic failure in containers: a grant is accepted only within ten seconds of Maskinporten's
 * clock (fact sheet maskinporten §2).
 */
import type { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';

/** The date header counts whole seconds and has travelled; less than this is not what was refused. */
const NOTICEABLE_MS = 3_000;

/**
 * Milliseconds to add to our clock to get Maskinporten's; 0 when the refusal was not about time or the answer does not tell
 * what time it is there.
 */
export const clockSkew = (error: ServiceError, response: TransportResponse | undefined, nowMs: number): number => {
  if (error.details.serviceCode !== 'MP-130') return 0;
  const there = Date.parse(response?.headers.date ?? '');
  return Number.isNaN(there) || Math.abs(there - nowMs) < NOTICEABLE_MS ? 0 : there - nowMs;
};

export const skewWarning = (skewMs: number): string =>
  `The clock of this machine is about ${Math.round(Math.abs(skewMs) / 1000)} seconds ${skewMs > 0 ? 'behind' : 'ahead of'} Maskinporten's. ` +
  'A token was fetched with the corrected time; have the clock synchronised (NTP), for other things depend on it too.';
