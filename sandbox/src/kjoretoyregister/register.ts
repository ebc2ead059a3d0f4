import file from '../data/vehicles.json' with { type: 'json' };
import { LARGE_FLEET, MUNICIPAL_VEHICLES } from './fleets.js';
import { newVehicle } from './newVehicle.js';
import { compactPlate } from './plates.js';
import type { Kontroll, Vehicle } from './vehicle.js';
import { PRIVATE_VEHICLES, WITHHELD_VEHICLES } from './vehicles.js';

interface RecordedVehicle {
  readonly note: string;
  readonly kjoretoy: Pick<Vehicle, 'kjoretoyId' | 'forstegangsregistrering' | 'godkjenning'> & {
    readonly periodiskKjoretoyKontroll: { readonly kontrollfrist?: string; readonly sistGodkjent?: string };
  };
  readonly tidslinje: Vehicle['tidslinje'];
}

const MILLISECONDS_PER_DAY = 86_400_000;

const daysFromReference = (date: string): number =>
  (Date.parse(date) - Date.parse(file._meta.referenceDate)) / MILLISECONDS_PER_DAY;

const kontrollOf = ({
  kontrollfrist,
  sistGodkjent,
}: RecordedVehicle['kjoretoy']['periodiskKjoretoyKontroll']): Kontroll => ({
  ...(kontrollfrist !== undefined && { dueInDays: daysFromReference(kontrollfrist) }),
  ...(sistGodkjent !== undefined && { approvedInDays: daysFromReference(sistGodkjent) }),
});

const recorded = (file.vehicles as unknown as readonly RecordedVehicle[]).map(
  ({ note, kjoretoy: { periodiskKjoretoyKontroll, ...kjoretoy }, tidslinje }): Vehicle => ({
    special: note,
    withheld: false,
    ...kjoretoy,
    kontroll: kontrollOf(periodiskKjoretoyKontroll),
    tidslinje,
  }),
);

/** In the order in which a search answers. */
export const VEHICLES: readonly Vehicle[] = [
  ...recorded,
  ...[...PRIVATE_VEHICLES, ...MUNICIPAL_VEHICLES, ...WITHHELD_VEHICLES, ...LARGE_FLEET].map(newVehicle),
];

const grouped = (keysOf: (vehicle: Vehicle) => readonly string[]): ReadonlyMap<string, readonly Vehicle[]> => {
  const groups = new Map<string, Vehicle[]>();
  for (const vehicle of VEHICLES) {
    for (const key of new Set(keysOf(vehicle))) groups.set(key, [...(groups.get(key) ?? []), vehicle]);
  }
  return groups;
};

const byPlate = grouped(({ tidslinje }) => tidslinje.kjennemerke.map(({ kjennemerke }) => compactPlate(kjennemerke)));
const byKuid = new Map(VEHICLES.map((vehicle) => [vehicle.kjoretoyId.kuid, vehicle]));
const byChassis = grouped(({ kjoretoyId }) => [kjoretoyId.understellsnummer.toUpperCase()]);

/** All that have carried the plate at some time. */
export const findByPlate = (compact: string): readonly Vehicle[] => byPlate.get(compact) ?? [];

export const findByKuid = (kuid: string): Vehicle | undefined => byKuid.get(kuid);

/** A chassis number is not unique: old ones are short, and every make has its own. */
export const findByChassis = (understellsnummer: string): readonly Vehicle[] =>
  byChassis.get(understellsnummer.trim().toUpperCase()) ?? [];
