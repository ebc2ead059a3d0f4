import { ServiceError } from '../../http/serviceError';
import { defineOperation, failed, succeeded, type JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { accountOf } from '../client/calls';
import { STATUS_LIMIT } from '../client/shipments';
import { kontoId } from '../sending/fields/once';
import { meaningOf, type StatusClass } from '../status';
import { lastStatus, letterId, previousStatus } from './fields';
import { statusesOf } from './statusesOf';

const unknownLetter = (): ServiceError =>
  new ServiceError(
    'ERR_NOT_FOUND',
    'SvarUt knows no letter with that id on this account.',
    'Check the letter id and the account.',
    { service: 'svarut', field: 'letterId' },
  );

const DELETED = 'SLETTET';

/** The form every state has: what else stands in an item under the name of `status` is something else's. */
const asState = (text: string | undefined): string | null =>
  text !== undefined && /^[A-ZÆØÅ][A-ZÆØÅ0-9_]+$/.test(text) ? text : null;

interface Before {
  readonly previousStatus: string | undefined;
  readonly lastStatus: string | undefined;
}

/** What a look tells beside the look before it. Removal of the documents hides the outcome, so that is kept. */
const sinceBefore = (status: string, before: Before): JsonObject => {
  const previous = asState(before.previousStatus);
  const beforeDeletion = previous === DELETED ? asState(before.lastStatus) : previous;
  const last = status === DELETED ? beforeDeletion : null;
  return {
    previousStatus: previous,
    changed: status !== previous,
    lastStatus: last,
    lastStatusClass: last === null ? null : meaningOf(last).statusClass,
  };
};

const OUTCOMES: readonly StatusClass[] = ['delivered', 'failed', 'closed'];

/** A state that is new to us is not the end; and what was delivered before its documents were removed was delivered. */
const branchOf = ({ statusClass, lastStatusClass }: JsonObject): string => {
  const known = [lastStatusClass, statusClass].find((one) => OUTCOMES.includes(one as StatusClass));
  return (known as StatusClass | undefined) ?? 'inProgress';
};

export const getStatusOperation = defineOperation<Session>()({
  name: 'getStatus',
  title: { en: 'Get Status', nb: 'Hent status' },
  summary: {
    en: 'Where letters are: the state, what it means, whether it has changed, and whether anything more is to be expected.',
    nb: 'Hvor brevene er: statusen, hva den betyr, om den er endret, og om noe mer er ventet.',
  },
  effect: 'read',
  endpoints: ['POST /v3/kontoer/{kontoId}/forsendelser/status/sok'],
  fields: [letterId, previousStatus, lastStatus, kontoId],
  batch: { limit: STATUS_LIMIT, on: ['letterId', 'previousStatus', 'lastStatus'] },
  sensitive: [],
  example: {
    letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
    status: 'LEVERT_SDP',
    changedAt: '2026-11-20T10:00:05+01:00',
    statusClass: 'delivered',
    final: true,
    channel: 'digital',
    previousStatus: 'SENDT_SDP',
    changed: true,
    lastStatus: null,
    lastStatusClass: null,
  },
  branches: {
    names: [
      { value: 'inProgress', label: { en: 'In Progress', nb: 'Underveis' } },
      { value: 'delivered', label: { en: 'Delivered', nb: 'Levert' } },
      { value: 'failed', label: { en: 'Not Delivered', nb: 'Ikke levert' } },
      { value: 'closed', label: { en: 'Closed', nb: 'Avsluttet' } },
    ],
    of: branchOf,
  },
  all: async (session, inputs) => {
    const ids = inputs.map((input) => input.letterId);
    const statuses = await statusesOf(session, accountOf(session, inputs[0]?.kontoId), ids);
    return inputs.map((input) => {
      const known = statuses.get(input.letterId.toLowerCase());
      if (!known) return failed(unknownLetter());
      return succeeded({
        letterId: input.letterId,
        status: known.status,
        changedAt: known.sisteStatusEndring ?? null,
        channel: null,
        ...meaningOf(known.status),
        ...sinceBefore(known.status, input),
      });
    });
  },
});
