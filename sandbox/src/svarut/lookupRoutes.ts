import type { FastifyInstance } from 'fastify';
import { isUuid } from '../identifiers.js';
import { osloTimestamp } from '../osloTime.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { lastStateOf, type Letter } from './letterBox.js';

interface AccountRoute {
  Params: { kontoId: string };
}

interface ReferenceRoute extends AccountRoute {
  Querystring: { eksternRef?: string | string[] };
}

export const lookupRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  const lettersWithReference = (kontoId: string, eksternRef: string): readonly Letter[] => {
    const elapsed = state.clock.elapsed();
    return state.letters
      .all()
      .filter(
        (letter) =>
          letter.kontoId === kontoId.toLowerCase() &&
          letter.forsendelse.eksternReferanse === eksternRef &&
          elapsed - letter.receivedElapsed >= state.settings.eksternRefVisibleAfterMs,
      );
  };

  app.post<AccountRoute>(
    '/api/v3/kontoer/:kontoId/forsendelser/status/sok',
    { config: { operation: 'status' } },
    async ({ params, body }) => {
      const elapsed = state.clock.elapsed();
      const statuser = readIds(body).flatMap((id) => {
        const letter = state.letters.find(id);
        // What happens to an unknown id is not documented; the official client's behaviour suggests it is left out.
        if (letter?.kontoId !== params.kontoId.toLowerCase()) return [];
        const last = lastStateOf(letter, elapsed);
        return [{ id: letter.id, sisteStatusEndring: osloTimestamp(last.at), status: last.state }];
      });
      return { statuser };
    },
  );

  app.get<ReferenceRoute>(
    '/api/v2/kontoer/:kontoId/forsendelser',
    { config: { operation: 'eksternRef' } },
    async ({ params, query }) => ({
      forsendelseIds: lettersWithReference(params.kontoId, readReference(query.eksternRef)).map(({ id }) => id),
    }),
  );

  app.get<ReferenceRoute>(
    '/api/v2/kontoer/:kontoId/forsendelser/metadata',
    { config: { operation: 'metadata' } },
    async ({ params, query }) => {
      const elapsed = state.clock.elapsed();
      return {
        forsendelser: lettersWithReference(params.kontoId, readReference(query.eksternRef)).map((letter) => ({
          id: letter.id,
          dato: osloTimestamp(letter.receivedAt),
          ...(letter.forsendelse.avgivendeSystem && { avgivendeSystem: letter.forsendelse.avgivendeSystem }),
          status: lastStateOf(letter, elapsed).state,
        })),
      };
    },
  );
};

const isUuidText = (value: unknown): value is string => typeof value === 'string' && isUuid(value);

const readIds = (body: unknown): readonly string[] => {
  const ids = (body as { id?: unknown } | null)?.id;
  if (Array.isArray(ids) && ids.every(isUuidText)) return ids;
  throw new Refusal(400, 'Ugyldig forespørsel', 'id must be a list of UUIDs');
};

const readReference = (eksternRef: string | string[] | undefined): string => {
  if (typeof eksternRef === 'string' && eksternRef !== '') return eksternRef;
  throw new Refusal(400, 'Ugyldig forespørsel', 'eksternRef must be given once and not be empty');
};
