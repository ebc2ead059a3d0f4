/**
 * What the states of a signing mean (fact sheet svarut §3, §7). The classes are our reading; the state itself is kept.
 */
import type { SigningEvent } from '../client/oneLetter';

export type SigningClass = 'waiting' | 'signed' | 'refused' | 'expired' | 'failed' | 'unknown';

interface Meaning {
  readonly signingStatusClass: SigningClass;
  /** A refusal cannot be taken back, and nobody signs after the end of the time. */
  readonly signingFinal: boolean;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  VENTER_SIGNERING: { signingStatusClass: 'waiting', signingFinal: false },
  SIGNERT_AV_MOTTAKER: { signingStatusClass: 'signed', signingFinal: true },
  AVVIST_AV_MOTTAKER: { signingStatusClass: 'refused', signingFinal: true },
  UTLOPT: { signingStatusClass: 'expired', signingFinal: true },
  // Not the recipient's doing: the account has no agreement about signing, for example.
  AVVIST_AV_SVARUT: { signingStatusClass: 'failed', signingFinal: true },
};

const UNKNOWN: Meaning = { signingStatusClass: 'unknown', signingFinal: false };

export const signingMeaningOf = (status: string): Meaning => MEANINGS[status] ?? UNKNOWN;

/** The one that happened last, wherever it stands; of two at the same moment the later in the list. */
export const latestOf = (events: readonly SigningEvent[]): SigningEvent | undefined =>
  events.reduce<SigningEvent | undefined>(
    (latest, event) => (latest && Date.parse(event.tidspunkt) < Date.parse(latest.tidspunkt) ? latest : event),
    undefined,
  );
