/**
 * SvarUt: one function per endpoint (fact sheet svarut §2, §3, §4).
 */
import { isSuccess, readAnswer } from '../http/answer';
import type { DocumentSource } from '../http/document';
import { ServiceError } from '../http/serviceError';
import type { TransportResponse } from '../http/transport';
import { chooseAccount } from '../fiks/chooseId';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../fiks/fiksCall';
import { hostOf, type ServiceHosts } from '../maskinporten/credential';
import type { Session } from '../session';
import { ReadableDocuments } from './readableDocuments';
import { metadataAnswer, sendAnswer, statusAnswer, type KnownLetter } from './model';

export const SVARUT_HOSTS: ServiceHosts = {
  test: 'https://test.svarut.ks.no',
  production: 'https://svarut.ks.no',
  sandbox: '/svarut',
};

/** SvarUt itself waits this long; giving up before it does is how letters get sent twice. */
const SEND_TIMEOUT_MS = 16 * 60_000;
const READ_TIMEOUT_MS = 30_000;

export interface PersonMetadata {
  readonly tittel: string;
  readonly mottaker: {
    readonly navn: string;
    readonly digitalId: string;
    readonly adresse?: Readonly<Record<string, string | undefined>>;
  };
  readonly eksternReferanse: string;
  readonly avgivendeSystem?: string;
  readonly konteringskode?: string;
  readonly kunDigitalLevering: boolean;
  readonly utskriftskonfigurasjon: { readonly tosidig: boolean };
  readonly dokumenter: readonly { readonly filnavn: string; readonly mimeType: string }[];
}

export const accountOf = (session: Session, named: string | undefined): string =>
  chooseAccount(named, fiksCredentialOf(session));

const shipments = (session: Session, version: 'v2' | 'v3', kontoId: string): string =>
  `${hostOf(session.maskinporten, SVARUT_HOSTS)}/api/${version}/kontoer/${kontoId}/forsendelser`;

const refused = (response: TransportResponse): ServiceError =>
  fiksRefusal('svarut', response, {
    message: 'The integration may not use this SvarUt account, or the account does not exist.',
    action: 'Check the account id, and that the integration has been given access to the account in Fiks forvaltning.',
  });

/** Statuses after which the letter may exist all the same. */
const mayHaveBeenTaken = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/**
 * Sends once, without repeating.
 * @returns the id SvarUt gave
 * @throws ServiceError; ERR_TIMEOUT, ERR_CONNECTION_LOST, ERR_SERVICE_FAILURE, ERR_THROTTLED and ERR_UNEXPECTED_ANSWER
 * leave it open whether the letter exists
 */
export const sendToPerson = async (
  session: Session,
  kontoId: string,
  metadata: PersonMetadata,
  documents: readonly DocumentSource[],
): Promise<string> => {
  const readable = new ReadableDocuments(documents);
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'POST',
    url: `${shipments(session, 'v3', kontoId)}/person`,
    headers: {},
    body: [
      { name: 'forsendelse', text: JSON.stringify(metadata) },
      ...readable.documents.map((document, at) => ({ name: `filer_${at}`, document })),
    ],
    timeoutMs: SEND_TIMEOUT_MS,
    retry: 'never',
  }).catch((error: unknown) => {
    throw readable.fault() ?? error;
  });
  if (isSuccess(response)) return readAnswer('svarut', sendAnswer, response).id;
  throw refused(response);
};

/** Whether an error of `sendToPerson` leaves it open if the letter exists. */
export const isAmbiguous = (error: ServiceError): boolean => {
  if (error.details.service !== 'svarut') return false;
  if (error.code === 'ERR_TIMEOUT' || error.code === 'ERR_CONNECTION_LOST' || error.code === 'ERR_CANCELLED')
    return true;
  const { status } = error.details;
  // An unreadable answer to a success status, and every failure on the other side of the gateway.
  return status !== undefined && (mayHaveBeenTaken(status) || error.code === 'ERR_UNEXPECTED_ANSWER');
};

/** All letters of the account with this reference; an unknown reference is an empty list. */
export const findByReference = async (
  session: Session,
  kontoId: string,
  eksternReferanse: string,
): Promise<readonly KnownLetter[]> => {
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'GET',
    url: `${shipments(session, 'v2', kontoId)}/metadata?${new URLSearchParams({ eksternRef: eksternReferanse })}`,
    headers: {},
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'read',
  });
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('svarut', metadataAnswer, response).forsendelser;
};

export const STATUS_LIMIT = 100;

export interface LetterStatus {
  readonly status: string;
  readonly sisteStatusEndring?: string;
}

/** States by letter id; ids SvarUt does not know are absent. */
export const getStatuses = async (
  session: Session,
  kontoId: string,
  ids: readonly string[],
): Promise<Map<string, LetterStatus>> => {
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'POST',
    url: `${shipments(session, 'v3', kontoId)}/status/sok`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: ids }),
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'read',
  });
  if (!isSuccess(response)) throw refused(response);
  const { statuser } = readAnswer('svarut', statusAnswer, response);
  return new Map(
    statuser.map(({ id, status, sisteStatusEndring }) => [id.toLowerCase(), { status, sisteStatusEndring }]),
  );
};
