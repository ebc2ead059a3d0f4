import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SandboxState } from '../state.js';
import { findCustomers } from './customers.js';
import { hitList } from './envelope.js';
import { showToday } from './lookUp.js';
import { onlookerOf } from './onlooker.js';
import {
  CHASSIS_PATTERN,
  DATE,
  DATE_OR_YEAR,
  FLAG,
  GENDER,
  ID,
  MAKE_CODE,
  ORGANISATION_NUMBER,
  OWNER_TYPE,
  PERSON_NUMBER,
  PLATE_PATTERN,
  readParameters,
  ROW,
  TEXT,
  type Shapes,
} from './parameters.js';
import { registerFailure, RegisterRefusal } from './registerRefusal.js';
import { vehicleFilter } from './vehicleFilters.js';

const PAGING = { fra: ROW, antall: ROW };
const FILTERS = { ekskluderVraketUtfort: FLAG, ...PAGING };
const PLACE = { postnummer: TEXT, poststed: TEXT, fylke: TEXT };

interface Search {
  readonly path: string;
  readonly operation: string;
  readonly required: Shapes;
  readonly optional: Shapes;
}

const VEHICLE_SEARCHES: readonly Search[] = [
  {
    path: 'eiernavn',
    operation: 'sokEiernavn',
    required: { navn: TEXT },
    optional: { ...PLACE, fodselsdato: DATE, erPerson: FLAG, ...PAGING },
  },
  {
    path: 'fodselsnummer',
    operation: 'sokFodselsnummer',
    required: { fodselsnummer: PERSON_NUMBER },
    optional: FILTERS,
  },
  {
    path: 'organisasjonsnummer',
    operation: 'sokOrganisasjonsnummer',
    required: { organisasjonsnummer: ORGANISATION_NUMBER },
    optional: FILTERS,
  },
  { path: 'kundeid', operation: 'sokKundeid', required: { kundeid: ID }, optional: FILTERS },
  { path: 'kjennemerke', operation: 'sokKjennemerke', required: { kjennemerke: PLATE_PATTERN }, optional: FILTERS },
  {
    path: 'understellsnummer',
    operation: 'sokUnderstellsnummer',
    required: { understellsnummer: CHASSIS_PATTERN },
    optional: { merkekode: MAKE_CODE, ...FILTERS },
  },
];

const CUSTOMER_SEARCH: Search = {
  path: 'kunde',
  operation: 'sokKunde',
  required: { eiertype: OWNER_TYPE },
  optional: {
    navn: TEXT,
    fornavn: TEXT,
    mellomnavn: TEXT,
    etternavn: TEXT,
    fodselsdato: DATE_OR_YEAR,
    fonetisk: FLAG,
    kjonn: GENDER,
    kommune: TEXT,
    ...PLACE,
  },
};

export const searchRoutes = (state: SandboxState) => async (app: FastifyInstance) => {
  app.addHook('onRequest', async ({ routeOptions }) => {
    if (state.settings.vehicleSearches === 'all' || routeOptions.config.operation === 'sokEiernavn') return;
    throw new RegisterRefusal(
      403,
      registerFailure('INGEN_TILGANG', state),
      'KS may only search by the name of an owner',
    );
  });

  for (const { path, operation, required, optional } of VEHICLE_SEARCHES) {
    app.get(`/sok/${path}`, { config: { operation } }, async ({ query }, reply) => {
      const parameters = readParameters(query, required, optional);
      const onlooker = onlookerOf(state);
      const hits = onlooker.vehicles.all.filter(vehicleFilter(parameters, onlooker.today));
      if (hits.length === 0) return nothingFound(reply);
      const first = Number(parameters.fra ?? 1) - 1;
      const { vehicleRows, vehicleMostRows } = onlooker.settings;
      const rows = Math.min(Number(parameters.antall ?? vehicleRows), vehicleMostRows);
      const page = hits.slice(first, first + rows).map((vehicle) => showToday(vehicle, onlooker));
      return hitList(page, hits.length);
    });
  }

  const { path, operation, required, optional } = CUSTOMER_SEARCH;
  app.get(`/sok/${path}`, { config: { operation } }, async ({ query }, reply) => {
    const kunder = findCustomers(readParameters(query, required, optional), onlookerOf(state));
    if (kunder.length === 0) return nothingFound(reply);
    return { responskoder: [], antallITreffliste: kunder.length, antallTreffTotalt: kunder.length, kunder };
  });
};

const nothingFound = (reply: FastifyReply) => reply.code(204).send();
