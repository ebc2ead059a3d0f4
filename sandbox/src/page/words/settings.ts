import type { Settings } from '../../settings.js';
import type { Text } from '../../setup/order.js';
import type { FolkeregisterSettings } from '../../folkeregister/settings.js';
import { SVARUT } from './svarutSettings.js';
import { VEHICLES } from './vehicleSettings.js';

const FOLKEREGISTER = {
  historicalNumberInBulk: {
    nb: 'Folkeregister: et erstattet nummer i et masseoppslag',
    en: 'Folkeregister: a replaced number in a bulk look-up',
  },
  unknownInBulk: {
    nb: 'Folkeregister: et ukjent nummer i et masseoppslag',
    en: 'Folkeregister: an unknown number in a bulk look-up',
  },
  documentBulk: { nb: 'Folkeregister: dokumenter i et masseoppslag', en: 'Folkeregister: documents in a bulk look-up' },
  unknownPartStatus: { nb: 'Folkeregister: status for en ukjent del', en: 'Folkeregister: status for an unknown part' },
  partOutsideRoleStatus: {
    nb: 'Folkeregister: status for en del utenfor rollen',
    en: 'Folkeregister: status for a part outside the role',
  },
  historyAlone: { nb: 'Folkeregister: delen historikk alene', en: 'Folkeregister: the part historikk alone' },
  registerErrorBody: { nb: 'Folkeregister: registerets egne feil', en: "Folkeregister: the register's own errors" },
  exactSearchRule: { nb: 'Folkeregister: hva entydig søk krever', en: 'Folkeregister: what the exact search wants' },
  searchHitLimit: { nb: 'Folkeregister: flest treff i et søk', en: 'Folkeregister: most hits of a search' },
  searchWithoutHits: { nb: 'Folkeregister: et søk uten treff', en: 'Folkeregister: a search without hits' },
  feedPageSize: { nb: 'Folkeregister: hendelser på en side', en: 'Folkeregister: events on a page' },
  feedPastEnd: { nb: 'Folkeregister: forbi siste hendelse', en: 'Folkeregister: past the last event' },
  fiksForwardsEtag: { nb: 'Folkeregister: Fiks slipper gjennom ETag', en: 'Folkeregister: Fiks lets ETag through' },
  eventEverySeconds: { nb: 'Folkeregister: sekunder mellom hendelser', en: 'Folkeregister: seconds between events' },
  extractReadyAfterMs: {
    nb: 'Uttrekk: millisekunder til en del er klar',
    en: 'Extracts: milliseconds until a batch is ready',
  },
  extractNotReadyAnswers: { nb: 'Uttrekk: svar om at det ikke er klart', en: 'Extracts: answers that it is not ready' },
  extractBatchSize: { nb: 'Uttrekk: personer i en del', en: 'Extracts: persons in a batch' },
  extractLifetimeMs: { nb: 'Uttrekk: millisekunder det finnes', en: 'Extracts: milliseconds it is kept' },
  extractOrderFailure: { nb: 'Uttrekk: hvordan et umulig avvises', en: 'Extracts: how an impossible one is refused' },
  fiksEvents: {
    nb: 'Folkeregister: hvem som får kommunens hendelser',
    en: "Folkeregister: who gets the municipality's events",
  },
  uniqueIdentities: {
    nb: 'Folkeregister: kontrollerte identiteter heter unik',
    en: 'Folkeregister: controlled identities are called unik',
  },
  oppvekstLimit: {
    nb: 'Folkeregister: flest barn i et oppslag hos KS; tomt er uten grense',
    en: "Folkeregister: most children in one of KS' look-ups; empty is no limit",
  },
  gradingCase: { nb: 'Folkeregister: skrivemåten for graderinger', en: 'Folkeregister: how gradings are spelt' },
} as const satisfies Record<keyof FolkeregisterSettings, Text>;

/** What each switch is about; its values are words of the interface and the same in both languages. */
export const SETTINGS = {
  ...FOLKEREGISTER,
  filtrerUtgaatt: {
    nb: 'KRR: holder tilbake adresser til den som ikke kan varsles',
    en: 'KRR: withholds addresses of who cannot be notified',
  },
  duplisertInV1: { nb: 'KRR: versjon 1 merker delte adresser', en: 'KRR: version 1 marks shared addresses' },
  fiksKrrAbsent: {
    nb: 'KRR gjennom Fiks: en adresse som mangler',
    en: 'KRR through Fiks: an address that is not there',
  },
  krrRepeated: { nb: 'KRR: et nummer det spørres om to ganger', en: 'KRR: a number that is asked for twice' },
  krrOrder: { nb: 'KRR: rekkefølgen i svaret', en: 'KRR: the order of the answer' },
  krrNotRegistered: {
    nb: 'KRR: ikke registrerte, når det ikke spørres om dem',
    en: 'KRR: persons not registered, when they are not asked for',
  },
  krrMalformed: { nb: 'KRR: et nummer som ikke kan finnes', en: 'KRR: a number that nobody can have' },
  krrNobody: { nb: 'KRR: svaret når ingen er i det', en: 'KRR: the answer when nobody is in it' },
  ...SVARUT,
  tokenLifetimeSeconds: { nb: 'Maskinporten: sekunder et token lever', en: 'Maskinporten: seconds a token lives' },
  tokensAge: {
    nb: 'Maskinporten: tokener eldes når klokken flyttes frem',
    en: 'Maskinporten: tokens age when the clock is moved forward',
  },
  maskinportenClockOffsetSeconds: {
    nb: 'Maskinporten: sekunder klokken går foran',
    en: 'Maskinporten: seconds its clock is ahead',
  },
  newKeyActiveAfterMs: {
    nb: 'Maskinporten: millisekunder før en ny nøkkel virker',
    en: 'Maskinporten: milliseconds before a new key works',
  },
  kidWithX5c: { nb: 'Maskinporten: både kid og x5c', en: 'Maskinporten: both kid and x5c' },
  unknownClaims: { nb: 'Maskinporten: claims ingen har beskrevet', en: 'Maskinporten: claims that nobody described' },
  mpCodeInDescription: {
    nb: 'Maskinporten: feilkoden står i teksten',
    en: 'Maskinporten: the error code is in the text',
  },
  traceStyle: { nb: 'Maskinporten: hva sporings-id-en heter', en: 'Maskinporten: what the trace id is called' },
  errorJson: { nb: 'Fiks: errorJson i feil', en: 'Fiks: errorJson in errors' },
  fiksResource: { nb: 'Fiks: et token som er bedt om med resource', en: 'Fiks: a token asked for with resource' },
  ...VEHICLES,
} as const satisfies Record<keyof Settings, Text>;
