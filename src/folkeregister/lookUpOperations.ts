/**
 * Persons one has the numbers of.
 */
import { asServiceError } from '../http/serviceError';
import { checkIdentifier } from '../operations/checkIdentifier';
import { defineOperation, type Operation } from '../operations/operation';
import { inputRulesFor, type Session } from '../session';
import { BULK_LIMIT, PERSONS } from './client/documents';
import { PERSON_EXAMPLE } from './examples';
import { foedselsnummer, foedselsnumre, recheckUnknown } from './fields/numbers';
import { PERSON } from './fields/shown';
import { WAY } from './fields/way';
import { lookUpList, type Checked } from './manyPersons';
import { presentAll } from './present';
import { SENSITIVE_VALUES } from './sensitive';

const ENDPOINTS = ['GET /v1/personer/{personidentifikator}', 'POST /v1/personer/bulkoppslag'];

const getPerson = defineOperation<Session>()({
  name: 'getPerson',
  title: { en: 'Get Person', nb: 'Hent person' },
  summary: {
    en: 'Look up persons by national identity number: name, status, age group and a postal address ready for SvarUt. Many inputs become few calls. Protected addresses are withheld.',
    nb: 'Slå opp personer på fødselsnummer: navn, status, aldersgruppe og en postadresse klar for SvarUt. Mange oppslag blir til få kall. Beskyttede adresser holdes tilbake.',
  },
  effect: 'read',
  endpoints: ENDPOINTS,
  fields: [foedselsnummer, ...PERSON, recheckUnknown, ...WAY],
  batch: { limit: BULK_LIMIT, on: 'foedselsnummer' },
  sensitive: SENSITIVE_VALUES,
  example: PERSON_EXAMPLE,
  all: async (session, inputs) => {
    const [first] = inputs;
    if (!first) return [];
    const numbers = inputs.map((input) => input.foedselsnummer);
    return presentAll(session, first, PERSONS, numbers, first.recheckUnknown);
  },
});

const checked = (session: Session, given: unknown): Checked => {
  try {
    return checkIdentifier(foedselsnummer, given, inputRulesFor(session.maskinporten));
  } catch (error) {
    return asServiceError(error);
  }
};

const getManyPersons = defineOperation<Session>()({
  name: 'getManyPersons',
  title: { en: 'Get Many Persons', nb: 'Hent mange personer' },
  summary: {
    en: 'Look up a list of national identity numbers that comes in one input: one result with all persons in the order of the list, up to 1000 in a call. For one result per item use Get Person, which asks for many at a time too.',
    nb: 'Slå opp en liste med fødselsnumre som kommer i én inndata: ett resultat med alle personene i listens rekkefølge, inntil 1000 i ett kall. For ett resultat per element, bruk Hent person, som også spør om mange av gangen.',
  },
  effect: 'read',
  endpoints: ENDPOINTS,
  fields: [foedselsnumre, ...PERSON, recheckUnknown, ...WAY],
  sensitive: ['persons'],
  example: { persons: [PERSON_EXAMPLE], found: 1, failed: 0 },
  each: async (session, input) => {
    const numbers = input.foedselsnumre.map((given) => checked(session, given));
    const persons = await lookUpList(session, input, numbers, input.recheckUnknown);
    const failed = persons.filter((person) => 'error' in person).length;
    return { persons, found: persons.length - failed, failed };
  },
});

export const lookUpOperations: readonly Operation<Session>[] = [getPerson, getManyPersons];
