const offsetFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' });

const MILLISECONDS_PER_MINUTE = 60_000;

/** The offset of Norwegian time at this moment, as `+01:00` or `+02:00`. */
const osloOffset = (moment: Date): string => {
  const zone = offsetFormat.formatToParts(moment).find((part) => part.type === 'timeZoneName');
  return zone?.value.replace('GMT', '') ?? '+01:00';
};

/** ISO 8601 in Norwegian time with milliseconds: `2023-01-01T11:33:55.008+01:00`. */
export const osloTimestamp = (moment: Date): string => {
  const offset = osloOffset(moment);
  const hours = Number(offset.slice(0, 3));
  const local = new Date(moment.getTime() + hours * 60 * MILLISECONDS_PER_MINUTE);
  return `${local.toISOString().slice(0, -1)}${offset}`;
};

/** The form KRR writes: whole seconds and an offset without minutes, `2023-06-29T10:14:52+02`. */
export const osloTimestampWithShortOffset = (moment: Date): string =>
  osloTimestamp(moment).replace(/\.\d{3}([+-]\d{2}):\d{2}$/, '$1');

/** The Norwegian calendar day as `2023-01-01`, or the one so many days later. */
export const osloDate = (moment: Date, daysLater = 0): string => {
  const day = new Date(`${osloTimestamp(moment).slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysLater);
  return day.toISOString().slice(0, 10);
};

/** When the next Norwegian day begins. */
export const nextOsloMidnight = (moment: Date): Date => {
  const tomorrow = osloDate(moment, 1);
  // Summer time begins and ends an hour or more after midnight in UTC, so the offset is that of the Norwegian midnight.
  return new Date(`${tomorrow}T00:00:00${osloOffset(new Date(`${tomorrow}T00:00:00Z`))}`);
};
