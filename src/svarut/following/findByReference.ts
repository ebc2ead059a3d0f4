import { defineOperation, type JsonObject } from '../../operations/operation';
import type { Session } from '../../session';
import { accountOf } from '../client/calls';
import { findByReference, findIdsByReference } from '../client/shipments';
import { kontoId } from '../sending/fields/once';
import type { KnownLetter } from '../model';
import { meaningOf } from '../status';
import { eksternReferanse, idsOnly } from './fields';

const NO_MEANING = { statusClass: null, final: null, channel: null };

const show = ({ id, dato, avgivendeSystem, status }: KnownLetter): JsonObject => ({
  letterId: id,
  receivedAt: dato ?? null,
  avgivendeSystem: avgivendeSystem ?? null,
  status: status ?? null,
  ...NO_MEANING,
  ...(status !== undefined && meaningOf(status)),
});

export const findByReferenceOperation = defineOperation<Session>()({
  name: 'findByReference',
  title: { en: 'Find by Reference', nb: 'Finn på referanse' },
  summary: {
    en: 'The letters of an account that were sent with a reference, with their states.',
    nb: 'Brevene på en konto som er sendt med en referanse, med status.',
  },
  effect: 'read',
  endpoints: ['GET /v2/kontoer/{kontoId}/forsendelser/metadata', 'GET /v2/kontoer/{kontoId}/forsendelser'],
  fields: [eksternReferanse, idsOnly, kontoId],
  sensitive: [],
  example: {
    eksternReferanse: 'sak-2026-101',
    letters: [
      {
        letterId: '6f1d2c3b-4a59-4867-9586-a7b8c9d0e1f2',
        receivedAt: '2026-11-20T10:00:00+01:00',
        avgivendeSystem: 'Sak og arkiv',
        status: 'LEST',
        statusClass: 'delivered',
        final: true,
        channel: 'digital',
      },
    ],
  },
  each: async (session, input) => {
    const find = input.idsOnly ? findIdsByReference : findByReference;
    const letters = await find(session, accountOf(session, input.kontoId), input.eksternReferanse);
    return { eksternReferanse: input.eksternReferanse, letters: letters.map(show) };
  },
});
