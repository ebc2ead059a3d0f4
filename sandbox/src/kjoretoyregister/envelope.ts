import type { Settings } from '../settings.js';
import { ITEM_ERRORS, type ItemError, type Outcome } from './lookUp.js';

/**
 * How the answers of the exact look-ups are wrapped. No document shows it for this version of the register: `v3` is what its
 * next version answers, `v2` what the searches of this version suggest.
 */
export type EnvelopeForm = Settings['bulkEnvelope'];

export interface Answered {
  /** The item of the request, as it came. */
  readonly request: object;
  readonly outcome: Outcome;
}

export const responskode = (kode: ItemError) => ({ kode, beskrivelse: ITEM_ERRORS[kode] });

/** A vehicle, or the reason why there is none, among the hits of a search. */
export const kjoretoyrespons = (outcome: Outcome) =>
  'feil' in outcome ? { responskoder: [responskode(outcome.feil)] } : { ...outcome, responskoder: [] };

const vehicleOrError = (outcome: Outcome) =>
  'feil' in outcome ? { feilmelding: outcome.feil } : { kjoretoydata: outcome.kjoretoy };

const quota = (left: number | null) => (left === null ? {} : { gjenstaendeKvote: left });

export const bulkEnvelope = (form: EnvelopeForm, answered: readonly Answered[], quotaLeft: number | null): object =>
  form === 'v3'
    ? {
        ...quota(quotaLeft),
        responser: answered.map(({ request, outcome }) => ({ request, ...vehicleOrError(outcome) })),
      }
    : { responskoder: [], kjoretoyresponser: answered.map(({ outcome }) => kjoretoyrespons(outcome)) };

/** What a call with too many items gets: the ordinary answer without anything in it. */
export const tooManyEnvelope = (form: EnvelopeForm, quotaLeft: number | null): object =>
  form === 'v3'
    ? bulkEnvelope(form, [], quotaLeft)
    : {
        responskoder: [{ kode: 'FOR_MANGE_ELEMENTER', beskrivelse: 'Antall elementer overstiger maks antall' }],
        kjoretoyresponser: [],
      };

/** A chassis number may be that of several vehicles, and each may fail by itself. Without any, `v2` has no body. */
export const chassisEnvelope = (
  form: EnvelopeForm,
  understellsnummer: string,
  outcomes: readonly Outcome[],
  quotaLeft: number | null,
): object | undefined => {
  if (form === 'v3') {
    const unknown = { feilmelding: 'UNDERSTELLSNUMMER_UKJENT' satisfies ItemError };
    return {
      ...quota(quotaLeft),
      responser: [
        {
          request: { understellsnummer },
          ...(outcomes.length === 0 && unknown),
          kjoretoydataListe: outcomes.map(vehicleOrError),
        },
      ],
    };
  }
  return outcomes.length === 0 ? undefined : hitList(outcomes, outcomes.length);
};

/** One page of a search. */
export const hitList = (outcomes: readonly Outcome[], total: number): object => ({
  responskoder: [],
  antallITreffliste: outcomes.length,
  antallTreffTotalt: total,
  kjoretoyresponser: outcomes.map(kjoretoyrespons),
});
