import { isSoAt } from './moment.js';
import type { SearchParameters } from './parameters.js';
import { partyFilter } from './partyFilters.js';
import { compactPlate } from './plates.js';
import type { PersonEnhet, Vehicle } from './vehicle.js';
import { isExempt } from './view.js';

const GONE_FOR_GOOD = new Set(['VRAKET', 'UTFORT']);

export const statusOf = ({ tidslinje }: Vehicle, today: Date): string | undefined =>
  tidslinje.registrering.find((entry) => isSoAt(entry, today))?.registreringsstatus.kodeVerdi;

export const isGoneForGood = (vehicle: Vehicle, today: Date): boolean =>
  GONE_FOR_GOOD.has(statusOf(vehicle, today) ?? '');

/** Whom an owner search finds a vehicle by: today's owner, co-owner and lessee, where they are not held back. */
export const ownersOf = (vehicle: Vehicle, today: Date): readonly PersonEnhet[] => {
  if (isExempt(vehicle, 'ownership')) return [];
  const current = vehicle.tidslinje.eierskap.find(({ eier }) => isSoAt(eier, today));
  return [current?.eier, current?.medeier, current?.leasingtaker].filter((party) => party !== undefined);
};

/** A pattern with a joker as a regular expression of the whole text. */
const matcher = (pattern: string, joker: string, meaning: string): RegExp =>
  new RegExp(`^${pattern.split(joker).map(literally).join(meaning)}$`);

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

type VehicleFilter = (wanted: string, today: Date) => (vehicle: Vehicle) => boolean;

/** What each parameter of a search asks of the vehicle itself. */
const FILTERS: Readonly<Record<string, VehicleFilter>> = {
  kjennemerke: (wanted, today) => {
    const pattern = matcher(compactPlate(wanted), '?', '.');
    return ({ tidslinje }) =>
      tidslinje.kjennemerke.some((plate) => isSoAt(plate, today) && pattern.test(compactPlate(plate.kjennemerke)));
  },
  understellsnummer: (wanted) => {
    const pattern = matcher(wanted.trim().toUpperCase(), '*', '.*');
    return ({ kjoretoyId }) => pattern.test(kjoretoyId.understellsnummer.toUpperCase());
  },
  merkekode:
    (wanted) =>
    ({ kjoretoyId }) =>
      kjoretoyId.merkekode === wanted,
  ekskluderVraketUtfort: (wanted, today) => (vehicle) => wanted === 'false' || !isGoneForGood(vehicle, today),
};

export const vehicleFilter = (parameters: SearchParameters, today: Date): ((vehicle: Vehicle) => boolean) => {
  const ofOwner = partyFilter(parameters);
  const asked = Object.entries(parameters).flatMap(([name, wanted]) => FILTERS[name]?.(wanted, today) ?? []);
  return (vehicle) =>
    asked.every((filter) => filter(vehicle)) && (!ofOwner || ownersOf(vehicle, today).some((party) => ofOwner(party)));
};
