import type { Text } from '../../setup/order.js';
import type { SvarutSettings } from '../../svarut/settings.js';

/** What each switch of SvarUt is about. */
export const SVARUT = {
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
  unknownLetterFields: {
    nb: 'SvarUt: felter endepunktet ikke kjenner',
    en: 'SvarUt: fields the endpoint does not know',
  },
  invalidLetterStatus: { nb: 'SvarUt: status for et ugyldig brev', en: 'SvarUt: status for an invalid letter' },
  tooLargeStatus: { nb: 'SvarUt: status for et for stort brev', en: 'SvarUt: status for a letter that is too large' },
  receiptFails: { nb: 'SvarUt: mottaket feiler', en: 'SvarUt: letters fail while being received' },
  documentsRequired: { nb: 'SvarUt: et brev må ha dokumenter', en: 'SvarUt: a letter must have documents' },
  documentLimit: {
    nb: 'SvarUt: flest dokumenter i et brev; tomt er uten grense',
    en: 'SvarUt: most documents in a letter; empty is no limit',
  },
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
