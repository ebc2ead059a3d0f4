/**
 * Searching for vehicles (fact sheet kjoretoy §2.2).
 */
import { defineOperation, type Operation } from '../operations/operation';
import type { Session } from '../session';
import { dateOfBirth } from './dateOfBirth';
import { HITS } from './examples';
import { foedselsnummer, limit, organisasjonsnummer, returnAll, SHOWN } from './fields';
import { search } from './listing';
import * as fields from './searchFields';

const PAGED = [returnAll, limit] as const;
const HIT_LIST = { effect: 'read', sensitive: ['vehicles'], example: HITS } as const;

/** Sent only where it is wanted. */
const excluding = (input: { readonly ekskluderVraketUtfort: boolean }) =>
  input.ekskluderVraketUtfort ? { ekskluderVraketUtfort: true } : {};

const ERPERSON: Readonly<Record<string, boolean>> = { PERSON: true, ORGANISASJON: false };

const searchByOwnerName = defineOperation<Session>()({
  ...HIT_LIST,
  name: 'searchByOwnerName',
  title: { en: 'Search Vehicles by Owner Name', nb: 'Søk etter kjøretøy på eiernavn' },
  summary: {
    en: 'The vehicles of those with a name, who own, co-own or lease them now. Several people can have the name: narrow it by date of birth or place.',
    nb: 'Kjøretøyene til dem med et navn, som eier, er medeier eller leaser nå. Flere kan ha navnet: avgrens med fødselsdato eller sted.',
  },
  endpoints: ['GET /sok/eiernavn'],
  fields: [
    fields.navn,
    fields.eiertype,
    fields.fodselsdato,
    ...PAGED,
    fields.postnummer,
    fields.poststed,
    fields.fylke,
    ...SHOWN,
  ],
  each: (session, input) =>
    search(session, input, 'eiernavn', {
      navn: input.navn,
      postnummer: input.postnummer,
      poststed: input.poststed,
      fylke: input.fylke,
      fodselsdato: dateOfBirth(input.fodselsdato, false),
      erPerson: ERPERSON[input.eiertype],
    }),
});

const searchByFoedselsnummer = defineOperation<Session>()({
  ...HIT_LIST,
  name: 'searchByFoedselsnummer',
  title: { en: 'Search Vehicles by National Identity Number', nb: 'Søk etter kjøretøy på fødselsnummer' },
  summary: {
    en: 'The vehicles a person owns, co-owns or leases, with everything the register tells. The number stands in the address of the request, so where the short list is enough use List Vehicles of Person.',
    nb: 'Kjøretøyene en person eier, er medeier i eller leaser, med alt registeret sier. Nummeret står i adressen til forespørselen, så bruk List opp kjøretøyene til en person der den korte listen er nok.',
  },
  endpoints: ['GET /sok/fodselsnummer'],
  fields: [foedselsnummer, ...PAGED, fields.ekskluderVraketUtfort, ...SHOWN],
  each: (session, input) =>
    search(session, input, 'fodselsnummer', {
      fodselsnummer: input.foedselsnummer,
      ...excluding(input),
    }),
});

const searchByOrganisasjonsnummer = defineOperation<Session>()({
  ...HIT_LIST,
  name: 'searchByOrganisasjonsnummer',
  title: { en: 'Search Vehicles by Organisation Number', nb: 'Søk etter kjøretøy på organisasjonsnummer' },
  summary: {
    en: 'The vehicles an organisation owns, co-owns or leases, with everything the register tells: EU control, weights and all.',
    nb: 'Kjøretøyene en organisasjon eier, er medeier i eller leaser, med alt registeret sier: EU-kontroll, vekter og det øvrige.',
  },
  endpoints: ['GET /sok/organisasjonsnummer'],
  fields: [organisasjonsnummer, ...PAGED, fields.ekskluderVraketUtfort, ...SHOWN],
  each: (session, input) =>
    search(session, input, 'organisasjonsnummer', {
      organisasjonsnummer: input.organisasjonsnummer,
      ...excluding(input),
    }),
});

const searchByKundeId = defineOperation<Session>()({
  ...HIT_LIST,
  name: 'searchByKundeId',
  title: { en: 'Search Vehicles by Customer ID (kundeId)', nb: 'Søk etter kjøretøy på kunde-id' },
  summary: {
    en: "The vehicles of one that the register knows by its own id, which a search for customers or an owner's result has.",
    nb: 'Kjøretøyene til en som registeret kjenner med sin egen id, som står i et kundesøk eller hos en eier.',
  },
  endpoints: ['GET /sok/kundeid'],
  fields: [fields.kundeId, ...PAGED, fields.ekskluderVraketUtfort, ...SHOWN],
  each: (session, input) =>
    search(session, input, 'kundeid', {
      kundeid: input.kundeId,
      ...excluding(input),
    }),
});

const searchByKjennemerke = defineOperation<Session>()({
  ...HIT_LIST,
  name: 'searchByKjennemerke',
  title: { en: 'Search Vehicles by Part of a Plate', nb: 'Søk etter kjøretøy på del av kjennemerke' },
  summary: {
    en: 'The vehicles whose plate fits one that was not read whole.',
    nb: 'Kjøretøyene med et skilt som passer med ett som ikke ble lest helt.',
  },
  endpoints: ['GET /sok/kjennemerke'],
  fields: [fields.kjennemerkePattern, ...PAGED, fields.ekskluderVraketUtfort, ...SHOWN],
  each: (session, input) =>
    search(session, input, 'kjennemerke', {
      kjennemerke: input.kjennemerkePattern,
      ...excluding(input),
    }),
});

const searchByUnderstellsnummer = defineOperation<Session>()({
  ...HIT_LIST,
  name: 'searchByUnderstellsnummer',
  title: { en: 'Search Vehicles by Part of a Chassis Number', nb: 'Søk etter kjøretøy på del av understellsnummer' },
  summary: {
    en: 'The vehicles whose chassis number begins or ends so, or has this in it.',
    nb: 'Kjøretøyene med et understellsnummer som begynner eller slutter slik, eller har dette i seg.',
  },
  endpoints: ['GET /sok/understellsnummer'],
  fields: [fields.understellsnummerPattern, ...PAGED, fields.ekskluderVraketUtfort, fields.merkekode, ...SHOWN],
  each: (session, input) =>
    search(session, input, 'understellsnummer', {
      understellsnummer: input.understellsnummerPattern,
      merkekode: input.merkekode,
      ...excluding(input),
    }),
});

export const searchOperations: readonly Operation<Session>[] = [
  searchByOwnerName,
  searchByOrganisasjonsnummer,
  searchByFoedselsnummer,
  searchByKundeId,
  searchByKjennemerke,
  searchByUnderstellsnummer,
];
