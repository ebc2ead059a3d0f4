/** An address with the age of its two dates, in calendar months before the start. */
export interface ContactPoint {
  readonly address: string;
  readonly updated?: number;
  readonly verified?: number;
  /** A one-time code was entered; it does not make the address fresh. */
  readonly validated?: number;
  /** Someone else has registered the same address. */
  readonly duplicated?: boolean;
}

export interface KrrPerson {
  readonly personidentifikator: string;
  readonly tests: string;
  readonly status: 'AKTIV' | 'SLETTET';
  readonly reservasjon?: 'JA' | 'NEI';
  readonly varslingsstatus: 'KAN_VARSLES' | 'KAN_IKKE_VARSLES';
  readonly email?: ContactPoint;
  readonly mobile?: ContactPoint;
  readonly mailbox?: 'digipost' | 'eboks';
  readonly spraak?: 'nb' | 'nn' | 'en' | 'se';
  /** The register usually writes an offset without minutes; both other forms have been seen. */
  readonly dates?: 'shortOffset' | 'fullOffset' | 'utc';
  /** Opens letters in Altinn, so that they end as read and not on paper. */
  readonly readsAltinn?: boolean;
}

/** The number Digdir uses in its own samples, and one from the series Sweden keeps for fiction. */
export const NORWEGIAN_MOBILE = '+4799999999';
export const SWEDISH_MOBILE = '+46701740605';

/** Updated and confirmed a number of calendar months before the start. */
export const fresh = (address: string): ContactPoint => ({ address, updated: 14, verified: 2 });
export const expired = (address: string, months: number): ContactPoint => ({
  address,
  updated: months + 6,
  verified: months,
});

export const notifiable = {
  status: 'AKTIV',
  reservasjon: 'NEI',
  varslingsstatus: 'KAN_VARSLES',
  spraak: 'nb',
} as const;
export const reserved = {
  status: 'AKTIV',
  reservasjon: 'JA',
  varslingsstatus: 'KAN_IKKE_VARSLES',
  spraak: 'nb',
} as const;
export const deleted = { status: 'SLETTET', varslingsstatus: 'KAN_IKKE_VARSLES' } as const;

/** Fresh addresses on both channels. */
export const both = (name: string) => ({ email: fresh(`${name}@example.com`), mobile: fresh(NORWEGIAN_MOBILE) });

/** Whether the register keeps addresses and mailbox of a person to itself. */
export const isWithheld = ({ status, varslingsstatus }: KrrPerson, filtrerUtgaatt: boolean): boolean =>
  status === 'SLETTET' || (filtrerUtgaatt && varslingsstatus === 'KAN_IKKE_VARSLES');
