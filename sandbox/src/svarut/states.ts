/** The states of version 3, with what the list of events says of each. */
export const EVENT_TEXTS = {
  MOTTATT: 'Forsendelsen er mottatt',
  AKSEPTERT: 'Akseptert for ekspedering',
  AVVIST: 'Forsendelsen er avvist',
  FEILET_UNDER_MOTTAK: 'Mottaket av forsendelsen feilet',
  KLAR_FOR_MOTTAK: 'Klar for mottak i mottakersystem',
  SENDT_ALTINN: 'Sendt til Altinn',
  LEVERT_ALTINN: 'Levert i Altinn',
  SENDT_SDP: 'Sendt til digital postkasse',
  LEVERT_SDP: 'Levert i digital postkasse',
  SENDT_DIGITALT: 'Sendt digitalt',
  LEST: 'Lest av mottaker',
  SENDT_PRINT: 'Sendt til utskrift',
  PRINTET: 'Skrevet ut og sendt i posten',
  SENDT_NHN_MOTTAKER: 'Sendt i helsenettet',
  LEVERT_NHN_MOTTAKER: 'Mottakers system har kvittert for forsendelsen',
  MANUELT_HANDTERT: 'Håndtert manuelt',
  IKKE_LEVERT: 'Kunne ikke leveres digitalt',
  SLETTET: 'Dokumentene er slettet',
} as const;

export type State = keyof typeof EVENT_TEXTS;

/** Nothing was delivered, or there is nothing left to read. */
export const UNREADABLE_STATES: ReadonlySet<string> = new Set<State>([
  'AVVIST',
  'FEILET_UNDER_MOTTAK',
  'IKKE_LEVERT',
  'SLETTET',
]);

/** Nothing reached the recipient. */
export const FAILED_STATES: ReadonlySet<string> = new Set<State>(['AVVIST', 'FEILET_UNDER_MOTTAK']);
