/**
 * The company with a thousand vehicles: for calls with many plates, and for pages.
 */

/** SF 01001 and on, all of them. */
export const FLEET_PLATES: readonly string[] = Array.from({ length: 1000 }, (_, at) => `SF 0${1001 + at}`);

/** As many, in no order; every tenth is one that nobody has. */
export const MIXED_PLATES: readonly string[] = FLEET_PLATES.map((_plate, at) => {
  const plate = FLEET_PLATES[(at * 7) % FLEET_PLATES.length]!;
  return at % 10 === 0 ? plate.replace('SF', 'ZX') : plate;
});

/** What must come of each of them: its own vehicle, or its own error. */
export const MIXED_VERDICTS: readonly string[] = MIXED_PLATES.map((plate) =>
  plate.startsWith('ZX') ? 'ERR_VEHICLE_NOT_FOUND' : plate,
);

/** Every other is a van; their chassis numbers begin alike. */
export const VAN_PATTERN = 'STORVAN*';
export const VAN_PLATES: readonly string[] = FLEET_PLATES.filter((_plate, at) => at % 2 === 1);
