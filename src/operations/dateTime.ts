/**
 * Moments as people and programs write them.
 */
import { DateTime } from 'luxon';

const ZONE = 'Europe/Oslo';

/** Luxon takes half a date and a time of no day too; a moment must name its day. */
const WRITTEN = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * @returns the moment with Norway's offset on that day (ISO 8601), or undefined when it is none. A date alone is the
 * beginning of that day in Norway, and a time without an offset is Norwegian.
 */
export const readDateTime = (written: unknown): string | undefined => {
  const text = written instanceof Date && !Number.isNaN(written.getTime()) ? written.toISOString() : written;
  if (typeof text !== 'string' || !WRITTEN.test(text.trim())) return undefined;
  return DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: ZONE }).toISO() ?? undefined;
};
