import type { Settings } from '../../settings.js';
import type { Text } from '../../setup/order.js';
import type { FolkeregisterSettings } from '../../folkeregister/settings.js';
import type { SvarutSettings } from '../../svarut/settings.js';

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
  gradingCase: { nb: 'Folkeregister: skrivemåten for graderinger', en: 'Folkeregister: how gradings are spelt' },
} as const satisfies Record<keyof FolkeregisterSettings, Text>;

const SVARUT = {
  eksternRefVisibleAfterMs: {
    nb: 'SvarUt: millisekunder før et brev finnes på referansen',
    en: 'SvarUt: milliseconds before a letter is found by its reference',
  },
  svarutV3: { nb: 'SvarUt: versjon 3', en: 'SvarUt: version 3' },
  repeatedReference: { nb: 'SvarUt: en referanse som er brukt før', en: 'SvarUt: a reference that was used before' },
  letterRules: {
    nb: 'SvarUt: når et brev som bryter en regel avvises',
    en: 'SvarUt: when a letter that breaks a rule is refused',
  },
  invalidLetterStatus: { nb: 'SvarUt: status for et ugyldig brev', en: 'SvarUt: status for an invalid letter' },
  tooLargeStatus: { nb: 'SvarUt: status for et for stort brev', en: 'SvarUt: status for a letter that is too large' },
  receiptFails: { nb: 'SvarUt: mottaket feiler', en: 'SvarUt: letters fail while being received' },
  documentsRequired: { nb: 'SvarUt: et brev må ha dokumenter', en: 'SvarUt: a letter must have documents' },
  filnavnCaseSensitive: {
    nb: 'SvarUt: filnavn kan være ulike bare i store bokstaver',
    en: 'SvarUt: names of files may differ in case only',
  },
  fourDigitPostnummer: { nb: 'SvarUt: postnummer må ha fire sifre', en: 'SvarUt: a postnummer must have four digits' },
  signingNeedsReplyTo: { nb: 'SvarUt: signering krever svarSendesTil', en: 'SvarUt: signing wants svarSendesTil' },
  signingOutcome: {
    nb: 'SvarUt: hva mottakeren gjør med det som skal signeres',
    en: 'SvarUt: what a recipient does with what is to be signed',
  },
  megabyte: { nb: 'SvarUt: hva en megabyte er', en: 'SvarUt: what a megabyte is' },
  uploadTimeLimitMs: {
    nb: 'SvarUt: millisekunder en opplasting kan vare',
    en: 'SvarUt: milliseconds an upload may last',
  },
  chunkedUploads: { nb: 'SvarUt: opplasting uten Content-Length', en: 'SvarUt: uploads without a Content-Length' },
  metadataFilename: {
    nb: 'SvarUt: filnavn på delen med metadata',
    en: 'SvarUt: a filename on the part with the metadata',
  },
  publicKeyFormat: { nb: 'SvarUt: formatet på den offentlige nøkkelen', en: 'SvarUt: the format of the public key' },
  publicKeyNeedsAccess: {
    nb: 'SvarUt: den offentlige nøkkelen krever tilgang',
    en: 'SvarUt: the public key needs access',
  },
  acceptRsaPkcs1: { nb: 'SvarUt: tar imot RSA PKCS #1 v1.5', en: 'SvarUt: takes RSA PKCS #1 v1.5' },
  hoyesteOnPaper: { nb: 'SvarUt: HOYESTE kan ende på papir', en: 'SvarUt: HOYESTE may end on paper' },
  noChannel: { nb: 'SvarUt: et brev ingen kanal passer for', en: 'SvarUt: a letter that fits no channel' },
  altinnReadingHours: {
    nb: 'SvarUt: timer før et ulest brev i Altinn skrives ut',
    en: 'SvarUt: hours before an unread letter in Altinn is printed',
  },
  readAfterDelivery: {
    nb: 'SvarUt: postkasser melder fra når brev åpnes',
    en: 'SvarUt: mailboxes report that a letter was opened',
  },
  receivingSystemFirst: {
    nb: 'SvarUt: mottakersystem går foran Altinn',
    en: 'SvarUt: a receiving system comes before Altinn',
  },
  retentionDays: {
    nb: 'SvarUt: døgn før dokumentene slettes; tomt er aldri',
    en: 'SvarUt: days before documents are deleted; empty is never',
  },
  originalsDeletedAsSlettet: {
    nb: 'SvarUt: sletting av originalene gir SLETTET',
    en: 'SvarUt: deleting the originals gives SLETTET',
  },
  lestTwice: { nb: 'SvarUt: lest-melding to ganger', en: 'SvarUt: marked as read twice' },
  unknownReference: { nb: 'SvarUt: en ukjent referanse', en: 'SvarUt: an unknown reference' },
  unknownShipment: { nb: 'SvarUt: en ukjent id i et statussøk', en: 'SvarUt: an unknown id in a status search' },
  statusIdLimit: {
    nb: 'SvarUt: flest id-er i et statussøk; tomt er uten grense',
    en: 'SvarUt: most ids in a status search; empty is no limit',
  },
  statusInMetadata: {
    nb: 'SvarUt: oppslag på referanse viser tilstanden',
    en: 'SvarUt: the look-up by reference tells the state',
  },
  futureState: {
    nb: 'SvarUt: en tilstand som ikke finnes, for alle brev',
    en: 'SvarUt: a state that does not exist, for every letter',
  },
  extraFields: { nb: 'SvarUt: svar med felter ingen kjenner', en: 'SvarUt: answers with fields nobody knows' },
  downloadWithToken: { nb: 'SvarUt: tokenet åpner nedlasningUrl', en: 'SvarUt: the token opens nedlasningUrl' },
  nhnLookup: { nb: 'SvarUt: oppslag i helsenettet', en: 'SvarUt: look-up in the health network' },
} as const satisfies Record<keyof SvarutSettings, Text>;

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
  krrNobody: { nb: 'KRR: svaret når ingen er i det', en: 'KRR: the answer when nobody is in it' },
  ...SVARUT,
  tokenLifetimeSeconds: { nb: 'Maskinporten: sekunder et token lever', en: 'Maskinporten: seconds a token lives' },
  maskinportenClockOffsetSeconds: {
    nb: 'Maskinporten: sekunder klokken går foran',
    en: 'Maskinporten: seconds its clock is ahead',
  },
  newKeyActiveAfterMs: {
    nb: 'Maskinporten: millisekunder før en ny nøkkel virker',
    en: 'Maskinporten: milliseconds before a new key works',
  },
  mpCodeInDescription: {
    nb: 'Maskinporten: feilkoden står i teksten',
    en: 'Maskinporten: the error code is in the text',
  },
  traceStyle: { nb: 'Maskinporten: hva sporings-id-en heter', en: 'Maskinporten: what the trace id is called' },
  errorJson: { nb: 'Fiks: errorJson i feil', en: 'Fiks: errorJson in errors' },
  bulkEnvelope: { nb: 'Kjøretøy: hvordan oppslag er pakket', en: 'Vehicles: how look-ups are wrapped' },
  vehicleBulkLimit: { nb: 'Kjøretøy: flest i et oppslag', en: 'Vehicles: most in a look-up' },
  vehicleQuota: {
    nb: 'Kjøretøy: så mange gis ut i dag; tomt er uten grense',
    en: 'Vehicles: so many are given out today; empty is no limit',
  },
  vehicleOwnerNumbers: { nb: 'Kjøretøy: eiere med fødselsnummer', en: 'Vehicles: owners with their fødselsnummer' },
} as const satisfies Record<keyof Settings, Text>;
