/**
 * Reading what has become of an account's letters: one function per endpoint (fact sheet svarut §3, §8).
 */
import { isSuccess, readAnswer } from '../../http/answer';
import type { TransportResponse } from '../../http/transport';
import { fiksCall } from '../../fiks/fiksCall';
import type { Session } from '../../session';
import { metadataAnswer, referenceAnswer, statusAnswer, type KnownLetter } from '../model';
import { READ_TIMEOUT_MS, refused, shipments, speaksOf } from './calls';

const askByReference = (
  session: Session,
  kontoId: string,
  what: '' | '/metadata',
  eksternReferanse: string,
): Promise<TransportResponse> =>
  fiksCall(session, {
    service: 'svarut',
    method: 'GET',
    url: `${shipments(session, 'v2', kontoId)}${what}?${new URLSearchParams({ eksternRef: eksternReferanse })}`,
    headers: {},
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'read',
  });

/** The ids alone of all letters of the account with this reference; an unknown reference is an empty list. */
export const findIdsByReference = async (
  session: Session,
  kontoId: string,
  eksternReferanse: string,
): Promise<readonly KnownLetter[]> => {
  const response = await askByReference(session, kontoId, '', eksternReferanse);
  // Only SvarUt's own word for it counts as absent: on the ground of any other 404 a letter could be sent twice.
  if (response.status === 404 && speaksOf(response, /forsendelse|referanse/i)) return [];
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('svarut', referenceAnswer, response).forsendelseIds.map((id) => ({ id }));
};

/** All letters of the account with this reference; an unknown reference is an empty list. */
export const findByReference = async (
  session: Session,
  kontoId: string,
  eksternReferanse: string,
): Promise<readonly KnownLetter[]> => {
  const response = await askByReference(session, kontoId, '/metadata', eksternReferanse);
  // An older server has only the ids. One that says "unknown" must say so of these too.
  if (response.status === 404) return await findIdsByReference(session, kontoId, eksternReferanse);
  if (!isSuccess(response)) throw refused(response);
  return readAnswer('svarut', metadataAnswer, response).forsendelser;
};

/** Our own measure: SvarUt publishes none. */
export const STATUS_LIMIT = 100;

export interface LetterStatus {
  readonly status: string;
  readonly sisteStatusEndring?: string;
}

/** States by letter id in lower case; ids SvarUt does not know are absent, or have it refuse them all. */
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
  if (!isSuccess(response)) throw refused(response, 'v3');
  const { statuser } = readAnswer('svarut', statusAnswer, response);
  return new Map(
    statuser.map(({ id, status, sisteStatusEndring }) => [id.toLowerCase(), { status, sisteStatusEndring }]),
  );
};
