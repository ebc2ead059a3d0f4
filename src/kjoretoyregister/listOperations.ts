/**
 * Which vehicles somebody has, by KS' own service: it knows less of each, and the number asked for is in no address.
 */
import { defineOperation, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { KS_VEHICLE } from './examples';
import { foedselsnummer, limit, organisasjonsnummer, returnAll, SHOWN } from './fields';
import { listOfOrganisation, listOfPerson } from './listing';

/** This service knows no addresses. */
const [includeOwner, includeRaw, , fiksOrgId] = SHOWN;
const WITHOUT_ADDRESSES = { includeProtectedAddresses: false };

const EXAMPLE = { vehicles: [KS_VEHICLE], total: 1 };

const listVehiclesOfPerson = defineOperation<Session>()({
  name: 'listVehiclesOfPerson',
  title: { en: 'List Vehicles of Person', nb: 'List opp kjøretøyene til en person' },
  summary: {
    en: 'The vehicles of a person, by identity number: plate, make, model, status and fuel. Prefer it to a search by identity number, which puts the number in an address.',
    nb: 'Kjøretøyene til en person, på fødselsnummer: kjennemerke, merke, modell, status og drivstoff. Bruk den heller enn et søk på fødselsnummer, som setter nummeret i en adresse.',
  },
  effect: 'read',
  endpoints: ['POST /v1/ks/{fiksOrgId}/person'],
  fields: [foedselsnummer, includeOwner, includeRaw, fiksOrgId],
  sensitive: ['vehicles'],
  example: EXAMPLE,
  each: (session, input) => listOfPerson(session, { ...input, ...WITHOUT_ADDRESSES }, input.foedselsnummer),
});

const listVehiclesOfOrganisation = defineOperation<Session>()({
  name: 'listVehiclesOfOrganisation',
  title: { en: 'List Vehicles of Organisation', nb: 'List opp kjøretøyene til en organisasjon' },
  summary: {
    en: 'The vehicles of an organisation: plate, make, model, status and fuel.',
    nb: 'Kjøretøyene til en organisasjon: kjennemerke, merke, modell, status og drivstoff.',
  },
  effect: 'read',
  endpoints: ['POST /v1/ks/{fiksOrgId}/organisasjon'],
  fields: [organisasjonsnummer, returnAll, limit, includeOwner, includeRaw, fiksOrgId],
  sensitive: ['vehicles'],
  example: EXAMPLE,
  each: (session, input) => listOfOrganisation(session, { ...input, ...WITHOUT_ADDRESSES }, input.organisasjonsnummer),
});

export const listOperations: readonly Operation<Session>[] = [listVehiclesOfPerson, listVehiclesOfOrganisation];
