/**
 * What a case or archive system wants to keep of a letter, whatever became of it.
 */
import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../operations/operation';
import type { Letter } from '../letter/letter';
import { isLongEnough } from '../reference';
import type { InspectedDocument } from './inspect';

const SHORT = 22;

/** Stable for a recipient, and tells nothing of the number to who has not the secret; null without a good one. */
const recipientReference = ({ recipient }: Letter, secret: string): string | null =>
  isLongEnough(secret)
    ? `nk-r-${createHmac('sha256', secret).update(`recipient ${recipient}`).digest('base64url').slice(0, SHORT)}`
    : null;

export interface JournalEvent {
  readonly state: 'sent' | 'duplicate' | 'refused' | 'unknown' | 'validated';
  readonly letterId: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export const journalRecord = (
  letter: Letter,
  documents: readonly InspectedDocument[],
  secret: string,
  { state, letterId, at }: JournalEvent,
): JsonObject => ({
  state,
  letterId,
  recordedAt: new Date(at).toISOString(),
  title: letter.tittel,
  eksternReferanse: letter.eksternReferanse,
  recipientReference: recipientReference(letter, secret),
  channel: letter.channel,
  encrypted: letter.encrypted,
  documents: documents.map(({ filnavn, mimeType, size, sha256 }) => ({ filnavn, mimeType, size, sha256 })),
});
