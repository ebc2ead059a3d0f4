/**
 * What a shipment's state means (fact sheet svarut §8). The classes are our reading; the state itself is always kept.
 */
export type StatusClass = 'inProgress' | 'delivered' | 'failed' | 'closed' | 'unknown';

interface Meaning {
  readonly statusClass: StatusClass;
  /** Nothing more is expected to happen. */
  readonly final: boolean;
  /** How the letter goes, where the state tells. */
  readonly channel?: 'digital' | 'print';
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  MOTTATT: { statusClass: 'inProgress', final: false },
  AKSEPTERT: { statusClass: 'inProgress', final: false },
  KLAR_FOR_MOTTAK: { statusClass: 'inProgress', final: false, channel: 'digital' },
  SENDT_ALTINN: { statusClass: 'inProgress', final: false, channel: 'digital' },
  // Not final: an unread letter in Altinn is printed after some days.
  LEVERT_ALTINN: { statusClass: 'inProgress', final: false, channel: 'digital' },
  SENDT_SDP: { statusClass: 'inProgress', final: false, channel: 'digital' },
  LEVERT_SDP: { statusClass: 'delivered', final: true, channel: 'digital' },
  SENDT_DIGITALT: { statusClass: 'delivered', final: true, channel: 'digital' },
  LEST: { statusClass: 'delivered', final: true, channel: 'digital' },
  SENDT_PRINT: { statusClass: 'inProgress', final: false, channel: 'print' },
  PRINTET: { statusClass: 'delivered', final: true, channel: 'print' },
  SENDT_NHN_MOTTAKER: { statusClass: 'inProgress', final: false, channel: 'digital' },
  LEVERT_NHN_MOTTAKER: { statusClass: 'delivered', final: true, channel: 'digital' },
  MANUELT_HANDTERT: { statusClass: 'closed', final: true },
  AVVIST: { statusClass: 'failed', final: true },
  FEILET_UNDER_MOTTAK: { statusClass: 'failed', final: true },
  IKKE_LEVERT: { statusClass: 'failed', final: true },
  SLETTET: { statusClass: 'closed', final: true },
};

const UNKNOWN: Meaning = { statusClass: 'unknown', final: false };

export const meaningOf = (status: string): Meaning => MEANINGS[status] ?? UNKNOWN;

/** States in which SvarUt never took the letter on: nothing reached, or will reach, the recipient. */
const NEVER_TAKEN = new Set(['AVVIST', 'FEILET_UNDER_MOTTAK']);

export const wasTaken = (status: string | undefined): boolean => status === undefined || !NEVER_TAKEN.has(status);
