/** One good input for every operation of every service, for tests of what holds whatever is asked. */
import { SERVICES, type ServiceKey } from '../../src/core';
import { fullLetterNamed } from '../fullLetters';
import { numberOf } from './persons';
import type { Stored } from './world';

const person = { foedselsnummer: numberOf('ordinary-resident') };

const LETTER = { letterId: '11111111-2222-4333-8444-555555555555' };

const INPUTS: Readonly<Record<ServiceKey, Readonly<Record<string, Stored>>>> = {
  folkeregister: {
    getPerson: person,
    getManyPersons: { foedselsnumre: [numberOf('ordinary-resident'), numberOf('d-number')] },
    findExactPerson: { navn: 'Rask Fyrlykt', foedselsdato: '1985-04-12' },
    searchPersons: { navn: 'Fyrlykt', includePersons: true },
    findLetterRecipient: { foedselsnummer: numberOf('child-two-parents') },
    getChildWithParents: { foedselsnummer: numberOf('child-two-parents') },
    validateIdentityNumber: { identityNumber: numberOf('ordinary-resident') },
    getHistoricalVersion: { persondokument: '1eed16f7695e3afc0b50f1d40cfe58ee' },
    listResidents: { bostedskommunenummer: '4601', includePersons: true },
    orderExtract: { bostedskommunenummer: '4601' },
    getExtractBatch: { jobId: '1231d76c-5c1b-4f0e-9a3d-2b7f8e6a4c10' },
    readEventFeed: { fromNumber: 40_012 },
    getEvent: { hendelsesdokument: '348f272f118ec08f36d9995336d904ca' },
    listMunicipalityEvents: { fraDato: '2010-01-01', kommunenumre: ['4601'] },
    countMunicipalityEvents: { fraDato: '2010-01-01', kommunenummer: '4601' },
    createMunicipalityEventRole: { changesAccess: true },
    deleteMunicipalityEventRole: { changesAccess: true },
  },
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
    sendToPerson: fullLetterNamed('to a person').input,
    sendToOrganisation: fullLetterNamed('to an organisation').input,
    sendToHealthNetwork: fullLetterNamed('to a health provider').input,
    sendAsPaperOnly: fullLetterNamed('on paper only').input,
    findByReference: { eksternReferanse: 'sak-2026-17' },
    getStatus: LETTER,
    getEvents: LETTER,
    getSigningEvents: LETTER,
    getDocumentMetadata: LETTER,
    markAsRead: { ...LETTER, ...person },
    deleteDocuments: { ...LETTER, cannotBeUndone: true, confirmation: 'DELETE' },
    listShipmentTypes: {},
    findReceivingSystems: { organisasjonsnummer: '310475025' },
    lookUpNhnParty: { herId: 8_440_100 },
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
