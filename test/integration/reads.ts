/** Every way to read something, for the tests of what goes wrong on the way. */
import type { ServiceKey } from '../../src/core';
import { letter } from './letters';
import { ALL_NUMBERS, numberOf } from './persons';
import { IN_MAILBOX, sentTo } from './sentLetters';
import { valueOf, type Stored, type World } from './world';

export interface Read {
  readonly name: string;
  readonly service: ServiceKey;
  readonly operation: string;
  readonly inputs: (world: World) => Stored[] | Promise<Stored[]>;
  /** A Retry-After in the unit of the service, and the milliseconds it means. */
  readonly retryAfter: readonly [header: string, ms: number];
}

const VERSIONS = ['1eed16f7695e3afc0b50f1d40cfe58ee', '074feae68fd876e7f771a51fc3d72556'];

const SINCE = { fraDato: '2010-01-01' };

const persons = (count: number) => () => ALL_NUMBERS.slice(0, count).map((foedselsnummer) => ({ foedselsnummer }));

const sentLetter = async (world: World): Promise<Stored[]> => {
  const [sent] = await world.run('svarut', 'sendToPerson', [letter('sak-2026-17')]);
  return [{ letterId: valueOf(sent).letterId }];
};

const letterInMailbox = async (world: World): Promise<Stored[]> => [{ letterId: await sentTo(world, IN_MAILBOX) }];

const letterToTidy = async (world: World): Promise<Stored[]> =>
  (await letterInMailbox(world)).map((input) => ({ ...input, cannotBeUndone: true, confirmation: 'DELETE' }));

const SECONDS = ['3', 3000] as const;
const MILLISECONDS = ['2500', 2500] as const;

export const READS: readonly Read[] = [
  {
    name: 'one person in Folkeregisteret',
    service: 'folkeregister',
    operation: 'getPerson',
    inputs: persons(1),
    retryAfter: MILLISECONDS,
  },
  {
    name: 'many persons in Folkeregisteret',
    service: 'folkeregister',
    operation: 'getPerson',
    inputs: persons(12),
    retryAfter: MILLISECONDS,
  },
  {
    name: 'a search in Folkeregisteret',
    service: 'folkeregister',
    operation: 'searchPersons',
    inputs: () => [{ navn: 'Fyrlykt' }],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'versions in Folkeregisteret',
    service: 'folkeregister',
    operation: 'getHistoricalVersion',
    inputs: () => VERSIONS.map((persondokument) => ({ persondokument })),
    retryAfter: MILLISECONDS,
  },
  {
    name: 'the newest event number of Folkeregisteret',
    service: 'folkeregister',
    operation: 'getLatestEventNumber',
    inputs: () => [{}],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'events in Folkeregisteret',
    service: 'folkeregister',
    operation: 'readEventFeed',
    inputs: () => [{ fromNumber: 40_012 }],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'the document of an event',
    service: 'folkeregister',
    operation: 'getEvent',
    inputs: () => [{ hendelsesdokument: '348f272f118ec08f36d9995336d904ca' }],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'events of a municipality',
    service: 'folkeregister',
    operation: 'listMunicipalityEvents',
    inputs: () => [{ ...SINCE, kommunenumre: ['4601'] }],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'the number of events of a municipality',
    service: 'folkeregister',
    operation: 'countMunicipalityEvents',
    inputs: () => [{ ...SINCE, kommunenummer: '4601' }],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'types of events of municipalities',
    service: 'folkeregister',
    operation: 'listMunicipalityEventTypes',
    inputs: () => [{}],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'a child with parents',
    service: 'folkeregister',
    operation: 'getChildWithParents',
    inputs: () => [{ foedselsnummer: numberOf('child-two-parents') }],
    retryAfter: MILLISECONDS,
  },
  {
    name: 'rules in KRR',
    service: 'krr',
    operation: 'checkNotificationRules',
    inputs: persons(12),
    retryAfter: SECONDS,
  },
  {
    name: 'contact info in KRR',
    service: 'krr',
    operation: 'lookUpContactInfo',
    inputs: persons(12),
    retryAfter: SECONDS,
  },
  {
    name: 'vehicles by plate',
    service: 'kjoretoyregister',
    operation: 'lookUpByKjennemerke',
    inputs: () => ['DN 00101', 'SV 00102', 'HJ 00103', 'SYNT 1'].map((kjennemerke) => ({ kjennemerke })),
    retryAfter: SECONDS,
  },
  {
    name: 'vehicles by their owner',
    service: 'kjoretoyregister',
    operation: 'searchByFoedselsnummer',
    inputs: () => [{ foedselsnummer: '14837810141' }],
    retryAfter: SECONDS,
  },
  {
    name: 'vehicles of a person',
    service: 'kjoretoyregister',
    operation: 'listVehiclesOfPerson',
    inputs: () => [{ foedselsnummer: '14837810141' }],
    retryAfter: SECONDS,
  },
  { name: 'a status in SvarUt', service: 'svarut', operation: 'getStatus', inputs: sentLetter, retryAfter: SECONDS },
  {
    name: 'a reference in SvarUt',
    service: 'svarut',
    operation: 'findByReference',
    inputs: () => [{ eksternReferanse: 'sak-2026-17' }],
    retryAfter: SECONDS,
  },
  { name: 'events in SvarUt', service: 'svarut', operation: 'getEvents', inputs: letterInMailbox, retryAfter: SECONDS },
  {
    name: 'signing in SvarUt',
    service: 'svarut',
    operation: 'getSigningEvents',
    inputs: letterInMailbox,
    retryAfter: SECONDS,
  },
  {
    name: 'documents in SvarUt',
    service: 'svarut',
    operation: 'getDocumentMetadata',
    inputs: letterInMailbox,
    retryAfter: SECONDS,
  },
  {
    // Not a look-up, but repeated like one.
    name: 'documents to delete in SvarUt',
    service: 'svarut',
    operation: 'deleteDocuments',
    inputs: letterToTidy,
    retryAfter: SECONDS,
  },
  {
    name: 'shipment types in SvarUt',
    service: 'svarut',
    operation: 'listShipmentTypes',
    inputs: () => [{}],
    retryAfter: SECONDS,
  },
  {
    name: 'receiving systems in SvarUt',
    service: 'svarut',
    operation: 'findReceivingSystems',
    inputs: () => [{ organisasjonsnummer: '310475025' }],
    retryAfter: SECONDS,
  },
  {
    name: 'a party of the health network',
    service: 'svarut',
    operation: 'lookUpNhnParty',
    inputs: () => [{ herId: 8_440_100 }],
    retryAfter: SECONDS,
  },
];

