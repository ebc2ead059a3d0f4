import { isServiceError, ServiceError, type ErrorCode } from '../../http/serviceError';
import { defineOperation } from '../../operations/operation';
import type { Session } from '../../session';
import { markAsRead } from '../client/oneLetter';
import { eksterntSystemnavn, letterId, readAt, readBy } from './fields';

/** After these SvarUt may have taken the mark. */
const IN_DOUBT = new Set<ErrorCode>(['ERR_TIMEOUT', 'ERR_CONNECTION_LOST', 'ERR_SERVICE_FAILURE', 'ERR_CANCELLED']);

const withAdvice = (error: unknown): unknown =>
  isServiceError(error) && error.details.service === 'svarut' && IN_DOUBT.has(error.code)
    ? new ServiceError(
        error.code,
        error.message,
        'It may have been marked all the same: see with Get Status whether it is LEST before you run it again.',
        error.details,
      )
    : error;

export const markAsReadOperation = defineOperation<Session>()({
  name: 'markAsRead',
  title: { en: 'Mark as Read', nb: 'Merk som lest' },
  summary: {
    en: 'Tell SvarUt that the recipient has read a letter in another system, so that it is not printed. Cannot be taken back.',
    nb: 'Si fra til SvarUt om at mottakeren har lest et brev i et annet system, så det ikke skrives ut. Kan ikke tas tilbake.',
  },
  effect: 'send',
  endpoints: ['POST /v2/forsendelser/{forsendelseId}/lest'],
  fields: [letterId, readBy, readAt, eksterntSystemnavn],
  sensitive: [],
  example: { letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2', markedAsRead: true, readAt: '2026-11-20T12:44:06.123Z' },
  each: async (session, input) => {
    const tidspunkt = input.readAt ?? new Date(session.ports.now()).toISOString();
    const by = { fnr: input.foedselsnummer, tidspunkt, eksterntSystemnavn: input.eksterntSystemnavn };
    await markAsRead(session, input.letterId, by).catch((error: unknown) => {
      throw withAdvice(error);
    });
    return { letterId: input.letterId, markedAsRead: true, readAt: tidspunkt };
  },
});
