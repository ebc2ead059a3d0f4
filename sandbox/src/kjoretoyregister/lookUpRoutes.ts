import type { FastifyInstance, FastifyReply } from 'fastify';
import { nextOsloMidnight } from '../osloTime.js';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { bulkEnvelope, chassisEnvelope, tooManyEnvelope, type Answered } from './envelope.js';
import { lookUpChassis, lookUpKuid, lookUpPlate, type Outcome } from './lookUp.js';
import { onlookerOf, type Onlooker } from './onlooker.js';
import { RegisterRefusal, unreadableRequest } from './registerRefusal.js';

interface ChassisRoute {
  Params: { understellsnummer: string };
}

type LookUp = (value: string, dtg: unknown, onlooker: Onlooker) => Outcome;

const BULK: readonly { readonly key: string; readonly operation: string; readonly lookUp: LookUp }[] = [
  { key: 'kjennemerke', operation: 'bulkKjennemerke', lookUp: lookUpPlate },
  { key: 'kuid', operation: 'bulkKuid', lookUp: lookUpKuid },
];

export const lookUpRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  for (const { key, operation, lookUp } of BULK) {
    app.post(`/bulk/${key}`, { config: { operation } }, async ({ body }, reply) => {
      const { bulkEnvelope: form, vehicleBulkLimit, vehicleQuota } = state.settings;
      const items = readItems(body, key, state);
      if (items.length > vehicleBulkLimit) {
        throw new RegisterRefusal(
          400,
          tooManyEnvelope(form, vehicleQuota),
          `${items.length} items; at most ${vehicleBulkLimit} per call`,
        );
      }
      const onlooker = onlookerOf(state);
      const answered = items.map((item): Answered => ({
        request: item,
        outcome: lookUp(item[key] as string, item.dtg, onlooker),
      }));
      takeFromQuota(
        state,
        answered.map(({ outcome }) => outcome),
        reply,
      );
      return bulkEnvelope(form, answered, state.settings.vehicleQuota);
    });
  }

  app.get<ChassisRoute>(
    '/bulk/understellsnummer/:understellsnummer',
    { config: { operation: 'bulkUnderstellsnummer' } },
    async ({ params, url }, reply) => {
      if (state.settings.vehicleSlashInPath === 'refused' && /%2F/i.test(url)) {
        throw new Refusal(400, 'Ugyldig forespørsel', 'the gateway lets no %2F through');
      }
      const outcomes = lookUpChassis(params.understellsnummer, onlookerOf(state));
      takeFromQuota(state, outcomes, reply);
      const { bulkEnvelope: form, vehicleQuota } = state.settings;
      return chassisEnvelope(form, params.understellsnummer, outcomes, vehicleQuota) ?? reply.code(204).send();
    },
  );
};

type Item = Readonly<Record<string, unknown>>;

const readItems = (body: unknown, key: string, state: SandboxState): readonly Item[] => {
  if (!Array.isArray(body)) throw unreadableRequest('the body must be a list', state);
  const items: readonly unknown[] = body;
  const isItem = (item: unknown): item is Item =>
    typeof item === 'object' && item !== null && typeof (item as Item)[key] === 'string';
  if (items.every(isItem)) return items;
  throw unreadableRequest(`item number ${items.findIndex((item) => !isItem(item)) + 1} has no ${key}`, state);
};

/** Each vehicle given out counts. When the day's rest does not suffice, nothing is given out and nothing is counted. */
const takeFromQuota = (state: SandboxState, outcomes: readonly Outcome[], reply: FastifyReply): void => {
  const { vehicleQuota } = state.settings;
  if (vehicleQuota === null) return;
  const vehicles = outcomes.filter((outcome) => 'kjoretoy' in outcome).length;
  if (vehicles > vehicleQuota) {
    reply.header('retry-after', nextOsloMidnight(new Date()).toUTCString());
    throw new RegisterRefusal(
      422,
      'Antall kjøretøy overstiger dagens kvote. Prøv igjen etter midnatt.',
      `${vehicles} vehicles, and ${vehicleQuota} left of the day's quota`,
    );
  }
  state.settings = { ...state.settings, vehicleQuota: vehicleQuota - vehicles };
};
