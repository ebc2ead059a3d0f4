import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';
import type { SandboxState } from '../state.js';
import { onlookerOf } from './onlooker.js';
import type { VehicleSettings } from './settings.js';
import { simplifiedVehiclesOf } from './simplified.js';

const ROWS_WHEN_NOT_ASKED = 100;

/** KS' own interface beside the mirrored one: the identity number stands in the body, and rows are counted from zero. */
export const ksRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.post('/person', { config: { operation: 'ksPerson' } }, async ({ body }) => {
    const { fnr } = fieldsOf(body);
    if (typeof fnr !== 'string' || !/^\d{11}$/.test(fnr)) throw malformed('fnr must be a text of eleven digits');
    const kjoretoy = simplifiedVehiclesOf('person', ({ person }) => person?.fodselsnummer === fnr, onlookerOf(state));
    requireVehicles(kjoretoy, state.settings);
    return { fnr, kjoretoy };
  });

  app.post('/organisasjon', { config: { operation: 'ksOrganisasjon' } }, async ({ body }) => {
    const { organisasjonsnummer, fra = 0, antall = ROWS_WHEN_NOT_ASKED } = fieldsOf(body);
    if (typeof organisasjonsnummer !== 'string' || !/^\d{9}$/.test(organisasjonsnummer)) {
      throw malformed('organisasjonsnummer must be a text of nine digits');
    }
    if (!isWholeNumber(fra) || !isWholeNumber(antall)) throw malformed('fra and antall must be whole numbers from 0');
    const vehicles = simplifiedVehiclesOf(
      'organisasjon',
      ({ enhet }) => enhet?.organisasjonsnummer === organisasjonsnummer,
      onlookerOf(state),
    );
    requireVehicles(vehicles, state.settings);
    return { organisasjonsnummer, kjoretoy: vehicles.slice(fra, fra + antall) };
  });
};

const requireVehicles = (found: readonly object[], { ksNoVehicles }: VehicleSettings): void => {
  if (found.length > 0 || ksNoVehicles === 'empty') return;
  throw new Refusal(404, 'Ingen treff', 'nothing is known of whom was asked for');
};

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> => {
  if (typeof body === 'object' && body !== null) return body as Readonly<Record<string, unknown>>;
  throw malformed('the body must be an object');
};

const isWholeNumber = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

const malformed = (reason: string): Refusal => new Refusal(400, 'Ugyldig forespørsel', reason);
