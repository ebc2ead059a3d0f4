/** Every way to read something, for the tests of what goes wrong on the way. */
import type { ServiceKey } from '../../src/core';
import { letter } from './letters';
import { ALL_NUMBERS } from './persons';
import { valueOf, type Stored, type World } from './world';

export interface Read {
  readonly name: string;
  readonly service: ServiceKey;
  readonly operation: string;
  readonly inputs: (world: World) => Stored[] | Promise<Stored[]>;
  /** A Retry-After in the unit of the service, and the milliseconds it means. */
  readonly retryAfter: readonly [header: string, ms: number];
}

const persons = (count: number) => () => ALL_NUMBERS.slice(0, count).map((foedselsnummer) => ({ foedselsnummer }));

const sentLetter = async (world: World): Promise<Stored[]> => {
  const [sent] = await world.run('svarut', 'sendToPerson', [letter('sak-2026-17')]);
  return [{ letterId: valueOf(sent).letterId }];
};

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
];

/** Each read's own name for the request it makes. */
export const requestOf = ({ operation, name }: Read): string =>
  ({
    getStatus: 'status',
    findByReference: 'metadata',
    checkNotificationRules: 'personer',
    lookUpContactInfo: 'personer',
    lookUpByKjennemerke: 'bulkKjennemerke',
    searchByFoedselsnummer: 'sokFodselsnummer',
    listVehiclesOfPerson: 'ksPerson',
  })[operation] ?? (name.startsWith('many') ? 'bulkoppslag' : 'person');
