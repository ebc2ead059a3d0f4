/**
 * What can be asked about one letter, and done to it: one function per endpoint (fact sheet svarut §3, 8 to 12).
 */
import type { z } from 'zod/v4';
import { errorMarks, isSuccess, readAnswer } from '../../http/answer';
import { ServiceError } from '../../http/serviceError';
import { textOf, type TransportResponse } from '../../http/transport';
import { fiksCall, fiksRefusal } from '../../fiks/fiksCall';
import type { Session } from '../../session';
import { documentsAnswer, eventsAnswer, signingEventsAnswer, type LetterDocument } from '../model';
import { apiOf, READ_TIMEOUT_MS } from './calls';

const unknownLetter = (response: TransportResponse): ServiceError =>
  new ServiceError(
    'ERR_NOT_FOUND',
    'SvarUt knows no letter with that id.',
    'Check the letter id, and that the environment is the one the letter was sent in.',
    { service: 'svarut', status: response.status, field: 'letterId', ...errorMarks(response) },
  );

const refused = (response: TransportResponse): ServiceError =>
  response.status === 404
    ? unknownLetter(response)
    : fiksRefusal('svarut', response, {
        message: 'The integration may not do this with letters of the account that sent it.',
        action: 'Check in Fiks forvaltning that the integration has been given the rights on that account.',
      });

/** A success has no body. A proxy's web page has one, and has done nothing. */
const expectDone = (response: TransportResponse): void => {
  if (!isSuccess(response)) throw refused(response);
  if (textOf(response).trim() === '') return;
  throw new ServiceError(
    'ERR_UNEXPECTED_ANSWER',
    `SvarUt answered ${response.status} with a text where there is to be none, such as a web page from a proxy or firewall.`,
    'Check any proxy in between, and the letter with Get Status, before you run it again.',
    { service: 'svarut', status: response.status },
  );
};

const addressOf = (session: Session, letterId: string): string => `${apiOf(session, 'v2')}/forsendelser/${letterId}`;

const ask = async <T>(session: Session, letterId: string, what: string, schema: z.ZodType<T>): Promise<T> => {
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'GET',
    url: `${addressOf(session, letterId)}/${what}`,
    headers: {},
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'read',
  });
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('svarut', schema, response);
};

export interface LetterEvent {
  readonly tidspunkt: string;
  /** Free Norwegian text; there is no code. */
  readonly hendelse: string;
}

export const getEvents = async (session: Session, letterId: string): Promise<readonly LetterEvent[]> =>
  (await ask(session, letterId, 'hendelser', eventsAnswer)).hendelser;

export interface SigningEvent {
  readonly tidspunkt: string;
  readonly status: string;
  readonly hendelse?: string | null;
}

export const getSigningEvents = async (session: Session, letterId: string): Promise<readonly SigningEvent[]> =>
  (await ask(session, letterId, 'signeringshendelser', signingEventsAnswer)).hendelser;

export const getDocuments = async (session: Session, letterId: string): Promise<readonly LetterDocument[]> =>
  (await ask(session, letterId, 'metadata', documentsAnswer)).dokumenter;

export interface ReadBy {
  readonly fnr: string;
  /** ISO 8601 with offset. */
  readonly tidspunkt: string;
  readonly eksterntSystemnavn: string | undefined;
}

/** Not repeated: what a second mark does is not known. */
export const markAsRead = async (session: Session, letterId: string, by: ReadBy): Promise<void> => {
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'POST',
    url: `${addressOf(session, letterId)}/lest`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(by),
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'never',
  });
  expectDone(response);
};

export type Slettetype = 'ORIGINALDOKUMENTER' | 'ALLE';

/** Repeated like a read: what is deleted twice is deleted. */
export const deleteDocuments = async (session: Session, letterId: string, slettetype: Slettetype): Promise<void> => {
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'DELETE',
    url: `${addressOf(session, letterId)}/dokumenter?${new URLSearchParams({ slettetype })}`,
    headers: {},
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'read',
  });
  expectDone(response);
};
