import { createHash } from 'node:crypto';
import { maskPersonIdentifiers } from '../identifiers.js';
import type { Forsendelse } from '../svarut/forsendelse.js';
import {
  dated,
  journeyOf,
  lastStateOf,
  untilNextState,
  type KeptBytes,
  type Letter,
  type LetterDocument,
} from '../svarut/letter.js';
import { anything, flag, list, number, object, oneOf, orNull, text, time, whole } from '../schema.js';
import { senderSchema } from './senderSchema.js';

/** A letter as the program interface shows it. The recipient is masked; the hash tells whether two letters share one. */
export const viewOfLetter = (letter: Letter, elapsed: number) => {
  const { mottaker, tittel, eksternReferanse, kunDigitalLevering, ...metadata } = letter.forsendelse;
  const recipient = mottaker?.digitalId ?? metadata.pasient?.fodselsnummer;
  return {
    id: letter.id,
    receivedAt: letter.receivedAt.toISOString(),
    sender: letter.sender,
    kontoId: letter.account.kontoId,
    endpoint: letter.endpoint,
    eksternReferanse: eksternReferanse ?? null,
    tittel,
    channel: letter.channel,
    state: lastStateOf(letter, elapsed).state,
    timeline: journeyOf(letter, elapsed).map(({ at, ...station }) => ({ ...station, at: at.toISOString() })),
    nextStateInSeconds: secondsOf(untilNextState(letter, elapsed)),
    signing: dated(letter, letter.signing, elapsed).map(({ status, at }) => ({ status, at: at.toISOString() })),
    recipient: recipient === undefined ? null : maskPersonIdentifiers(recipient),
    recipientIdHash: recipient === undefined ? null : createHash('sha256').update(recipient).digest('hex'),
    address: mottaker?.adresse ?? null,
    kunDigitalLevering: kunDigitalLevering ?? false,
    options: optionsOf(metadata),
    deleted: letter.deleted,
    metadata: viewOfBytes(letter.metadata, `/admin/letters/${letter.id}/metadata`),
    documents: letter.documents.map((document, index) => viewOfDocument(letter, document, index)),
  };
};

const secondsOf = (milliseconds: number | undefined): number | null =>
  milliseconds === undefined ? null : Math.ceil(milliseconds) / 1000;

const viewOfBytes = ({ size, sha256, content }: KeptBytes, path: string) => ({
  size,
  sha256,
  download: content ? path : null,
});

const viewOfDocument = (letter: Letter, { content, ...document }: LetterDocument, index: number) => ({
  ...document,
  ...viewOfBytes({ ...document, content }, `/admin/letters/${letter.id}/documents/${index}`),
});

/** Everything else the sender chose, with identity numbers masked. */
const optionsOf = ({ pasient: _pasient, dokumenter: _dokumenter, ...options }: Partial<Forsendelse>): unknown =>
  JSON.parse(JSON.stringify(options), (_name, value: unknown) =>
    typeof value === 'string' ? maskPersonIdentifiers(value) : (value ?? undefined),
  );

const fingerprint = { size: whole, sha256: text };
const kept = {
  ...fingerprint,
  download: { ...orNull(text), description: 'path of its bytes; null when they were not kept' },
};

export const letterSchema = object({
  id: text,
  receivedAt: time,
  sender: senderSchema,
  kontoId: text,
  endpoint: oneOf('person', 'organisasjon', 'nhn', 'print'),
  eksternReferanse: orNull(text),
  tittel: text,
  channel: text,
  state: text,
  timeline: {
    ...list(object({ state: text, at: time, reached: flag })),
    description: 'every state, also those to come if nobody intervenes',
  },
  nextStateInSeconds: {
    ...orNull(number),
    description: 'how far the clock must go for the next state; null when there is none to come',
  },
  signing: list(object({ status: text, at: time })),
  recipient: { ...orNull(text), description: 'masked; of a letter to the health network, the patient' },
  recipientIdHash: { ...orNull(text), description: 'SHA-256 of the number' },
  address: { type: ['object', 'null'] },
  kunDigitalLevering: flag,
  options: { type: 'object', description: 'what else the sender chose' },
  deleted: oneOf(null, 'ORIGINALDOKUMENTER', 'ALLE'),
  metadata: { ...object(kept), description: 'the first part of the upload, as it came' },
  documents: list({
    type: 'object',
    required: ['filnavn', 'mimeType', ...Object.keys(kept)],
    properties: {
      filnavn: text,
      mimeType: text,
      ...kept,
      encrypted: { ...object(fingerprint), description: 'as it came over the wire' },
    },
    additionalProperties: anything,
  }),
});
