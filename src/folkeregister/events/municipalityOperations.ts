/**
 * Who moved, died or was born in a municipality, as KS makes it of the register's events. Only through Fiks.
 */
import { ServiceError } from '../../http/serviceError';
import { defineOperation, type Operation } from '../../operations/operation';
import type { Session } from '../../session';
import { fiksRole } from '../fields/way';
import { countMunicipalityEvents, getMunicipalityEventTypes, listMunicipalityEvents } from './municipality';
import { bornFrom, bornTo, fraDato, hendelsestype, kommunenummer, kommunenumre } from './municipalityFields';

/** @throws ServiceError ERR_INVALID_INPUT */
const checkMunicipality = (field: typeof kommunenummer | typeof kommunenumre, given: string): string => {
  if (/^\d{4}$/.test(given)) return given;
  throw new ServiceError(
    'ERR_INVALID_INPUT',
    `"${field.label.en}" has something that is not four digits.`,
    'Write the number with all its digits; a spreadsheet may have dropped a leading zero.',
    { service: 'folkeregister', field: field.name },
  );
};

const dayOf = (moment: string): string => moment.slice(0, 10);

const listEvents = defineOperation<Session>()({
  name: 'listMunicipalityEvents',
  title: { en: 'List Municipality Events', nb: 'List kommunehendelser' },
  summary: {
    en: 'The identity numbers of those who moved in, moved out, died or were born in one or more municipalities since a day. Get Many Persons looks them up.',
    nb: 'Fødselsnumrene til dem som har flyttet inn, flyttet ut, dødd eller blitt født i én eller flere kommuner siden en dag. Hent mange personer slår dem opp.',
  },
  effect: 'read',
  notForAi: true,
  endpoints: ['POST /folkeregister/api/v1/hendelser/liste'],
  fields: [kommunenumre, hendelsestype, fraDato, bornFrom, bornTo, fiksRole],
  sensitive: ['foedselsnumre'],
  example: { foedselsnumre: ['12848539668'], count: 1 },
  each: async (session, input) => {
    const municipalities = input.kommunenumre.map((given) => checkMunicipality(kommunenumre, given));
    const born = {
      fraDato: input.bornFrom && dayOf(input.bornFrom),
      tilDato: input.bornTo && dayOf(input.bornTo),
    };
    const since = { ...input, fraDato: dayOf(input.fraDato) };
    const foedselsnumre = await listMunicipalityEvents(session, since, municipalities, born);
    return { foedselsnumre, count: foedselsnumre.length };
  },
});

const countEvents = defineOperation<Session>()({
  name: 'countMunicipalityEvents',
  title: { en: 'Count Municipality Events', nb: 'Tell kommunehendelser' },
  summary: {
    en: 'How many moved in, moved out, died or were born in a municipality since a day. It is about nobody in particular.',
    nb: 'Hvor mange som har flyttet inn, flyttet ut, dødd eller blitt født i en kommune siden en dag. Det handler ikke om noen bestemt.',
  },
  effect: 'read',
  endpoints: ['POST /folkeregister/api/v1/hendelser/statistikk'],
  fields: [kommunenummer, hendelsestype, fraDato, fiksRole],
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: { hendelsestype: 'FLYTTET_TIL_KOMMUNE', fraDato: '2026-11-01', kommunenummer: '4601', count: 256 },
  each: async (session, input) => {
    const municipality = checkMunicipality(kommunenummer, input.kommunenummer);
    const since = { ...input, fraDato: dayOf(input.fraDato) };
    return {
      hendelsestype: since.hendelsestype,
      fraDato: since.fraDato,
      kommunenummer: municipality,
      count: await countMunicipalityEvents(session, since, municipality),
    };
  },
});

const listTypes = defineOperation<Session>()({
  name: 'listMunicipalityEventTypes',
  title: { en: 'List Municipality Event Types', nb: 'List typer kommunehendelser' },
  summary: {
    en: 'The kinds of events that KS can tell of per municipality. It is about nobody.',
    nb: 'Hva slags hendelser KS kan fortelle om per kommune. Det handler ikke om noen.',
  },
  effect: 'read',
  endpoints: ['GET /folkeregister/api/v1/hendelser/typer'],
  fields: [],
  batch: { limit: 1, on: [] },
  sensitive: [],
  example: {
    types: [
      {
        hendelsestype: 'FLYTTET_TIL_KOMMUNE',
        visningsnavn: 'Flyttet til kommunen',
        beskrivelse: 'Hendelse for personer som har flyttet til en kommune',
      },
    ],
  },
  each: async (session) => ({ types: await getMunicipalityEventTypes(session) }),
});

export const municipalityOperations: readonly Operation<Session>[] = [listEvents, countEvents, listTypes];
