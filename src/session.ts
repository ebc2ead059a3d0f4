/**
 * What an execution brings with it: the host's ports and the credentials chosen on the node. The services work in it;
 * nothing in it outlives the execution except the token cache of the process.
 */
import type { InputRules } from './operations/checkInput';
import type { FiksCredential } from './fiks/credential';
import type { Ports } from './http/transport';
import type { MaskinportenCredential } from './maskinporten/credential';

export interface Session {
  readonly ports: Ports;
  readonly signal?: AbortSignal;
  readonly maskinporten: MaskinportenCredential;
  /** Absent on nodes that need none. */
  readonly fiks?: FiksCredential;
  /** What the host calls the execution of which this is a part, the same for every turn of a loop; absent where there is none. */
  readonly execution?: string;
  /** How many a single input has come to, of how many nobody knows; for a host that can show it. */
  readonly onProgress?: (done: number) => void;
}

const executions = new WeakMap<Session, Session>();

/** The session an execution began with: what is remembered for as long as the execution lasts is kept under it. */
export const executionOf = (session: Session): Session => executions.get(session) ?? session;

/** The same execution on behalf of another organisation (`consumer_org`); empty keeps the one in the credential. */
export const actingFor = (session: Session, consumerOrg: string): Session => {
  if (consumerOrg === '' || consumerOrg === session.maskinporten.consumerOrg) return session;
  const acting = { ...session, maskinporten: { ...session.maskinporten, consumerOrg } };
  executions.set(acting, executionOf(session));
  return acting;
};

/** Real persons exist only in production; everywhere else only synthetic numbers may be used, and never there. */
export const inputRulesFor = ({ environment }: MaskinportenCredential): InputRules => ({
  realPersons: environment === 'production',
});
