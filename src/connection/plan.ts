/**
 * What a service needs to work, for a check of the connection.
 */
import type { MaskinportenCredential } from '../maskinporten/credential';
import type { Session } from '../session';

/** A call that asks about nobody and changes nothing, and shows whether the integration may do it. */
export interface Probe {
  /** What the integration must have been given, as in "the role Barnevern". */
  readonly what: string;
  readonly run: (session: Session) => Promise<unknown>;
}

export interface ConnectionPlan {
  /** Root address of the service. */
  readonly address: (credential: MaskinportenCredential) => string;
  /** What each token is asked for, one by one. */
  readonly scope: (credential: MaskinportenCredential) => string;
  readonly probes?: (session: Session) => readonly Probe[];
  /** Its calls, and so its probes, carry no headers of a Fiks integration. */
  readonly withoutFiks?: true;
}
