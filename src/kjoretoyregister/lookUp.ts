/**
 * Vehicles by plate or kuid, in as few calls as the register takes.
 */
import { asServiceError, isServiceError } from '../http/serviceError';
import { failed, succeeded, type JsonObject, type Outcome } from '../operations/operation';
import type { Session } from '../session';
import { lookUpMany, type Asked, type Key } from './client';
import { itemError, untied, vehicleNotFound } from './itemErrors';
import type { VehicleDocument } from './model';
import { pair } from './pairing';
import { readVehicles, type Entry } from './reader';

/** In no document (fact sheet kjoretoy §4.5); 26 have been seen to work. */
export const BULK_LIMIT = 100;
const SURELY_TAKEN = 25;

type Show = (vehicle: VehicleDocument, asked: Asked | undefined) => JsonObject;

const outcomeOf = (entry: Entry | undefined, shown: (vehicle: VehicleDocument) => JsonObject): Outcome => {
  if (entry?.vehicle) return succeeded(shown(entry.vehicle));
  return failed(entry && entry.refusal !== null ? itemError(entry.refusal) : untied());
};

/** One refusal that names nothing speaks for all that were asked for. */
const forAll = (entries: readonly Entry[]): string | null => {
  const [first, ...more] = entries;
  return first && more.length === 0 && Object.keys(first.about).length === 0 ? first.refusal : null;
};

const outcomesOf = (key: Key, asked: readonly Asked[], body: unknown, show: Show): Outcome[] => {
  if (body === undefined) return asked.map(() => failed(vehicleNotFound()));
  const { entries, quotaLeft } = readVehicles(body);
  const refusal = forAll(entries);
  if (refusal !== null) return asked.map(() => failed(itemError(refusal)));
  return pair(key, asked, entries).map((entry, at) =>
    outcomeOf(entry, (vehicle) => ({ ...show(vehicle, asked[at]), quotaLeft })),
  );
};

/** The register answers 400 where it is asked for more than it takes at once; the same vehicles then go in smaller calls. */
const isTooMany = (error: unknown, asked: readonly Asked[]): boolean =>
  isServiceError(error) && error.details.status === 400 && asked.length > SURELY_TAKEN;

export const lookUp = async (
  session: Session,
  fiksOrgId: string | undefined,
  key: Key,
  asked: readonly Asked[],
  show: Show,
): Promise<Outcome[]> => {
  try {
    return outcomesOf(key, asked, await lookUpMany(session, fiksOrgId, key, asked), show);
  } catch (error) {
    if (!isTooMany(error, asked)) throw error;
    const middle = Math.ceil(asked.length / 2);
    const outcomes: Outcome[] = [];
    for (const half of [asked.slice(0, middle), asked.slice(middle)]) {
      // What fails for one half leaves the other its answers.
      const settled = lookUp(session, fiksOrgId, key, half, show).catch((failure: unknown) =>
        half.map(() => failed(asServiceError(failure))),
      );
      outcomes.push(...(await settled));
    }
    return outcomes;
  }
};
