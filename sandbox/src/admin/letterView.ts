import { createHash } from 'node:crypto';
import { INTEGRATION } from '../fiks/integration.js';
import { maskPersonIdentifiers } from '../identifiers.js';
import type { Forsendelse } from '../svarut/forsendelse.js';
import { dated, historyOf, lastStateOf, type Letter } from '../svarut/letter.js';

/** A letter as the program interface shows it. The recipient is masked; the hash tells whether two letters share one. */
export const viewOfLetter = (letter: Letter, elapsed: number) => {
  const { mottaker, tittel, eksternReferanse, kunDigitalLevering, ...metadata } = letter.forsendelse;
  const recipient = mottaker?.digitalId ?? metadata.pasient?.fodselsnummer;
  return {
    id: letter.id,
    receivedAt: letter.receivedAt.toISOString(),
    integrationId: INTEGRATION.id,
    kontoId: letter.account.kontoId,
    endpoint: letter.endpoint,
    eksternReferanse: eksternReferanse ?? null,
    tittel,
    channel: letter.channel,
    state: lastStateOf(letter, elapsed).state,
    timeline: historyOf(letter, elapsed).map(({ state, at }) => ({ state, at: at.toISOString() })),
    signing: dated(letter, letter.signing, elapsed).map(({ status, at }) => ({ status, at: at.toISOString() })),
    /** Of a letter to the health network, the patient. */
    recipient: recipient === undefined ? null : maskPersonIdentifiers(recipient),
    recipientIdHash: recipient === undefined ? null : createHash('sha256').update(recipient).digest('hex'),
    address: mottaker?.adresse ?? null,
    kunDigitalLevering: kunDigitalLevering ?? false,
    options: optionsOf(metadata),
    deleted: letter.deleted,
    documents: letter.documents.map(({ content: _content, ...document }) => document),
  };
};

/** Everything else the sender chose, with identity numbers masked. */
const optionsOf = ({ pasient: _pasient, dokumenter: _dokumenter, ...options }: Partial<Forsendelse>): unknown =>
  JSON.parse(JSON.stringify(options), (_name, value: unknown) =>
    typeof value === 'string' ? maskPersonIdentifiers(value) : (value ?? undefined),
  );
