/**
 * Where SvarUt is, which account is meant, and what its refusals mean (fact sheet svarut §2, §9).
 */
import { chooseAccount } from '../../fiks/chooseId';
import { fiksCredentialOf, fiksRefusal } from '../../fiks/fiksCall';
import { errorMarks, parseJson } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import type { TransportResponse } from '../../http/transport';
import { hostOf, type ServiceHosts } from '../../maskinporten/credential';
import type { Session } from '../../session';

export const SVARUT_HOSTS: ServiceHosts = {
  test: 'https://test.svarut.ks.no',
  production: 'https://svarut.ks.no',
  sandbox: '/svarut',
};

export const READ_TIMEOUT_MS = 30_000;

export const accountOf = (session: Session, named: string | undefined): string =>
  chooseAccount(named, fiksCredentialOf(session));

export const apiOf = (session: Session, version: 'v1' | 'v2' | 'v3'): string =>
  `${hostOf(session.maskinporten, SVARUT_HOSTS)}/api/${version}`;

/** The shipments of an account. */
export const shipments = (session: Session, version: 'v2' | 'v3', kontoId: string): string =>
  `${apiOf(session, version)}/kontoer/${kontoId}/forsendelser`;

/**
 * Whether a refusal is SvarUt's own sentence about this. Of a path it does not have, a server says nothing or quotes it.
 */
export const speaksOf = (response: TransportResponse, what: RegExp): boolean => {
  const body = parseJson(response);
  const message: unknown = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' && !message.includes('/') && what.test(message);
};

/** What can be unknown on the paths of version 3, in SvarUt's words. */
const NAMED_IN_V3 = /konto|forsendelse|mottaker|organisasjon|her-?id/i;

const lacksVersion3 = (response: TransportResponse): boolean =>
  response.status === 410 || (response.status === 404 && !speaksOf(response, NAMED_IN_V3));

const version3Unavailable = (response: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_API_VERSION_UNAVAILABLE',
    "SvarUt's version 3 is not available in this environment.",
    'Ask KS Digital (fiks@ksdigital.no) when it comes, or choose another environment in the Maskinporten credential.',
    { service: 'svarut', status: response.status, ...errorMarks(response) },
  );

/** The error for an answer that is not a success; `version` tells which of SvarUt's interfaces was asked. */
export const refused = (response: TransportResponse, version: 'v2' | 'v3' = 'v2'): ServiceError => {
  if (version === 'v3' && lacksVersion3(response)) return version3Unavailable(response);
  return fiksRefusal('svarut', response, {
    message: 'The integration may not use this SvarUt account, or the account does not exist.',
    action: 'Check the account id, and that the integration has been given access to the account in Fiks forvaltning.',
  });
};
