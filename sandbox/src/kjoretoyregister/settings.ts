/** Switches for what no source settles about Kjøretøyregisteret, each with a default and both behaviours. */
export interface VehicleSettings {
  /** How look-ups of vehicles are wrapped: as the register's next version does, or as its searches in this version do. */
  bulkEnvelope: 'v3' | 'v2';
  vehicleBulkLimit: number;
  /** Vehicles the register still gives out today, counted down by look-ups; null for no quota. */
  vehicleQuota: number | null;
  /** Owners of vehicles come with their fødselsnummer, which depends on the caller's rights in the register. */
  vehicleOwnerNumbers: boolean;
  /** Which searches KS' own user may make at the register: only that by the owner's name is documented as an example. */
  vehicleSearches: 'all' | 'ownerName';
  /** Rows of a search that names no `antall`. */
  vehicleRows: number;
  /** Rows above which `antall` is cut down, without a word. */
  vehicleMostRows: number;
  /** Whether something is so no more at its `tilTidspunkt`, or still is; what follows it begins then, or just after. */
  vehiclePeriodEnd: 'exclusive' | 'inclusive';
  /** A `dtg` that lies ahead: answered as now, or as malformed. */
  vehicleFutureMoment: 'now' | 'refused';
  /** The error of a `dtg` before the first owner: that nothing is given out, or that nobody has the plate or kuid. */
  vehicleBeforeFirstOwner: 'unavailable' | 'unknown';
  /** A `%2F` of a chassis number in the path: passed on by Fiks, or turned away. */
  vehicleSlashInPath: 'accepted' | 'refused';
  /** How the register spells the name of its trace id. */
  vehicleTraceName: 'svvguid' | 'Svvguid';
  /** The scrapped and the exported in KS' own interface. */
  ksGoneVehicles: 'leftOut' | 'included';
  /** Vehicles in KS' own interface that the one asked for shares or leases. */
  ksSharedVehicles: 'included' | 'leftOut';
  /** What KS' own interface answers when it finds no vehicle. */
  ksNoVehicles: 'empty' | 'notFound';
}

export const vehicleDefaults: Readonly<VehicleSettings> = {
  bulkEnvelope: 'v3',
  vehicleBulkLimit: 1000,
  vehicleQuota: null,
  vehicleOwnerNumbers: true,
  vehicleSearches: 'all',
  vehicleRows: 50,
  vehicleMostRows: 100,
  vehiclePeriodEnd: 'exclusive',
  vehicleFutureMoment: 'now',
  vehicleBeforeFirstOwner: 'unavailable',
  vehicleSlashInPath: 'accepted',
  vehicleTraceName: 'svvguid',
  ksGoneVehicles: 'leftOut',
  ksSharedVehicles: 'included',
  ksNoVehicles: 'empty',
};

export const vehicleSettingsSchema = {
  bulkEnvelope: { enum: ['v3', 'v2'] },
  vehicleBulkLimit: { type: 'integer', minimum: 1, maximum: 10_000 },
  vehicleQuota: { type: ['integer', 'null'], minimum: 0 },
  vehicleOwnerNumbers: { type: 'boolean' },
  vehicleSearches: { enum: ['all', 'ownerName'] },
  vehicleRows: { type: 'integer', minimum: 1, maximum: 10_000 },
  vehicleMostRows: { type: 'integer', minimum: 1, maximum: 10_000 },
  vehiclePeriodEnd: { enum: ['exclusive', 'inclusive'] },
  vehicleFutureMoment: { enum: ['now', 'refused'] },
  vehicleBeforeFirstOwner: { enum: ['unavailable', 'unknown'] },
  vehicleSlashInPath: { enum: ['accepted', 'refused'] },
  vehicleTraceName: { enum: ['svvguid', 'Svvguid'] },
  ksGoneVehicles: { enum: ['leftOut', 'included'] },
  ksSharedVehicles: { enum: ['included', 'leftOut'] },
  ksNoVehicles: { enum: ['empty', 'notFound'] },
} as const satisfies Record<keyof VehicleSettings, object>;
