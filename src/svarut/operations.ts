/**
 * What a user can have SvarUt do.
 */
import { ServiceError } from '../http/serviceError';
import { fiksCredentialOf } from '../fiks/fiksCall';
import { defineOperation, failed, succeeded, type JsonObject, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { accountOf, findByReference, getStatuses, STATUS_LIMIT } from './client';
import {
  kontoId,
  foedselsnummer,
  navn,
  postalAddress,
  kunDigitalLevering,
  tittel,
  documents,
  eksternReferanse,
  batchName,
  windowDays,
  avgivendeSystem,
  konteringskode,
  tosidig,
  letterId,
  requiredReference,
} from './fields';
import { letterFrom } from './letter';
import { deriveReference, type LetterIdentity } from './reference';
import { outcomeUnknown, runSendOnce } from './sendLetter';
import type { Verdict } from './sendOnce';
import { oncePerRun } from './sentInRun';
import { meaningOf } from './status';

const resultOf = (verdict: Verdict, reference: string): JsonObject => {
  switch (verdict.outcome) {
    case 'sent':
      return { outcome: 'sent', letterId: verdict.id, eksternReferanse: reference, recovered: verdict.recovered };
    case 'duplicate':
      return {
        outcome: 'duplicate',
        letterId: verdict.letter.id,
        eksternReferanse: reference,
        status: verdict.letter.status ?? null,
      };
    case 'refused':
      throw verdict.error;
    case 'unknown':
      throw outcomeUnknown(verdict.error);
  }
};

interface ReferenceInput extends LetterIdentity {
  readonly eksternReferanse: string | undefined;
}

/** @throws ServiceError ERR_CREDENTIAL_INCOMPLETE when none is given and none can be derived */
const referenceFor = (session: Session, input: ReferenceInput): string =>
  input.eksternReferanse ?? deriveReference(input, fiksCredentialOf(session));

/** A letter that can have no reference fails by itself, wherever it stands. */
const lineOf = (session: Session, input: ReferenceInput): string => {
  try {
    return referenceFor(session, input);
  } catch {
    return '';
  }
};

const sendToPersonOperation = defineOperation<Session>()({
  name: 'sendToPerson',
  title: { en: 'Send to Person', nb: 'Send til person' },
  summary: {
    en: 'Send a letter to a person. SvarUt decides the channel itself: digital mailbox, Altinn, or print to the postal address. A letter whose reference was sent before is not sent again.',
    nb: 'Send et brev til en person. SvarUt velger kanalen selv: digital postkasse, Altinn, eller utskrift til postadressen. Et brev med en referanse som er sendt før, sendes ikke på nytt.',
  },
  effect: 'send',
  fields: [
    foedselsnummer,
    navn,
    postalAddress,
    tittel,
    documents,
    eksternReferanse,
    batchName,
    kunDigitalLevering,
    windowDays,
    tosidig,
    avgivendeSystem,
    konteringskode,
    kontoId,
  ],
  // Two letters that may be the same must not be on their way at the same time.
  serialOn: (session, input) => lineOf(session, input as unknown as ReferenceInput),
  sensitive: [],
  example: {
    outcome: 'sent',
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    eksternReferanse: 'sak-2026-101',
    recovered: false,
  },
  each: async (session, input) => {
    const account = accountOf(session, input.kontoId);
    const reference = referenceFor(session, input);
    const letter = letterFrom(input, reference);
    const verdict = await oncePerRun(session, account, letter, () =>
      runSendOnce(session, letter, { kontoId: account, windowDays: input.windowDays }),
    );
    return resultOf(verdict, reference);
  },
});

const findByReferenceOperation = defineOperation<Session>()({
  name: 'findByReference',
  title: { en: 'Find by Reference', nb: 'Finn på referanse' },
  summary: {
    en: 'The letters of an account that were sent with a reference, with their states.',
    nb: 'Brevene på en konto som er sendt med en referanse, med status.',
  },
  effect: 'read',
  fields: [requiredReference, kontoId],
  sensitive: [],
  example: {
    eksternReferanse: 'sak-2026-101',
    letters: [
      {
        letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
        receivedAt: '2026-11-20T10:00:00+01:00',
        status: 'LEST',
        statusClass: 'delivered',
        final: true,
        channel: 'digital',
      },
    ],
  },
  each: async (session, input) => {
    const letters = await findByReference(session, accountOf(session, input.kontoId), input.eksternReferanse);
    return {
      eksternReferanse: input.eksternReferanse,
      letters: letters.map(({ id, dato, status }) => ({
        letterId: id,
        receivedAt: dato ?? null,
        status: status ?? null,
        ...(status ? { ...meaningOf(status) } : {}),
      })),
    };
  },
});

const unknownLetter = (): ServiceError =>
  new ServiceError(
    'ERR_NOT_FOUND',
    'SvarUt knows no letter with that id on this account.',
    'Check the letter id and the account.',
    { service: 'svarut', field: 'letterId' },
  );

const getStatusOperation = defineOperation<Session>()({
  name: 'getStatus',
  title: { en: 'Get Status', nb: 'Hent status' },
  summary: {
    en: 'Where letters are: the state, what it means, and whether anything more is to be expected.',
    nb: 'Hvor brevene er: statusen, hva den betyr, og om noe mer er ventet.',
  },
  effect: 'read',
  fields: [letterId, kontoId],
  batch: { limit: STATUS_LIMIT, on: 'letterId' },
  sensitive: [],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    status: 'LEVERT_SDP',
    changedAt: '2026-11-20T10:00:05+01:00',
    statusClass: 'delivered',
    final: true,
    channel: 'digital',
  },
  all: async (session, inputs) => {
    const account = accountOf(session, inputs[0]?.kontoId);
    const statuses = await getStatuses(
      session,
      account,
      inputs.map((input) => input.letterId),
    );
    return inputs.map((input) => {
      const known = statuses.get(input.letterId.toLowerCase());
      if (!known) return failed(unknownLetter());
      return succeeded({
        letterId: input.letterId,
        status: known.status,
        changedAt: known.sisteStatusEndring ?? null,
        channel: null,
        ...meaningOf(known.status),
      });
    });
  },
});

export const svarutOperations: readonly Operation<Session>[] = [
  sendToPersonOperation,
  getStatusOperation,
  findByReferenceOperation,
];
