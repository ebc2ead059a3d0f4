import { isSoAt } from './moment.js';
import type { VehicleRegister } from './register.js';
import { ownersOf, statusOf } from './vehicleFilters.js';

/** The vehicles that are there to try something with; of a large fleet, the first. */
export const catalogue = (vehicles: VehicleRegister, today: Date) =>
  vehicles.all
    .filter(({ special }) => special !== '')
    .map((vehicle) => {
      const { kjoretoyId, tidslinje, special } = vehicle;
      const [owner] = ownersOf(vehicle, today);
      return {
        kjennemerker: tidslinje.kjennemerke.filter((plate) => isSoAt(plate, today)).map((plate) => plate.kjennemerke),
        kuid: kjoretoyId.kuid,
        understellsnummer: kjoretoyId.understellsnummer,
        status: statusOf(vehicle, today) ?? null,
        ownerKind: owner && (owner.enhet ? 'organisation' : 'person'),
        ownerNumber: owner?.enhet?.organisasjonsnummer ?? owner?.person?.fodselsnummer ?? null,
        special,
      };
    });
