import { createHash } from 'node:crypto';
import { maskPersonIdentifiers } from '../identifiers.js';
import { historyOf, lastStateOf, type Letter } from '../svarut/letterBox.js';

/** A letter as the program interface shows it. The recipient is masked; the hash tells whether two letters share one. */
export const viewOfLetter = (letter: Letter, elapsed: number) => {
  const { mottaker, tittel, eksternReferanse, kunDigitalLevering } = letter.forsendelse;
  return {
    id: letter.id,
    receivedAt: letter.receivedAt.toISOString(),
    kontoId: letter.kontoId,
    endpoint: letter.endpoint,
    eksternReferanse: eksternReferanse ?? null,
    tittel,
    channel: letter.channel,
    state: lastStateOf(letter, elapsed).state,
    timeline: historyOf(letter, elapsed).map(({ state, at }) => ({ state, at: at.toISOString() })),
    recipient: mottaker.digitalId === undefined ? null : maskPersonIdentifiers(mottaker.digitalId),
    recipientIdHash:
      mottaker.digitalId === undefined ? null : createHash('sha256').update(mottaker.digitalId).digest('hex'),
    address: mottaker.adresse ?? null,
    kunDigitalLevering: kunDigitalLevering ?? false,
    documents: letter.documents.map(({ filnavn, mimeType, size, sha256 }) => ({ filnavn, mimeType, size, sha256 })),
  };
};
