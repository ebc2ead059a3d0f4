/**
 * What a caseworker needs to know of a vehicle (fact sheet kjoretoy §5, §11).
 */
import type { JsonObject } from '../operations/operation';
import { euControlOf } from './euKontroll';
import { kjoretoy, ksKjoretoy, labelOf, type Kjoretoy, type VehicleDocument } from './model';
import { showKsOwner, showOwners } from './owners';
import { protect, type Shown } from './vern';

/** What the flow's author has asked for on the node. */
export interface Settings {
  readonly includeOwner: boolean;
  readonly includeProtectedAddresses: boolean;
  /** Beside it, the vehicle as the register sends it, without what may not be shown. */
  readonly includeRaw: boolean;
}

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** All that are on it now (or were then): the ordinary one, and a personal one where there is one. */
const platesOf = ({ kjennemerke, kjoretoyId }: Kjoretoy): string[] => {
  const plates = distinct((kjennemerke ?? []).map((plate) => plate?.kjennemerke));
  return plates.length > 0 ? plates : distinct([kjoretoyId?.kjennemerke]);
};

type TechnicalData = NonNullable<
  NonNullable<NonNullable<Kjoretoy['godkjenning']>['tekniskGodkjenning']>['tekniskeData']
>;

/** By the engines, or where those say nothing by the emissions. */
const fuelOf = ({ motorOgDrivverk, miljodata }: TechnicalData): string[] => {
  const engines = (motorOgDrivverk?.motor ?? []).flatMap((engine) => engine?.drivstoff ?? []);
  const fuels = distinct(engines.map((fuel) => labelOf(fuel?.drivstoffKode)));
  if (fuels.length > 0) return fuels;
  return distinct((miljodata?.miljoOgdrivstoffGruppe ?? []).map((group) => labelOf(group?.drivstoffKodeMiljodata)));
};

/** Kilograms. */
const weightsOf = ({ vekter }: TechnicalData): JsonObject => ({
  egenvekt: vekter?.egenvekt ?? null,
  nyttelast: vekter?.nyttelast ?? null,
  tillattTotalvekt: vekter?.tillattTotalvekt ?? null,
  tillattTilhengervektMedBrems: vekter?.tillattTilhengervektMedBrems ?? null,
  tillattTilhengervektUtenBrems: vekter?.tillattTilhengervektUtenBrems ?? null,
  tillattTaklast: vekter?.tillattTaklast ?? null,
});

const shownOf = (document: VehicleDocument, { includeOwner, includeProtectedAddresses }: Settings): Shown =>
  protect(document, { owner: includeOwner, addresses: includeProtectedAddresses });

const withRaw = (vehicle: VehicleDocument, raw: boolean): JsonObject => (raw ? { raw: vehicle as JsonObject } : {});

/**
 * A vehicle of the two mirrored services.
 * @param now milliseconds since the epoch; undefined when the vehicle is as it was at another moment
 */
export const simplify = (document: VehicleDocument, settings: Settings, now: number | undefined): JsonObject => {
  const { vehicle, handleManually } = shownOf(document, settings);
  const read = kjoretoy.parse(vehicle);
  const { kjoretoyId, forstegangsregistrering, godkjenning, registrering } = read;
  const technical = godkjenning?.tekniskGodkjenning?.tekniskeData ?? {};
  const { generelt, karosseriOgLasteplan } = technical;
  const plates = platesOf(read);
  return {
    kjennemerke: kjoretoyId?.kjennemerke ?? plates[0] ?? null,
    plates,
    kuid: kjoretoyId?.kuid ?? null,
    understellsnummer: kjoretoyId?.understellsnummer ?? null,
    merkekode: kjoretoyId?.merkekode ?? null,
    make: generelt?.merke?.[0]?.merke ?? null,
    model: generelt?.handelsbetegnelse?.[0] ?? generelt?.typebetegnelse ?? null,
    colour: labelOf(karosseriOgLasteplan?.rFarge?.[0]) ?? null,
    vehicleGroup: labelOf(godkjenning?.tekniskGodkjenning?.kjoretoyklassifisering?.tekniskKode) ?? null,
    vehicleStatus: registrering?.registreringsstatus?.kodeVerdi ?? null,
    firstRegistered:
      forstegangsregistrering?.registrertForstegangNorgeDato ??
      godkjenning?.forstegangsGodkjenning?.forstegangRegistrertDato ??
      null,
    euControl: euControlOf(read, now),
    fuel: fuelOf(technical),
    weights: weightsOf(technical),
    handleManually,
    ...(settings.includeOwner ? showOwners(read) : {}),
    ...withRaw(vehicle, settings.includeRaw),
  };
};

/** A vehicle of KS' own service, which knows less. */
export const simplifyKs = (document: VehicleDocument, settings: Settings): JsonObject => {
  const { vehicle, handleManually } = shownOf(document, settings);
  const read = ksKjoretoy.parse(vehicle);
  return {
    kjennemerke: read.kjennemerke ?? null,
    make: read.tekniskeData?.merke ?? null,
    model: read.tekniskeData?.modell ?? null,
    vehicleGroup: read.tekniskeData?.gruppe ?? null,
    vehicleStatus: read.registrering?.status ?? null,
    firstRegistered: read.forstegangsregistrering ?? null,
    fuel: distinct(read.tekniskeData?.drivstoff ?? []),
    // This service says nothing of protection, and silence is no answer.
    handleManually: handleManually || null,
    ...(settings.includeOwner ? showKsOwner(read) : {}),
    ...withRaw(vehicle, settings.includeRaw),
  };
};
