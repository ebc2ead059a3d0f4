/**
 * Follows letters until nothing more happens to them. SvarUt tells nobody of a change (fact sheet svarut §8): it is asked
 * again and again, a hundred letters at a time. What changes twice between two looks is seen once.
 */
import { ServiceError } from '../http/serviceError';
import type { BooleanField, TextsField } from '../operations/field';
import { defineTrigger, type Page } from '../operations/trigger';
import type { Session } from '../session';
import { accountOf } from './client/calls';
import { findByReference, STATUS_LIMIT } from './client/shipments';
import { letterId } from './following/fields';
import { statusesOf } from './following/statusesOf';
import {
  isDone,
  lookAt,
  openIds,
  lettersIn,
  withLetters,
  type FollowedLetter,
  type FollowedLetters,
} from './followedLetters';
import { kontoId } from './sending/fields/once';
import { wasTaken } from './status';

/** More than a form is meant for; a flow with more letters adds them by messages or asks with Get Status. */
const FORM_LIMIT = 5000;

const letterIds = {
  kind: 'texts',
  identifier: 'uuid',
  name: 'letterIds',
  label: { en: 'Letter IDs', nb: 'Forsendelses-id-er' },
  help: {
    en: 'The letters to follow, by the ids that were returned when they were sent. Separate them with commas or new lines, or give a list by an expression; it is read when the workflow is switched on.',
    nb: 'Brevene som skal følges, med id-ene som ble gitt da de ble sendt. Skill dem med komma eller linjeskift, eller gi en liste med et uttrykk; det leses når arbeidsflyten slås på.',
  },
  required: false,
  maxLength: 36,
  maxEntries: FORM_LIMIT,
} as const satisfies TextsField;

const eksternReferanser = {
  kind: 'texts',
  name: 'eksternReferanser',
  label: { en: 'References (eksternReferanse)', nb: 'Referanser (eksternReferanse)' },
  help: {
    en: 'The letters to follow, by the references they were sent with. All letters with a reference are followed, also those that are sent later, until one of them has come to its end.',
    nb: 'Brevene som skal følges, med referansene de ble sendt med. Alle brev med en referanse følges, også de som sendes senere, til ett av dem har kommet til sin slutt.',
  },
  required: false,
  maxLength: 100,
  maxEntries: FORM_LIMIT,
} as const satisfies TextsField;

const reportFirst = {
  kind: 'boolean',
  name: 'reportFirst',
  label: { en: 'Report the First Status', nb: 'Meld den første statusen' },
  help: {
    en: 'Whether the status at the first look at a letter is reported as a change. Off: it is only remembered, and what happens after it is reported.',
    nb: 'Om statusen første gang et brev sjekkes, meldes som en endring. Av: den blir bare husket, og det som skjer etterpå, meldes.',
  },
  required: false,
  default: true,
} as const satisfies BooleanField;

/** Nothing more is to be expected under a reference: its letters are done, and one of them was taken on. */
const isSettled = (letters: readonly FollowedLetter[]): boolean =>
  letters.every(isDone) && letters.some(({ status }) => status !== undefined && wasTaken(status));

const idsWithReference = (letters: FollowedLetters, reference: string): string[] =>
  Object.keys(letters).filter((id) => letters[id]?.eksternReferanse === reference);

/** A letter that was found once is followed on, also where the look-up no longer shows it. */
const lettersWithReference = async (
  session: Session,
  account: string,
  letters: FollowedLetters,
  reference: string,
): Promise<[string, FollowedLetter][]> => {
  const known = idsWithReference(letters, reference);
  const settled = isSettled(known.flatMap((id) => letters[id] ?? []));
  const found = settled ? [] : await findByReference(session, account, reference);
  return [...known, ...found.map(({ id }) => id.toLowerCase())].map((id) => [
    id,
    { ...letters[id], eksternReferanse: reference },
  ]);
};

interface Named {
  readonly letterIds?: readonly string[];
  readonly eksternReferanser?: readonly string[];
}

const nothingNamed = (): ServiceError =>
  new ServiceError(
    'ERR_INVALID_INPUT',
    'The node names no letters to follow.',
    'Give letter ids, references or both.',
    { service: 'svarut', field: letterIds.name },
  );

/** What the form no longer names is forgotten. Where no form names letters, messages have added them. */
const lettersToFollow = async (
  session: Session,
  account: string,
  named: Named,
  letters: FollowedLetters,
): Promise<FollowedLetters> => {
  const { letterIds: ids, eksternReferanser: references } = named;
  if (!ids || !references) return letters;
  if (ids.length === 0 && references.length === 0) throw nothingNamed();
  const entries = ids.map((id): [string, FollowedLetter] => [id.toLowerCase(), letters[id.toLowerCase()] ?? {}]);
  for (const reference of references)
    entries.push(...(await lettersWithReference(session, account, letters, reference)));
  return Object.fromEntries(entries);
};

interface Look extends Named {
  readonly kontoId: string | undefined;
  readonly reportFirst: boolean;
}

/** @param after the last letter that was asked about, in the middle of a look */
const look = async (session: Session, input: Look, known: FollowedLetters, after = ''): Promise<Page> => {
  const account = accountOf(session, input.kontoId);
  const letters = after === '' ? await lettersToFollow(session, account, input, known) : known;
  const left = openIds(letters).filter((id) => id > after);
  const asked = left.slice(0, STATUS_LIMIT);
  const statuses = asked.length > 0 ? await statusesOf(session, account, asked) : new Map<string, never>();
  const looked = asked.map((id) => ({ id, ...lookAt(id, letters[id] ?? {}, statuses.get(id), input.reportFirst) }));
  return {
    events: looked.flatMap(({ event }) => (event ? [event] : [])),
    place: { letters: { ...letters, ...Object.fromEntries(looked.map(({ id, letter }) => [id, letter])) } },
    more: left.length > asked.length,
    within: asked.at(-1),
  };
};

export const statusTrigger = defineTrigger<Session>()({
  name: 'status',
  title: { en: 'SvarUt Status', nb: 'SvarUt-status' },
  summary: {
    en: 'Follow letters until they have arrived or failed, and report each change of status. What has been reported is remembered, also over a restart.',
    nb: 'Følg brev til de er levert eller har feilet, og meld hver endring av status. Det som er meldt, huskes, også over en omstart.',
  },
  endpoints: ['POST /v3/kontoer/{kontoId}/forsendelser/status/sok', 'GET /v2/kontoer/{kontoId}/forsendelser/metadata'],
  fields: [reportFirst, kontoId],
  follows: {
    inForm: [letterIds, eksternReferanser],
    inItem: [letterId],
    add: (place, items) => ({
      letters: withLetters(
        lettersIn(place),
        items.map((item) => item.letterId),
      ),
    }),
    count: (place) => openIds(lettersIn(place)).length,
  },
  sensitive: [],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    eksternReferanse: '2026/101-3-A',
    previousStatus: 'SENDT_SDP',
    status: 'LEVERT_SDP',
    changedAt: '2026-11-20T10:00:05+01:00',
    statusClass: 'delivered',
    final: true,
    channel: 'digital',
    lastStatus: null,
    lastStatusClass: null,
  },
  poll: (session, input, place, within) => look(session, input, lettersIn(place), within as string | undefined),
  sample: async (session, input) => (await look(session, { ...input, reportFirst: true }, {})).events,
});
