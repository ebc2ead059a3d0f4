/**
 * A certificate that expires stops every flow at once; a new one takes weeks to get.
 */
import type { Token } from './grant';

const DAY_MS = 86_400_000;
/** Days. */
const WARN_BEFORE = 30;

/** The sentence to show from 30 days before; nothing before that, or for a bare key. */
export const certificateWarning = (
  { certificateExpires }: Pick<Token, 'certificateExpires'>,
  nowMs: number,
): string | undefined => {
  if (certificateExpires === undefined) return undefined;
  const days = Math.floor((certificateExpires - nowMs) / DAY_MS);
  if (days >= WARN_BEFORE) return undefined;
  if (days < 0) return 'The certificate in the Maskinporten credential has expired. Order a new one now.';
  return `The certificate in the Maskinporten credential expires in ${days} day${days === 1 ? '' : 's'}. Order a new one, and put it in the credential before then.`;
};
