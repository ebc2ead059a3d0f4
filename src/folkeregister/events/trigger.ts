/**
 * Fires on what happens in the register. It is asked again and again (fact sheet folkeregister §4.1), a page at a time: the
 * next page is asked for when the flow has worked on the one before, however many there are.
 */
import { isServiceError } from '../../http/serviceError';
import type { Json, JsonObject } from '../../operations/operation';
import { defineTrigger, type Page } from '../../operations/trigger';
import type { Session } from '../../session';
import { latestEventNumber } from '../client/events';
import { WAY } from '../fields/way';
import type { Wanted } from '../present';
import { ofChosenTypes, type ChosenTypes } from './chosenTypes';
import { EVENT_EXAMPLE } from './examples';
import { readFeedPage, type FeedEvent } from './feed';
import { eventTypes, otherEventTypes } from './fields';
import { firstPlace, storedPlace, type Begin } from './place';
import { INCLUDED_PERSON, includePerson, start, startNumber } from './triggerFields';
import { withPersons } from './withPersons';

interface Input extends Begin, ChosenTypes, Wanted {
  readonly includePerson: boolean;
}

const shown = async (session: Session, input: Input, events: readonly FeedEvent[]): Promise<readonly JsonObject[]> => {
  const chosen = ofChosenTypes(events, input);
  return input.includePerson
    ? withPersons(session, input, chosen)
    : chosen.map((event) => ({ ...event, person: null }));
};

const pageFrom = async (session: Session, input: Input, stored: Json): Promise<Page> => {
  const place = storedPlace(session, input, stored);
  // Kept before the first event is asked for, so that nothing can happen in between.
  if (!place) return { events: [], place: await firstPlace(session, input), more: true };
  const { events, nextNumber, etag } = await readFeedPage(session, input, place.nextNumber, place.etag);
  const isEnd = events.length === 0;
  return {
    events: await shown(session, input, events),
    place: { start: place.start, source: place.source, nextNumber, ...(isEnd && { etag }) },
    more: !isEnd,
  };
};

/** How many of the newest numbers to look among; a young feed may not go back that far. */
const REACH = { far: 1000, near: 10 };
const SAMPLES = 5;

const newest = async (session: Session, input: Input): Promise<readonly FeedEvent[]> => {
  const end = (await latestEventNumber(session, input)) + 1;
  const since = async (reach: number): Promise<readonly FeedEvent[]> =>
    (await readFeedPage(session, input, Math.max(0, end - reach))).events;
  return since(REACH.far).catch((error: unknown) => {
    if (isServiceError(error) && error.code === 'ERR_EVENT_NOT_FOUND') return since(REACH.near);
    throw error;
  });
};

export const eventTrigger = defineTrigger<Session>()({
  name: 'events',
  title: { en: 'Folkeregister Events', nb: 'Folkeregister-hendelser' },
  summary: {
    en: 'Fires on what happens to persons in the register: each event of the chosen types, at least once and in order, with the person if wanted. Where it has come to is remembered, also over a restart.',
    nb: 'Starter på det som skjer med personer i registeret: hver hendelse av de valgte typene, minst én gang og i rekkefølge, med personen om ønskelig. Hvor den har kommet, huskes, også over en omstart.',
  },
  endpoints: [
    'GET /v1/hendelser/siste/sekvensnummer',
    'GET /v1/hendelser/feed',
    'GET /v1/personer/{personidentifikator}',
    'POST /v1/personer/bulkoppslag',
  ],
  fields: [start, startNumber, eventTypes, includePerson, ...INCLUDED_PERSON, otherEventTypes, ...WAY],
  sensitive: ['foedselsnummer', 'person'],
  example: { ...EVENT_EXAMPLE, person: null },
  poll: pageFrom,
  sample: async (session, input) => {
    const events = ofChosenTypes(await newest(session, input), input);
    return shown(session, input, events.slice(-SAMPLES));
  },
});
