import type { FastifyInstance } from 'fastify';
import { isPersonIdentifier } from '../identifiers.js';
import { osloTimestamp } from '../osloTime.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { letterFor } from './access.js';
import { documentMetadata } from './documentMetadata.js';
import { dated, intervene, lastStateOf, type Deletion } from './letter.js';
import { EVENT_TEXTS, UNREADABLE_STATES } from './states.js';

interface LetterRoute {
  Params: { forsendelseId: string };
}

interface LestRoute extends LetterRoute {
  Body: { fnr: string; tidspunkt: string; eksterntSystemnavn?: string };
}

interface DeleteRoute extends LetterRoute {
  Querystring: { slettetype: Deletion };
}

const lestSchema = {
  type: 'object',
  required: ['fnr', 'tidspunkt'],
  properties: {
    fnr: { type: 'string', pattern: '^[0-9]{11}$' },
    tidspunkt: { type: 'string', format: 'date-time' },
    eksterntSystemnavn: { type: 'string' },
  },
} as const;

const deleteSchema = {
  type: 'object',
  properties: {
    slettetype: { type: 'string', enum: ['ORIGINALDOKUMENTER', 'ALLE'], default: 'ORIGINALDOKUMENTER' },
  },
} as const;

const LETTER = '/v2/forsendelser/:forsendelseId';

/** What can be asked about one shipment, and done to it. */
export const letterRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.get<LetterRoute>(`${LETTER}/hendelser`, { config: { operation: 'hendelser' } }, async ({ params }) => {
    const letter = letterFor(state, params.forsendelseId, 'read');
    return {
      hendelser: dated(letter, letter.plan, state.clock.elapsed()).map(({ at, hendelse }) => ({
        tidspunkt: osloTimestamp(at),
        hendelse,
      })),
    };
  });

  app.get<LetterRoute>(
    `${LETTER}/signeringshendelser`,
    { config: { operation: 'signeringshendelser' } },
    async ({ params }) => {
      const letter = letterFor(state, params.forsendelseId, 'read');
      return {
        hendelser: dated(letter, letter.signing, state.clock.elapsed()).map(({ at, status, hendelse }) => ({
          tidspunkt: osloTimestamp(at),
          status,
          hendelse,
        })),
      };
    },
  );

  app.get<LetterRoute>(`${LETTER}/metadata`, { config: { operation: 'documentMetadata' } }, async ({ params }) => ({
    dokumenter: documentMetadata(letterFor(state, params.forsendelseId, 'read'), state),
  }));

  app.post<LestRoute>(
    `${LETTER}/lest`,
    { config: { operation: 'markAsRead' }, schema: { body: lestSchema } },
    async ({ params, body }, reply) => {
      const letter = letterFor(state, params.forsendelseId, 'change');
      if (!isPersonIdentifier(body.fnr)) {
        throw new Refusal(400, 'Ugyldig fødselsnummer', 'the control digits of fnr are wrong');
      }
      const elapsed = state.clock.elapsed();
      const { state: last } = lastStateOf(letter, elapsed);
      if (UNREADABLE_STATES.has(last)) {
        throw new Refusal(400, 'Forsendelsen kan ikke leses', `a letter that is ${last} cannot be marked as read`);
      }
      if (last !== 'LEST') intervene(letter, elapsed, { state: 'LEST', hendelse: readIn(body.eksterntSystemnavn) });
      else if (state.settings.lestTwice === 'refused') {
        throw new Refusal(409, 'Forsendelsen er allerede lest', 'the letter is read already, and lestTwice is refused');
      }
      return reply.code(204).send();
    },
  );

  app.delete<DeleteRoute>(
    `${LETTER}/dokumenter`,
    { config: { operation: 'deleteDocuments' }, schema: { querystring: deleteSchema } },
    async ({ params, query: { slettetype } }, reply) => {
      const letter = letterFor(state, params.forsendelseId, 'change');
      const elapsed = state.clock.elapsed();
      if (letter.deleted !== 'ALLE' && letter.deleted !== slettetype) {
        letter.deleted = slettetype;
        const asSlettet = slettetype === 'ALLE' || state.settings.originalsDeletedAsSlettet;
        intervene(letter, elapsed, {
          hendelse: asSlettet ? EVENT_TEXTS.SLETTET : 'Originaldokumentene er slettet',
          ...(asSlettet && { state: 'SLETTET' }),
        });
      }
      return reply.code(204).send();
    },
  );
};

const readIn = (eksterntSystemnavn: string | undefined): string =>
  eksterntSystemnavn === undefined ? EVENT_TEXTS.LEST : `${EVENT_TEXTS.LEST} i ${eksterntSystemnavn}`;
