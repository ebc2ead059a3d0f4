/**
 * The key SvarUt gives out for encryption, fetched once and kept in memory for a while (fact sheet svarut §6).
 */
import { isSuccess } from '../../http/answer';
import { isServiceError } from '../../http/serviceError';
import { fiksCall, fiksCredentialOf, fiksRefusal } from '../../fiks/fiksCall';
import { hostOf } from '../../maskinporten/credential';
import type { Session } from '../../session';
import { READ_TIMEOUT_MS, SVARUT_HOSTS } from '../client/calls';
import { readRecipientKey, type RecipientKey } from './recipientKey';

/** A process lives for months; a key that SvarUt has replaced must not live as long in it. */
const KEPT_MS = 60 * 60_000;

interface Kept {
  readonly key: RecipientKey;
  /** Milliseconds since the epoch until which it is used. */
  readonly goodUntil: number;
}

const kept = new Map<string, Promise<Kept>>();

/** Not below the API, and different in each environment. */
const urlIn = (session: Session): string => `${hostOf(session.maskinporten, SVARUT_HOSTS)}/forsendelse/publickey/hent`;

/** Whether SvarUt asks who wants the key is not known: so nobody meets the refusal of somebody else's credential. */
const nameOf = (session: Session): string => {
  const { clientId, consumerOrg } = session.maskinporten;
  return JSON.stringify([urlIn(session), clientId, consumerOrg, fiksCredentialOf(session).integrationId]);
};

const fetchKey = async (session: Session): Promise<Kept> => {
  const response = await fiksCall(session, {
    service: 'svarut',
    method: 'GET',
    url: urlIn(session),
    // PEM or DER: which, and under what name, is not documented.
    headers: { accept: '*/*' },
    timeoutMs: READ_TIMEOUT_MS,
    retry: 'read',
  });
  if (!isSuccess(response)) {
    throw fiksRefusal('svarut', response, {
      message: 'SvarUt does not give the integration its key for encryption.',
      action: 'Check in Fiks forvaltning that the integration has been given access to SvarUt.',
    });
  }
  const now = session.ports.now();
  const key = readRecipientKey(response.body, now);
  return { key, goodUntil: Math.min(key.validTo, now + KEPT_MS) };
};

/** The one who asked first was stopped, and took the request along. */
const isStopOfAnother = (error: unknown, { signal }: Session): boolean =>
  isServiceError(error) && error.code === 'ERR_CANCELLED' && !signal?.aborted;

/**
 * One request at a time: those who come meanwhile wait for the same answer.
 * @throws ServiceError ERR_ENCRYPTION_KEY when the key cannot be used, or why it could not be fetched
 */
export const svarutKey = async (session: Session): Promise<RecipientKey> => {
  const name = nameOf(session);
  const shared = kept.get(name) ?? fetchKey(session);
  kept.set(name, shared);
  const forget = (): void => {
    if (kept.get(name) === shared) kept.delete(name);
  };
  try {
    const { key, goodUntil } = await shared;
    if (session.ports.now() <= goodUntil) return key;
    forget();
  } catch (error) {
    forget();
    if (!isStopOfAnother(error, session)) throw error;
  }
  return svarutKey(session);
};
