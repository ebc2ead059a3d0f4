/**
 * Dates of birth as the searches take them (fact sheet kjoretoy §2.2).
 */
import { ServiceError } from '../http/serviceError';
import { readDateTime } from '../operations/dateTime';

/**
 * @param yearToo whether a year alone will do
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const dateOfBirth = (written: string | undefined, yearToo: boolean): string | undefined => {
  if (written === undefined || (yearToo && /^(?:18|19|20)\d{2}$/.test(written))) return written;
  // Other nodes pass a day on as a moment: midnight in Norway is the day before where the moment is written in UTC.
  const day = readDateTime(written)?.slice(0, 10);
  if (day !== undefined) return day;
  throw new ServiceError(
    'ERR_INVALID_INPUT',
    '"Date of Birth" is not a date.',
    `Give a date such as 1985-11-02${yearToo ? ', or a year' : ''}.`,
    { service: 'kjoretoyregister', field: 'fodselsdato' },
  );
};
