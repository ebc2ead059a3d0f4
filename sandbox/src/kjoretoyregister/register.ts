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

/** Every vehicle there is from the start, in the order in which a search answers. */
export const VEHICLES: readonly Vehicle[] = [
  ...recorded,
  ...[...PRIVATE_VEHICLES, ...MUNICIPAL_VEHICLES, ...WITHHELD_VEHICLES, ...LARGE_FLEET].map(newVehicle),
];

type Groups = ReadonlyMap<string, readonly Vehicle[]>;

const grouped = (vehicles: readonly Vehicle[], keysOf: (vehicle: Vehicle) => readonly string[]): Groups => {
  const groups = new Map<string, Vehicle[]>();
  for (const vehicle of vehicles) {
    for (const key of new Set(keysOf(vehicle))) {
      const group = groups.get(key);
      if (group) group.push(vehicle);
      else groups.set(key, [vehicle]);
    }
  }
  return groups;
};

/** The vehicles of one sandbox. */
export class VehicleRegister {
  readonly #byPlate: Groups;
  readonly #byChassis: Groups;
  readonly #byKuid: ReadonlyMap<string, Vehicle>;

  constructor(readonly all: readonly Vehicle[]) {
    this.#byPlate = grouped(all, ({ tidslinje }) =>
      tidslinje.kjennemerke.map(({ kjennemerke }) => compactPlate(kjennemerke)),
    );
    this.#byChassis = grouped(all, ({ kjoretoyId }) => [kjoretoyId.understellsnummer.toUpperCase()]);
    this.#byKuid = new Map(all.map((vehicle) => [vehicle.kjoretoyId.kuid, vehicle]));
  }

  /** All that have carried the plate at some time. */
  findByPlate(compact: string): readonly Vehicle[] {
    return this.#byPlate.get(compact) ?? [];
  }

  findByKuid(kuid: string): Vehicle | undefined {
    return this.#byKuid.get(kuid);
  }

  /** A chassis number is not unique: old ones are short, and every make has its own. */
  findByChassis(understellsnummer: string): readonly Vehicle[] {
    return this.#byChassis.get(understellsnummer.trim().toUpperCase()) ?? [];
  }
}
