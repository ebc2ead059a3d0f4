/**
 * Why the register gives no vehicle, in plain words (fact sheet kjoretoy §4.4). The codes are an open set.
 */
import { ServiceError, type ErrorCode } from '../http/serviceError';
import { isCode } from './untyped';

interface Sentence {
  readonly code: ErrorCode;
  readonly message: string;
  readonly action: string;
  readonly field?: string;
}

const NOT_FOUND: Sentence = {
  code: 'ERR_VEHICLE_NOT_FOUND',
  message: 'The vehicle register knows no such vehicle, or none that had that plate at that moment.',
  action:
    'Check it in the source of this line. A plate can have moved to another vehicle: give the moment it was seen, or look up by kuid.',
};

const WITHHELD: Sentence = {
  code: 'ERR_VEHICLE_WITHHELD',
  message: 'The vehicle register does not give out information about this vehicle, or not for that moment.',
  action: 'Handle this case manually; the register does not say why.',
};

const INVALID: Sentence = {
  code: 'ERR_INVALID_IDENTIFIER',
  message: 'The vehicle register does not accept it as a plate or a number of a vehicle.',
  action: 'Correct it in the source of this line.',
};

const INVALID_MOMENT: Sentence = {
  code: 'ERR_INVALID_INPUT',
  message: 'The vehicle register does not accept the moment that was asked about.',
  action: 'Give a moment that has been, such as 2026-11-20T10:00.',
  field: 'dtg',
};

const NO_ACCESS: Sentence = {
  code: 'ERR_FORBIDDEN',
  message: 'The vehicle register says that this may not be seen.',
  action: 'Ask KS which data of the vehicle register your organisation has access to.',
};

const FAILED: Sentence = {
  code: 'ERR_SERVICE_FAILURE',
  message: 'The vehicle register, or a system behind it, failed for this vehicle.',
  action: 'Run it again later; if it goes on, contact api-kjoretoy@vegvesen.no.',
};

const OTHER: Sentence = {
  code: 'ERR_REFUSED',
  message: 'The vehicle register gave no answer about this vehicle, for a reason these nodes do not know.',
  action: 'Look at the code of the service; if it tells you nothing, contact api-kjoretoy@vegvesen.no.',
};

const SENTENCES: Readonly<Record<string, Sentence>> = {
  OPPLYSNINGER_UTILGJENGELIG: WITHHELD,
  KJENNEMERKE_UKJENT: NOT_FOUND,
  KJENNEMERKE_IKKE_FUNNET: NOT_FOUND,
  KJORETOY_IKKE_REG: NOT_FOUND,
  KUID_UKJENT: NOT_FOUND,
  UNDERSTELLSNUMMER_UKJENT: NOT_FOUND,
  UGYLDIG_KJENNEMERKE: INVALID,
  KJENNEMERKE_UGYLDIG: INVALID,
  UGYLDIG_KUID: INVALID,
  UGYLDIG_UNDERSTELLSNUMMER: INVALID,
  UGYLDIG_DTG: INVALID_MOMENT,
  INGEN_TILGANG: NO_ACCESS,
  MANGLENDE_TILGANG: NO_ACCESS,
  TEKNISK_FEIL: FAILED,
  TJENESTE_IKKE_TILGJENGELIG: FAILED,
  PKK_INFORMASJON_IKKE_TILGJENGELIG: FAILED,
};

const errorFrom = ({ code, message, action, field }: Sentence, serviceCode?: string): ServiceError =>
  new ServiceError(code, message, action, { service: 'kjoretoyregister', serviceCode, field });

/** @param refusal the register's own code */
export const itemError = (refusal: string): ServiceError =>
  errorFrom(SENTENCES[refusal] ?? OTHER, isCode(refusal) ? refusal : undefined);

export const vehicleNotFound = (): ServiceError => errorFrom(NOT_FOUND);

export const unreadable = (): ServiceError =>
  errorFrom({
    code: 'ERR_UNEXPECTED_ANSWER',
    message: 'The vehicle register answered in a shape these nodes do not know.',
    action: 'Report it with the version of the package; the service may have changed.',
  });

export const untied = (): ServiceError =>
  errorFrom({
    code: 'ERR_UNEXPECTED_ANSWER',
    message: 'The vehicle register gave no answer that could be tied to this vehicle with certainty.',
    action: 'Look it up alone; if that does not help, report it with the version of the package.',
  });
