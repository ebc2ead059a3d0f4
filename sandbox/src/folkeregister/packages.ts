import {
  PARTS_FOR_EID,
  PARTS_WITH_LEGAL_BASIS,
  PARTS_WITHOUT_LEGAL_BASIS,
  withoutNumber,
  type PartCatalog,
} from './parts.js';

/** What the register gives one kind of customer. */
export interface RightsPackage {
  /** Below `/folkeregisteret`, before the version. */
  readonly path: string;
  readonly scope: string;
  readonly legalBasis: boolean;
  readonly catalog: PartCatalog;
  /** The number follows every answer, asked for or not. */
  readonly alwaysNumber: boolean;
  /** Graded addresses and the protection itself are delivered. */
  readonly protectedAddresses: boolean;
  /** Events say what they are about; otherwise all are called `endringIPerson`. */
  readonly eventTypes: boolean;
  /** Each package counts its events in numbers of its own. */
  readonly sequenceOffset: number;
}

const scope = (name: string): string => `folkeregister:deling/${name}`;

export const WITH_LEGAL_BASIS: RightsPackage = {
  path: 'offentlig-med-hjemmel/api',
  scope: scope('offentligmedhjemmel'),
  legalBasis: true,
  catalog: PARTS_WITH_LEGAL_BASIS,
  alwaysNumber: true,
  protectedAddresses: true,
  eventTypes: true,
  sequenceOffset: 0,
};

export const WITHOUT_LEGAL_BASIS: RightsPackage = {
  ...WITH_LEGAL_BASIS,
  path: 'api/offentligutenhjemmel',
  scope: scope('offentligutenhjemmel'),
  legalBasis: false,
  catalog: PARTS_WITHOUT_LEGAL_BASIS,
  sequenceOffset: 100_000,
};

const privatePackage = (name: string, sequenceOffset: number): RightsPackage => ({
  ...WITHOUT_LEGAL_BASIS,
  path: `api/${name}`,
  scope: scope(name),
  alwaysNumber: false,
  protectedAddresses: false,
  eventTypes: false,
  sequenceOffset,
});

const withoutIdentifier = (pack: RightsPackage): RightsPackage => ({ ...pack, catalog: withoutNumber(pack.catalog) });

export const PACKAGES: readonly RightsPackage[] = [
  WITH_LEGAL_BASIS,
  WITHOUT_LEGAL_BASIS,
  privatePackage('privatutenhjemmel', 200_000),
  privatePackage('privat', 300_000),
  withoutIdentifier(privatePackage('privatutenfolkeregisteridentifikator', 400_000)),
  { ...privatePackage('finans', 500_000), alwaysNumber: true },
  privatePackage('presse', 600_000),
  withoutIdentifier(privatePackage('presseutenfolkeregisteridentifikator', 700_000)),
  {
    ...privatePackage('eid', 800_000),
    scope: scope('utstedereid'),
    catalog: PARTS_FOR_EID,
    alwaysNumber: true,
  },
];

/** What is open to a caller: a package, or what a Fiks role leaves of one. */
export interface Opening {
  readonly pack: RightsPackage;
  readonly allowedParts: ReadonlySet<string>;
  readonly history: boolean;
  readonly bulk: boolean;
}

export interface Access extends Opening {
  /** Organisation number of the caller. */
  readonly organisation: string;
  readonly throughFiks: boolean;
}

export const wholePackage = (pack: RightsPackage): Opening => ({
  pack,
  allowedParts: pack.catalog.parts,
  history: true,
  bulk: true,
});
