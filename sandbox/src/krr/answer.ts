import certificates from '../data/mailbox-certificates.json' with { type: 'json' };
import { osloTimestamp, osloTimestampWithShortOffset } from '../osloTime.js';
import type { ContactPoint, KrrPerson } from './persons.js';

/** What the scopes of a token open, besides the reservation that everyone may see. */
export interface Openings {
  readonly contactInformation: boolean;
  readonly digitalMailbox: boolean;
}

const MAILBOX_VENDORS = {
  digipost: { orgnr: '984661185', address: 'sandkasse#1A2B', certificate: certificates.digipost },
  eboks: { orgnr: '922020175', address: '0000485887', certificate: certificates.eboks },
} as const;

const RESERVED_MONTHS_AGO = 26;
const LANGUAGE_CHOSEN_MONTHS_AGO = 30;

type Answer = Record<string, unknown>;

/** One person as KRR answers. Dates are made relative to now, so that what is fresh today is fresh next year. */
export const answerFor = (person: KrrPerson, openings: Openings, withholdExpired: boolean, now: Date): Answer => {
  const withheld = person.status === 'SLETTET' || (withholdExpired && person.varslingsstatus === 'KAN_IKKE_VARSLES');
  const date = (monthsAgo: number) => DATE_FORMATS[person.dates ?? 'shortOffset'](monthsBefore(now, monthsAgo));
  return {
    personidentifikator: person.personidentifikator,
    ...(person.reservasjon && { reservasjon: person.reservasjon }),
    ...(person.reservasjon === 'JA' && { reservasjonstidspunkt: date(RESERVED_MONTHS_AGO) }),
    status: person.status,
    ...(openings.contactInformation && contactFields(person, withheld, date)),
    ...(openings.digitalMailbox && !withheld && mailboxFields(person)),
  };
};

export const notRegistered = (personidentifikator: string, openings: Openings): Answer => ({
  personidentifikator,
  reservasjon: 'NEI',
  status: 'IKKE_REGISTRERT',
  ...(openings.contactInformation && { varslingsstatus: 'KAN_IKKE_VARSLES' }),
});

const DATE_FORMATS: Record<NonNullable<KrrPerson['dates']>, (moment: Date) => string> = {
  shortOffset: osloTimestampWithShortOffset,
  fullOffset: osloTimestamp,
  utc: (moment) => moment.toISOString(),
};

const monthsBefore = (now: Date, months: number): Date => {
  const moment = new Date(now);
  // From the 28th on, subtracting months could land in the month after; the exact day does not matter here.
  moment.setUTCDate(Math.min(moment.getUTCDate(), 28));
  moment.setUTCMonth(moment.getUTCMonth() - months);
  return moment;
};

const contactFields = (person: KrrPerson, withheld: boolean, date: (monthsAgo: number) => string): Answer => {
  const kontaktinformasjon = {
    ...contactPoint('epostadresse', person.email, date),
    ...contactPoint('mobiltelefonnummer', person.mobile, date),
  };
  return {
    varslingsstatus: person.varslingsstatus,
    ...(!withheld && Object.keys(kontaktinformasjon).length > 0 && { kontaktinformasjon }),
    ...(person.spraak && { spraak: person.spraak, spraak_oppdatert: date(LANGUAGE_CHOSEN_MONTHS_AGO) }),
  };
};

const contactPoint = (name: string, point: ContactPoint | undefined, date: (monthsAgo: number) => string): Answer => {
  if (!point) return {};
  return {
    [name]: point.address,
    ...(point.updated !== undefined && { [`${name}_oppdatert`]: date(point.updated) }),
    ...(point.verified !== undefined && { [`${name}_sist_verifisert`]: date(point.verified) }),
    ...(point.duplicated && { [`${name}_duplisert`]: 'JA' }),
  };
};

const mailboxFields = ({ mailbox }: KrrPerson): Answer => {
  if (!mailbox) return {};
  const { address, orgnr, certificate } = MAILBOX_VENDORS[mailbox];
  return {
    digital_post: { postkasseadresse: address, postkasseleverandoeradresse: orgnr },
    sertifikat: certificate,
  };
};
