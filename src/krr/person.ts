/**
 * One person, whichever route the answer came by: what the rules work on. What a route does not tell is absent.
 */
export interface Channel {
  readonly address: string;
  /** When the person last changed it, as sent. */
  readonly updated?: string;
  /** When the person last confirmed it, as sent. */
  readonly verified?: string;
  /** Other persons have registered the same address. */
  readonly shared?: boolean;
}

export interface Mailbox {
  readonly address: string;
  /** Organisation number. */
  readonly provider?: string;
  /** The provider's own, for encryption: DER as base64. */
  readonly certificate?: string;
}

export interface KrrPerson {
  readonly foedselsnummer: string;
  /** `AKTIV`, `SLETTET`, `IKKE_REGISTRERT` or a value to come. */
  readonly status: string;
  /** Absent is not the same as no. */
  readonly reserved?: boolean;
  readonly varslingsstatus?: string;
  /** False when the token's scopes let KRR tell nothing about contact. */
  readonly contactTold: boolean;
  readonly email?: Channel;
  readonly mobile?: Channel;
  readonly mailbox?: Mailbox;
  readonly language?: string;
}

export const notRegistered = (foedselsnummer: string): KrrPerson => ({
  foedselsnummer,
  status: 'IKKE_REGISTRERT',
  contactTold: true,
});
