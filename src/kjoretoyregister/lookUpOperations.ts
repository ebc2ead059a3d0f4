/**
 * Looking up the vehicle one has the plate or the number of.
 */
import { defineOperation, type Operation, type Outcome } from '../operations/operation';
import type { Session } from '../session';
import type { Asked, Key } from './client';
import { VEHICLE, HITS } from './examples';
import { dtg, kjennemerke, kuid, SHOWN, understellsnummer } from './fields';
import { findByUnderstellsnummer, type Listing } from './listing';
import { BULK_LIMIT, lookUp } from './lookUp';
import { simplify } from './simplify';

const SENSITIVE = ['owner', 'coOwner', 'responsibleUser', 'raw'];

/** Inputs of one call differ in what they ask for alone, so the first has the settings of all. */
const lookUpAll = async (session: Session, key: Key, inputs: readonly (Listing & Asked)[]): Promise<Outcome[]> => {
  const [settings] = inputs;
  if (!settings) return [];
  const asked = inputs.map((input): Asked => ({ [key]: input[key], ...(input.dtg && { dtg: input.dtg }) }));
  return lookUp(session, settings.fiksOrgId, key, asked, (vehicle, question) =>
    simplify(vehicle, settings, question?.dtg === undefined ? session.ports.now() : undefined),
  );
};

const lookUpByKjennemerke = defineOperation<Session>()({
  name: 'lookUpByKjennemerke',
  title: { en: 'Look Up Vehicle by Plate (kjennemerke)', nb: 'Slå opp kjøretøy på kjennemerke' },
  summary: {
    en: 'The vehicle with a plate, now or at a moment: make, model, status, EU control, fuel and weights, and the owner if asked for. Many inputs become few calls.',
    nb: 'Kjøretøyet med et skilt, nå eller på et tidspunkt: merke, modell, status, EU-kontroll, drivstoff og vekter, og eieren hvis du ber om det. Mange oppslag blir til få kall.',
  },
  effect: 'read',
  endpoints: ['POST /bulk/kjennemerke'],
  fields: [kjennemerke, dtg, ...SHOWN],
  batch: { limit: BULK_LIMIT, on: ['kjennemerke', 'dtg'] },
  sensitive: SENSITIVE,
  example: { ...VEHICLE, quotaLeft: null },
  all: (session, inputs) => lookUpAll(session, 'kjennemerke', inputs),
});

const lookUpByKuid = defineOperation<Session>()({
  name: 'lookUpByKuid',
  title: { en: 'Look Up Vehicle by ID (kuid)', nb: 'Slå opp kjøretøy på kuid' },
  summary: {
    en: "The vehicle with the register's own id, which never moves to another vehicle as a plate can, now or at a moment. Many inputs become few calls.",
    nb: 'Kjøretøyet med registerets egen id, som aldri flyttes til et annet kjøretøy slik et skilt kan, nå eller på et tidspunkt. Mange oppslag blir til få kall.',
  },
  effect: 'read',
  endpoints: ['POST /bulk/kuid'],
  fields: [kuid, dtg, ...SHOWN],
  batch: { limit: BULK_LIMIT, on: ['kuid', 'dtg'] },
  sensitive: SENSITIVE,
  example: { ...VEHICLE, quotaLeft: null },
  all: (session, inputs) => lookUpAll(session, 'kuid', inputs),
});

const lookUpByUnderstellsnummer = defineOperation<Session>()({
  name: 'lookUpByUnderstellsnummer',
  title: { en: 'Look Up Vehicles by Chassis Number (VIN)', nb: 'Slå opp kjøretøy på understellsnummer' },
  summary: {
    en: 'The vehicles with a chassis number, always as a list: old vehicles of different makes can have the same number.',
    nb: 'Kjøretøyene med et understellsnummer, alltid som en liste: eldre kjøretøy av ulike merker kan ha samme nummer.',
  },
  effect: 'read',
  endpoints: ['GET /bulk/understellsnummer/{understellsnummer}'],
  fields: [understellsnummer, ...SHOWN],
  sensitive: ['vehicles'],
  example: HITS,
  each: (session, input) => findByUnderstellsnummer(session, input, input.understellsnummer),
});

export const lookUpOperations: readonly Operation<Session>[] = [
  lookUpByKjennemerke,
  lookUpByKuid,
  lookUpByUnderstellsnummer,
];
