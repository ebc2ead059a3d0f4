/**
 * Finding persons whose numbers one does not have.
 */
import { defineOperation, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { search } from './client/searches';
import { exactCriteria, searchCriteria } from './criteria';
import { PERSON_EXAMPLE } from './examples';
import * as known from './fields/criteria';
import * as exact from './fields/exact';
import * as general from './fields/search';
import { PERSON } from './fields/shown';
import { WAY } from './fields/way';
import { lookUpList } from './manyPersons';
import { presentExact } from './present';
import { SENSITIVE_VALUES } from './sensitive';

const NONE_OR_SEVERAL = {
  found: false,
  reason: 'INGEN_ELLER_FLERE',
  reasonText: {
    en: 'Nobody fits, or more than one person does; the register does not tell which. Add what else is known, or search among former values too.',
    nb: 'Ingen passer, eller flere enn én person gjør det; registeret sier ikke hvilket. Legg til det som ellers er kjent, eller søk også blant tidligere opplysninger.',
  },
};

const findExactPerson = defineOperation<Session>()({
  name: 'findExactPerson',
  title: { en: 'Find Exact Person (entydig søk)', nb: 'Finn nøyaktig person (entydig søk)' },
  summary: {
    en: 'Find the one person with a name and at least one thing more: date of birth, address, postal code or a number. That nobody fits, or several, is a result and no error.',
    nb: 'Finn den ene personen med et navn og minst én ting til: fødselsdato, adresse, postnummer eller et nummer. At ingen passer, eller flere, er et resultat og ingen feil.',
  },
  effect: 'read',
  endpoints: ['GET /v1/personer/entydigsoek'],
  fields: [
    { ...known.navn, required: true },
    known.foedselsdato,
    known.adressenavn,
    known.husnummer,
    known.postnummer,
    exact.identifikasjonsnummer,
    ...PERSON,
    exact.utenlandskpersonidentifikasjon,
    exact.legitimasjonsdokument,
    exact.dufNummer,
    known.soekFonetisk,
    known.opplysningsgrunnlag,
    ...WAY,
  ],
  sensitive: SENSITIVE_VALUES,
  example: { found: true, ...PERSON_EXAMPLE },
  branches: {
    names: [
      { value: 'found', label: { en: 'Found', nb: 'Funnet' } },
      { value: 'notFound', label: { en: 'None or Several', nb: 'Ingen eller flere' } },
    ],
    of: ({ found }) => (found === true ? 'found' : 'notFound'),
  },
  each: async (session, input) => {
    const person = await presentExact(session, input, exactCriteria(input));
    return person ? { found: true, ...person } : NONE_OR_SEVERAL;
  },
});

const searchPersons = defineOperation<Session>()({
  name: 'searchPersons',
  title: { en: 'Search Persons', nb: 'Søk etter personer' },
  summary: {
    en: 'Everyone who fits what is known: name, sex, year of birth, street, municipality. The result is a list of numbers, and of persons if you ask for them.',
    nb: 'Alle som passer med det som er kjent: navn, kjønn, fødselsår, gate, kommune. Resultatet er en liste med numre, og med personer hvis du ber om dem.',
  },
  // With a street or a postal code it tells who lives there, the protected too.
  notForAi: true,
  effect: 'read',
  endpoints: ['GET /v1/personer/soek', 'GET /v1/personer/{personidentifikator}', 'POST /v1/personer/bulkoppslag'],
  fields: [
    known.navn,
    general.kjoenn,
    known.foedselsdato,
    general.foedselsaarFraOgMed,
    general.foedselsaarTilOgMed,
    known.adressenavn,
    known.husnummer,
    known.postnummer,
    general.kommunenummer,
    general.fylkesnummer,
    general.returnAll,
    general.limit,
    general.includePersons,
    ...PERSON,
    general.inkluderOppholdsadresse,
    general.inkluderDoede,
    known.soekFonetisk,
    known.opplysningsgrunnlag,
    ...WAY,
  ],
  sensitive: ['foedselsnumre', 'persons'],
  example: { foedselsnumre: ['12848539668'], count: 1, mayBeMore: false, persons: null },
  each: async (session, input) => {
    const most = input.returnAll ? general.MOST_HITS : input.limit;
    const numbers = await search(session, input, { ...searchCriteria(input), maksTreff: most });
    return {
      foedselsnumre: numbers,
      count: numbers.length,
      // The register stops counting there.
      mayBeMore: numbers.length >= most,
      persons: input.includePersons ? await lookUpList(session, input, numbers, true) : null,
    };
  },
});

export const searchOperations: readonly Operation<Session>[] = [findExactPerson, searchPersons];
