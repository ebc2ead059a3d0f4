/** One good input for every operation of every service, for tests of what holds whatever is asked. */
import { SERVICES, type ServiceKey } from '../../src/core';
import { letter } from './letters';
import { numberOf } from './persons';
import type { Stored } from './world';

const person = { foedselsnummer: numberOf('ordinary-resident') };

const INPUTS: Readonly<Record<ServiceKey, Readonly<Record<string, Stored>>>> = {
  folkeregister: { getPerson: person },
  krr: {
    checkNotificationRules: person,
    lookUpContactInfo: person,
    readChanges: { fraEndringsId: 1 },
  },
  kjoretoyregister: {
    lookUpByKjennemerke: { kjennemerke: 'SU00201' },
    lookUpByKuid: { kuid: '9900000201' },
    lookUpByUnderstellsnummer: { understellsnummer: 'MOP-50/0202' },
    listVehiclesOfPerson: person,
    listVehiclesOfOrganisation: { organisasjonsnummer: '310475025' },
    searchByOwnerName: { navn: 'FYRLYKT' },
    searchByFoedselsnummer: person,
    searchByOrganisasjonsnummer: { organisasjonsnummer: '310475025' },
    searchByKundeId: { kundeId: '1' },
    searchByKjennemerke: { kjennemerkePattern: 'SU0020?' },
    searchByUnderstellsnummer: { understellsnummerPattern: 'MOP-50*' },
    searchCustomers: { navn: 'FYRLYKT' },
  },
  svarut: {
    sendToPerson: letter('sak-2026-17'),
    findByReference: { eksternReferanse: 'sak-2026-17' },
    getStatus: { letterId: '11111111-2222-4333-8444-555555555555' },
  },
};

export interface Asked {
  readonly service: ServiceKey;
  readonly operation: string;
  readonly input: Stored;
}

/** An operation that has no input here is asked with none, and the test that each reaches its service finds it. */
export const EVERY_OPERATION: readonly Asked[] = (Object.keys(SERVICES) as ServiceKey[]).flatMap((service) =>
  SERVICES[service].operations.map(({ name }) => ({ service, operation: name, input: INPUTS[service][name] ?? {} })),
);
