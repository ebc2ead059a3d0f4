import { MODELS } from './models.js';
import type { NewVehicle } from './newVehicle.js';
import { ORGANISATION } from './parties.js';
import type { Kontroll } from './vehicle.js';

type FleetRow = readonly [
  number: number,
  kjennemerke: string,
  model: keyof typeof MODELS,
  special: string,
  kontroll: Kontroll,
  more?: Partial<NewVehicle>,
];

const HOME_CARE = { underenhet: ORGANISATION.homeCare };
const TECHNICAL = { underenhet: ORGANISATION.technicalDepartment };

/** Controls are due a number of days from the start, so that the overdue stay overdue and the near stay near. */
const MUNICIPAL_FLEET: readonly FleetRow[] = [
  [301, 'SK 00301', 'van', 'control overdue by 200 days', { dueInDays: -200, approvedInDays: -930 }, TECHNICAL],
  [302, 'SK 00302', 'car', 'control overdue by 45 days', { dueInDays: -45, approvedInDays: -775 }, HOME_CARE],
  [303, 'SK 00303', 'car', 'control overdue by one day', { dueInDays: -1, approvedInDays: -731 }, HOME_CARE],
  [304, 'SK 00304', 'car', 'control due today', { dueInDays: 0, approvedInDays: -730 }, HOME_CARE],
  [305, 'EL 00305', 'electricCar', 'control due in 14 days', { dueInDays: 14 }, HOME_CARE],
  [306, 'SK 00306', 'van', 'control due in 59 days', { dueInDays: 59, approvedInDays: -671 }, TECHNICAL],
  [307, 'SK 00307', 'van', 'control due in 61 days', { dueInDays: 61, approvedInDays: -669 }, TECHNICAL],
  [308, 'EL 00308', 'electricCar', 'control due in two years', { dueInDays: 730, approvedInDays: -2 }, HOME_CARE],
  [309, 'SK 00309', 'bus', 'control overdue by 10 days', { dueInDays: -10, approvedInDays: -375 }],
  [310, 'SK 0310', 'trailer', 'no periodic control', {}, TECHNICAL],
  [
    311,
    'SK 00311',
    'van',
    'deregistered: its control has passed, and it is not overdue',
    { dueInDays: -400, approvedInDays: -1130 },
    { ...TECHNICAL, later: { status: 'AVREGISTRERT', at: '2025-08-19T12:12:12.12+02:00' } },
  ],
  [
    312,
    'SK 00312',
    'car',
    'scrapped',
    { dueInDays: -800 },
    { later: { status: 'VRAKET', at: '2024-12-24T10:00:00+01:00' } },
  ],
  [
    313,
    'EL 00313',
    'electricCar',
    'leased by the municipality',
    { dueInDays: 500 },
    { eier: ORGANISATION.leasingCompany, leasingtaker: ORGANISATION.municipality },
  ],
];

export const MUNICIPAL_VEHICLES: readonly NewVehicle[] = MUNICIPAL_FLEET.map(
  ([number, kjennemerke, model, special, kontroll, more]) => ({
    number,
    special: `municipal fleet: ${special}`,
    model: MODELS[model],
    since: '2019-04-01T07:00:00+02:00',
    eier: ORGANISATION.municipality,
    plates: [{ kjennemerke, type: model === 'van' ? 'van' : 'ordinary' }],
    kontroll,
    ...more,
  }),
);

const LARGE_FLEET_SIZE = 1000;
const FIRST_OF_LARGE_FLEET = 1001;

/**
 * Many vehicles of one company, for paging and for calls with many plates: SF 01001, SF 01002 and on. Every other is a van
 * (chassis numbers STORVAN...), the rest are cars (STORBIL...).
 */
export const LARGE_FLEET: readonly NewVehicle[] = Array.from({ length: LARGE_FLEET_SIZE }, (_, at) => {
  const number = FIRST_OF_LARGE_FLEET + at;
  const isVan = at % 2 === 1;
  return {
    number,
    special: at === 0 ? `the first of ${LARGE_FLEET_SIZE} of one company: SF 01001, SF 01002 and on` : '',
    model: isVan ? MODELS.van : MODELS.car,
    since: '2022-01-03T06:00:00+01:00',
    eier: ORGANISATION.largeFleet,
    plates: [{ kjennemerke: `SF ${String(number).padStart(5, '0')}`, type: isVan ? 'van' : 'ordinary' }],
    understellsnummer: `${isVan ? 'STORVAN' : 'STORBIL'}${String(number).padStart(10, '0')}`,
    kontroll: { dueInDays: 250 },
  };
});
