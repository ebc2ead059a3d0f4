/**
 * Searches and lists of vehicles, from the register's pages to what a flow gets.
 */
import { readAs } from '../http/answer';
import type { JsonObject } from '../operations/operation';
import type { Session } from '../session';
import {
  lookUpUnderstellsnummer,
  searchVehicles,
  vehiclesOfOrganisation,
  vehiclesOfPerson,
  type Query,
  type SearchResource,
} from './client';
import { itemError, vehicleNotFound } from './itemErrors';
import { identity, ksAnswer, ksKjoretoy, type VehicleDocument } from './model';
import { collect, MOST } from './paging';
import { readVehicles, type Entry } from './reader';
import { simplify, simplifyKs, type Settings } from './simplify';
import { isCode } from './untyped';

export interface Listing extends Settings {
  readonly fiksOrgId: string | undefined;
}

interface Paged extends Listing {
  readonly returnAll: boolean;
  readonly limit: number;
}

const mostOf = ({ returnAll, limit }: Paged): number => (returnAll ? MOST : Math.floor(limit));

/** `unavailable` counts hits the register says nothing more about; `responskoder` are its codes, about them or the whole. */
const listOf = (
  session: Session,
  settings: Settings,
  entries: readonly Entry[],
  codes: Iterable<string>,
): JsonObject => ({
  vehicles: entries.flatMap(({ vehicle }) => (vehicle ? [simplify(vehicle, settings, session.ports.now())] : [])),
  unavailable: entries.filter(({ vehicle }) => vehicle === null).length,
  responskoder: [...new Set([...codes, ...entries.map(({ refusal }) => refusal)])].filter(isCode),
});

const kuidOf = ({ vehicle }: Entry): string | undefined => identity.parse(vehicle ?? {}).kjoretoyId?.kuid;

/** @throws ServiceError where the register gives codes and no hit: not knowing is not the same as nothing */
export const search = async (
  session: Session,
  settings: Paged,
  resource: SearchResource,
  query: Query,
): Promise<JsonObject> => {
  const codes = new Set<string>();
  const { rows, total } = await collect(
    async (received, wanted) => {
      const page = { ...query, fra: received + 1, antall: wanted };
      const answer = readVehicles(await searchVehicles(session, settings.fiksOrgId, resource, page));
      for (const code of answer.codes) codes.add(code);
      return { rows: answer.entries, total: answer.total };
    },
    mostOf(settings),
    kuidOf,
  );
  const [code] = codes;
  if (code !== undefined && rows.every(({ vehicle }) => vehicle === null)) throw itemError(code);
  return { ...listOf(session, settings, rows, codes), total };
};

/** @throws ServiceError ERR_VEHICLE_NOT_FOUND, or what the register says where no vehicle may be shown */
export const findByUnderstellsnummer = async (
  session: Session,
  settings: Listing,
  understellsnummer: string,
): Promise<JsonObject> => {
  const { entries, codes } = readVehicles(
    await lookUpUnderstellsnummer(session, settings.fiksOrgId, understellsnummer),
  );
  if (entries.every(({ vehicle }) => vehicle === null)) {
    const refusal = entries.find((entry) => entry.refusal !== null)?.refusal ?? codes[0];
    throw refusal === undefined ? vehicleNotFound() : itemError(refusal);
  }
  return { ...listOf(session, settings, entries, codes), total: entries.length };
};

/** Nothing (204) is no vehicles. */
const ksVehiclesIn = (body: unknown): readonly VehicleDocument[] =>
  body === undefined ? [] : readAs('kjoretoyregister', ksAnswer, body).kjoretoy;

export const listOfPerson = async (
  session: Session,
  settings: Listing,
  foedselsnummer: string,
): Promise<JsonObject> => {
  const vehicles = ksVehiclesIn(await vehiclesOfPerson(session, settings.fiksOrgId, foedselsnummer));
  return { vehicles: vehicles.map((vehicle) => simplifyKs(vehicle, settings)), total: vehicles.length };
};

/** KS tells no total: a page that is not full is the last. */
export const listOfOrganisation = async (
  session: Session,
  settings: Paged,
  organisasjonsnummer: string,
): Promise<JsonObject> => {
  const { rows, total } = await collect(
    async (received, wanted) => {
      const page = { fra: received, antall: wanted };
      const rows = ksVehiclesIn(await vehiclesOfOrganisation(session, settings.fiksOrgId, organisasjonsnummer, page));
      return { rows, total: rows.length < wanted ? received + rows.length : undefined };
    },
    mostOf(settings),
    (vehicle) => ksKjoretoy.parse(vehicle).kjennemerke,
  );
  return { vehicles: rows.map((vehicle) => simplifyKs(vehicle, settings)), total };
};
