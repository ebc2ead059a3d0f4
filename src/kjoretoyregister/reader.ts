/**
 * Reads every envelope in which vehicles are known or likely to come (fact sheet kjoretoy §4.1, §4.3): a list at the top or
 * under one of three names, or a single object; the vehicle under one of two names, or bare.
 */
import { unreadable } from './itemErrors';
import type { VehicleDocument } from './model';
import { codesIn, fieldsOf, isFields, listIn, numberIn, type Fields } from './untyped';

const LISTS = ['responser', 'kjoretoyresponser', 'kjoretoydataListe'];
const VEHICLES = ['kjoretoydata', 'kjoretoy'];

export interface Entry {
  /** What it says it is about, as it echoes the question; empty where it does not say. */
  readonly about: Fields;
  readonly vehicle: VehicleDocument | null;
  /** The register's own word for why there is no vehicle; null when it gives none. */
  readonly refusal: string | null;
}

interface VehicleAnswer {
  readonly entries: readonly Entry[];
  /** All hits of a search, of which the entries may be a part. */
  readonly total?: number;
  /** Codes about the answer as a whole, such as that a system behind the register did not answer. */
  readonly codes: readonly string[];
  /** Vehicles that may still be asked for today; null when the register does not tell. */
  readonly quotaLeft: number | null;
}

const vehicleIn = (element: Fields): VehicleDocument | null => {
  const named = VEHICLES.map((name) => element[name]).find(isFields);
  return named ?? (isFields(element.kjoretoyId) ? element : null);
};

const refusalIn = (element: Fields, vehicle: VehicleDocument | null): string | null => {
  if (typeof element.feilmelding === 'string' && element.feilmelding !== '') return element.feilmelding;
  const [code] = codesIn(element);
  return code !== undefined && !vehicle ? code : null;
};

const aboutOf = (element: Fields): Fields =>
  [element.request, ...listIn(element, 'responskoder'), element]
    .map(fieldsOf)
    .find(({ kjennemerke, kuid }) => typeof kjennemerke === 'string' || typeof kuid === 'string') ?? {};

const entryOf = (element: Fields): Entry => {
  const found = vehicleIn(element);
  const refusal = refusalIn(element, found);
  // What the register has refused is not shown, whatever stands beside the refusal.
  return { about: aboutOf(element), vehicle: refusal === null ? found : null, refusal };
};

/** An element about one question may hold several vehicles, each of which may fail by itself. */
const entriesOf = (element: Fields): Entry[] => {
  const whole = entryOf(element);
  if (!Array.isArray(element.kjoretoydataListe) || whole.refusal !== null) return [whole];
  return listIn(element, 'kjoretoydataListe').map((one) => ({ ...entryOf(one), about: whole.about }));
};

const says = ({ vehicle, refusal }: Entry): boolean => vehicle !== null || refusal !== null;

/** That there is nothing must be said; what says nothing may be anything. */
const entriesIn = (body: unknown): Entry[] => {
  if (body === undefined) return [];
  const list = Array.isArray(body) ? body : LISTS.map((name) => fieldsOf(body)[name]).find(Array.isArray);
  const entries = list ? list.map(fieldsOf).flatMap(entriesOf) : entriesOf(fieldsOf(body)).filter(says);
  const isNothing = (list !== undefined && entries.length === 0) || numberIn(body, 'antallTreffTotalt') === 0;
  if (!isNothing && !entries.some(says)) throw unreadable();
  return entries;
};

/**
 * @param body an answer as JSON, or undefined for one without a body (204)
 * @throws ServiceError ERR_UNEXPECTED_ANSWER when it is in none of the envelopes
 */
export const readVehicles = (body: unknown): VehicleAnswer => ({
  entries: entriesIn(body),
  total: numberIn(body, 'antallTreffTotalt'),
  codes: codesIn(body),
  quotaLeft: numberIn(body, 'gjenstaendeKvote') ?? null,
});
