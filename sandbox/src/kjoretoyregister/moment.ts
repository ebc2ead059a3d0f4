import type { Onlooker } from './onlooker.js';
import type { Period, Vehicle } from './vehicle.js';

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment a `dtg` names, or undefined where it names none: it must have an offset, and be a day that exists. What lies
 * ahead is answered as now, unless it is refused.
 */
export const readMoment = (
  dtg: unknown,
  { today: now, settings }: Pick<Onlooker, 'today' | 'settings'>,
): Date | undefined => {
  if (dtg === undefined) return now;
  const day = typeof dtg === 'string' ? DATE_TIME.exec(dtg)?.[1] : undefined;
  if (day === undefined || !isDay(day)) return undefined;
  const moment = Date.parse(dtg as string);
  if (Number.isNaN(moment)) return undefined;
  if (moment > now.getTime()) return settings.vehicleFutureMoment === 'now' ? now : undefined;
  // Where periods still hold at their end, what was so then is what was so just before.
  return new Date(settings.vehiclePeriodEnd === 'inclusive' ? moment - 1 : moment);
};

/** The engine's own parser takes the 30th of February for a day in March. */
const isDay = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

export const isSoAt = ({ fomTidspunkt, tilTidspunkt }: Period, moment: Date): boolean =>
  Date.parse(fomTidspunkt) <= moment.getTime() &&
  (tilTidspunkt === undefined || moment.getTime() < Date.parse(tilTidspunkt));

/** Before its first owner the register tells nothing of a vehicle. */
export const isBeforeFirstOwner = ({ tidslinje }: Vehicle, moment: Date): boolean =>
  tidslinje.eierskap.every(({ eier }) => moment.getTime() < Date.parse(eier.fomTidspunkt));