/** Each read's own name for the request it makes. */
export const requestOf = ({ operation, name }: Read): string =>
  ({
    getStatus: 'status',
    findByReference: 'metadata',
    getEvents: 'hendelser',
    getSigningEvents: 'signeringshendelser',
    getDocumentMetadata: 'documentMetadata',
    deleteDocuments: 'deleteDocuments',
    listShipmentTypes: 'forsendelsestyper',
    findReceivingSystems: 'mottakersystem',
    lookUpNhnParty: 'nhnLookup',
    searchPersons: 'soek',
    getHistoricalVersion: 'bulkArkiv',
    getLatestEventNumber: 'sisteSekvensnummer',
    readEventFeed: 'feed',
    getEvent: 'hendelse',
    listMunicipalityEvents: 'hendelseliste',
    countMunicipalityEvents: 'hendelsestatistikk',
    listMunicipalityEventTypes: 'hendelsestyper',
    getChildWithParents: 'oppvekst',
    checkNotificationRules: 'personer',
    lookUpContactInfo: 'personer',
    lookUpByKjennemerke: 'bulkKjennemerke',
    searchByFoedselsnummer: 'sokFodselsnummer',
    listVehiclesOfPerson: 'ksPerson',
  })[operation] ?? (name.startsWith('many') ? 'bulkoppslag' : 'person');

/** Every request a read may make: one more where an answer has it ask in another way. */
export const requestsOf = (read: Read): readonly string[] => {
  // A role that refuses look-ups of many is asked for one at a time; the end of the feed is made sure of.
  if (read.service === 'folkeregister') return [...new Set([requestOf(read), 'person', 'arkiv', 'sisteSekvensnummer'])];
  return read.operation === 'findByReference' ? [requestOf(read), 'eksternRef'] : [requestOf(read)];
};
