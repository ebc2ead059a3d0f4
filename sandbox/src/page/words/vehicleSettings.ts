import type { VehicleSettings } from '../../kjoretoyregister/settings.js';
import type { Text } from '../../setup/order.js';

/** What each switch of Kjøretøyregisteret is about. */
export const VEHICLES = {
  bulkEnvelope: { nb: 'Kjøretøy: hvordan oppslag er pakket', en: 'Vehicles: how look-ups are wrapped' },
  vehicleBulkLimit: { nb: 'Kjøretøy: flest i et oppslag', en: 'Vehicles: most in a look-up' },
  vehicleQuota: {
    nb: 'Kjøretøy: så mange gis ut i dag; tomt er uten grense',
    en: 'Vehicles: so many are given out today; empty is no limit',
  },
  vehicleOwnerNumbers: { nb: 'Kjøretøy: eiere med fødselsnummer', en: 'Vehicles: owners with their fødselsnummer' },
  vehicleSearches: { nb: 'Kjøretøy: hvilke søk som er åpne', en: 'Vehicles: which searches are open' },
  vehicleRows: { nb: 'Kjøretøy: treff på en side uten antall', en: 'Vehicles: hits on a page without antall' },
  vehicleMostRows: { nb: 'Kjøretøy: flest treff på en side', en: 'Vehicles: most hits on a page' },
  vehiclePeriodEnd: { nb: 'Kjøretøy: om tilTidspunkt er med', en: 'Vehicles: whether tilTidspunkt belongs to it' },
  vehicleFutureMoment: { nb: 'Kjøretøy: et tidspunkt frem i tid', en: 'Vehicles: a moment ahead' },
  vehicleBeforeFirstOwner: {
    nb: 'Kjøretøy: et tidspunkt før den første eieren',
    en: 'Vehicles: a moment before the first owner',
  },
  vehicleSlashInPath: { nb: 'Kjøretøy: skråstrek i et understellsnummer', en: 'Vehicles: a slash in a chassis number' },
  vehicleTraceName: { nb: 'Kjøretøy: hva sporings-id-en heter', en: 'Vehicles: what the trace id is called' },
  ksGoneVehicles: { nb: 'Kjøretøy hos KS: vrakede og utførte', en: 'Vehicles at KS: the scrapped and the exported' },
  ksSharedVehicles: { nb: 'Kjøretøy hos KS: medeid og leaset', en: 'Vehicles at KS: shared and leased' },
  ksNoVehicles: { nb: 'Kjøretøy hos KS: den som ikke har noen', en: 'Vehicles at KS: who has none' },
} as const satisfies Record<keyof VehicleSettings, Text>;
