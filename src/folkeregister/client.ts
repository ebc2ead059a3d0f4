/**
 * Folkeregisteret through Fiks: one function per endpoint (fact sheet folkeregister §1.1, §3.1, §3.5).
 */
import { isSuccess, readAnswer } from '../http/answer';
import { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';
import { chooseId } from '../fiks/credential';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../fiks/fiksCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { bulkAnswer, bulkEntry, personDocument, type PersonDocument } from './model';

const HOSTS: ServiceHosts = {
  test: 'https://api.fiks.test.ks.no',
  production: 'https://api.fiks.ks.no',
  sandbox: '/fiks',
};

export interface Ask {
  readonly rolleId: string | undefined;
  /** Always sent: without parts a narrow role refuses and a wide one tells too much. */
  readonly parts: readonly string[];
}

export const roleOf = (session: Session, named: string | undefined): string =>
  chooseId(named, fiksCredentialOf(session), 'rolleId');

const addressOf = (
  session: Session,
  { rolleId, parts }: Ask,
  resource: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams([...parts.map((part) => ['part', part]), ...Object.entries(more)]);
  return `${hostOf(session.maskinporten, HOSTS)}/folkeregister/api/v1/${roleOf(session, rolleId)}/v1/personer/${resource}?${query}`;
};

const refused = (response: TransportResponse): ServiceError =>
  fiksRefusal('folkeregister', response, {
    message: 'The Folkeregister role does not allow this, or the integration has no access to the role.',
    action:
      'Check the role id, ask for fewer parts, or have the role widened or the integration granted access to it in Fiks forvaltning.',
  });

const personNotFound = (): ServiceError =>
  new ServiceError(
    'ERR_PERSON_NOT_FOUND',
    'Folkeregisteret knows no person with that number.',
    'Check the number in the source of this line.',
    {
      service: 'folkeregister',
    },
  );

const unreadable = (): ServiceError =>
  new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    'Folkeregisteret answered about this person in a shape these nodes do not know.',
    'Report it with the version of the package; the service may have changed.',
    { service: 'folkeregister' },
  );

/** @throws ServiceError ERR_PERSON_NOT_FOUND and the errors of a Fiks call */
export const getPerson = async (session: Session, ask: Ask, foedselsnummer: string): Promise<PersonDocument> => {
  const response = await fiksCall(session, {
    service: 'folkeregister',
    method: 'GET',
    url: addressOf(session, ask, encodeURIComponent(foedselsnummer)),
    headers: {},
    timeoutMs: 10_000,
    retry: 'read',
    retryAfterUnit: 'milliseconds',
  });
  if (response.status === 404) throw personNotFound();
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('folkeregister', personDocument, response);
};

const personIn = (person: unknown): PersonDocument | ServiceError => {
  if (person === undefined) return personNotFound();
  const read = personDocument.safeParse(person);
  return read.success ? read.data : unreadable();
};

/**
 * Ties the answers of a look-up of many to the numbers asked for, by number alone: a wrong tie is a letter to the wrong
 * person. One that stands under another number, as a replaced one may, is left out and asked for alone.
 */
const join = (numbers: readonly string[], oppslag: readonly unknown[]): Map<string, PersonDocument | ServiceError> => {
  const asked = new Set(numbers);
  const found = new Map<string, PersonDocument | ServiceError>();
  for (const given of oppslag) {
    const entry = bulkEntry.safeParse(given).data;
    const number = entry?.foedselsEllerDNummer;
    if (entry && number !== undefined && asked.has(number)) found.set(number, personIn(entry.folkeregisterperson));
  }
  return found;
};

export const BULK_LIMIT = 1000;

/**
 * Up to 1000 persons by number; with `somBestilt` the register answers for every number, in the order asked.
 * @returns by the number asked for: the person, or the error where the register says that it has none. A number is
 * absent where no answer stands under it.
 */
export const getPersons = async (
  session: Session,
  ask: Ask,
  numbers: readonly string[],
): Promise<Map<string, PersonDocument | ServiceError>> => {
  const response = await fiksCall(session, {
    service: 'folkeregister',
    method: 'POST',
    url: addressOf(session, ask, 'bulkoppslag', { somBestilt: 'true' }),
    // Without it the register reads the body as XML.
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ foedselsEllerDNummer: numbers }),
    timeoutMs: 60_000,
    retry: 'read',
    retryAfterUnit: 'milliseconds',
  });
  if (!isSuccess(response)) throw refused(response);
  const { oppslag } = readAnswer('folkeregister', bulkAnswer, response);
  return join(numbers, oppslag);
};
