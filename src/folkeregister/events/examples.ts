/**
 * An event to look at before the first one.
 */
import type { FeedEvent } from './feed';

export const EVENT_EXAMPLE: FeedEvent = {
  sekvensnummer: 40_012,
  hendelsetype: 'personErDoed',
  foedselsnummer: '05913828676',
  hendelsesdokument: '0f3b2c1d4e5f60718293a4b5c6d7e8f9',
  persondokument: '9a8b7c6d5e4f30211203f4e5d6c7b8a9',
  ajourholdstidspunkt: '2026-05-06T09:14:27.431+02:00',
};
