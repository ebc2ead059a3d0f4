import { isBeforeFirstOwner, isSoAt, readMoment } from './moment.js';
import type { Onlooker } from './onlooker.js';
import { compactPlate, isPlate } from './plates.js';
import type { Vehicle } from './vehicle.js';
import { viewOf, type Kjoretoy, type Sight } from './view.js';

/** Why an item has no vehicle, and what the register calls it in words. */
export const ITEM_ERRORS = {
  OPPLYSNINGER_UTILGJENGELIG: 'Opplysninger er ikke tilgjengelige',
  KJENNEMERKE_UKJENT: 'Ukjent kjennemerke',
  UGYLDIG_KJENNEMERKE: 'Ugyldig kjennemerke',
  UGYLDIG_DTG: 'Ugyldig dato og tid',
  KUID_UKJENT: 'Ukjent kuid',
  UNDERSTELLSNUMMER_UKJENT: 'Ukjent understellsnummer',
} as const;

export type ItemError = keyof typeof ITEM_ERRORS;

export type Outcome = { readonly kjoretoy: Kjoretoy } | { readonly feil: ItemError };

/** The plate must have been the vehicle's at that moment. */
export const lookUpPlate = (kjennemerke: string, dtg: unknown, onlooker: Onlooker): Outcome => {
  const compact = compactPlate(kjennemerke);
  if (!isPlate(compact)) return { feil: 'UGYLDIG_KJENNEMERKE' };
  const moment = readMoment(dtg, onlooker);
  if (!moment) return { feil: 'UGYLDIG_DTG' };
  const carriers = onlooker.vehicles.findByPlate(compact);
  const vehicle = carriers.find(({ tidslinje }) =>
    tidslinje.kjennemerke.some((plate) => compactPlate(plate.kjennemerke) === compact && isSoAt(plate, moment)),
  );
  if (vehicle) return show(vehicle, { ...onlooker, moment });
  const isTooEarly = carriers.length > 0 && carriers.every((carrier) => isBeforeFirstOwner(carrier, moment));
  return { feil: isTooEarly ? tooEarly(onlooker, 'KJENNEMERKE_UKJENT') : 'KJENNEMERKE_UKJENT' };
};

export const lookUpKuid = (kuid: string, dtg: unknown, onlooker: Onlooker): Outcome => {
  const moment = readMoment(dtg, onlooker);
  if (!moment) return { feil: 'UGYLDIG_DTG' };
  const vehicle = onlooker.vehicles.findByKuid(kuid);
  if (!vehicle) return { feil: 'KUID_UKJENT' };
  return isBeforeFirstOwner(vehicle, moment)
    ? { feil: tooEarly(onlooker, 'KUID_UKJENT') }
    : show(vehicle, { ...onlooker, moment });
};

export const lookUpChassis = (understellsnummer: string, onlooker: Onlooker): readonly Outcome[] =>
  onlooker.vehicles.findByChassis(understellsnummer).map((vehicle) => showToday(vehicle, onlooker));

export const showToday = (vehicle: Vehicle, onlooker: Onlooker): Outcome =>
  show(vehicle, { ...onlooker, moment: onlooker.today });

const tooEarly = ({ settings }: Onlooker, unknown: ItemError): ItemError =>
  settings.vehicleBeforeFirstOwner === 'unknown' ? unknown : 'OPPLYSNINGER_UTILGJENGELIG';

const show = (vehicle: Vehicle, sight: Sight): Outcome =>
  vehicle.withheld || isBeforeFirstOwner(vehicle, sight.moment)
    ? { feil: 'OPPLYSNINGER_UTILGJENGELIG' }
    : { kjoretoy: viewOf(vehicle, sight) };
