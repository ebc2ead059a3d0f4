/** Four endpoints, one for each kind of recipient. */
export type Endpoint = 'person' | 'organisasjon' | 'nhn' | 'print';

/**
 * The metadata of a shipment after it has passed its endpoint's schema, which decides the fields there are. Every optional
 * field but the recipient's address may also be null.
 */
export interface Forsendelse {
  readonly tittel: string;
  /** Of every endpoint but nhn; digitalId not of print. */
  readonly mottaker?: { readonly navn: string; readonly digitalId?: string; readonly adresse?: Adresse };
  readonly mottakertype?: 'FASTLEGE' | 'HER_ID';
  readonly mottakerHerId?: number | null;
  readonly pasient?: { readonly fodselsnummer: string };
  readonly eksponertFor?: readonly string[] | null;
  readonly kunDigitalLevering?: boolean | null;
  readonly kryptert?: boolean | null;
  readonly sikkerhetsniva?: 'BETYDELIG' | 'HOYESTE' | null;
  readonly avgivendeSystem?: string | null;
  readonly eksternReferanse?: string | null;
  readonly kanSvareViaEdialog?: boolean | null;
  readonly forsendelsestype?: string | null;
  readonly taushetsbelagtPost?: boolean | null;
  readonly lenker?: readonly { readonly url: string }[] | null;
  readonly svarSendesTil?: {
    readonly type: 'PERSON' | 'ORGANISASJON' | 'NHN_MOTTAKER';
    readonly digitalId: string;
    readonly adresse: Adresse;
  } | null;
  readonly signering?: { readonly signeringUtloper: string; readonly signaturType: string } | null;
  readonly dokumenter?: readonly Dokument[] | null;
}

export interface Adresse {
  readonly adresselinje1: string;
  readonly adresselinje2?: string | null;
  readonly adresselinje3?: string | null;
  readonly postnummer?: string | null;
  readonly poststed: string;
  readonly landkode?: string | null;
}

export interface Dokument {
  readonly filnavn: string;
  readonly mimeType: string;
  readonly dokumentType?: string | null;
  readonly giroarkSide?: number | null;
  readonly skalSigneres?: boolean | null;
  readonly skalEkskluderesFraUtskrift?: boolean | null;
  readonly ekstraMetadata?: readonly { readonly key: string; readonly value: string }[] | null;
  readonly inneholderPersonsensitivInformasjon?: boolean | null;
}

export const PDF = 'application/pdf';

/** May this document end up at the printer? */
export const isPrintable = (forsendelse: Forsendelse, dokument: Dokument): boolean =>
  forsendelse.kunDigitalLevering !== true && dokument.skalEkskluderesFraUtskrift !== true;
