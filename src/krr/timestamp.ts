/**
 * KRR's timestamps (fact sheet krr §4): `+02` without minutes, `Z`, or a whole offset.
 */
import { DateTime } from 'luxon';

export const OSLO = 'Europe/Oslo';

/** The moment in Oslo time, or undefined when the text is no timestamp. A time without an offset is read as Oslo's. */
export const readTimestamp = (text: string | undefined): DateTime<true> | undefined => {
  if (text === undefined) return undefined;
  const moment = DateTime.fromISO(text.trim().replace(/(T.*[+-]\d{2})$/, '$1:00'), { zone: OSLO });
  return moment.isValid ? moment : undefined;
};

export const showTimestamp = (moment: DateTime<true> | undefined): string | undefined =>
  moment?.toISO({ suppressMilliseconds: true });

export const writeTimestamp = (text: string | undefined): string | undefined => showTimestamp(readTimestamp(text));
