/** What the register stores of a vehicle, in the words of the wire. */

export interface Kodeverk {
  readonly kodeVerdi: string;
  readonly kodeNavn?: string;
  readonly kodeBeskrivelse?: string;
  readonly kodeTypeId?: string;
  readonly tidligereKodeVerdi: readonly string[];
}

/** From a moment on, and until another but not at it. Time stamps have no, one, two or three digits after the second. */
export interface Period {
  readonly fomTidspunkt: string;
  readonly tilTidspunkt?: string;
}

export interface Adresse {
  readonly adresselinje1?: string;
  readonly adresselinje2?: string;
  readonly adresselinje3?: string;
  readonly kommunenavn?: string;
  readonly kommunenummer?: string;
  readonly land?: string;
  /** ISO 3166 with three letters. */
  readonly landkode?: string;
  readonly postnummer?: string;
  readonly poststed?: string;
}

export interface Person {
  readonly fornavn: string;
  readonly mellomnavn?: string;
  readonly etternavn: string;
  readonly fodselsdato: string;
  readonly fodselsnummer?: string;
}

export interface Enhet {
  readonly organisasjonsnavn: string;
  readonly organisasjonsnummer: string;
}

/** A person or an organisation as the register knows it today, whatever moment is asked about. */
export interface Party {
  readonly kundeId: string;
  readonly adresse: Adresse;
  readonly adressestatus?: Kodeverk;
  readonly person?: Person;
  readonly enhet?: Enhet;
  readonly erUnntattOffentlighet?: boolean;
  readonly erUverifisert: boolean;
}

export type PersonEnhet = Party & Period;

export interface Eierskap {
  readonly eier: PersonEnhet;
  readonly medeier?: PersonEnhet;
  readonly leasingtaker?: PersonEnhet;
  readonly underenhet?: PersonEnhet;
  readonly vedtakstidspunkt: string;
}

export interface Kjennemerke extends Period {
  readonly kjennemerke: string;
  readonly kjennemerkekategori: 'KJORETOY' | 'PERSONLIG' | 'PROVE';
  readonly kjennemerketype: Kodeverk;
}

export interface Registrering extends Period {
  readonly kjoringensArt?: Kodeverk;
  readonly neringskode?: string;
  readonly neringskodeBeskrivelse?: string;
  readonly registreringsstatus: Kodeverk;
  readonly registrertForstegangPaEierskap?: string;
}

export interface KjoretoyId {
  readonly imid: string;
  readonly kjoretoyErKryssbyttet: boolean;
  readonly kryssbytter: readonly (Period & { readonly kryssbyttetMedKuid: string })[];
  readonly kuid: string;
  readonly merkekode: string;
  readonly understellsnummer: string;
  readonly unntattOffentlighet: readonly Kodeverk[];
}

export interface TekniskGodkjenning {
  readonly tekniskeData: {
    readonly generelt: {
      readonly handelsbetegnelse: readonly string[];
      readonly merke: readonly { readonly merke: string; readonly merkeKode: string }[];
      readonly tekniskKode: Kodeverk;
    };
    readonly motorOgDrivverk: {
      readonly motor: readonly { readonly drivstoff: readonly { readonly drivstoffKode: Kodeverk }[] }[];
    };
  };
}

export interface Godkjenning {
  readonly forstegangsGodkjenning: object;
  readonly kjoretoymerknad: readonly { readonly merknad: string; readonly merknadtypeKode: string }[];
  readonly registreringsbegrensninger: { readonly registreringsbegrensning: readonly Kodeverk[] };
  readonly tekniskGodkjenning: TekniskGodkjenning;
}

/** The periodic control in days from the start, negative when passed, so that what is due soon is so next year too. */
export interface Kontroll {
  readonly dueInDays?: number;
  readonly approvedInDays?: number;
}

export interface Vehicle {
  /** What it is there to try; empty for one of many. */
  readonly special: string;
  /** The register has it and gives nothing out. */
  readonly withheld: boolean;
  readonly kjoretoyId: KjoretoyId;
  readonly forstegangsregistrering?: { readonly registrertForstegangNorgeDato: string };
  readonly godkjenning: Godkjenning;
  readonly kontroll: Kontroll;
  readonly tidslinje: {
    readonly eierskap: readonly Eierskap[];
    readonly kjennemerke: readonly Kjennemerke[];
    readonly registrering: readonly Registrering[];
  };
}
