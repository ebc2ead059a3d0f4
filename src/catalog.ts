/**
 * Everything the nodes can do. The hosts walk this list and know no service by name.
 */
import type { Text } from './operations/field';
import type { Operation } from './operations/operation';
import type { Trigger } from './operations/trigger';
import type { Session } from './session';
import { checkConnectionOperation } from './connection/operation';
import type { ConnectionPlan } from './connection/plan';
import { forConsumer, triggerForConsumer } from './consumerOrg';
import { folkeregisterConnection } from './folkeregister/connection';
import { eventTrigger } from './folkeregister/events/trigger';
import { folkeregisterOperations } from './folkeregister/operations';
import { kjoretoyregisterConnection } from './kjoretoyregister/connection';
import { kjoretoyregisterOperations } from './kjoretoyregister/operations';
import { krrConnection } from './krr/connection';
import { krrOperations } from './krr/operations';
import { svarutConnection } from './svarut/connection';
import { isOfTheLiving } from './folkeregister/recipient/standing';
import { recipientsThrough } from './letterRecipients';
import { svarutOperations } from './svarut/operations';
import { statusTrigger } from './svarut/statusTrigger';

export interface Service {
  readonly name: 'folkeregister' | 'krr' | 'kjoretoyregister' | 'svarut';
  readonly title: Text;
  readonly summary: Text;
  /** Whether its calls carry the headers of a Fiks integration. */
  readonly needsFiks: boolean;
  /** The choice on the node with which its calls do all the same. */
  readonly mayUseFiks?: { readonly field: string; readonly is: string };
  /** The choice on the node with which its calls do not. */
  readonly mayDoWithoutFiks?: { readonly field: string; readonly is: string };
  readonly operations: readonly Operation<Session>[];
  /** What a flow can begin with. */
  readonly trigger?: Trigger<Session>;
  readonly connection: ConnectionPlan;
}

const getPerson = folkeregisterOperations.find(({ name }) => name === 'getPerson');
if (!getPerson) throw new Error('letters need getPerson');
const findRecipients = recipientsThrough(getPerson, isOfTheLiving);

export const SERVICES = {
  folkeregister: {
    name: 'folkeregister',
    title: { en: 'Folkeregister', nb: 'Folkeregister' },
    summary: {
      en: 'Look up and find persons in the Norwegian National Population Register, through KS Fiks or directly',
      nb: 'Slå opp og finn personer i Folkeregisteret, gjennom KS Fiks eller direkte',
    },
    needsFiks: true,
    mayDoWithoutFiks: { field: 'route', is: 'skatteetaten' },
    operations: folkeregisterOperations.map(forConsumer),
    trigger: triggerForConsumer(eventTrigger),
    connection: folkeregisterConnection,
  },
  krr: {
    name: 'krr',
    title: { en: 'KRR (Kontakt- og reservasjonsregisteret)', nb: 'KRR (Kontakt- og reservasjonsregisteret)' },
    summary: {
      en: 'Check whether a person may be notified digitally, and on which channel',
      nb: 'Sjekk om en person kan varsles digitalt, og på hvilken kanal',
    },
    needsFiks: false,
    mayUseFiks: { field: 'route', is: 'fiks' },
    operations: krrOperations.map(forConsumer),
    connection: krrConnection,
  },
  kjoretoyregister: {
    name: 'kjoretoyregister',
    title: { en: 'Kjøretøyregister', nb: 'Kjøretøyregister' },
    summary: {
      en: 'Look up and search for vehicles and their owners in the Norwegian vehicle register through KS Fiks',
      nb: 'Slå opp og søk etter kjøretøy og eierne deres i kjøretøyregisteret gjennom KS Fiks',
    },
    needsFiks: true,
    operations: [...kjoretoyregisterOperations, checkConnectionOperation(kjoretoyregisterConnection)].map(forConsumer),
    connection: kjoretoyregisterConnection,
  },
  svarut: {
    name: 'svarut',
    title: { en: 'SvarUt', nb: 'SvarUt' },
    summary: {
      en: 'Send letters through KS SvarUt, once, and follow them until they have arrived',
      nb: 'Send brev gjennom KS SvarUt, én gang, og følg dem til de er fremme',
    },
    needsFiks: true,
    operations: [...svarutOperations(findRecipients), checkConnectionOperation(svarutConnection)].map(forConsumer),
    trigger: triggerForConsumer(statusTrigger),
    connection: svarutConnection,
  },
} as const satisfies Record<string, Service>;

export type ServiceKey = keyof typeof SERVICES;

export const CONNECTION_PLANS: readonly ConnectionPlan[] = Object.values(SERVICES).map(({ connection }) => connection);

/** The field of a node that decides whether Fiks is used, with the value that changes it; absent where nothing does. */
export const fiksChoiceOf = ({ mayUseFiks, mayDoWithoutFiks }: Service): Service['mayUseFiks'] =>
  mayUseFiks ?? mayDoWithoutFiks;

/** @param chosen what that field holds for one input */
export const goesThroughFiks = (service: Service, chosen: unknown): boolean => {
  const choice = fiksChoiceOf(service);
  return choice && chosen === choice.is ? !service.needsFiks : service.needsFiks;
};

export const operationNamed = (service: Service, name: string): Operation<Session> | undefined =>
  service.operations.find((operation) => operation.name === name);
