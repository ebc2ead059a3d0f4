import { MUNICIPALITY } from '../maskinporten/clients.js';

/** An organisation of Enhetsregisteret, with what it does with letters. */
export interface Organisation {
  readonly organisasjonsnummer: string;
  readonly navn: string;
  readonly tests: string;
  readonly altinn: 'read' | 'unread' | 'none';
  /** Somebody there may open confidential mail in Altinn. */
  readonly confidentialMail: boolean;
}

/** What a SvarInn receiving system of an organisation is registered for. */
export interface ReceivingSystem {
  readonly id: string;
  readonly navn: string;
  readonly organisasjonsnummer: string;
  readonly forsendelseType: string;
  readonly niva: number;
}

/** What a letter without forsendelsestype is taken for. */
export const GENERAL = 'generell';

export const FORSENDELSESTYPER: readonly string[] = [
  GENERAL,
  'byggesak.soknad',
  'byggesak.nabovarsel',
  'helse.henvisning',
  'politikk.innspill',
];

export const ORGANISATIONS: readonly Organisation[] = [
  {
    organisasjonsnummer: MUNICIPALITY,
    navn: 'STILLEVIK KOMMUNE',
    tests: 'a receiving system for every general letter on both levels',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '311004506',
    navn: 'PRØVEDAL KOMMUNE',
    tests: 'a receiving system for building cases only; opens the rest in Altinn',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '312220105',
    navn: 'STORFLÅTEN AS',
    tests: 'opens letters in Altinn, but has nobody to open confidential ones',
    altinn: 'read',
    confidentialMail: false,
  },
  {
    organisasjonsnummer: '312203006',
    navn: 'TESTLEASING NORGE AS',
    tests: 'never opens Altinn, so letters are printed after 40 hours',
    altinn: 'unread',
    confidentialMail: false,
  },
  {
    organisasjonsnummer: '310500100',
    navn: 'NEDLAGTE SYSLER AS',
    tests: 'cannot be reached in Altinn: paper, or nothing',
    altinn: 'none',
    confidentialMail: false,
  },
  {
    organisasjonsnummer: '310475041',
    navn: 'STILLEVIK KOMMUNE TEKNISK DRIFT',
    tests: 'a department that vehicles belong to; opens letters in Altinn',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '310475068',
    navn: 'STILLEVIK KOMMUNE HJEMMETJENESTEN',
    tests: 'a department that vehicles belong to; never opens Altinn',
    altinn: 'unread',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '311007777',
    navn: 'PRØVEDAL KOMMUNE TEKNISK DRIFT',
    tests: 'a department that vehicles belong to; opens letters in Altinn',
    altinn: 'read',
    confidentialMail: false,
  },
  {
    organisasjonsnummer: '310048208',
    navn: 'SYNTETISK RØR OG VARME AS',
    tests: 'owns a vehicle; never opens Altinn',
    altinn: 'unread',
    confidentialMail: false,
  },
  {
    organisasjonsnummer: '312497107',
    navn: 'KONSTRUERT DRIFTSLEVERANDØR AS',
    tests: 'the supplier that Maskinporten knows; opens letters in Altinn',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '314245075',
    navn: 'LITENVIK KOMMUNE',
    tests: 'a customer that has delegated nothing to the supplier',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '311938460',
    navn: 'FJORDSYN KOMMUNE',
    tests: 'has the scope of Fiks, but owns no role and no account',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '313729141',
    navn: 'UTENFOR FIKS KOMMUNE',
    tests: 'has not been given the scope of Fiks',
    altinn: 'unread',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '313055108',
    navn: 'KONSTRUERT ADVOKATFIRMA AS',
    tests: 'a lawyer who settles an estate; may open confidential mail',
    altinn: 'read',
    confidentialMail: true,
  },
  {
    organisasjonsnummer: '312611201',
    navn: 'KONSTRUERT TINGRETT',
    tests: 'settles an estate publicly; cannot be reached in Altinn',
    altinn: 'none',
    confidentialMail: false,
  },
];

/** The levels of security a system takes. */
export const BASIC = 3;
export const HIGHEST = 4;

export const RECEIVING_SYSTEMS: readonly ReceivingSystem[] = [
  {
    id: '6e0f0f6e-52f5-4b39-8f3c-1d8b2a7c9e21',
    navn: 'Stillevik arkiv',
    organisasjonsnummer: MUNICIPALITY,
    forsendelseType: GENERAL,
    niva: BASIC,
  },
  {
    id: '1b7a4c3d-9f20-4d1e-a6b8-5c4e3f2d1a22',
    navn: 'Stillevik arkiv',
    organisasjonsnummer: MUNICIPALITY,
    forsendelseType: GENERAL,
    niva: HIGHEST,
  },
  {
    id: 'a94c2e71-3d58-4f6b-b1c0-7e8d9f0a1b23',
    navn: 'Prøvedal byggesak',
    organisasjonsnummer: '311004506',
    forsendelseType: 'byggesak.soknad',
    niva: BASIC,
  },
];
