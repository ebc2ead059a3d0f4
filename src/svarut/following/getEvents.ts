import { defineOperation } from '../../operations/operation';
import type { Session } from '../../session';
import { getEvents } from '../client/oneLetter';
import { letterId } from './fields';

export const getEventsOperation = defineOperation<Session>()({
  name: 'getEvents',
  title: { en: 'Get Events', nb: 'Hent hendelser' },
  summary: {
    en: 'What has happened to a letter, in the words of SvarUt: why it was rejected, for example. The words are for people and may change; let a flow decide by Get Status.',
    nb: 'Hva som har skjedd med et brev, med ordene til SvarUt: hvorfor det ble avvist, for eksempel. Ordene er for mennesker og kan endres; la flyten avgjøre med Hent status.',
  },
  effect: 'read',
  endpoints: ['GET /v2/forsendelser/{forsendelseId}/hendelser'],
  fields: [letterId],
  // Free text, in which a reader can be named.
  sensitive: ['events'],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    events: [
      { at: '2026-11-20T10:00:00.000+01:00', text: 'Forsendelsen er mottatt' },
      { at: '2026-11-20T10:00:01.000+01:00', text: 'Akseptert for ekspedering' },
      { at: '2026-11-20T10:00:05.000+01:00', text: 'Levert i digital postkasse' },
    ],
  },
  each: async (session, input) => {
    const events = await getEvents(session, input.letterId);
    return {
      letterId: input.letterId,
      events: events.map(({ tidspunkt, hendelse }) => ({ at: tidspunkt, text: hendelse })),
    };
  },
});
