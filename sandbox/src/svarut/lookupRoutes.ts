import type { FastifyInstance } from 'fastify';
import { isUuid } from '../identifiers.js';
import { osloTimestamp } from '../osloTime.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { accountFor } from './access.js';
import type { Account } from './accounts.js';
import { lastStateOf, type Letter } from './letter.js';

interface AccountRoute {
  Params: { kontoId: string };
}

interface ReferenceRoute extends AccountRoute {
  Querystring: { eksternRef?: string | string[] };
}

/** What can be asked about the letters of an account: their states, and which of them have a reference. */
export const lookupRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  const reported = (letter: Letter, elapsed: number) => {
    const last = lastStateOf(letter, elapsed);
    return { status: state.settings.futureState ?? last.state, at: last.at };
  };

  const lettersWithReference = ({ kontoId }: Account, eksternRef: string): readonly Letter[] => {
    const elapsed = state.clock.elapsed();
    const found = state.letters
      .all()
      .filter(
        ({ account, forsendelse, receivedElapsed }) =>
          account.kontoId === kontoId &&
          forsendelse.eksternReferanse === eksternRef &&
          elapsed - receivedElapsed >= state.settings.eksternRefVisibleAfterMs,
      );
    if (found.length > 0 || state.settings.unknownReference === 'empty') return found;
    throw new Refusal(404, 'Fant ingen forsendelser', 'no letter of the account has this reference');
  };

  app.post<AccountRoute>(
    '/v3/kontoer/:kontoId/forsendelser/status/sok',
    { config: { operation: 'status' } },
    async ({ params, body }) => {
      const { kontoId } = accountFor(params.kontoId, 'read');
      const elapsed = state.clock.elapsed();
      const statuser = readIds(body, state.settings.statusIdLimit).flatMap((id) => {
        const letter = state.letters.find(id);
        if (letter?.account.kontoId !== kontoId) return unknownShipment();
        const { status, at } = reported(letter, elapsed);
        return [{ id: letter.id, sisteStatusEndring: osloTimestamp(at), status }];
      });
      return { statuser };
    },
  );

  // What happens to an unknown id is not documented; the official client's behaviour suggests it is left out.
  const unknownShipment = (): [] => {
    if (state.settings.unknownShipment === 'leftOut') return [];
    throw new Refusal(404, 'Fant ikke forsendelsen', 'the account has no letter with one of these ids');
  };

  app.get<ReferenceRoute>(
    '/v2/kontoer/:kontoId/forsendelser',
    { config: { operation: 'eksternRef' } },
    async ({ params, query }) => {
      const account = accountFor(params.kontoId, 'read');
      const letters = lettersWithReference(account, readReference(query.eksternRef));
      return { forsendelseIds: letters.map(({ id }) => id) };
    },
  );

  app.get<ReferenceRoute>(
    '/v2/kontoer/:kontoId/forsendelser/metadata',
    { config: { operation: 'metadata' } },
    async ({ params, query }) => {
      const account = accountFor(params.kontoId, 'read');
      const elapsed = state.clock.elapsed();
      return {
        forsendelser: lettersWithReference(account, readReference(query.eksternRef)).map((letter) => ({
          id: letter.id,
          dato: osloTimestamp(letter.receivedAt),
          ...(letter.forsendelse.avgivendeSystem && { avgivendeSystem: letter.forsendelse.avgivendeSystem }),
          ...(state.settings.statusInMetadata && { status: reported(letter, elapsed).status }),
        })),
      };
    },
  );
};

const isUuidText = (value: unknown): value is string => typeof value === 'string' && isUuid(value);

const readIds = (body: unknown, limit: number | null): readonly string[] => {
  const ids = (body as { id?: unknown } | null)?.id;
  if (!Array.isArray(ids) || !ids.every(isUuidText)) {
    throw new Refusal(400, 'Ugyldig forespørsel', 'id must be a list of UUIDs');
  }
  if (limit !== null && ids.length > limit) {
    throw new Refusal(400, 'For mange forsendelser', `${ids.length} ids, and statusIdLimit is ${limit}`);
  }
  return ids;
};

const readReference = (eksternRef: string | string[] | undefined): string => {
  if (typeof eksternRef === 'string' && eksternRef !== '') return eksternRef;
  throw new Refusal(400, 'Ugyldig forespørsel', 'eksternRef must be given once and not be empty');
};
