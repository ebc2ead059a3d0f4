/** The metadata of a shipment after it has passed the schema. Every optional field may also be null. */
export interface Forsendelse {
  readonly tittel: string;
  readonly mottaker: { readonly navn: string; readonly digitalId?: string; readonly adresse?: Adresse | null };
  readonly kunDigitalLevering?: boolean | null;
  readonly kryptert?: boolean | null;
  readonly sikkerhetsniva?: 'BETYDELIG' | 'HOYESTE' | null;
  readonly avgivendeSystem?: string | null;
  readonly eksternReferanse?: string | null;
  readonly kanSvareViaEdialog?: boolean | null;
  readonly svarSendesTil?: {
    readonly type: 'PERSON' | 'ORGANISASJON' | 'NHN_MOTTAKER';
    readonly digitalId: string;
  } | null;
  readonly signering?: { readonly signeringUtloper: string } | null;
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
  readonly giroarkSide?: number | null;
  readonly skalSigneres?: boolean | null;
  readonly skalEkskluderesFraUtskrift?: boolean | null;
}

export type Endpoint = 'person' | 'print';

export const PDF = 'application/pdf';

/** May this document end up at the printer? */
export const isPrintable = (forsendelse: Forsendelse, dokument: Dokument): boolean =>
  forsendelse.kunDigitalLevering !== true && dokument.skalEkskluderesFraUtskrift !== true;
