/**
 * The protection of owners, failing closed at every exit (fact sheet kjoretoy §5, §8). The register grades no address, so by
 * the rule of Folkeregisteret (a missing grade protects) each counts as protected. Works on the document as it came.
 */
import type { VehicleDocument } from './model';
import { isFields } from './untyped';

/** What of the owners the flow's author has asked for on the node. */
interface Wanted {
  readonly owner: boolean;
  /** Protected addresses too; counts only where the owner is asked for. */
  readonly addresses: boolean;
}

export interface Shown {
  /** The vehicle without anything that may not be shown. */
  readonly vehicle: VehicleDocument;
  /** A person must look at this case: an owner or the vehicle is exempt from public disclosure. */
  readonly handleManually: boolean;
}

/** Parts of a vehicle that say nothing about people; a part that is new to us is not among them. */
const ABOUT_VEHICLE = new Set([
  'kjoretoyId',
  'forstegangsregistrering',
  'kjennemerke',
  'registrering',
  'godkjenning',
  'periodiskKjoretoyKontroll',
  'tekniskeData',
]);

/** What is known of an owner besides who it is and where to find them; `fra` is KS' own service's. */
const ABOUT_OWNER = new Set(['fomTidspunkt', 'tilTidspunkt', 'fra', 'kundeId', 'erUverifisert']);

/** Who an owner is; `organisasjon` is KS' own service's. */
const WHO = ['person', 'enhet', 'organisasjon'];

const IDENTITY = new Set([
  'fornavn',
  'mellomnavn',
  'etternavn',
  'fodselsdato',
  'fodselsnummer',
  'organisasjonsnavn',
  'organisasjonsnummer',
]);

const EXEMPT_PERSON = 'erUnntattOffentlighet';
const EXEMPT_VEHICLE = 'unntattOffentlighet';

/** Simple values only: what has parts of its own may hold anything. */
const simple = (document: VehicleDocument, allowed: ReadonlySet<string>): VehicleDocument =>
  Object.fromEntries(
    Object.entries(document).filter(([name, value]) => allowed.has(name) && typeof value !== 'object'),
  );

/** Anything but a plain no counts as yes. */
const isExempt = (mark: unknown): boolean =>
  mark !== undefined && mark !== null && mark !== false && !(Array.isArray(mark) && mark.length === 0);

/** Whether anybody in it, or the vehicle itself, is marked as exempt from public disclosure, at whatever depth. */
export const isProtected = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]: [string, unknown]) =>
    name === EXEMPT_PERSON || name === EXEMPT_VEHICLE ? isExempt(inner) : isProtected(inner),
  );
};

/** An owner without address, address status and mark. */
export const withholdFromOwner = (owner: VehicleDocument): VehicleDocument => ({
  ...simple(owner, ABOUT_OWNER),
  ...Object.fromEntries(
    WHO.flatMap((name) => {
      const who = owner[name];
      return isFields(who) ? [[name, simple(who, IDENTITY)]] : [];
    }),
  ),
});

/** Whoever is among them: owner, co-owner, lessee, sub-unit, and what the register may come to add. */
const withholdFromOwners = (owners: VehicleDocument): VehicleDocument => ({
  ...simple(owners, new Set(['vedtakstidspunkt'])),
  ...Object.fromEntries(
    Object.entries(owners).flatMap(([name, owner]) => (isFields(owner) ? [[name, withholdFromOwner(owner)]] : [])),
  ),
});

const withholdFromVehicle = (vehicle: VehicleDocument): VehicleDocument => {
  const about = Object.fromEntries(Object.entries(vehicle).filter(([part]) => ABOUT_VEHICLE.has(part)));
  if (!isFields(about.kjoretoyId)) return about;
  const { [EXEMPT_VEHICLE]: _mark, ...identity } = about.kjoretoyId;
  return { ...about, kjoretoyId: identity };
};

export const protect = (vehicle: VehicleDocument, { owner, addresses }: Wanted): Shown => {
  const handleManually = isProtected(vehicle);
  if (owner && addresses) return { vehicle, handleManually };
  const { eierskap } = vehicle;
  const owners = owner && isFields(eierskap) ? { eierskap: withholdFromOwners(eierskap) } : {};
  return { vehicle: { ...withholdFromVehicle(vehicle), ...owners }, handleManually };
};
