/** Switches for what the sources leave open about SvarUt, and for less common weather. */
export interface SvarutSettings {
  /** Virtual milliseconds before a new letter can be found by its eksternReferanse. */
  eksternRefVisibleAfterMs: number;
  /** Whether this environment has version 3 at all: 404 or 410 when it has not. */
  svarutV3: 'available' | 'notFound' | 'gone';
  /** A reference that a living letter of the account has: a second letter, or refused as older interfaces did. */
  repeatedReference: 'accepted' | 'refused';
  /** Rules across fields are answered with a refusal, or the letter is taken in and ends as AVVIST. */
  letterRules: 'atOnce' | 'later';
  /** Fields of the metadata that the endpoint does not know. */
  unknownLetterFields: 'ignored' | 'refused';
  invalidLetterStatus: 400 | 422;
  tooLargeStatus: 400 | 413;
  /** Letters that arrive end as FEILET_UNDER_MOTTAK. */
  receiptFails: boolean;
  documentsRequired: boolean;
  /** How many documents a letter may have; null for any number. */
  documentLimit: number | null;
  filnavnCaseSensitive: boolean;
  /** A Norwegian address must have a postnummer of four digits, as in version 1. */
  fourDigitPostnummer: boolean;
  /** Signing wants an organisation in svarSendesTil to return to. */
  signingNeedsReplyTo: boolean;
  /** What a recipient who can be reached does with a document to sign. */
  signingOutcome: 'signed' | 'refused' | 'expired';
  megabyte: 'decimal' | 'binary';
  /** Real milliseconds an upload may last. */
  uploadTimeLimitMs: number;
  chunkedUploads: 'accepted' | 'refused';
  /** A filename on the part with the metadata. */
  metadataFilename: 'accepted' | 'refused';
  publicKeyFormat: 'certificatePem' | 'certificateDer' | 'keyPem' | 'keyDer';
  publicKeyNeedsAccess: boolean;
  /** Takes content keys under RSA PKCS #1 v1.5 too. */
  acceptRsaPkcs1: boolean;
  hoyesteOnPaper: boolean;
  /** A letter that fits no channel: rejected, or left as accepted for ever. */
  noChannel: 'rejected' | 'stuck';
  altinnReadingHours: number;
  /** What was delivered to a mailbox, or digitally only, is reported as LEST once it is opened. */
  readAfterDelivery: boolean;
  /** An organisation's receiving system comes before its Altinn. */
  receivingSystemFirst: boolean;
  /** Virtual days before a letter's documents are removed and its state becomes SLETTET; null for never. */
  retentionDays: number | null;
  /** Deleting the original documents alone makes the state SLETTET too. */
  originalsDeletedAsSlettet: boolean;
  lestTwice: 'accepted' | 'refused';
  unknownReference: 'empty' | 'notFound';
  /** An id the status search does not know. */
  unknownShipment: 'leftOut' | 'notFound';
  /** How many ids one status search may have; null for any number. */
  statusIdLimit: number | null;
  /** The look-up by reference tells the state, which older servers do not. */
  statusInMetadata: boolean;
  /** Reported instead of every letter's real state. */
  futureState: string | null;
  /** Answers have fields that no description knows. */
  extraFields: boolean;
  /** The token of an integration opens a document's nedlasningUrl. */
  downloadWithToken: boolean;
  nhnLookup: 'available' | 'notFound';
}

export const svarutDefaults: SvarutSettings = {
  eksternRefVisibleAfterMs: 0,
  svarutV3: 'available',
  repeatedReference: 'accepted',
  letterRules: 'atOnce',
  unknownLetterFields: 'ignored',
  invalidLetterStatus: 400,
  tooLargeStatus: 400,
  receiptFails: false,
  documentsRequired: false,
  documentLimit: null,
  filnavnCaseSensitive: false,
  fourDigitPostnummer: false,
  signingNeedsReplyTo: true,
  signingOutcome: 'signed',
  megabyte: 'decimal',
  uploadTimeLimitMs: 16 * 60 * 1000,
  chunkedUploads: 'accepted',
  metadataFilename: 'refused',
  publicKeyFormat: 'certificatePem',
  publicKeyNeedsAccess: false,
  acceptRsaPkcs1: false,
  hoyesteOnPaper: true,
  noChannel: 'rejected',
  altinnReadingHours: 40,
  readAfterDelivery: false,
  receivingSystemFirst: true,
  retentionDays: 90,
  originalsDeletedAsSlettet: false,
  lestTwice: 'accepted',
  unknownReference: 'empty',
  unknownShipment: 'leftOut',
  statusIdLimit: null,
  statusInMetadata: true,
  futureState: null,
  extraFields: false,
  downloadWithToken: false,
  nhnLookup: 'available',
};

const flag = { type: 'boolean' } as const;
const acceptedOrRefused = { enum: ['accepted', 'refused'] } as const;

export const svarutSettingsSchema = {
  eksternRefVisibleAfterMs: { type: 'number', minimum: 0 },
  svarutV3: { enum: ['available', 'notFound', 'gone'] },
  repeatedReference: acceptedOrRefused,
  letterRules: { enum: ['atOnce', 'later'] },
  unknownLetterFields: { enum: ['ignored', 'refused'] },
  invalidLetterStatus: { enum: [400, 422] },
  tooLargeStatus: { enum: [400, 413] },
  receiptFails: flag,
  documentsRequired: flag,
  documentLimit: { type: ['integer', 'null'], minimum: 1 },
  filnavnCaseSensitive: flag,
  fourDigitPostnummer: flag,
  signingNeedsReplyTo: flag,
  signingOutcome: { enum: ['signed', 'refused', 'expired'] },
  megabyte: { enum: ['decimal', 'binary'] },
  uploadTimeLimitMs: { type: 'number', minimum: 0 },
  chunkedUploads: acceptedOrRefused,
  metadataFilename: acceptedOrRefused,
  publicKeyFormat: { enum: ['certificatePem', 'certificateDer', 'keyPem', 'keyDer'] },
  publicKeyNeedsAccess: flag,
  acceptRsaPkcs1: flag,
  hoyesteOnPaper: flag,
  noChannel: { enum: ['rejected', 'stuck'] },
  altinnReadingHours: { type: 'number', minimum: 0 },
  readAfterDelivery: flag,
  receivingSystemFirst: flag,
  retentionDays: { type: ['number', 'null'], minimum: 0 },
  originalsDeletedAsSlettet: flag,
  lestTwice: acceptedOrRefused,
  unknownReference: { enum: ['empty', 'notFound'] },
  unknownShipment: { enum: ['leftOut', 'notFound'] },
  statusIdLimit: { type: ['integer', 'null'], minimum: 1 },
  statusInMetadata: flag,
  futureState: { type: ['string', 'null'], minLength: 1 },
  extraFields: flag,
  downloadWithToken: flag,
  nhnLookup: { enum: ['available', 'notFound'] },
} as const satisfies Record<keyof SvarutSettings, object>;
