/**
 * Everything the nodes can do. The hosts walk this list and know no service by name.
 */
import type { Text } from './operations/field';
import type { Operation } from './operations/operation';
import type { Session } from './session';
import { folkeregisterOperations } from './folkeregister/operations';
import { krrOperations } from './krr/operations';
import { svarutOperations } from './svarut/operations';

export interface Service {
  readonly name: 'folkeregister' | 'krr' | 'svarut';
  readonly title: Text;
  readonly summary: Text;
  /** Whether its calls carry the headers of a Fiks integration. */
  readonly needsFiks: boolean;
  readonly operations: readonly Operation<Session>[];
}

export const SERVICES = {
  folkeregister: {
    name: 'folkeregister',
    title: { en: 'Folkeregister', nb: 'Folkeregister' },
    summary: {
      en: 'Look up persons in the Norwegian National Population Register through KS Fiks',
      nb: 'Slå opp personer i Folkeregisteret gjennom KS Fiks',
    },
    needsFiks: true,
    operations: folkeregisterOperations,
  },
  krr: {
    name: 'krr',
    title: { en: 'KRR (Kontakt- og reservasjonsregisteret)', nb: 'KRR (Kontakt- og reservasjonsregisteret)' },
    summary: {
      en: 'Check whether a person may be notified digitally, and on which channel',
      nb: 'Sjekk om en person kan varsles digitalt, og på hvilken kanal',
    },
    needsFiks: false,
    operations: krrOperations,
  },
  svarut: {
    name: 'svarut',
    title: { en: 'SvarUt', nb: 'SvarUt' },
    summary: {
      en: 'Send letters through KS SvarUt, once, and follow them until they have arrived',
      nb: 'Send brev gjennom KS SvarUt, én gang, og følg dem til de er fremme',
    },
    needsFiks: true,
    operations: svarutOperations,
  },
} as const satisfies Record<string, Service>;

export type ServiceKey = keyof typeof SERVICES;

export const operationNamed = (service: Service, name: string): Operation<Session> | undefined =>
  service.operations.find((operation) => operation.name === name);
