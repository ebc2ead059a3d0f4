/**
 * KRR through Fiks Register: one person per call, by a Folkeregister role and without any scope of KRR's (fact sheets
 * krr §1 and fiks-platform §6).
 */
import { z } from 'zod/v4';
import { isSuccess, parseJson, readAnswer } from '../http/answer';
import type { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';
import { chooseRole } from '../fiks/chooseId';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../fiks/fiksCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { KRR_RETRIES, unreadable } from './client';
import { fiksPerson, personFromFiks } from './fiksModel';
import { notRegistered, type KrrPerson } from './person';

export const FIKS_REGISTER_HOSTS: ServiceHosts = {
  test: 'https://api.fiks.test.ks.no',
  production: 'https://api.fiks.ks.no',
  sandbox: '/fiks',
};

const fiksRefusalBody = z.union([z.looseObject({ errorId: z.string() }), z.looseObject({ message: z.string() })]);

/** Fiks says that nobody was found in its own words; a gateway that does not know the path does not. */
const saysNobody = (response: TransportResponse): boolean => {
  if (response.status !== 404) return false;
  return fiksRefusalBody.safeParse(parseJson(response)).success;
};

/**
 * @returns the person, or an error that concerns this person alone
 * @throws ServiceError
 */
export const getPersonThroughFiks = async (
  session: Session,
  rolleId: string | undefined,
  foedselsnummer: string,
): Promise<KrrPerson | ServiceError> => {
  const role = encodeURIComponent(chooseRole(rolleId, fiksCredentialOf(session)));
  const response = await fiksCall(session, {
    service: 'krr',
    method: 'POST',
    url: `${hostOf(session.maskinporten, FIKS_REGISTER_HOSTS)}/register/api/v1/ks/${role}/krr/person`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fnr: foedselsnummer }),
    timeoutMs: 10_000,
    ...KRR_RETRIES,
  });
  if (saysNobody(response)) return notRegistered(foedselsnummer);
  if (!isSuccess(response)) {
    throw fiksRefusal('krr', response, {
      message: 'The Fiks role does not open KRR, or the integration has no access to the role.',
      action: 'Check the role id, or have the role opened for KRR and granted to the integration in Fiks forvaltning.',
    });
  }
  const wire = fiksPerson.safeParse(readAnswer('krr', z.looseObject({}), response));
  // Another number may be the one that has replaced it, or somebody else's.
  return wire.success && wire.data.fnr === foedselsnummer ? personFromFiks(wire.data) : unreadable();
};
