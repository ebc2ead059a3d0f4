/**
 * Lists of persons that the register makes to order.
 */
import { defineOperation, type Operation } from '../../operations/operation';
import type { Session } from '../../session';
import { askFor } from '../chosenParts';
import { PERSON_EXAMPLE } from '../examples';
import { WAY } from '../fields/way';
import { getBatch } from './batch';
import { CRITERIA, MORE_CRITERIA, orderedExtract } from './criteriaFields';
import { batchNumber, extract, GIVEN, goOnFrom, jobId, waitMinutes } from './fields';
import { orderExtract as placeOrder, type Order, type Ordered } from './order';
import { beginningOf, readPlace, type Place } from './place';
import { idsAs, listFrom } from './residents';

const JOB = '1231d76c-5c1b-4f0e-9a3d-2b7f8e6a4c10';

const ORDERING = [
  'POST /v1/uttrekk/tilpasset',
  'GET /v1/uttrekk/komplett',
  // The number of the newest event, where a complete extract is ordered without one.
  'GET /v1/hendelser/siste/sekvensnummer',
];
const FETCHING = 'GET /v1/uttrekk/{jobbid}/batch/{batchnr}';

const orderExtract = defineOperation<Session>()({
  name: 'orderExtract',
  title: { en: 'Order Extract (uttrekk)', nb: 'Bestill uttrekk' },
  summary: {
    en: 'Have the register make a list of persons by criteria, or of everyone. The result is the id of a job, which List Residents and Get Extract Batch go on with, also after a restart. Equal orders of one run are placed once.',
    nb: 'Få registeret til å lage en liste over personer etter kriterier, eller over alle. Resultatet er id-en til en jobb, som List opp innbyggere og Hent del av uttrekk fortsetter med, også etter en omstart. Like bestillinger i samme kjøring gjøres én gang.',
  },
  effect: 'read',
  notForAi: true,
  endpoints: ORDERING,
  fields: [orderedExtract, ...CRITERIA, ...MORE_CRITERIA, ...WAY],
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: { jobId: JOB, feedsekvensnr: null },
  each: async (session, input) => ({ ...(await placeOrder(session, input)) }),
});

const getExtractBatch = defineOperation<Session>()({
  name: 'getExtractBatch',
  title: { en: 'Get Extract Batch', nb: 'Hent del av uttrekk' },
  summary: {
    en: 'One batch of an ordered extract, for flows that do the waiting themselves. That it is not ready yet is a result and no error; the batch that is the end has nobody in it.',
    nb: 'Én del av et bestilt uttrekk, for flyter som selv venter. At den ikke er klar ennå, er et resultat og ingen feil; den delen som er slutten, har ingen i seg.',
  },
  effect: 'read',
  notForAi: true,
  endpoints: [FETCHING],
  fields: [jobId, batchNumber, ...WAY],
  batch: { limit: 1, on: [] },
  sensitive: ['foedselsnumre', 'persondokumenter'],
  example: {
    jobId: JOB,
    batchState: 'ready',
    foedselsnumre: ['12848539668'],
    persondokumenter: null,
    count: 1,
    nextBatch: 1,
  },
  branches: {
    names: [
      { value: 'ready', label: { en: 'Ready', nb: 'Klar' } },
      { value: 'notReady', label: { en: 'Not Ready', nb: 'Ikke klar' } },
      { value: 'end', label: { en: 'End', nb: 'Slutt' } },
    ],
    of: ({ batchState }) => batchState as string,
  },
  each: async (session, input) => {
    const found = await getBatch(session, input, input.jobId, input.batchNumber);
    const ready = found.state === 'ready';
    return {
      jobId: input.jobId,
      batchState: found.state,
      ...(ready ? idsAs(found.kind, found.ids) : { foedselsnumre: null, persondokumenter: null }),
      count: ready ? found.ids.length : 0,
      nextBatch: input.batchNumber + (ready ? 1 : 0),
    };
  },
});

type Begin = Omit<Order, 'extract'> & {
  readonly extract: Order['extract'] | 'job';
  /** Given where that is chosen. */
  readonly goOnFrom: string | undefined;
};

const begin = async (session: Session, input: Begin): Promise<Place & Pick<Ordered, 'feedsekvensnr'>> => {
  const { extract: chosen } = input;
  if (chosen === 'job') return { ...readPlace(input.goOnFrom ?? ''), feedsekvensnr: null };
  const { jobId: ordered, feedsekvensnr } = await placeOrder(session, { ...input, extract: chosen });
  return { ...beginningOf(ordered), feedsekvensnr };
};

const listResidents = defineOperation<Session>()({
  name: 'listResidents',
  title: { en: 'List Residents (uttrekk)', nb: 'List opp innbyggere (uttrekk)' },
  summary: {
    en: 'Everyone who lives in a municipality, or fits other criteria: orders an extract, waits until it is made, fetches all of it, and looks the persons up if you want. For few persons, or an answer at once, use Search Persons.',
    nb: 'Alle som bor i en kommune, eller passer med andre kriterier: bestiller et uttrekk, venter til det er laget, henter alt, og slår opp personene om ønskelig. For få personer, eller svar med en gang, bruk Søk etter personer.',
  },
  effect: 'read',
  notForAi: true,
  endpoints: [
    ...ORDERING,
    FETCHING,
    'GET /v1/personer/{personidentifikator}',
    'POST /v1/personer/bulkoppslag',
    // Persons of a complete extract are versions.
    'GET /v1/personer/arkiv/{dokumentidentifikator}',
    'POST /v1/personer/bulkoppslag/arkiv',
  ],
  fields: [extract, goOnFrom, ...CRITERIA, ...GIVEN, waitMinutes, ...MORE_CRITERIA, ...WAY],
  batch: { limit: 1, on: [] },
  sensitive: ['foedselsnumre', 'persondokumenter', 'persons'],
  example: {
    jobId: JOB,
    feedsekvensnr: null,
    foedselsnumre: ['12848539668'],
    persondokumenter: null,
    count: 1,
    persons: [PERSON_EXAMPLE],
    goOnFrom: null,
  },
  each: async (session, input) => {
    // A part that the role may not see is told before anything is ordered.
    if (input.includePersons) askFor(session, input);
    const { feedsekvensnr, ...from } = await begin(session, input);
    return { ...(await listFrom(session, input, from)), feedsekvensnr };
  },
});

export const extractOperations: readonly Operation<Session>[] = [listResidents, orderExtract, getExtractBatch];
