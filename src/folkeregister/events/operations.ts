/**
 * What has happened in the register: its feed, and what an event in it was about.
 */
import { isServiceError } from '../../http/serviceError';
import { failed, defineOperation, succeeded, type Operation, type Outcome } from '../../operations/operation';
import type { Session } from '../../session';
import type { OptIns } from '../adressebeskyttelse/protect';
import { latestEventNumber } from '../client/events';
import { BULK_LIMIT } from '../client/documents';
import { WAY } from '../fields/way';
import { ofChosenTypes } from './chosenTypes';
import { getEventDocuments, type FoundDocument } from './documents';
import { EVENT_EXAMPLE } from './examples';
import { readFeedPage } from './feed';
import {
  etag,
  eventTypes,
  fromNumber,
  hendelsesdokument,
  includeProtectedAddresses,
  includeProtectionGrade,
  otherEventTypes,
} from './fields';
import { showEvent } from './showEvent';

const getLatestEventNumber = defineOperation<Session>()({
  name: 'getLatestEventNumber',
  title: { en: 'Get Latest Event Number', nb: 'Hent siste hendelsesnummer' },
  summary: {
    en: 'The number of the newest event, and the one a reader begins with who wants only what happens from now on. It is about nobody.',
    nb: 'Nummeret til den nyeste hendelsen, og det man begynner med når man bare vil ha det som skjer fra nå av. Det handler ikke om noen.',
  },
  effect: 'read',
  endpoints: ['GET /v1/hendelser/siste/sekvensnummer'],
  fields: WAY,
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: { sekvensnummer: 40_015, nextNumber: 40_016 },
  each: async (session, input) => {
    const sekvensnummer = await latestEventNumber(session, input);
    return { sekvensnummer, nextNumber: sekvensnummer + 1 };
  },
});

const readEventFeed = defineOperation<Session>()({
  name: 'readEventFeed',
  title: { en: 'Read Event Feed', nb: 'Les hendelsesliste' },
  summary: {
    en: 'A page of events from a number on, at most 1000, and the number the next page begins with. A page without events is the end for now. For a flow that begins by itself when something happens, use the trigger.',
    nb: 'En side med hendelser fra et nummer, høyst 1000, og nummeret den neste siden begynner med. En side uten hendelser er slutten for nå. For en flyt som starter av seg selv når noe skjer, bruk triggeren.',
  },
  effect: 'read',
  notForAi: true,
  endpoints: ['GET /v1/hendelser/feed'],
  fields: [fromNumber, eventTypes, otherEventTypes, etag, ...WAY],
  sensitive: ['events'],
  example: {
    events: [EVENT_EXAMPLE],
    count: 1,
    nextNumber: 40_013,
    more: true,
    unchanged: false,
    etag: '"0c1d"',
  },
  each: async (session, input) => {
    const page = await readFeedPage(session, input, input.fromNumber, input.etag);
    const events = ofChosenTypes(page.events, input);
    return {
      events,
      count: events.length,
      nextNumber: page.nextNumber,
      more: page.events.length > 0,
      unchanged: page.unchanged,
      etag: page.etag ?? null,
    };
  },
});

const shownOutcome = (found: FoundDocument, optIns: OptIns): Outcome => {
  if (isServiceError(found)) return failed(found);
  try {
    return succeeded(showEvent(found, optIns));
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return failed(error);
  }
};

const getEvent = defineOperation<Session>()({
  name: 'getEvent',
  title: { en: 'Get Event', nb: 'Hent hendelse' },
  summary: {
    en: 'What an event was about: what was registered, corrected or annulled, by the hendelsesdokument of the event. Addresses are withheld. Only with legal basis, and for three years.',
    nb: 'Hva en hendelse gjaldt: hva som ble registrert, korrigert eller annullert, med hendelsesdokument fra hendelsen. Adresser holdes tilbake. Bare med hjemmel, og i tre år.',
  },
  effect: 'read',
  endpoints: ['GET /v1/hendelser/{hendelsesidentifikator}', 'POST /v1/hendelser/bulkoppslag'],
  fields: [hendelsesdokument, includeProtectedAddresses, includeProtectionGrade, ...WAY],
  batch: { limit: BULK_LIMIT, on: 'hendelsesdokument' },
  sensitive: ['foedselsnummer', 'changes'],
  example: {
    hendelsesdokument: EVENT_EXAMPLE.hendelsesdokument,
    hendelsetype: EVENT_EXAMPLE.hendelsetype,
    foedselsnummer: EVENT_EXAMPLE.foedselsnummer,
    ajourholdstidspunkt: EVENT_EXAMPLE.ajourholdstidspunkt,
    changes: [{ entitet: 'doedsfall', entitetsendring: 'registrereNy', doedsfall: { doedsdato: '2026-05-03' } }],
    withheld: false,
  },
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const ids = inputs.map((input) => input.hendelsesdokument);
    const found = await getEventDocuments(session, first, ids);
    const optIns = { addresses: first.includeProtectedAddresses, grade: first.includeProtectionGrade };
    return found.map((document) => shownOutcome(document, optIns));
  },
});

export const eventOperations: readonly Operation<Session>[] = [getLatestEventNumber, readEventFeed, getEvent];
