/**
 * Sending: one function for the four endpoints, which differ in their metadata only (fact sheet svarut §3, §4).
 */
import { isSuccess, readAnswer } from '../../http/answer';
import type { DocumentSource } from '../../http/document';
import { isServiceError, ServiceError } from '../../http/serviceError';
import { fiksCall } from '../../fiks/fiksCall';
import type { Session } from '../../session';
import type { Letter } from '../letter/letter';
import { sendAnswer } from '../model';
import { ReadableDocuments } from '../readableDocuments';
import { refused, shipments } from './calls';

/** SvarUt itself waits this long; giving up before it does is how letters get sent twice. */
const SEND_TIMEOUT_MS = 16 * 60_000;

/** Statuses after which the letter may exist all the same. */
const mayHaveBeenTaken = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/** Requests whose end was never sent, so that nothing can have come of them. */
const neverArrived = new WeakSet<ServiceError>();

const isBroken = (error: unknown): error is ServiceError =>
  isServiceError(error) && (error.code === 'ERR_CONNECTION_LOST' || error.code === 'ERR_TIMEOUT');

const cutShort = ({ code, details }: ServiceError): ServiceError => {
  const error = new ServiceError(
    code,
    'The connection to SvarUt broke while the letter was being uploaded; it was not sent.',
    'Run it again.',
    details,
  );
  neverArrived.add(error);
  return error;
};

/** Whether the letter was cut off on its way, which is as good as never sent. */
export const wasCutShort = (error: ServiceError): boolean => neverArrived.has(error);

/**
 * Sends once, without repeating.
 * @param documents the files as they leave, in the order of the metadata
 * @returns the id SvarUt gave
 * @throws ServiceError; ERR_TIMEOUT, ERR_CONNECTION_LOST, ERR_SERVICE_FAILURE, ERR_THROTTLED and ERR_UNEXPECTED_ANSWER
 * leave it open whether the letter exists
 */
export const sendForsendelse = async (
  session: Session,
  kontoId: string,
  { endpoint, metadata }: Pick<Letter, 'endpoint' | 'metadata'>,
  documents: readonly DocumentSource[],
): Promise<string> => {
  const readable = new ReadableDocuments(documents);
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'POST',
    url: `${shipments(session, 'v3', kontoId)}/${endpoint}`,
    headers: {},
    body: [
      { name: 'forsendelse', text: JSON.stringify(metadata) },
      ...readable.documents.map((document, at) => ({ name: `filer_${at}`, document })),
    ],
    timeoutMs: SEND_TIMEOUT_MS,
    retry: 'never',
  }).catch((error: unknown) => {
    throw readable.fault() ?? (readable.allRead || !isBroken(error) ? error : cutShort(error));
  });
  if (isSuccess(response)) return readAnswer('svarut', sendAnswer, response).id;
  throw refused(response, 'v3');
};

/** Whether an error of `sendForsendelse` leaves it open if the letter exists. */
export const isAmbiguous = (error: ServiceError): boolean => {
  if (error.details.service !== 'svarut' || wasCutShort(error)) return false;
  if (error.code === 'ERR_TIMEOUT' || error.code === 'ERR_CONNECTION_LOST' || error.code === 'ERR_CANCELLED')
    return true;
  const { status } = error.details;
  // An unreadable answer to a success status, and every failure on the other side of the gateway.
  return status !== undefined && (mayHaveBeenTaken(status) || error.code === 'ERR_UNEXPECTED_ANSWER');
};

/** Whether SvarUt turned the letter away because it has one with the reference: older interfaces did. */
export const isRepetition = ({ details }: ServiceError): boolean => details.serviceCode === 'GJENTAGENDE_FORSENDELSE';
