/**
 * Folkeregisteret through Fiks: one function per endpoint (fact sheet folkeregister §1.1, §3.1, §3.5).
 */
import { z } from 'zod/v4';
import { isSuccess, readAnswer } from '../http/answer';
import { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';
import { chooseRole, roleNamed } from '../fiks/chooseId';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../fiks/fiksCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { bulkAnswer, bulkEntry, personDocument, type PersonDocument } from './model';

export const FOLKEREGISTER_HOSTS: ServiceHosts = {
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
  chooseRole(named, fiksCredentialOf(session));

/**
 * What the credential says the role may not see is not asked for: the register would refuse the whole request.
 * @throws ServiceError ERR_PART_NOT_ALLOWED
 */
const checkParts = (session: Session, rolleId: string, parts: readonly string[]): void => {
  const role = roleNamed(rolleId, fiksCredentialOf(session));
  if (!role || role.parts.length === 0) return;
  const refused = parts.filter((part) => !role.parts.includes(part));
  if (refused.length === 0) return;
  throw new ServiceError(
    'ERR_PART_NOT_ALLOWED',
    `The role ${role.name} may not see: ${refused.join(', ')} (so says the Fiks credential).`,
    'Ask for fewer parts or choose another role; Skatteetaten decides what a role may see, and the list is in the credential.',
    { service: 'folkeregister', field: 'parts' },
  );
};

const baseOf = (session: Session, role: string): string =>
  `${hostOf(session.maskinporten, FOLKEREGISTER_HOSTS)}/folkeregister/api/v1/${role}/v1`;

const addressOf = (
  session: Session,
  { rolleId, parts }: Ask,
  resource: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const role = roleOf(session, rolleId);
  checkParts(session, role, parts);
  const query = new URLSearchParams([...parts.map((part) => ['part', part]), ...Object.entries(more)]);
  return `${baseOf(session, role)}/personer/${resource}?${query}`;
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

/**
 * The number of the newest event, a bare number (fact sheet folkeregister §4.2). It is about nobody.
 * @throws ServiceError ERR_FORBIDDEN when the integration may not use the role
 */
export const latestEventNumber = async (session: Session, role: string): Promise<number> => {
  const response = await fiksCall(session, {
    service: 'folkeregister',
    method: 'GET',
    url: `${baseOf(session, role)}/hendelser/siste/sekvensnummer`,
    headers: {},
    timeoutMs: 10_000,
    retry: 'read',
    retryAfterUnit: 'milliseconds',
  });
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('folkeregister', z.number(), response);
};
