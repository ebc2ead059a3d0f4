/** Norwegian wall-clock time by the runtime's own calendar: a judge that shares nothing with the code it judges. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const HOUR = 3_600_000;
const SUMMER_TIME = 2 * HOUR;
const WINTER_TIME = HOUR;

/** What a clock in Oslo shows at a moment, as milliseconds of a calendar without time zones. */
const wallAt = (moment: number): number => {
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return (
    Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second) +
    (((moment % 1000) + 1000) % 1000)
  );
};

/** The moments at which a clock in Oslo shows this: none in the hour that is skipped in spring, two in the one repeated in autumn. */
const momentsAt = (wall: number): number[] =>
  [wall - SUMMER_TIME, wall - WINTER_TIME].filter((moment) => wallAt(moment) === wall);

/** The same clock time so many calendar months earlier; a day the month does not have becomes its last. */
export const monthsBefore = (moment: number, months: number): number[] => {
  const wall = new Date(wallAt(moment));
  const month = wall.getUTCMonth() - months;
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(wall.getUTCFullYear(), month, Math.min(wall.getUTCDate(), lastDay));
  return momentsAt(midnight + (wall.getTime() % (24 * HOUR)));
};

const two = (value: number): string => String(value).padStart(2, '0');

/** The three ways KRR writes a moment. */
export const writings = (moment: number): string[] => {
  const wall = new Date(wallAt(moment));
  const hours = (wall.getTime() - moment) / HOUR;
  const local = wall.toISOString().slice(0, 19);
  return [
    `${local}+${two(hours)}`,
    new Date(moment).toISOString(),
    `${local}.${String(wall.getUTCMilliseconds()).padStart(3, '0')}+${two(hours)}:00`,
  ];
};
