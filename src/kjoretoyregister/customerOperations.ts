/**
 * Searching for those who own vehicles (fact sheet kjoretoy §2.2).
 */
import { defineOperation, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { etternavn, fonetisk, fornavn, kjonn, kommune, mellomnavn } from './customerFields';
import { checkCustomerQuery, findCustomers } from './customers';
import { dateOfBirth } from './dateOfBirth';
import { CUSTOMERS } from './examples';
import { fiksOrgId, includeProtectedAddresses } from './fields';
import { eiertype, fodselsdato, fylke, navn, postnummer, poststed } from './searchFields';

const searchCustomers = defineOperation<Session>()({
  name: 'searchCustomers',
  title: { en: 'Search Customers (kundesøk)', nb: 'Søk etter kunder (kundesøk)' },
  summary: {
    en: 'People and organisations that own, co-own or lease vehicles, by name, with how many each has and the customer id to search for them by.',
    nb: 'Personer og organisasjoner som eier, er medeier i eller leaser kjøretøy, på navn, med hvor mange hver har og kunde-id-en å søke dem opp med.',
  },
  effect: 'read',
  endpoints: ['GET /sok/kunde'],
  fields: [
    { ...navn, required: false },
    eiertype,
    fodselsdato,
    fornavn,
    mellomnavn,
    etternavn,
    fonetisk,
    kjonn,
    postnummer,
    poststed,
    kommune,
    fylke,
    includeProtectedAddresses,
    fiksOrgId,
  ],
  sensitive: ['customers'],
  example: CUSTOMERS,
  each: (session, input) => {
    checkCustomerQuery(input);
    const query = {
      navn: input.navn,
      fornavn: input.fornavn,
      mellomnavn: input.mellomnavn,
      etternavn: input.etternavn,
      eiertype: input.eiertype,
      fodselsdato: dateOfBirth(input.fodselsdato, true),
      fonetisk: input.fonetisk || undefined,
      kjonn: input.kjonn === 'ALLE' ? undefined : input.kjonn,
      postnummer: input.postnummer,
      poststed: input.poststed,
      kommune: input.kommune,
      fylke: input.fylke,
    };
    return findCustomers(session, input.fiksOrgId, query, input.includeProtectedAddresses);
  },
});

export const customerOperations: readonly Operation<Session>[] = [searchCustomers];
