/**
 * The periodic roadworthiness test, in Norway called EU-kontroll (fact sheet kjoretoy §5).
 */
import { DateTime } from 'luxon';
import type { JsonObject } from '../operations/operation';
import type { Kjoretoy } from './model';

const DUE_WITHIN_DAYS = 60;

/** `notApplicable`: not registered for use, without a deadline (exempt or unknown), or asked about another moment than now. */
type EuControlState = 'ok' | 'due' | 'overdue' | 'notApplicable';

const stateOf = (kjoretoy: Kjoretoy, now: number): EuControlState => {
  const { kontrollfrist } = kjoretoy.periodiskKjoretoyKontroll ?? {};
  const deadline = DateTime.fromFormat(kontrollfrist?.slice(0, 10) ?? '', 'yyyy-MM-dd', { zone: 'Europe/Oslo' });
  if (!deadline.isValid || kjoretoy.registrering?.registreringsstatus?.kodeVerdi !== 'REGISTRERT')
    return 'notApplicable';
  const today = DateTime.fromMillis(now, { zone: 'Europe/Oslo' }).startOf('day');
  if (deadline < today) return 'overdue';
  return deadline <= today.plus({ days: DUE_WITHIN_DAYS }) ? 'due' : 'ok';
};

/**
 * The register always tells today's deadline, so with a status of the past it says nothing about that moment.
 * @param now milliseconds since the epoch; undefined when the vehicle is as it was at another moment
 */
export const euControlOf = (kjoretoy: Kjoretoy, now: number | undefined): JsonObject => ({
  state: now === undefined ? 'notApplicable' : stateOf(kjoretoy, now),
  deadline: kjoretoy.periodiskKjoretoyKontroll?.kontrollfrist ?? null,
  lastApproved: kjoretoy.periodiskKjoretoyKontroll?.sistGodkjent ?? null,
});
