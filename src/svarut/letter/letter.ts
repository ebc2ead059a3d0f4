/**
 * A letter that is ready to be sent: what the four endpoints have in common (fact sheet svarut §4, §5).
 */
import type { DocumentSource } from '../../http/document';
import type { JsonObject } from '../../operations/operation';

/** The endpoint, by its place on the wire. */
export type Endpoint = 'person' | 'organisasjon' | 'nhn' | 'print';

/** How it may reach its recipient. Which of the two SvarUt chooses is known only afterwards. */
export type Channel = 'digitalOrPrint' | 'digitalOnly' | 'print' | 'healthNetwork';

export interface Letter {
  readonly endpoint: Endpoint;
  readonly channel: Channel;
  readonly tittel: string;
  readonly eksternReferanse: string;
  /** What makes it the same recipient: never shown, only compared and hashed. */
  readonly recipient: string;
  /** The files are to be encrypted with SvarUt's key before they leave. */
  readonly encrypted: boolean;
  /** The part `forsendelse`, in the wire's words. What is undefined is left out. */
  readonly metadata: JsonObject;
  readonly documents: readonly DocumentSource[];
  /** Names of the files that may end on paper, which SvarUt must be able to open. */
  readonly printable: readonly string[];
}
